"""Opinions of other bodies in running text."""

import pytest

from corpus.citations.cited_bodies import other_opinions_in, with_address
from corpus.citations.finder import CitationFinder
from corpus.model.cited_body import CitedBody
from corpus.model.opinion_id import OpinionId
from corpus.model.opinion_parts import OtherOpinion
from marked_text import harbor_commission

LAKE = CitedBody(
    name="Lake Board",
    printed=(
        "LB {year}-{number:03}{letter}",
        "Lake Opinion {number} ({year})",
        "Att'y {year}-{number}",
    ),
    url="https://lake.example.org/{year}/{number:03}{letter}/",
)


def cited(words: str, *listed: OtherOpinion) -> list[tuple[str, str]]:
    """The words of each citation, with those of the entry that it belongs to."""
    found = other_opinions_in(words, listed, (LAKE,))
    return [(words[each.start : each.end], each.opinion.citation) for each in found]


def entry(citation: str, body: str = "Lake Board", url: str | None = None) -> OtherOpinion:
    return OtherOpinion(body=body, citation=citation, url=url)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("See LB 2019-003.", ["LB 2019-003"]),
        ("See LB 2019-3 and LB 2019\u20133A.", ["LB 2019-3", "LB 2019\u20133A"]),
        ("Att'y 2019-3 and Att\u2019y 2019-4", ["Att'y 2019-3", "Att\u2019y 2019-4"]),
        ("(Lake Opinion 3 (2019))", ["Lake Opinion 3 (2019)"]),
        ("See XLB 2019-003, LB 2019-003-4, LB 19-003 and LB 1819-003.", []),
    ],
)
def test_a_number_in_a_form_of_the_settings_is_found(words: str, expected: list[str]) -> None:
    assert [found for found, _ in cited(words)] == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("See AO No. 2003-005.", []),
        ("See AO No. 2003-005 and Standard 3(c).", ["Standard 3(c)"]),
        ("Standard Op. 3 and AO 5 (2003)", ["AO 5 (2003)"]),
    ],
)
def test_a_number_of_another_body_is_no_citation_of_our_own(
    words: str, expected: list[str]
) -> None:
    bodies = (
        CitedBody(name="Hill Board", printed=("AO No. {year}-{number:03}",)),
        CitedBody(name="Road Board", printed=("Standard Op. {number}",)),
    )
    commission = harbor_commission().model_copy(update={"cited_bodies": bodies})
    citations = CitationFinder(commission, [OpinionId(2003, 5)]).find(words)
    assert [words[citation.start : citation.end] for citation in citations] == expected


def test_two_forms_of_one_number_are_one_entry() -> None:
    listed = entry("Lake Opinion 3 (2019)")
    assert cited("See LB 2019-003.", listed) == [("LB 2019-003", "Lake Opinion 3 (2019)")]
    assert cited("See LB 2019-004.", listed) == [("LB 2019-004", "LB 2019-004")]


def test_an_entry_is_found_word_for_word_and_not_within_another_number() -> None:
    listed = entry("River Op. 4", "River Board")
    assert cited("River Op. 4; River Op. 41; a River Op. 4-1.", listed) == [
        ("River Op. 4", "River Op. 4")
    ]


@pytest.mark.parametrize(
    ("opinion", "address"),
    [
        (entry("LB 2019-003A"), "https://lake.example.org/2019/003A/"),
        (entry("LB 2019-3", url="https://a.example.org/"), "https://a.example.org/"),
        (entry("LB 2019-3", "River Board"), None),
        (entry("an opinion of 2019"), None),
    ],
)
def test_the_settings_give_the_address(opinion: OtherOpinion, address: str | None) -> None:
    assert with_address(opinion, (LAKE,)).url == address
