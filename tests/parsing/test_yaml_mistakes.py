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


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("title: Fees: when", (2, 12), "there is a second colon in `title: Fees: when`"),
        ("a: b\n- title: Fees: x", (3, 14), "there is a second colon in `title: Fees: x`"),
        ("a:\n\tb: c", (3, 1), "this line is indented with a tab; use spaces"),
        ("a: “b: c”", (2, 4), "YAML does not read the curly “ as a quotation mark"),
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
