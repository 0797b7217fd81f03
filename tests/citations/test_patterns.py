import pytest

from corpus.citations.patterns import style_of
from corpus.citations.pinpoints import following_part
from corpus.model.authority import Citation
from corpus.model.number_forms import year_of
from factories import STANDARD_KIND, STATUTE_KIND


@pytest.mark.parametrize(
    ("previous", "written", "meaning"),
    [
        ("3(c)", "(d)", "3(d)"),
        ("3(d)(4)", "(5)", "3(d)(5)"),
        ("3(d)(4)", "(e)", "3(e)"),
        ("3(c)", "(d)(1)", "3(d)(1)"),
        ("3(c)", "(1)", None),
        ("3", "(c)", None),
    ],
)
def test_a_part_alone_replaces_the_last_part_of_its_case(
    previous: str, written: str, meaning: str | None
) -> None:
    citation = Citation.parse(STANDARD_KIND, previous)
    assert citation
    following = following_part(citation, written)
    assert (str(following) if following else None) == meaning


@pytest.mark.parametrize(
    ("written", "year"), [("03-5", 2003), ("69-5", 2069), ("70-5", 1970), ("99-5", 1999)]
)
def test_a_year_of_two_digits_is_between_1970_and_2069(written: str, year: int) -> None:
    yy, number = written.split("-")
    assert year_of({"yy": yy, "number": number}) == year


@pytest.mark.parametrize(
    ("written", "section"),
    [
        ("7A-38.1-7A-38.4A", "7A-38.1"),
        ("12-12-5", "12-12-5"),
        ("10-3.1-1", "10-3.1-1"),
        ("2A:23C-1", "2A:23C-1"),
        ("7A\u201338.2", "7A-38.2"),
    ],
)
def test_a_section_ends_where_its_chapter_comes_again(written: str, section: str) -> None:
    style = style_of(STATUTE_KIND)
    match = style.alone.match(written)
    assert match
    assert str(style.parse(match, "")) == section
