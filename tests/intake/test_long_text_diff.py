"""A difference is reported with the words before it, and as code."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.intake.long_text_diff import differences, words_of


def sentences(document: str, draft: str) -> list[str]:
    found = differences(words_of(document), words_of(draft))
    return [difference.sentence("the document", "the draft") for difference in found]


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
    assert [sentence.partition(", ")[2] for sentence in sentences(document, draft)] == [
        f"{sentence}." for sentence in expected
    ]


@pytest.mark.parametrize(
    ("document", "place"),
    [("a b c d e x", "After `b c d e`, "), ("x", "At the beginning, ")],
)
def test_a_difference_is_placed_by_the_four_words_before_it(document: str, place: str) -> None:
    (sentence,) = sentences(document, document.replace("x", "y"))
    assert sentence.startswith(place)


def test_words_of_a_document_mention_nobody() -> None:
    (sentence,) = sentences("a", "a `@harbor` <img> [x](y)\n# 1")
    assert sentence == "After `a`, the draft adds `’@harbor’ <img> [x](y) # 1`."


@settings(max_examples=200)
@given(st.lists(st.sampled_from("abcdefgh")), st.lists(st.sampled_from("abcdefgh")))
def test_the_differences_turn_one_wording_into_the_other(old: list[str], new: list[str]) -> None:
    made, position = list[str](), 0
    for difference in differences(old, new):
        made += [*old[position : difference.old_position], *difference.new]
        assert len(made) - len(difference.new) == difference.new_position
        position = difference.old_position + len(difference.old)
    assert [*made, *old[position:]] == new


def test_few_differences_in_a_volume_are_found_one_by_one() -> None:
    opinions = [
        f"Opinion {number} of the Board says much the same".split() for number in range(900)
    ]
    old = [word for opinion in opinions for word in opinion]
    new = [*old]
    new[70:71] = []
    new[4000:4000] = ["never"]
    assert [(found.old, found.new) for found in differences(old, new)] == [
        ((old[70],), ()),
        ((), ("never",)),
    ]
