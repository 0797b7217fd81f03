"""What is wrong with the lines `---` around the fields."""

import pytest

from corpus.parsing.front_matter import missing_fence, unclosed_front_matter


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("---\na: b\n\nWords", 3, "the fields seem to end here"),
        ("---\na: b\n# Opinion", 3, "the fields seem to end here"),
        ("---\na: b\n--- \nWords", 3, "there are spaces after this `---`; delete them"),
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
            "there are spaces after the `---` of the first line; delete them",
        ),
        ("----\ntitle: Fees\n", "`----` does not open the fields; type `---` only"),
        ("\n---\na: b\n", "the first line is empty; delete every line above the first `---`"),
    ],
)
def test_a_first_line_that_opens_no_fields_is_explained(text: str, message: str) -> None:
    assert missing_fence(text, "a.md").message == message
