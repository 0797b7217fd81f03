import pytest

from corpus.text.approved_text import ApprovedText
from corpus.text.approved_text import parse_approved_text as read_text
from corpus.text.blocks import Role

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


def approved_text(body: str) -> ApprovedText:
    return read_text(body, lambda words: words == "Adopted May 1.")


def test_paragraphs_items_and_quotations_are_numbered_in_reading_order() -> None:
    blocks = [
        (block.number, block.role, block.text_with_mark) for block in approved_text(BODY).blocks
    ]
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


def test_anchors_come_from_numbers_and_headings_and_are_unique() -> None:
    text = approved_text("# A b\n\n## Concern\n\nx\n\n## Concern\n\n## Зачем\n\ny\n")
    anchors = [block.anchor for block in text.blocks]
    assert anchors == [
        "section-a-b",
        "section-concern",
        "p1",
        "section-concern--2",
        "section",
        "p2",
    ]


def test_only_the_line_below_the_heading_can_be_the_approval() -> None:
    text = approved_text("(Approved.)\n\n# Head\n\nWords\n\n(Approved.)\n")
    assert text.approval is None
    assert len(text.paragraphs) == 3


@pytest.mark.parametrize(
    ("line", "is_approval"), [("(Approved.)", True), ("Adopted May 1.", True), ("May it?", False)]
)
def test_an_approval_is_in_parentheses_or_recognized(line: str, is_approval: bool) -> None:  # noqa: FBT001
    text = approved_text(f"# Head\n\n{line}\n\nWords\n")
    assert (text.approval is not None) is is_approval
    assert len(text.paragraphs) == 2 - is_approval


def test_recognized_lines_below_the_approval_have_no_number_either() -> None:
    body = "# Head\n\nAdopted A\n\nRevised B\n\nRevised C\n\nIt may.\n\nRevised D\n"
    text = read_text(body, lambda _: True, lambda words: words.startswith("Revised"))
    assert [block.words for block in text.approvals] == ["Adopted A", "Revised B", "Revised C"]
    assert [block.words for block in text.paragraphs.values()] == ["It may.", "Revised D"]


@pytest.mark.parametrize(
    ("word", "place"), [("question", (8, 3)), ("two", (9, 6)), ("goes", (12, 4)), ("end", (19, 6))]
)
def test_a_word_has_its_line_and_column_in_the_body(word: str, place: tuple[int, int]) -> None:
    text = approved_text(BODY)
    block = next(block for block in text.blocks if word in block.words)
    assert text.line_and_column(block.source_offset(block.words.index(word))) == place


@pytest.mark.parametrize(
    ("body", "approvals"),
    [
        ("It may.\n\nGiven C\n", ["Given C"]),
        ("It may.\n\nGiven C\n\nAda Park\n\nChair\n", ["Given C"]),
        ("Adopted A\n\nIt may.\n\nGiven C\n", ["Adopted A"]),
        (f"It may.\n\nGiven C\n\n{'It goes on. ' * 8}\n", []),
        ("It may.\n\n> Given C\n", []),
        ("It may.\n\n## Given C\n", []),
        ("Given C\n\nIt may.\n", []),
    ],
)
def test_an_approval_line_may_stand_at_the_end_with_names_below_it(
    body: str, approvals: list[str]
) -> None:
    is_opening, is_closing = "Adopted A".__eq__, "Given C".__eq__
    text = read_text(f"# Head\n\n{body}", is_opening, is_closing)
    assert [block.words for block in text.approvals] == approvals
    assert len(text.opening) == 1 + body.startswith("Adopted")


def test_an_empty_body_has_no_blocks() -> None:
    assert approved_text("\n \n").blocks == ()


@pytest.mark.parametrize(
    ("named", "roles"),
    [
        ("Given in June.", "heading paragraph paragraph approval"),
        ("*Given*  in\nJune.", "heading paragraph paragraph approval"),
        ("(It was asked.)", "heading approval paragraph paragraph"),
        ("It may.", "heading paragraph approval paragraph"),
        ("Given in July.", "heading approval paragraph paragraph"),
        ("Opinion 5", "heading approval paragraph paragraph"),
        ("", "heading approval paragraph paragraph"),
    ],
)
def test_a_line_that_the_fields_name_is_the_approval_line_where_it_stands(
    named: str, roles: str
) -> None:
    body = "# Opinion 5\n\n(It was asked.)\n\nIt may.\n\n*Given in June.*\n"
    text = read_text(body, lambda _words: False, named_line=named)
    assert [str(block.role) for block in text.blocks] == roles.split()
    assert len(text.paragraphs) == roles.count("paragraph")
