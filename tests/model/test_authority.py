import pytest
from pydantic import ValidationError

from corpus.model.authority import Authority, Citation, authority_model
from corpus.model.authority_kind import AuthorityKind
from corpus.model.provenance import Provenance
from factories import RULE_KIND, STANDARD_KIND, STATUTE_KIND


@pytest.mark.parametrize(
    ("kind", "written", "authority", "pinpoint", "url"),
    [
        (STANDARD_KIND, "3", "3", "", "standards/3/"),
        (STANDARD_KIND, "3(c)", "3", "(c)", "standards/3/#c"),
        (STANDARD_KIND, "3(d)(5)", "3", "(d)(5)", "standards/3/#d-5"),
        (STATUTE_KIND, "7A-38.2(b)", "7A-38.2", "(b)", "statutes/7A-38.2/#b"),
        (RULE_KIND, "MSC 4(f)", "MSC", "4(f)", "rules/msc/#4-f"),
        (RULE_KIND, "MSC", "MSC", "", "rules/msc/"),
        (
            RULE_KIND,
            "Farm Nuisance 5(b)(5)",
            "Farm Nuisance",
            "5(b)(5)",
            "rules/farm-nuisance/#5-b-5",
        ),
        (RULE_KIND, "IC .0104(b)", "IC", ".0104(b)", "rules/ic/#0104-b"),
        (STATUTE_KIND, "12:30-4", "12:30-4", "", "statutes/12-30-4/"),
        (STATUTE_KIND, "7A-38.3B", "7A-38.3B", "", "statutes/7A-38.3B/"),
    ],
)
def test_a_citation_is_its_authority_and_its_pinpoint(
    kind: AuthorityKind, written: str, authority: str, pinpoint: str, url: str
) -> None:
    citation = Citation.parse(kind, written)
    assert citation == Citation(kind, authority, pinpoint)
    assert (str(citation), citation.url) == (written, url)


@pytest.mark.parametrize(
    "written", ["", "Standard 3", "3 (c)", "3(c", "3()", "3.c", "III", "3(c)\n"]
)
def test_anything_else_is_not_a_citation(written: str) -> None:
    assert Citation.parse(STANDARD_KIND, written) is None


@pytest.mark.parametrize("written", ["msc 4", "MSC4", "MSC  4", "MSC 4.f", "MSC "])
def test_anything_else_is_not_a_rule(written: str) -> None:
    assert Citation.parse(RULE_KIND, written) is None


@pytest.mark.parametrize(
    ("first", "second", "overlap"),
    [
        ("3(c)", "3(c)", True),
        ("3", "3(c)", True),
        ("3(c)", "3", True),
        ("3(d)(5)", "3(d)", True),
        ("3(c)", "3(d)", False),
        ("3(c)", "4(c)", False),
        ("3(d)(5)", "3(d)(50)", False),
    ],
)
def test_provisions_overlap_if_one_is_part_of_the_other(
    first: str, second: str, *, overlap: bool
) -> None:
    citation, other = (Citation.parse(STANDARD_KIND, text) for text in (first, second))
    assert citation
    assert other
    assert citation.overlaps(other) is overlap


def test_a_citation_is_part_of_everything_above_it() -> None:
    citation = Citation(STANDARD_KIND, "3", "(d)(5)")
    assert [str(above) for above in citation.ancestors_and_self] == ["3", "3(d)", "3(d)(5)"]
    assert str(citation.without_pinpoint) == "3"


def authority(number: str) -> Authority:
    return authority_model(STATUTE_KIND)(id=number, source=Provenance(title="Minutes"))


def test_authorities_are_sorted_by_their_numbers() -> None:
    numbers = ["10", "7A-38.10", "3", "7A-38.3B", "7A-38.2"]
    in_order = sorted(map(authority, numbers), key=lambda known: known.order)
    assert [known.id for known in in_order] == ["3", "7A-38.2", "7A-38.3B", "7A-38.10", "10"]


def test_values_cannot_be_changed() -> None:
    with pytest.raises(ValidationError):
        authority("3").id = "4"  # type: ignore[misc]
