"""Lines that stand at the edge of most pages, and page numbers, are no part of the text."""

from dataclasses import replace

import pytest

from corpus.intake.document import Line, TextRun
from corpus.intake.headers_footers import remove_headers_and_footers
from corpus.intake.remarks import RemarkKind
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
        ([[*ENOUGH, "i"], [*ENOUGH, "ii"]], ("i", "ii")),
        ([[*ENOUGH, "III"], [*ENOUGH, "IV"]], ("III", "IV")),
        ([[*ENOUGH, "B"], [*ENOUGH, "C"]], ("B", "C")),
        ([[*ENOUGH, "AO-14-1"], [*ENOUGH, "AO-14-2"]], ("AO-14-1", "AO-14-2")),
        ([[*ENOUGH, "No. 5, i"], [*ENOUGH, "No. 5, ii"]], ("No. 5, i", "No. 5, ii")),
        ([["Opinion 5, i", *ENOUGH], ["Opinion 5, ii"]], ("Opinion 5, i", "Opinion 5, ii")),
        ([[*ENOUGH, "ii"], [*ENOUGH, "IV"]], ()),
        ([[*ENOUGH, "as we said, I"], [*ENOUGH, "and so do I"]], ()),
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


def printed(edges: list[tuple[str, str]]) -> list[Line]:
    """Lines of pages whose first and last line, where they have it, stand apart from the text."""
    return [
        Line((TextRun(text),), 0, 1, number, index in {1, 7}, baseline=20 * index)
        for number, (top, bottom) in enumerate(edges)
        for index, text in enumerate(
            (top, *(f"{word} {'abcdef'[number]}" for word in ENOUGH), bottom)
        )
        if text
    ]


HEADER, PERHAPS_HEADER = RemarkKind.HEADER, RemarkKind.PERHAPS_HEADER
NUMBER, PERHAPS_NUMBER = RemarkKind.PAGE_NUMBER, RemarkKind.PERHAPS_PAGE_NUMBER


@pytest.mark.parametrize(
    ("edges", "expected"),
    [
        (
            [("", "i"), ("", "ii"), ("", "iii")],
            [(NUMBER, "i"), (NUMBER, "ii"), (NUMBER, "iii")],
        ),
        (
            [("", "AO-14-1"), ("", "AO-14-2"), ("", "AO-14-3")],
            [(PERHAPS_NUMBER, f"AO-14-{number}") for number in (1, 2, 3)],
        ),
        (
            [("", ""), ("Fees", ""), ("Fees", ""), ("Gifts", ""), ("Gifts", "")],
            [(HEADER, "Fees"), (HEADER, "Gifts")],
        ),
        (
            [("", ""), ("Fees", ""), ("Fees", ""), ("Costs", ""), ("Gifts", ""), ("Gifts", "")],
            [(HEADER, "Fees"), (HEADER, "Gifts"), (PERHAPS_HEADER, "Costs")],
        ),
        ([("", ""), ("Fees", ""), ("", "")], [(PERHAPS_HEADER, "Fees")]),
        ([("", ""), ("It was so.", ""), ("", "")], []),
        ([("", "1"), ("(2003)", "2")], [(NUMBER, "1"), (NUMBER, "2"), (PERHAPS_HEADER, "(2003)")]),
        ([("", ""), ("2 of 3", ""), ("3/4", "")], [(PERHAPS_HEADER, w) for w in ("2 of 3", "3/4")]),
        ([("", ""), ("- 2004 -", ""), ("", "")], [(PERHAPS_HEADER, "- 2004 -")]),
        ([("", ""), ("page 12", ""), ("", "")], [(PERHAPS_HEADER, "page 12")]),
        (
            [("", ""), ("(1)", ""), ("(2)", ""), ("", "")],
            [(PERHAPS_HEADER, "(1)"), (PERHAPS_HEADER, "(2)")],
        ),
        ([("", ""), ("2", ""), ("3", "")], [(PERHAPS_NUMBER, "2"), (PERHAPS_NUMBER, "3")]),
        (
            [("", "1"), ("2", "2"), ("3", "3")],
            [*((NUMBER, w) for w in "123"), *((PERHAPS_HEADER, w) for w in "23")],
        ),
        ([("", "- 1 -"), ("", "- 2 -"), ("", "- 3 -")], [(NUMBER, f"- {n} -") for n in "123"]),
        ([("", ""), ("", "2")], [(PERHAPS_NUMBER, "2")]),
        ([("", "7")], [(PERHAPS_HEADER, "7")]),
        ([("", "Page 1 of 2"), ("", "Page 2 of 2"), ("", "Page 1 of 2"), ("", "Page 2 of 2")],
         [(NUMBER, "Page 1 of 2"), (NUMBER, "Page 2 of 2")]),
    ],
)  # fmt: skip
def test_a_head_and_a_page_number_need_support(
    edges: list[tuple[str, str]], expected: list[tuple[RemarkKind, str]]
) -> None:
    lines = printed(edges)
    kept, remarks = remove_headers_and_footers(lines, BOARD)
    assert list(dict.fromkeys((remark.kind, remark.words) for remark in remarks)) == expected
    stay = [remark for remark in remarks if remark.kind is PERHAPS_HEADER]
    assert len(kept) + len(remarks) - len(stay) == len(lines)


def test_page_numbers_on_all_pages_are_removed_outside_the_margin_too_and_named() -> None:
    lines = printed([("Harbor Board", number) for number in ("i", "ii", "iii", "iv")])
    outside = [replace(line, is_in_margin=False) for line in lines]
    kept, remarks = remove_headers_and_footers(outside, BOARD)
    assert [(remark.kind, remark.words) for remark in remarks] == [
        (RemarkKind.PERHAPS_PAGE_NUMBER, number) for number in ("i", "ii", "iii", "iv")
    ]
    assert [line.text for line in kept].count("Harbor Board") == 4
