import pytest
import yaml

from corpus.findings import Fault
from corpus.parsing.yaml_mistakes import missing_fence, syntax_fault, unclosed_front_matter
from corpus.parsing.yaml_text import YamlText


def fault_in(text: str) -> Fault:
    try:
        yaml.compose(text)
    except yaml.YAMLError as error:
        return syntax_fault(error, YamlText("a.md", text, first_line=2))
    raise AssertionError("this can be read")


NO_NAME = "this line has no `name:`; if it goes on with the line above, indent it further"
NOT_CLOSED = "is opened here and not closed in this line"


def needs_quotes(sign: str, typed: str) -> str:
    return f"a value that begins with {sign} needs quotation marks; type `{typed}`"


def sign_in(field: str) -> str:
    return f"the value of `{field}` has a sign of YAML; put the whole value in quotation marks"


def other_column(here: int, above: int) -> str:
    return (
        f"this line begins at column {here}, the line like it above at column {above};"
        " use the same column"
    )


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("title: Fees: when", (2, 12), "there is a second colon in `title: Fees: when`"),
        ("a: b\n- title: Fees: x", (3, 14), "there is a second colon in `title: Fees: x`"),
        ("a:\n\tb: c", (3, 1), "this line is indented with a tab; use spaces"),
        ("a: “b: c”", (2, 4), "YAML does not read the curly “ as a quotation mark"),
        ("title: @fees", (2, 8), needs_quotes("@", 'title: "@fees"')),
        ("title: `fees` x", (2, 8), needs_quotes("`", 'title: "`fees` x"')),
        ("title: %fees", (2, 8), needs_quotes("%", 'title: "%fees"')),
        ("title: [Draft] fees", (2, 8), needs_quotes("[", 'title: "[Draft] fees"')),
        ("title: {x} fees", (2, 8), needs_quotes("{", 'title: "{x} fees"')),
        ("title: - fees", (2, 8), needs_quotes("-", 'title: "- fees"')),
        ("title: > fees", (2, 8), needs_quotes(">", 'title: "> fees"')),
        ('title: "Fees" and costs', (2, 8), needs_quotes('"', "title: '\"Fees\" and costs'")),
        ("title: 'A mediator's fee'", (2, 8), needs_quotes("'", 'title: "A mediator\'s fee"')),
        ('a: "b\nc: d\ne: f', (2, 4), f'the quotation mark " {NOT_CLOSED}'),
        ("a: 'b\nc: d\ne: f", (2, 4), f"the quotation mark ' {NOT_CLOSED}"),
        ('a: "b\nc: "d"', (2, 4), f'the quotation mark " {NOT_CLOSED}'),
        ('a:\n  - {b: 1, c: "d, e: f}\n  - {b: 2}', (3, 15), f'the quotation mark " {NOT_CLOSED}'),
        ('a: b\nc: "d\n', (3, 4), f'the quotation mark " {NOT_CLOSED}'),
        (
            "a: b\nsummary:>-\n  Words\n  more\nc: d",
            (3, 8),
            "a space is missing; type `summary: >-`",
        ),
        ("title:Fees\nc: d", (2, 6), "a space is missing; type `title: Fees`"),
        ("a:\n  -{b: c}\n  - {b: d}", (3, 3), "a space is missing; type `- {b: c}`"),
        ("a:\n  - {b: c}\n   - {b: d}", (4, 4), other_column(4, 3)),
        ("a:\n  - b: c\n    d: e\n   f: g", (5, 4), other_column(4, 5)),
        ("a: b\n c: d", (3, 2), other_column(2, 1)),
        ('a:\n  - "b" c', (3, 5), needs_quotes('"', "- '\"b\" c'")),
        ("title: *Fees*", (2, 8), needs_quotes("*", 'title: "*Fees*"')),
        ("a: 'b\n  c\n  d", (2, 4), "the quotation mark here is never closed"),
        ("a: {b: c [d], e: f}", (2, 10), sign_in("b")),
        ("a: {b: c, d: @e}", (2, 14), sign_in("d")),
        (
            'a: "b\\q"',
            (2, 7),
            "a \\ in double quotation marks begins a code; type \\\\, or use single ones",
        ),
        ("a: b\nc d\ne: f", (3, 1), NO_NAME),
        ("a: >-\nWords here\ne: f", (3, 1), NO_NAME),
        (
            "a:\n  - b: c\n  d: e",
            (4, 3),
            "this line begins at column 3, below the hyphen of its list item; begin it at column 5",
        ),
        (
            "a: [b",
            (2, 6),
            "this cannot be read as YAML: expected ',' or ']', but got '<stream end>'",
        ),
    ],
)
def test_a_mistake_is_named_where_it_is(text: str, place: tuple[int, int], message: str) -> None:
    fault = fault_in(text)
    assert ((fault.location.line, fault.location.column), fault.message) == (place, message)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("---\na: b\n\nWords", 3, "the fields seem to end here"),
        ("---\na: b\n# Opinion", 3, "the fields seem to end here"),
        ("---\na: b\n--- \nWords", 3, "there are spaces behind this `---`; delete them"),
        ("---\na: b\n\u2014\nWords", 3, "does not close the fields"),
        ("---\na: b", 2, "no second line `---` closes the fields"),
    ],
)
def test_a_missing_fence_is_located(text: str, line: int, words: str) -> None:
    fault = unclosed_front_matter(text, "a.md")
    assert fault.location.line == line
    assert words in fault.message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("title: Fees\n---\n", "the first line is not `---`"),
        (
            "---  \ntitle: Fees\n",
            "there are spaces behind the `---` of the first line; delete them",
        ),
        ("----\ntitle: Fees\n", "`----` does not open the fields; type `---` only"),
        ("\n---\na: b\n", "the first line is empty; delete every line above the first `---`"),
    ],
)
def test_a_first_line_that_opens_no_fields_is_explained(text: str, message: str) -> None:
    assert missing_fence(text, "a.md").message == message
