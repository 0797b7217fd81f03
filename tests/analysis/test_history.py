"""Then and now, from the dates of editions alone."""

from datetime import date
from pathlib import Path

import pytest

from corpus.analysis.history import ProvisionHistory, edition_affects, provision_history
from corpus.model.authority import AuthorityKind, Citation, Edition
from factories import COMMISSION, STANDARD, library

BODY = "    editions: [{adopted: 1996-05-10, event: First, source: {title: Minutes}}]\n"


def edition(day: str, provisions: str = "", text: str = "", part: str = "") -> str:
    """One edition in one line."""
    said = f"effective: {day}, event: Changed, source: {{title: Minutes}}"
    said += f", provisions: {provisions}" if provisions else ""
    said += f", text: {text}" if text else ""
    return f"  - {{{said}{f', part: {part}' if part else ''}}}\n"


def told(
    root: Path, *editions: str, cited: str = "3(c)", day: str = "2003-11-07"
) -> ProvisionHistory:
    front = STANDARD.partition("editions:")[0]
    text = f"{front}editions:\n{''.join(editions)}---\n" if editions else f"{front}---\n"
    references = library(root, {"standards/3.md": text}).references
    citation = Citation.parse(AuthorityKind.STANDARD, cited)
    assert references
    assert citation
    return provision_history(citation, date.fromisoformat(day), references)


def days(found: tuple[Edition, ...]) -> list[str]:
    return [str(one.day) for one in found]


def test_without_an_edition_nothing_is_said(tmp_path: Path) -> None:
    found = told(tmp_path)
    assert (found.then.edition, found.changes, found.now.edition) == (None, (), None)


def test_editions_before_and_after_the_day_are_told_apart(tmp_path: Path) -> None:
    found = told(tmp_path, edition("2020-01-01"), edition("2001-01-01"), edition("2003-11-08"))
    assert found.then.edition
    assert str(found.then.edition.day) == "2001-01-01"
    assert days(found.changes) == ["2003-11-08", "2020-01-01"]
    assert found.now.edition == found.changes[-1]


def test_an_edition_of_the_very_day_is_in_force_on_it(tmp_path: Path) -> None:
    found = told(tmp_path, edition("2003-11-07"))
    assert found.then.edition
    assert found.changes == ()


@pytest.mark.parametrize(
    ("provisions", "cited", "touched"),
    [
        ("", "3(c)", True),
        ("['3(c)']", "3(c)", True),
        ("['3(c)']", "3", True),
        ("['3']", "3(c)", True),
        ("['3(d)(5)']", "3(c)", False),
        ("['3(d)(5)', '3(c)']", "3(c)", True),
    ],
)
def test_an_edition_touches_what_it_names_with_parts_and_wholes(
    tmp_path: Path, provisions: str, cited: str, *, touched: bool
) -> None:
    found = told(tmp_path, edition("2020-01-01", provisions), cited=cited)
    assert bool(found.changes) is touched


def test_a_part_without_a_number_touches_no_provision(tmp_path: Path) -> None:
    assert told(tmp_path, edition("2020-01-01", part="Preamble")).changes == ()


def test_editions_of_the_whole_body_count_for_each_of_its_authorities(tmp_path: Path) -> None:
    naming = "  standard:\n    title: S\n    label: 'Standard {id}'\n    cited_as: [Standard]\n"
    line = next(
        one for one in COMMISSION.splitlines(keepends=True) if one.startswith("  standard:")
    )
    files = {"standards/commission.yml": COMMISSION.replace(line, naming + BODY)}
    references = library(tmp_path, files).references
    assert references
    found = provision_history(
        Citation(AuthorityKind.STANDARD, "3", "(a)"), date(2003, 11, 7), references
    )
    assert found.then.edition
    assert found.then.edition.adopted == date(1996, 5, 10)


@pytest.mark.parametrize(
    ("editions", "then", "now"),
    [
        ([edition("2001-01-01", text="Old.")], "Old.", "Old."),
        ([edition("2001-01-01", "['3(c)']", "Old.")], "Old.", "Old."),
        ([edition("2001-01-01", "['3(c)(1)']", "Old.")], None, None),
        ([edition("2001-01-01", text="Old."), edition("2020-01-01")], "Old.", None),
        ([edition("2001-01-01", text="Old."), edition("2020-01-01", "['3(d)']")], "Old.", "Old."),
        ([edition("2001-01-01"), edition("2020-01-01", text="New.")], None, "New."),
    ],
)
def test_a_wording_is_told_only_where_the_last_edition_gives_it(
    tmp_path: Path, editions: list[str], then: str | None, now: str | None
) -> None:
    found = told(tmp_path, *editions)
    assert (found.then.wording, found.now.wording) == (then, now)


def test_two_wordings_are_compared_word_by_word(tmp_path: Path) -> None:
    old, new = "A mediator may tell all.", "A mediator may not tell."
    found = told(tmp_path, edition("2001-01-01", text=old), edition("2020-01-01", text=new))
    shown = [(one.words, one.in_old, one.in_new) for one in found.comparison]
    assert "".join(words for words, in_old, _ in shown if in_old) == old
    assert "".join(words for words, _, in_new in shown if in_new) == new
    assert ("not ", False, True) in shown


def test_one_wording_alone_is_compared_with_nothing(tmp_path: Path) -> None:
    assert told(tmp_path, edition("2020-01-01", text="New.")).comparison == ()
    assert told(tmp_path, edition("2001-01-01", text="Old.")).comparison == ()


def test_what_is_no_citation_touches_nothing(tmp_path: Path) -> None:
    found = told(tmp_path, edition("2020-01-01"))
    changed = found.changes[0].model_copy(update={"provisions": ("in words",)})
    assert not edition_affects(changed, found.citation)
