"""Lines that stand at the edge of most pages, and page numbers, are not part of the text."""

from dataclasses import replace

import pytest

from corpus.intake.document import Line, TextRun
from corpus.intake.page_edges.headers_footers import remove_headers_and_footers
from corpus.intake.remarks import RemarkKind
from intake.sample_documents import APPROVAL, BOARD, TITLE

TEXT = ["May she?", "She may.", "It was so."]
ENOUGH = ["first", "second", "third", "fourth", "fifth", "sixth"]
OTHER = "Opinion Number 10 (2004)"


@pytest.mark.parametrize(
    ("pages", "removed"),
    [
        ([["Harbor Board", *ENOUGH], ["Harbor Board"], ["Harbor Board"]], ("Harbor Board",)),
        ([["Harbor Board", *ENOUGH], ["Harbor Board"], ["more"], ENOUGH], ()),
        ([["Left"], ["Right"], ["Left"], ["Right"], ["Left"]], ("Left", "Right")),
        ([["Page 1 of 2", *ENOUGH]], ("Page 1 of 2",)),
        ([[*ENOUGH, "Harbor, page 1 of 1"]], ("Harbor, page 1 of 1",)),
        ([[*ENOUGH, "Harbor, page 1 of 3"]], ()),
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
        ([[*ENOUGH, "Page One"], [*ENOUGH, "Page Two"]], ("Page One", "Page Two")),
        (
            [[*ENOUGH, "Page one of two"], ["Page two of two"]],
            ("Page one of two", "Page two of two"),
        ),
        ([[*ENOUGH, "- ONE -"], [*ENOUGH, "- TWO -"]], ("- ONE -", "- TWO -")),
        ([[*ENOUGH, "i of ii"], [*ENOUGH, "ii of ii"]], ("i of ii", "ii of ii")),
        ([[*ENOUGH, "Page A"], [*ENOUGH, "Page B"]], ("Page A", "Page B")),
        (
            [[*ENOUGH, "Board, Page One"], [*ENOUGH, "Board, Page Two"]],
            ("Board, Page One", "Board, Page Two"),
        ),
        ([[*ENOUGH, "Page One"], [*ENOUGH, "Page Nine"], [*ENOUGH]], ()),
        ([["Question One", *ENOUGH], ["Question Two", *ENOUGH]], ()),
        ([["first"], ["Issue 1", *ENOUGH], ["Issue 2", *ENOUGH]], ()),
        ([["Draft 1", *ENOUGH], ["Draft 2"]], ()),
        ([["one", "two", "three", "7", "four", "five", "six"]], ()),
        ([["a", "b", "c", "1", *ENOUGH], ["2", *ENOUGH], ["3", *ENOUGH], ["4", *ENOUGH]], ()),
        ([["1", "2", "3", "Again", "4", "5", "6"], ["a", "b", "c", "Again", "d", "e", "f"]], ()),
        ([["In 2004 it was so", *ENOUGH]], ()),
        ([["first", "Harbor Board", *ENOUGH], ["second", "Harbor Board", *ENOUGH]], ()),
        ([[TITLE, APPROVAL, "Yes, she may."], [OTHER, APPROVAL, "Yes, she may."]], ()),
        ([[TITLE, APPROVAL, *ENOUGH], [TITLE, "more"], [TITLE, "end"]], (TITLE,)),
        ([["Advice 7 (2003)", APPROVAL, *ENOUGH], ["Advice 8 (2003)", APPROVAL, *ENOUGH]], ()),
        ([[TITLE, OTHER, *ENOUGH], [TITLE, APPROVAL, *ENOUGH]], ()),
        ([["Opinion No. 2019-01", *TEXT], ["Opinion No. 2019-02", *TEXT]], ()),
        ([["ADVISORY OPINION NO. 41", *TEXT], ["ADVISORY OPINION NO. 42", *TEXT]], ()),
        ([["Opinion: 07 (2019)", *TEXT, "1"], ["Opinion: 08 (2019)", *TEXT, "2"]], ("1", "2")),
        (
            [["Advisory Opinion 1", *ENOUGH], ["Advisory Opinion 2", *ENOUGH]],
            ("Advisory Opinion 1", "Advisory Opinion 2"),
        ),
        ([[*ENOUGH, "ROE 000121"], [*ENOUGH, "ROE 000122"]], ("ROE 000121", "ROE 000122")),
        ([[*ENOUGH, "Roe_00998"], [*ENOUGH, "Roe_00999"]], ("Roe_00998", "Roe_00999")),
    ],
)  # fmt: skip
def test_headers_and_footers_are_removed(pages: list[list[str]], removed: tuple[str, ...]) -> None:
    lines = tuple(
        Line(
            (TextRun(text + "abcd"[number] if text in {*ENOUGH, *TEXT} else text),),
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


@pytest.mark.parametrize(
    ("left", "feet", "named"),
    [
        # A number that is set like the text below it may be that of a section.
        (0, ["", "", ""], RemarkKind.PERHAPS_PAGE_NUMBER),
        (40, ["", "", ""], RemarkKind.PAGE_NUMBER),
        (0, ["1", "2", "3"], RemarkKind.PERHAPS_HEADER),
    ],
)
def test_numbers_that_may_be_those_of_sections_are_named(
    left: float, feet: list[str], named: RemarkKind
) -> None:
    lines = printed([(str(number), foot) for number, foot in enumerate(feet, 1)])
    at_top, at_bottom = 0, 140
    lefts = {at_top: left, at_bottom: 60}
    placed = [replace(line, left=lefts.get(int(line.baseline), 0)) for line in lines]
    _, remarks = remove_headers_and_footers(placed, BOARD)
    assert [remark.words for remark in remarks if remark.kind is named][:3] == ["1", "2", "3"]


@pytest.mark.parametrize("number", ["", " Page {}", " | {}"])
def test_of_lines_that_name_an_opinion_only_repetitions_are_removed(number: str) -> None:
    names = [name for name in ("Opinion 2019-7", "Opinion 2019-8") for _ in (1, 2)]
    pages = [[name + number.format(page), *TEXT] for page, name in enumerate(names, 1)]
    lines = [
        Line((TextRun(text),), 0, 1, number, gap_above=False)
        for number, page in enumerate(pages)
        for text in page
    ]
    kept, _ = remove_headers_and_footers(lines, BOARD)
    assert [(line.page, line.text) for line in kept if "2019" in line.text] == [
        (0, "Opinion 2019-7"),
        (2, "Opinion 2019-8"),
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
        ([("", ""), ("May she go?", ""), ("", ""), ("May she go?", ""), ("", "")],
         [(PERHAPS_HEADER, "May she go?")]),
        ([("Fees", ""), ("Gifts", ""), ("Fees", ""), ("Gifts", "")],
         [(HEADER, "Fees"), (HEADER, "Gifts")]),
        ([("Fees 1", ""), ("2 Gifts", ""), ("Fees 3", ""), ("4 Gifts", "")],
         [(HEADER, "Fees 1"), (HEADER, "2 Gifts"), (HEADER, "Fees 3"), (HEADER, "4 Gifts")]),
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
        ([("", "Page Two")], [(PERHAPS_NUMBER, "Page Two")]),
        ([("", ""), ("", "Page Two")], [(PERHAPS_NUMBER, "Page Two")]),
        ([("", "one"), ("", "two"), ("", "three")],
         [(PERHAPS_NUMBER, number) for number in ("one", "two", "three")]),
        ([("", "- one -"), ("", "- two -"), ("", "- three -")],
         [(NUMBER, f"- {number} -") for number in ("one", "two", "three")]),
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


def two_pages(
    head: str,
    below: str,
    *,
    size: float = 12,
    gap: bool = True,
    italic: bool = False,
) -> list[Line]:
    """Two pages that begin with the same line; the second one goes on with other words."""
    texts = ((head, "It may be told.", "She may."), (head, below, "She must."))
    return [
        Line((TextRun(text, italic=italic),), 0, 1, page, gap_above=False, font_size=size)
        if index == 0
        else Line((TextRun(text),), 0, 1, page, gap and index == 1, 12)
        for page, lines in enumerate(texts)
        for index, text in enumerate(lines)
    ]


def set_on_right(lines: list[Line]) -> list[Line]:
    """The same pages, with their first lines on the right."""
    head = lines[0].text
    return [replace(line, left=0.7) if line.text == head else line for line in lines]


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (two_pages("Harbor Board", "Then it ended."), PERHAPS_HEADER),
        (two_pages("Harbor Board", "and then it ended."), HEADER),
        (two_pages("Harbor Board", "and then it ended.", gap=False), PERHAPS_HEADER),
        (two_pages("Harbor Board", "Then it ended.", size=9), HEADER),
        (two_pages("Harbor Board", "Then it ended.", italic=True), HEADER),
        (set_on_right(two_pages("Harbor Board", "Then it ended.")), HEADER),
        (two_pages("Harbor Board", "Then it ended.", italic=True, gap=False), PERHAPS_HEADER),
        (two_pages("Harbor Board", TITLE), HEADER),
        (two_pages("Issue 2", "and then it ended."), PERHAPS_HEADER),
        (two_pages("2003.", "and then it ended."), PERHAPS_HEADER),
    ],
)
def test_a_head_on_only_two_pages_stays_and_is_named_unless_it_cannot_be_text(
    lines: list[Line], kind: RemarkKind
) -> None:
    kept, remarks = remove_headers_and_footers(lines, BOARD)
    head = lines[0].text
    assert [(remark.kind, remark.words) for remark in remarks] == [(kind, head), (kind, head)]
    assert [line.text for line in kept].count(head) == (0 if kind is HEADER else 2)


@pytest.mark.parametrize(
    ("below", "kind"), [("and then it ended.", HEADER), ("Then it ended.", PERHAPS_HEADER)]
)
def test_a_foot_on_only_two_pages_is_one_if_a_sentence_goes_on_past_it(
    below: str, kind: RemarkKind
) -> None:
    first = ("She asked.", "They said.", "It is so.", "It may be told", "Harbor Board")
    texts = (first, (below, "He asked.", "She said.", "It was so.", "Harbor Board"))
    lines = [
        Line((TextRun(text),), 0, 1, page, gap_above=index == 4)
        for page, of_page in enumerate(texts)
        for index, text in enumerate(of_page)
    ]
    _, remarks = remove_headers_and_footers(lines, BOARD)
    assert [remark.kind for remark in remarks] == [kind, kind]


def test_a_line_set_like_a_head_on_a_single_page_stays_and_is_named() -> None:
    lines = two_pages("Harbor Board", "It ended.", italic=True)[:3]
    kept, remarks = remove_headers_and_footers(lines, BOARD)
    assert [line.text for line in kept] == [line.text for line in lines]
    assert [(remark.kind, remark.words) for remark in remarks] == [(PERHAPS_HEADER, "Harbor Board")]


def pages_with(heads: list[str], texts: list[list[str]]) -> list[Line]:
    """Pages with the same lines at the top, apart from the text, and their own texts below them."""
    return [
        Line((TextRun(text),), 0, 1, page, gap_above=index == len(heads))
        for page, of_page in enumerate(texts)
        for index, text in enumerate([*heads, *of_page])
    ]


WITHIN_SENTENCES = [
    ["It began.", "She asked.", "She may"],
    ["go on.", "It ended.", "They must"],
    ["not go on.", "It is so.", "It was so."],
]
WHOLE_SENTENCES = [["She may.", "He said."], ["She must.", "He asked."], ["They may.", "It was."]]


@pytest.mark.parametrize(
    ("heads", "texts", "kind"),
    [
        (["Harbor Opinions, Vol. 3, Supp."], WITHIN_SENTENCES, HEADER),
        (["May a pilot of the harbor teach?"], WITHIN_SENTENCES, HEADER),
        (["May a pilot of the harbor teach?"], WITHIN_SENTENCES[:2], HEADER),
        (["May a pilot of the harbor teach?"], WHOLE_SENTENCES, PERHAPS_HEADER),
        (["May a pilot of the harbor teach?"], WHOLE_SENTENCES[:2], PERHAPS_HEADER),
        (["This advice binds no court of", "this harbor in any matter."], WITHIN_SENTENCES, HEADER),
        (["This advice binds no court of", "this harbor in any matter."], WHOLE_SENTENCES, HEADER),
        (["and it would be so in every harbor"], WHOLE_SENTENCES, PERHAPS_HEADER),
    ],
)
def test_a_head_that_reads_like_a_sentence_is_removed_or_named(
    heads: list[str], texts: list[list[str]], kind: RemarkKind
) -> None:
    _, remarks = remove_headers_and_footers(pages_with(heads, texts), BOARD)
    found = dict.fromkeys((remark.kind, remark.words) for remark in remarks)
    assert list(found) == [(kind, head) for head in heads]


def test_the_end_of_a_sentence_on_most_pages_is_text() -> None:
    end = "which is due by May 1, 2019."
    lines = [
        Line((TextRun(text),), 0, 1, page, gap_above=text == end)
        for page in range(3)
        for text in (*WHOLE_SENTENCES[page], f"He gave {'abc'[page]} the word,", end)
    ]
    kept, remarks = remove_headers_and_footers(lines, BOARD)
    assert len(kept) == len(lines)
    assert remarks == ()
