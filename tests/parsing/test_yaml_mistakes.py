import pytest
import yaml

from corpus.findings import Fault
from corpus.parsing.yaml_mistakes import unclosed, unparsed


def told(text: str) -> Fault:
    try:
        yaml.compose(text)
    except yaml.YAMLError as error:
        return unparsed(error, text, "a.md", 2)
    raise AssertionError("this can be read")


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("title: Fees: when", (2, 12), "a second colon stands in `title: Fees: when`"),
        ("a: b\n- title: Fees: x", (3, 14), "a second colon stands in `title: Fees: x`"),
        ("a:\n\tb: c", (3, 1), "a tab stands here, where spaces belong"),
        ("a: “b: c”", (2, 4), "the curly quotation mark “ quotes nothing in YAML"),
        (
            "a: [b",
            (2, 6),
            "this cannot be read as YAML: expected ',' or ']', but got '<stream end>'",
        ),
    ],
)
def test_the_slip_is_named_where_it_is(text: str, place: tuple[int, int], message: str) -> None:
    fault = told(text)
    assert ((fault.location.line, fault.location.column), fault.message) == (place, message)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("---\na: b\n\nWords", 3, "the fields seem to end here"),
        ("---\na: b\n# Opinion", 3, "the fields seem to end here"),
        ("---\na: b\n--- \nWords", 3, "`--- ` does not close the fields"),
        ("---\na: b\n\u2014\nWords", 3, "does not close the fields"),
        ("---\na: b", 2, "no second line `---` closes the fields"),
    ],
)
def test_a_lost_fence_is_looked_for(text: str, line: int, words: str) -> None:
    fault = unclosed(text, "a.md")
    assert fault.location.line == line
    assert words in fault.message
