import re
from pathlib import Path

import pytest
import yaml

from corpus.citations.patterns import STEPS, CitationPatterns, Name, authority, opinion, part, shape
from corpus.model.authority import AuthorityKind, Citation
from corpus.model.commission import Commission
from corpus.model.opinion import OpinionId
from factories import COMMISSION, sound


def whole(kind: AuthorityKind, written: str, rules: str = "") -> Citation | None:
    found = shape(kind).match(written)
    return authority(kind, found, rules) if found else None


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("I", "1"),
        ("IV", "4"),
        ("VIII", "8"),
        ("IX", "9"),
        ("XII", "12"),
        ("IIII", None),
        ("VX", None),
    ],
)
def test_a_roman_numeral_is_its_number(written: str, number: str | None) -> None:
    cited = whole(AuthorityKind.STANDARD, written)
    assert (cited.authority if cited else None) == number


@pytest.mark.parametrize(
    ("before", "written", "meant"),
    [
        ("3(c)", "(d)", "3(d)"),
        ("3(d)(4)", "(5)", "3(d)(5)"),
        ("3(d)(4)", "(e)", "3(e)"),
        ("3(c)", "(d)(1)", "3(d)(1)"),
        ("3(c)", "(1)", None),
        ("3", "(c)", None),
    ],
)
def test_a_part_alone_stands_in_the_place_of_its_sort(
    before: str, written: str, meant: str | None
) -> None:
    citation, found = Citation.parse(AuthorityKind.STANDARD, before), STEPS.match(written)
    assert citation
    assert found
    cited = part(citation, found)
    assert (str(cited) if cited else None) == meant


@pytest.mark.parametrize(
    ("written", "year"), [("03-5", 2003), ("69-5", 2069), ("70-5", 1970), ("99-5", 1999)]
)
def test_two_digits_of_a_year_are_of_the_nearer_century(written: str, year: int) -> None:
    found = re.fullmatch(r"(?P<yy>\d\d)-(?P<number>\d)", written)
    assert found
    assert opinion(found) == OpinionId(year, 5)


def test_a_name_is_known_in_the_plural_and_with_any_space(tmp_path: Path) -> None:
    spellings = CitationPatterns(sound(tmp_path).references.commission)
    assert spellings.name("Pier Rule")[0].rules == "PR"
    assert spellings.name("Pier\u00a0Rules") == (spellings.name("Pier Rule")[0], True)
    assert spellings.name("Harbor  Stat.")[0].kind is AuthorityKind.STATUTE
    assert spellings.name("Advisory Opinion")[0].kind is None
    assert spellings.name("Advisory Opinions") == (spellings.name("Advisory Opinion")[0], True)


def test_words_before_of_and_for_are_put_in_the_plural() -> None:
    fields = yaml.safe_load(COMMISSION)
    fields["authorities"]["standard"]["cited_as"] = ["Standard of Conduct"]
    fields["authorities"]["rule"]["sets"] = {"MSC": ["Rule for Mediated Settlement Conferences"]}
    spellings = CitationPatterns(Commission.model_validate(fields))
    assert spellings.names.fullmatch("Standards of\nConduct")
    assert spellings.name("Standards of Conduct") == (Name(AuthorityKind.STANDARD), True)
    assert spellings.name("Rules for Mediated Settlement Conferences")[0].rules == "MSC"
    assert not spellings.names.fullmatch("Standard of Conducts")


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("7A-38.1-7A-38.4A", "7A-38.1"),
        ("12-12-5", "12-12-5"),
        ("10-3.1-1", "10-3.1-1"),
        ("2A:23C-1", "2A:23C-1"),
        ("7A\u201338.2", "7A-38.2"),
    ],
)
def test_a_section_ends_where_its_chapter_comes_again(written: str, number: str) -> None:
    assert str(whole(AuthorityKind.STATUTE, written)) == number
