"""Lines that repeat at the edges of pages, and page numbers, are no part of the text."""

import pytest

from corpus.intake.document import Line, TextRun
from corpus.intake.headers_footers import remove_headers_and_footers

ENOUGH = ["first", "second", "third", "fourth"]


@pytest.mark.parametrize(
    ("pages", "removed"),
    [
        ([["Harbor Board", *ENOUGH], ["Harbor Board", "fifth"]], ("Harbor Board",)),
        ([["Page 1 of 2", *ENOUGH]], ("Page 1 of 2",)),
        ([[*ENOUGH, "- 7 -"]], ("- 7 -",)),
        ([["Draft 1", *ENOUGH], ["Draft 2"]], ("Draft 1", "Draft 2")),
        ([["one", "two", "7", "three", "four"]], ()),
        (
            [["one", "two", "Again", "three", "four"], ["five", "six", "Again", "seven", "eight"]],
            (),
        ),
        ([["In 2004 it was so", *ENOUGH]], ()),
    ],
)
def test_headers_and_footers_are_removed(pages: list[list[str]], removed: tuple[str, ...]) -> None:
    lines = tuple(
        Line((TextRun(text),), 0, 1, number, gap_above=False)
        for number, page in enumerate(pages)
        for text in page
    )
    kept, remarks = remove_headers_and_footers(lines)
    assert tuple(dict.fromkeys(remark.words for remark in remarks)) == removed
    assert kept == [line for line in lines if line.text not in removed]
