"""Paragraphs that go, come or move between two versions of a text."""

import pytest

from corpus.review.changes.text_passages import passages
from corpus.text.approved_text import ApprovedText, parse_approved_text


def text_of(paragraphs: str) -> ApprovedText:
    body = "\n\n".join(f"{paragraph}." for paragraph in paragraphs.split())
    return parse_approved_text(f"# Head\n\n{body}\n", lambda _: False)


@pytest.mark.parametrize(
    ("before", "after", "what"),
    [
        ("Same Two", "Two Same", ["paragraph 2 is moved"]),
        ("Same Two Same", "Same Two", ["paragraph 3 is taken out"]),
        ("Same Two", "Same Two Same", ["paragraph 3 is new"]),
        ("Same Two", "Same Two Other Same", ["paragraphs 3 to 4 are new"]),
        (
            "Same Two Same Three",
            "Two Three Same",
            ["paragraphs 1 to 2 are new", "paragraphs 2 to 4 are taken out"],
        ),
        (
            "One Two Three Four",
            "Two One Four",
            ["paragraph 1 is new", "paragraphs 2 to 3 are taken out"],
        ),
        ("Same Two", "Same Three", []),
    ],
)
def test_a_repeated_paragraph_is_moved_only_as_often_as_it_arrives_elsewhere(
    before: str, after: str, what: list[str]
) -> None:
    found = passages("AO 5 (2003)", "", text_of(before), text_of(after))
    assert [passage.what for passage in found] == what
