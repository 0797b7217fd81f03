"""The places where introducing words may begin are all those where they do."""

import pytest

from corpus.citations.first_letters import FirstLetters
from corpus.citations.introducers import Introducers
from corpus.model.commission import Commission
from marked_text import harbor_commission, real_commission

LETTERS = FirstLetters(["Canon", "canon", "Gen. Stat.", "GS", "G.S.", "§", "§§", "04 PAC"])


@pytest.mark.parametrize(
    ("paragraph", "places"),
    [
        ("See Canons 3 and canon 4.", [4, 17]),
        ("A canon 3 or Canon 4.", [2, 13]),
        ("Canonical", [0]),
        ("General Gen.Stat. § 2", [8, 18]),
        ("Gen  Stat §§ 2", [0, 10, 11]),
        ("GSG.S.", [0, 2]),
        ("104 PAC 2", [1]),
        ("no number", []),
        ("", []),
    ],
)
def test_places_in_a_paragraph(paragraph: str, places: list[int]) -> None:
    assert LETTERS.places_in([paragraph]) == [places]


def test_each_paragraph_has_its_own_places() -> None:
    assert LETTERS.places_in(["Gen", "", "See Gen", "Stat. Canon"]) == [[0], [], [4], [6]]
    assert LETTERS.places_in([]) == []


@pytest.mark.parametrize("commission", [real_commission(), harbor_commission()])
def test_all_introducing_words_of_a_body_begin_there(commission: Commission) -> None:
    introducers = Introducers(commission)
    paragraphs = ["Canon 3, AO 5 and 12 FO-7", *introducers.meanings, *introducers.sets]
    places = introducers.first_letters.places_in(paragraphs)
    for words, begin in zip(paragraphs, places, strict=True):
        assert {match.start() for match in introducers.pattern.finditer(words)} <= {*begin}
