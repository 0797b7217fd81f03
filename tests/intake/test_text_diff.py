"""A difference is reported with the words before it, and as code."""

import pytest

from corpus.intake.text_diff import differences


@pytest.mark.parametrize(
    ("document", "draft", "expected"),
    [
        ("a b c", "a b  c", []),
        ("re-\nconvene¹", "re-convene1", []),
        ("a b c d e f", "a b c d x f", ["the document has `e` but the draft has `x`"]),
        ("a b", "a", ["the draft lacks `b`"]),
        ("a", "a b", ["the draft adds `b`"]),
    ],
)
def test_differences_are_sentences(document: str, draft: str, expected: list[str]) -> None:
    assert [sentence.partition(", ")[2] for sentence in differences(document, draft)] == [
        f"{sentence}." for sentence in expected
    ]


@pytest.mark.parametrize(
    ("document", "place"),
    [("a b c d e x", "After `b c d e`, "), ("x", "At the beginning, ")],
)
def test_a_difference_is_placed_by_the_four_words_before_it(document: str, place: str) -> None:
    (sentence,) = differences(document, document.replace("x", "y"))
    assert sentence.startswith(place)


def test_words_of_a_document_mention_nobody() -> None:
    (sentence,) = differences("a", "a `@harbor` <img> [x](y)\n# 1")
    assert sentence == "After `a`, the draft adds `’@harbor’ <img> [x](y) # 1`."
