from datetime import date
from pathlib import Path

import pytest

from corpus.analysis.history import ProvisionHistory, edition_affects, provision_history
from corpus.model.authority import Citation
from corpus.model.edition import Edition
from corpus.model.partial_date import PartialDate
from factories import COMMISSION, STANDARD_KIND, read_corpus, standard_text

BODY = (
    "    editions: [{adopted: 1996-05-10, verb: adopted, event: First, source: {title: Minutes}}]\n"
)


def edition(day: str, provisions: str = "", text: str = "", part: str = "") -> str:
    """One edition in one line."""
    fields = {"provisions": provisions, "text": text, "part": part}
    given = "".join(f", {name}: {value}" for name, value in fields.items() if value)
    return f"  - {{effective: {day}, event: Changed, source: {{title: Minutes}}{given}}}\n"


def history_of(
    root: Path, *editions: str, cited: str = "3(c)", day: str = "2003-11-07"
) -> ProvisionHistory:
    text = standard_text(f"editions:\n{''.join(editions)}" if editions else "editions: []")
    references = read_corpus(root, {"standards/3.md": text}).references
    citation = Citation.parse(STANDARD_KIND, cited)
    assert references
    assert citation
    return provision_history(citation, PartialDate.from_iso(day), references)


def days(editions: tuple[Edition, ...]) -> list[str]:
    return [str(edition.day) for edition in editions]


def test_without_an_edition_nothing_is_known(tmp_path: Path) -> None:
    history = history_of(tmp_path)
    assert (history.then.edition, history.changes, history.now.edition) == (None, (), None)


def test_editions_are_before_or_after_the_day(tmp_path: Path) -> None:
    history = history_of(
        tmp_path, edition("2020-01-01"), edition("2001-01-01"), edition("2003-11-08")
    )
    assert history.then.edition
    assert str(history.then.edition.day) == "2001-01-01"
    assert days(history.changes) == ["2003-11-08", "2020-01-01"]
    assert history.now.edition == history.changes[-1]


UNDATED = "  - {after: 2003-11-07, event: Reworded, source: {title: Minutes}}\n"


@pytest.mark.parametrize(
    ("approved", "undecided", "since"),
    [
        ("2003-11-06", [], ["2003-11-07"]),
        ("2003-11-07", [], ["2003-11-07"]),
        ("2003-11-08", ["2003-11-07"], []),
        ("2003-11", ["2003-11-07"], []),
    ],
)
def test_a_change_of_an_unknown_day_is_never_before_an_opinion(
    tmp_path: Path, approved: str, undecided: list[str], since: list[str]
) -> None:
    history = history_of(tmp_path, UNDATED, day=approved)
    assert history.then.edition is None
    assert (days(history.undecided), days(history.changes)) == (undecided, since)


def test_what_a_provision_says_now_is_unknown_if_a_change_of_an_unknown_day_may_be_later(
    tmp_path: Path,
) -> None:
    history = history_of(tmp_path, UNDATED, edition("2010-01-01", text="Of 2010."))
    assert history.now.wording is None


ADOPTED = "  - {adopted: 2003-07-01, verb: amended, event: Act 12, source: {title: Minutes}}\n"


@pytest.mark.parametrize(
    ("later", "undecided", "since"),
    [
        ((), ["2003-07-01"], []),
        ((edition("2003-10-01"),), [], []),
        ((edition("2003-10-01", "['3(d)']"),), ["2003-07-01"], []),
        ((edition("2010-10-01"),), ["2003-07-01"], ["2010-10-01"]),
    ],
)
def test_an_amendment_that_is_only_known_to_be_adopted_may_have_taken_effect_later(
    tmp_path: Path, later: tuple[str, ...], undecided: list[str], since: list[str]
) -> None:
    history = history_of(tmp_path, ADOPTED, *later)
    assert (days(history.undecided), days(history.changes)) == (undecided, since)
    assert days(history_of(tmp_path / "b", ADOPTED, day="2003-06-01").changes) == ["2003-07-01"]


def test_an_edition_applies_from_its_first_day(tmp_path: Path) -> None:
    history = history_of(tmp_path, edition("2003-11-07"))
    assert history.then.edition
    assert history.changes == ()


@pytest.mark.parametrize(
    ("approved", "earlier", "undecided", "since"),
    [
        ("2003-11", "2003-11-01", ["2003-11-02", "2003-11-30"], ["2003-12-01"]),
        ("2003", None, ["2003-11-01", "2003-11-02", "2003-11-30", "2003-12-01"], []),
        ("2003-12", "2003-12-01", [], []),
    ],
)
def test_an_edition_within_an_unknown_month_is_neither_before_nor_since(
    tmp_path: Path, approved: str, earlier: str | None, undecided: list[str], since: list[str]
) -> None:
    dates = ("2003-11-01", "2003-11-02", "2003-11-30", "2003-12-01")
    texts = (edition(day, text=f"Of {day}.") for day in dates)
    history = history_of(tmp_path, *texts, day=approved)
    then = history.then.edition
    assert (str(then.day) if then else None) == earlier
    assert (days(history.undecided), days(history.changes)) == (undecided, since)
    assert history.then.wording == (None if undecided else "Of 2003-12-01.")
    assert history.now.wording == "Of 2003-12-01."


@pytest.mark.parametrize(
    ("provisions", "cited", "is_affected"),
    [
        ("", "3(c)", True),
        ("['3(c)']", "3(c)", True),
        ("['3(c)']", "3", True),
        ("['3']", "3(c)", True),
        ("['3(d)(5)']", "3(c)", False),
        ("['3(d)(5)', '3(c)']", "3(c)", True),
    ],
)
def test_an_edition_affects_the_provisions_it_names_their_parts_and_what_contains_them(
    tmp_path: Path, provisions: str, cited: str, *, is_affected: bool
) -> None:
    history = history_of(tmp_path, edition("2020-01-01", provisions), cited=cited)
    assert bool(history.changes) is is_affected


def test_a_part_without_a_number_affects_no_provision(tmp_path: Path) -> None:
    assert history_of(tmp_path, edition("2020-01-01", part="Preamble")).changes == ()


def test_editions_of_all_authorities_of_a_kind_affect_each_of_them(tmp_path: Path) -> None:
    naming = "  standard:\n    title: S\n    label: 'Standard {id}'\n    cited_as: [Standard]\n"
    line = COMMISSION[COMMISSION.index("  standard:") : COMMISSION.index("  statute:")]
    files = {"standards/commission.yml": COMMISSION.replace(line, naming + BODY)}
    references = read_corpus(tmp_path, files).references
    assert references
    history = provision_history(
        Citation(STANDARD_KIND, "3", "(a)"), PartialDate(2003, 11, 7), references
    )
    assert history.then.edition
    assert history.then.edition.adopted == date(1996, 5, 10)


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
def test_a_wording_is_known_only_from_the_last_edition(
    tmp_path: Path, editions: list[str], then: str | None, now: str | None
) -> None:
    history = history_of(tmp_path, *editions)
    assert (history.then.wording, history.now.wording) == (then, now)


def test_two_wordings_are_compared_word_by_word(tmp_path: Path) -> None:
    old, new = "A mediator may tell all.", "A mediator may not tell."
    history = history_of(tmp_path, edition("2001-01-01", text=old), edition("2020-01-01", text=new))
    spans = [(span.words, span.in_old, span.in_new) for span in history.comparison]
    assert "".join(words for words, in_old, _ in spans if in_old) == old
    assert "".join(words for words, _, in_new in spans if in_new) == new
    assert ("not ", False, True) in spans


def test_one_wording_alone_is_not_compared(tmp_path: Path) -> None:
    assert history_of(tmp_path, edition("2020-01-01", text="New.")).comparison == ()
    assert history_of(tmp_path, edition("2001-01-01", text="Old.")).comparison == ()


def test_an_edition_of_an_unreadable_provision_affects_nothing(tmp_path: Path) -> None:
    history = history_of(tmp_path, edition("2020-01-01"))
    changed = history.changes[0].model_copy(update={"provisions": ("in words",)})
    assert not edition_affects(changed, history.citation)
