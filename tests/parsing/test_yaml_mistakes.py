import pytest
import yaml

from corpus.findings import Fault
from corpus.parsing.yaml_lines import ENDS_ITS_LIST
from corpus.parsing.yaml_mistakes import syntax_fault
from corpus.parsing.yaml_text import YamlText
from corpus.parsing.yaml_values import parse_yaml


def fault_in(text: str) -> Fault:
    try:
        yaml.compose(text)
    except yaml.YAMLError as error:
        return syntax_fault(error, YamlText("a.md", text, first_line=2))
    raise AssertionError("this can be read")


FURTHER = "If it goes on with the line above, indent it further."
NO_NAME = "this line has no name with a colon"
NOT_CLOSED = "is opened here and never closed"
LONG = "Whether the mediator may, in a case such as this one, answer a letter: " + "word " * 60


def needs_quotes(sign: str) -> str:
    return f"a value that begins with {sign} needs quotation marks"


def ends(quote: str) -> str:
    return f"the value ends at its second {quote}, but there are more words"


IF_A_COMMENT = "If it is a comment, move it to its own line."
IF_IT_BELONGS = "If the mark belongs to the words, put the value in single quotation marks."
MOVE_ENTRY = (
    "Move it 2 spaces to the right, to column 3. The other lines of the entry begin at column 5."
)


WITH_IT = " Move the other lines of its entry with it."


def moved(count: int, side: str) -> str:
    columns = "1 column" if count == 1 else f"{count} columns"
    return f"Move this line {columns} to the {side}, so that it lines up with the lines above."


def other_column(here: int, above: int) -> str:
    return f"this line begins at column {here}, and the line like it above at {above}"


@pytest.mark.parametrize(
    ("text", "place", "message", "hint"),
    [
        (
            "title: Fees: when",
            (2, 12),
            "there is a second colon in the value of `title`",
            'Type `title: "Fees: when"`.',
        ),
        (
            "a: b\n- title: Fees: x\n    and more",
            (3, 14),
            "there is a second colon in the value of `title`",
            'Type `title: "Fees: x and more"`.',
        ),
        (
            f"title: {LONG}",
            (2, 77),
            "there is a second colon in the value of `title`",
            'Type " before `Whether the mediator` and another " after `word word word`.',
        ),
        (
            "a:\n\tb: c",
            (3, 1),
            "this line is indented with a tab",
            "Delete the tab and type 2 spaces instead.",
        ),
        ("a:\n  b: c\n\td: e", (4, 1), "this line is indented with a tab", ""),
        (
            "a:\n  -\tb\n  -\tc",
            (3, 4),
            "there is a tab after the hyphen",
            "Type one space instead.",
        ),
        ("a: “b: c”", (2, 4), "YAML does not read the curly “ as a quotation mark", ""),
        (
            "a: “b”: c",
            (2, 4),
            "YAML does not read the curly “ as a quotation mark",
            'Type `a: "“b”: c"`.',
        ),
        (
            'title: "Yes", said he, "no"',
            (2, 8),
            ends('"'),
            """Type `title: '"Yes", said he, "no"'`.""",
        ),
        (
            'title: "The "gift" rule"',
            (2, 8),
            ends('"'),
            """Type `title: 'The "gift" rule'`.""",
        ),
        ("title: @fees", (2, 8), needs_quotes("@"), 'Type `title: "@fees"`.'),
        ("title: `fees` x", (2, 8), needs_quotes("`"), 'Type `title: "`fees` x"`.'),
        ("title: %fees", (2, 8), needs_quotes("%"), 'Type `title: "%fees"`.'),
        ("title: [Draft] fees", (2, 8), needs_quotes("["), 'Type `title: "[Draft] fees"`.'),
        ("title: {x} fees", (2, 8), needs_quotes("{"), 'Type `title: "{x} fees"`.'),
        ("title: > fees", (2, 8), needs_quotes(">"), 'Type `title: "> fees"`.'),
        ("title: *Fees*", (2, 8), needs_quotes("*"), 'Type `title: "*Fees*"`.'),
        (
            "title: - fees",
            (2, 8),
            "a list item cannot stand in the line of `title:`",
            'Type `title: [fees]` for a list, or `title: "- fees"` for words.',
        ),
        ('title: "Fees" and costs', (2, 8), ends('"'), "Type `title: '\"Fees\" and costs'`."),
        ("title: 'A mediator's fee'", (2, 8), ends("'"), 'Type `title: "A mediator\'s fee"`.'),
        ('a:\n  - "b" c', (3, 5), ends('"'), "Type `- '\"b\" c'`."),
        (
            f'a: "b" {LONG}"',
            (2, 4),
            ends('"'),
            "Type ' instead of the \" at the beginning and at the end.",
        ),
        (
            'a: "b\nc: d\ne: f',
            (2, 4),
            f'the quotation mark " {NOT_CLOSED}',
            'Type another " at the end of the value.',
        ),
        (
            "a: 'b\nc: d\ne: f",
            (2, 4),
            f"the quotation mark ' {NOT_CLOSED}",
            "Type another ' at the end of the value.",
        ),
        (
            'a:\n  - {b: 1, c: "d, e: f}\n  - {b: 2}',
            (3, 15),
            f'the quotation mark " {NOT_CLOSED}',
            'Type another " at the end of the value.',
        ),
        (
            "a: 'b\n  c\n  d",
            (2, 4),
            "the quotation mark here is never closed",
            "Type another ' at the end of the value.",
        ),
        (
            'a: "b\n  c\n  d\ne:\n  - f: "g"\n    h: [1]\n',
            (2, 4),
            f'the quotation mark " {NOT_CLOSED}',
            'Type another " at the end of the value.',
        ),
        (
            'a:\n  - b: "c\n      d\n    e: [1]\nf:\n  - {g: "x", h: [2]}\n',
            (3, 8),
            f'the quotation mark " {NOT_CLOSED}',
            'Type another " at the end of the value.',
        ),
        (
            "a: b\nsummary:>-\n  Words\n  more\nc: d",
            (3, 8),
            "a space is missing after the colon",
            "Type `summary: >-`.",
        ),
        (
            f"title:{'Fees ' * 40}\nc: d",
            (2, 6),
            "a space is missing after the colon",
            f"Type `title: {'Fees ' * 40}`.",
        ),
        (
            "a:\n  -{b: c}\n  - {b: d}",
            (3, 3),
            "a space is missing after the hyphen",
            "Type `- {b: c}`.",
        ),
        ("a:\n  - {b: c}\n   - {b: d}", (4, 4), other_column(4, 3), moved(1, "left") + WITH_IT),
        (
            "a:\n  - b: c\n    d: e\n    - b: f",
            (5, 5),
            other_column(5, 3),
            moved(2, "left") + WITH_IT,
        ),
        ("a:\n  - b: c\n    d: e\n   f: g", (5, 4), other_column(4, 5), moved(1, "right")),
        ("a:\n  - b: c\n     d: e", (4, 6), other_column(6, 5), moved(1, "left")),
        ("a:\n  - b:\n      - c\n     d: e", (5, 6), other_column(6, 5), moved(1, "left")),
        ("a: b\n c: d", (3, 2), other_column(2, 1), moved(1, "left")),
        (
            "a:\n  - {b: c}\n  a:\n    - {b: d}",
            (4, 3),
            "the list `a` is already above",
            "Delete this line. Its entries belong below those above, and begin at the same column.",
        ),
        (
            "a:\n  - b: c\n    d: e\n- b: f\n  d: g",
            (5, 1),
            other_column(1, 3),
            MOVE_ENTRY,
        ),
        (
            "a:\n  rule:\n    b: c\n   health:\n    b: d",
            (5, 4),
            other_column(4, 3),
            moved(1, "left"),
        ),
        (
            "a:\n  - b: c\n  d: e",
            (4, 3),
            "this line begins at column 3, below the hyphen of its list item",
            moved(2, "right"),
        ),
        (
            "a: {b: c [d], e: f}",
            (2, 10),
            "the value of `b` has a character that ends it, or a comma is missing after it",
            "Put the whole value in quotation marks, or type the comma.",
        ),
        (
            'a: {b: c, d: "the "e" f"}',
            (2, 20),
            'the value of `d` has a " between its quotation marks',
            "Type ' instead of \" around the whole value.",
        ),
        (
            'a: "b\\q"',
            (2, 7),
            "a \\ in double quotation marks begins a code",
            "Type \\\\ for a single \\, or put the value in single quotation marks.",
        ),
        ("a: b\nc d\ne: f", (3, 1), NO_NAME, f"If `c` is a field, type `c: d`. {FURTHER}"),
        ("a: >-\nWords here\ne: f", (3, 1), NO_NAME, FURTHER),
        (
            "a: b\nyear = 2003\nc: d",
            (3, 1),
            "this line has = where a colon belongs",
            "Type `year: 2003`.",
        ),
        ("a: [b", (2, 4), "the bracket [ is never closed", "Type `a: [b]`."),
        ("a: [b, c,\nd: e\nf: g", (2, 4), "the bracket [ is never closed", "Type `a: [b, c]`."),
        (
            "a:\n  - {b: [c, d: e\n  - {b: f}",
            (3, 9),
            "the bracket [ is never closed",
            "Type `- {b: [c, d: e]}`.",
        ),
        ("a: b\nc: [", (3, 4), "the bracket [ is never closed", "Type `c: []`."),
        ("a: [b, c\n  d\ne: f", (2, 4), "the bracket [ is never closed", "Type ] after `d`."),
        ("a:\n  [b,\n   c\ne: f", (3, 3), "the bracket [ is never closed", "Type ] after `c`."),
        ("a: [b, c)\nd: e", (2, 9), "the bracket [ is closed by )", "Type ] instead."),
        ("a: [b, c]]\nd: e", (2, 10), "there is a ] too many", "Delete it."),
        ("a: {b: [c}", (2, 10), "the bracket [ is closed by }", "Type ] before the }."),
        (
            "a:\n  - b: c\n    d: e\nf: [g]\n  - b: h",
            (5, 1),
            ENDS_ITS_LIST,
            moved(4, "right"),
        ),
        ("a:\n- b: c\n  d: e\nf: g\n- b: h", (5, 1), ENDS_ITS_LIST, moved(2, "right")),
        (
            "a:\n  - b: c\nd: [e]\n    f: g\n  - b: h\n    f: i",
            (4, 1),
            ENDS_ITS_LIST,
            moved(4, "right"),
        ),
        ("a:\n  - b: c\nd: [e]\n  - f", (5, 3), "this line does not fit the lines above it", ""),
        ("a: b\n- c\n", (3, 1), "this line does not fit the lines above it", ""),
    ],
)
def test_a_mistake_is_named_where_it_is_with_what_to_type_instead(
    text: str, place: tuple[int, int], message: str, hint: str
) -> None:
    fault = fault_in(text)
    found = ((fault.location.line, fault.location.column), fault.message, fault.hint)
    assert found == (place, message, hint)


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("what: “and” was missing.", 'Type `what: "“and” was missing."`.'),
        ("- what: “a” and “b”", 'Type `what: "“a” and “b”"`.'),
        ("what: {a: “b” c}", 'Type `"“b” c"`.'),
        ("what: “the party’s fees”", ""),
        ("what: “the party’s fees", 'Type `what: "the party’s fees"`.'),
        ("- ”the fees", 'Type `- "the fees"`.'),
        ("what: ‘the party’s fees", 'Type `what: "the party’s fees"`.'),
        ('what: “the fees"', 'Type `what: "the fees"`.'),
        ("what: “", 'Type `what: "“"`.'),
        ("what: ‘fees’", ""),
        ("what: the #2 fees", f'Type `what: "the #2 fees"`. {IF_A_COMMENT}'),
        ("- #2 fees", f'Type `"#2 fees"`. {IF_A_COMMENT}'),
        ('what: the fees"', f'Type `what: "the fees"`. {IF_IT_BELONGS}'),
        ('what: the "fees" here"', f"Type `what: 'the \"fees\" here'`. {IF_IT_BELONGS}"),
        ("- the fees”", f'Type `- "the fees"`. {IF_IT_BELONGS}'),
        ('what: {a: b", c: d}', f'Type `"b"`. {IF_IT_BELONGS}'),
    ],
)
def test_a_value_that_yaml_misreads_comes_with_the_line_to_type(line: str, hint: str) -> None:
    text = f"a:\n  {line}\n" if line.startswith("-") else f"{line}\n"
    _, (fault,) = parse_yaml(YamlText("a.md", text, first_line=2))
    assert fault.hint == hint


@pytest.mark.parametrize(
    "line",
    [
        "a: the word “must”",
        'a: the word "must"',
        "a: the parties’",
        "a: '5\"'",
    ],
)
def test_a_pair_of_quotation_marks_or_an_apostrophe_can_end_a_value(line: str) -> None:
    assert parse_yaml(YamlText("a.md", f"{line}\n"))[1] == ()


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("a:\n  - b\n   - c\n   - d", [(4, 4), (5, 4)]),
        ("a:\n- b\n  - c", [(4, 3)]),
        ("a:\n  - b and\n    more\n      - c", [(5, 7)]),
        ("a:\n  - b\n  - c", []),
        ("a:\n  - - b\n    - c", []),
        ("a:\n  - b and\n    more", []),
        ("a:\n  - 'b\n    - c'", []),
        ("a:\n  - b:\n      - c\n      - d", []),
    ],
)
def test_an_entry_that_begins_deeper_than_its_list_is_not_read_as_more_of_the_entry_above(
    text: str, places: list[tuple[int, int]]
) -> None:
    _, faults = parse_yaml(YamlText("a.md", text, first_line=2))
    assert [(fault.location.line, fault.location.column) for fault in faults] == places
    assert all(fault.hint.startswith("Move this line") for fault in faults)
