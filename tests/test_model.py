import pytest
from pydantic import ValidationError

from corpus.model import Authority, Citation, OpinionId
from corpus.vocabulary import Kind, Provenance


@pytest.mark.parametrize(
    ("kind", "written", "authority", "pinpoint", "url"),
    [
        (Kind.STANDARD, "3", "3", "", "standards/3/"),
        (Kind.STANDARD, "3(c)", "3", "(c)", "standards/3/#c"),
        (Kind.STANDARD, "3(d)(5)", "3", "(d)(5)", "standards/3/#d-5"),
        (Kind.STATUTE, "7A-38.2(b)", "7A-38.2", "(b)", "statutes/7A-38.2/#b"),
        (Kind.STATUTE, "7A-38.3B", "7A-38.3B", "", "statutes/7A-38.3B/"),
    ],
)
def test_a_citation_is_its_authority_and_its_pinpoint(
    kind: Kind, written: str, authority: str, pinpoint: str, url: str
) -> None:
    citation = Citation.parse(kind, written)
    assert citation == Citation(kind, authority, pinpoint)
    assert (str(citation), citation.url) == (written, url)


@pytest.mark.parametrize(
    "written", ["", "Standard 3", "3 (c)", "3(c", "3()", "3.c", "III", "3(c)\n"]
)
def test_a_citation_in_other_words_is_none(written: str) -> None:
    assert Citation.parse(Kind.STANDARD, written) is None


@pytest.mark.parametrize(
    ("number", "url"),
    [(5, "opinions/2003/05/"), (43, "opinions/2003/43/"), (143, "opinions/2003/143/")],
)
def test_the_number_in_a_url_has_at_least_two_digits(number: int, url: str) -> None:
    assert OpinionId(2003, number).url == url


def authority(number: str) -> Authority:
    return Authority(id=number, source=Provenance(title="Minutes"))


def test_authorities_stand_in_the_order_of_their_numbers() -> None:
    numbers = ["10", "7A-38.10", "3", "7A-38.3B", "7A-38.2"]
    in_order = sorted(map(authority, numbers), key=lambda one: one.order)
    assert [one.id for one in in_order] == ["3", "7A-38.2", "7A-38.3B", "7A-38.10", "10"]


def test_what_was_read_cannot_be_changed() -> None:
    with pytest.raises(ValidationError):
        authority("3").id = "4"  # type: ignore[misc]
