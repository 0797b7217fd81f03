import pytest

from corpus.text import Role, approved_text

BODY = """\

# Opinion Number 05 (2003)

(Approved by the Board on November 7, 2003.)

## Concern Raised

A question
over two lines:

1) first
   goes on
2) second
    a. below

> A quotation
> over two lines.

The *end* of it.
"""


def test_paragraphs_items_and_quotations_are_numbered_in_reading_order() -> None:
    blocks = [(block.number, block.role, block.printed) for block in approved_text(BODY).blocks]
    assert blocks == [
        (None, Role.HEADING, "Opinion Number 05 (2003)"),
        (None, Role.APPROVAL, "(Approved by the Board on November 7, 2003.)"),
        (None, Role.HEADING, "Concern Raised"),
        (1, Role.PARAGRAPH, "A question over two lines:"),
        (2, Role.ITEM, "1) first goes on"),
        (3, Role.ITEM, "2) second"),
        (4, Role.ITEM, "a. below"),
        (5, Role.QUOTE, "A quotation over two lines."),
        (6, Role.PARAGRAPH, "The end of it."),
    ]


def test_levels_are_those_of_headings_and_of_lists() -> None:
    levels = [block.level for block in approved_text(BODY).blocks]
    assert levels == [1, 0, 2, 0, 1, 1, 2, 0, 0]


def test_anchors_are_paragraph_numbers_and_words_of_headings() -> None:
    anchors = [block.anchor for block in approved_text(BODY).blocks][1:4]
    assert anchors == [
        "section-approved-by-the-board-on-november-7-2003",
        "section-concern-raised",
        "p1",
    ]


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("plain  words \n and more", "plain words and more"),
        ("*one* and **two** and ***three***", "one and two and three"),
        (r"a \* star, a \\ slash", "a * star, a \\ slash"),
        ("5 * 3 * 2", "5 * 3 * 2"),
        (r"C:\temp", r"C:\temp"),
        ("snow\u00a0white", "snow white"),
        ("[t]he s/he #1 & <b>", "[t]he s/he #1 & <b>"),
        ("in 1998 or\n1. not an item", "in 1998 or 1. not an item"),
    ],
)
def test_the_words_are_those_without_marks(markdown: str, words: str) -> None:
    assert [block.words for block in approved_text(markdown).blocks] == [words]


@pytest.mark.parametrize("mark", ["1)", "1.", "(1)", "a)", "(a)", "B.", "iv)", "-", "*", "•"])
def test_the_marks_of_lists_are_kept(mark: str) -> None:
    (block,) = approved_text(f"{mark} words").blocks
    assert (block.role, block.mark, block.words) == (Role.ITEM, mark, "words")


@pytest.mark.parametrize("line", ["1998. A year", "e.g. so", "A b", "1)none", "#none", "-"])
def test_what_only_looks_like_a_mark_is_a_paragraph(line: str) -> None:
    (block,) = approved_text(line).blocks
    assert (block.role, block.words) == (Role.PARAGRAPH, line)


def test_only_the_line_below_the_heading_is_the_approval() -> None:
    text = approved_text("(Approved.)\n\n# Head\n\nWords\n\n(Approved.)\n")
    assert text.approval is None
    assert len(text.paragraphs) == 3


def test_runs_have_one_look_each() -> None:
    (block,) = approved_text("a *b c* **d**").blocks
    runs = [(run.words, run.start, run.strong, run.emphasis) for run in block.runs]
    assert runs == [
        ("a ", 0, False, False),
        ("b c", 2, False, True),
        (" ", 5, False, False),
        ("d", 6, True, False),
    ]


@pytest.mark.parametrize(
    ("markdown", "closed"),
    [
        ("*a*", True),
        ("**a**", True),
        ("***a***", True),
        ("*a", False),
        ("**a*", False),
        ("a * b", True),
    ],
)
def test_an_emphasis_is_closed_or_not(markdown: str, closed: bool) -> None:  # noqa: FBT001
    (block,) = approved_text(f"x {markdown}").blocks
    assert block.closed is closed


@pytest.mark.parametrize(
    ("word", "place"), [("question", (8, 3)), ("two", (9, 6)), ("goes", (12, 4)), ("end", (19, 6))]
)
def test_a_word_knows_where_it_was_written(word: str, place: tuple[int, int]) -> None:
    text = approved_text(BODY)
    block = next(block for block in text.blocks if word in block.words)
    assert text.place(block, block.words.index(word)) == place


def test_an_empty_body_has_no_blocks() -> None:
    assert approved_text("\n \n").blocks == ()
