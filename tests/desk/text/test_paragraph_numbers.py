"""The paragraphs that questions and answers name follow the words of the text."""

import pytest

from clerks import FINISHED, Clerk
from corpus.desk.text.paragraph_numbers import follow_paragraphs
from corpus.parsing.yaml_values import Value

FIRST, SECOND, THIRD = "She asks one thing.", "May she tell one party?", "She may tell one party."


@pytest.mark.parametrize(
    ("new", "at", "sentences"),
    [
        ([FIRST, SECOND, THIRD], ["2", "3"], ()),
        ([SECOND, THIRD], ["1", "2"], ("Answer 1: paragraph 2, 3 is now 1, 2.",)),
        ([FIRST, "More.", SECOND, THIRD], ["3", "4"], ("Answer 1: paragraph 2, 3 is now 3, 4.",)),
        ([FIRST, f"{SECOND} {THIRD}"], ["2"], ("Answer 1: paragraph 2, 3 is now 2.",)),
        (
            [FIRST, SECOND, "She may tell", "one party now."],
            ["2", "3", "4"],
            ("Answer 1: paragraph 2, 3 is now 2, 3, 4.",),
        ),
        ([FIRST, SECOND, "He may tell one side."], ["2", "3"], ()),
        (
            [FIRST],
            [],
            (
                "Answer 1: paragraph 2 is gone, so it was taken out.",
                "Answer 1: paragraph 3 is gone, so it was taken out.",
                "Answer 1 has no paragraph now. Choose its paragraphs again.",
            ),
        ),
    ],
)
def test_numbers_follow_the_words(
    new: list[str], at: list[str], sentences: tuple[str, ...]
) -> None:
    holdings: Value = [{"id": "1", "at": ["2", "3"]}]
    fields, said = follow_paragraphs({"holdings": holdings}, [FIRST, SECOND, THIRD], new)
    assert fields.get("holdings", holdings) == [{"id": "1", "at": at}]
    assert said == sentences


def test_the_fields_follow_a_paragraph_that_is_removed_at_the_desk(clerk: Clerk) -> None:
    clerk.drop("Opinion Number 06 (2004)\n\nHarbor Board.\n\nMay she?\n\nShe may, once asked.\n")
    clerk.change("draft-1", holdings=[{**FINISHED["holdings"][0], "at": ["3"]}])
    answer = clerk.correct("draft-1", 1, "").json()
    assert answer["fields"]["holdings"][0]["at"] == ["2"]
    assert "Answer 1: paragraph 3 is now 2." in answer["followed"]
