import pytest

from corpus.analysis.word_diff import compare_words


def marked(old: str, new: str) -> str:
    """Both wordings in one: removed words in brackets, added words in braces."""
    marks = {(True, True): "{}", (True, False): "[{}]", (False, True): "{{{}}}"}
    spans = compare_words(old, new)
    return "".join(marks[span.in_old, span.in_new].format(span.words) for span in spans)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("It may.", "It may.", "It may."),
        ("It may.", "It must.", "It [may]{must}."),
        ("It may tell.", "It may not tell.", "It may {not }tell."),
        ("It may, then.", "It may then.", "It may[,] then."),
        ("", "It may.", "{It may.}"),
    ],
)
def test_wordings_are_compared_word_by_word(old: str, new: str, expected: str) -> None:
    assert marked(old, new) == expected
