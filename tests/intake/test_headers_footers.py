"""Lines that stand at the edge of most pages, and page numbers, are no part of the text."""

import pytest

from corpus.intake.document import Line, TextRun
from corpus.intake.headers_footers import remove_headers_and_footers
from intake.sample_documents import APPROVAL, BOARD, TITLE

ENOUGH = ["first", "second", "third", "fourth", "fifth", "sixth"]
OTHER = "Opinion Number 10 (2004)"


@pytest.mark.parametrize(
    ("pages", "removed"),
    [
        ([["Harbor Board", *ENOUGH], ["Harbor Board", "more"]], ("Harbor Board",)),
        ([["Harbor Board", *ENOUGH], ["Harbor Board"], ["more"], ENOUGH], ()),
        ([["Left"], ["Right"], ["Left"], ["Right"], ["Left"]], ("Left",)),
        ([["Page 1 of 2", *ENOUGH]], ("Page 1 of 2",)),
        ([[*ENOUGH, "- 7 -"]], ("- 7 -",)),
        ([[*ENOUGH, "12"], [*ENOUGH, "13"]], ("12", "13")),
        ([[*ENOUGH, "12"], [*ENOUGH, "15"]], ()),
        ([[*ENOUGH, "2003."], ["more"]], ()),
        ([[*ENOUGH, "2003"], ["more"]], ()),
        ([["Harbor Board 7", *ENOUGH], ["Harbor Board 8"]], ("Harbor Board 7", "Harbor Board 8")),
        ([["Harbor Board 7", *ENOUGH], ["Harbor Board 7"]], ("Harbor Board 7",)),
        ([["first"], ["Issue 1", *ENOUGH], ["Issue 2", *ENOUGH]], ()),
        ([["Draft 1", *ENOUGH], ["Draft 2"]], ()),
        ([["one", "two", "three", "7", "four", "five", "six"]], ()),
        ([["1", "2", "3", "Again", "4", "5", "6"], ["a", "b", "c", "Again", "d", "e", "f"]], ()),
        ([["In 2004 it was so", *ENOUGH]], ()),
        ([["first", "Harbor Board", *ENOUGH], ["second", "Harbor Board", *ENOUGH]], ()),
        ([[TITLE, APPROVAL, "Yes, she may."], [OTHER, APPROVAL, "Yes, she may."]], ()),
        ([[TITLE, APPROVAL, *ENOUGH], [TITLE, "more"], [TITLE, "end"]], (TITLE,)),
        ([[TITLE, OTHER, *ENOUGH], [TITLE, APPROVAL, *ENOUGH]], ()),
    ],
)
def test_headers_and_footers_are_removed(pages: list[list[str]], removed: tuple[str, ...]) -> None:
    lines = tuple(
        Line(
            (TextRun(text + "abcd"[number] if text in ENOUGH else text),),
            0,
            1,
            number,
            gap_above=False,
        )
        for number, page in enumerate(pages)
        for text in page
    )
    kept, remarks = remove_headers_and_footers(lines, BOARD)
    assert tuple(dict.fromkeys(remark.words for remark in remarks)) == removed
    assert len(kept) + len(remarks) == len(lines)
