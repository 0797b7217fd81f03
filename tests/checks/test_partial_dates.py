"""Rules that compare days report of a month or a year only what is wrong on each of its days."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from corpus.checks.runner import check
from factories import STANDARD, catalog_record, read_corpus

TWELVE = "opinions/2010/12.md"


@pytest.mark.parametrize(
    ("approved", "code", "fields", "is_wrong"),
    [
        ("2010-06", "OP114", "", False),
        ("2011-06", "OP114", "", True),
        ("2010", "OP114", "", False),
        ("2011", "OP114", "", True),
        ("2010-06", "OP125", "withdrawn: {on: 2010-05-31, reason: It was wrong.}\n", True),
        ("2010-06", "OP125", "withdrawn: {on: 2010-06-01, reason: It was wrong.}\n", False),
        ("2010-06", "OP125", "withdrawn: {on: 2010-05, reason: It was wrong.}\n", True),
        ("2010-06", "OP125", "withdrawn: {on: 2010-06, reason: It was wrong.}\n", False),
        ("2010-06", "OP125", "withdrawn: {on: 2010, reason: It was wrong.}\n", False),
        ("2009", "OP513", "withdrawn: {on: 2010-06, reason: It was wrong.}\n", True),
        ("2009", "OP513", "withdrawn: {on: 2010-05, reason: It was wrong.}\n", False),
        ("2009", "OP513", "withdrawn: {on: 2010-05-21, reason: It was wrong.}\n", True),
        ("2009", "OP513", "withdrawn: {on: 2010-05-20, reason: It was wrong.}\n", False),
        ("2010", "OP125", "withdrawn: {on: 2009-12-31, reason: It was wrong.}\n", True),
        ("2010", "OP125", "withdrawn: {on: 2010-01-01, reason: It was wrong.}\n", False),
        ("2010-06", "OP513", "", True),
        ("2010-05", "OP513", "", False),
        ("2010", "OP513", "", False),
        ("2011", "OP513", "", True),
    ],
)
def test_a_day_is_wrong_only_if_every_day_of_the_month_is(
    tmp_path: Path, approved: str, code: str, fields: str, *, is_wrong: bool
) -> None:
    record = catalog_record(12, 2010, f"approved: {approved}\n{fields}")
    corpus = read_corpus(tmp_path, {TWELVE: record})
    found = check(replace(corpus, today=date(2010, 5, 20)))
    codes = {finding.code for finding in found if finding.location.path == TWELVE}
    assert (code in codes) is is_wrong


@pytest.mark.parametrize(
    ("earlier", "later", "is_wrong"),
    [
        ("2010-06", "2010-06", False),
        ("2010-06", "2010", False),
        ("2010-06", "2010-06-01", False),
        ("2010-06", "2010-05", True),
        ("2010-06-30", "2010-06", False),
    ],
)
def test_an_opinion_is_earlier_if_it_may_be(
    tmp_path: Path, earlier: str, later: str, *, is_wrong: bool
) -> None:
    files = {
        "opinions/2010/11.md": catalog_record(11, 2010, f"approved: {earlier}"),
        TWELVE: catalog_record(
            12, 2010, f"approved: {later}\nopinions: [{{cites: 2010/11, effect: cites}}]"
        ),
    }
    codes = {finding.code for finding in check(read_corpus(tmp_path, files))}
    assert bool(codes & {"OP409"}) is is_wrong


@pytest.mark.parametrize(
    ("typed", "day_before"),
    [
        ("effective: 2011-07", "2011-06-30"),
        ("effective: July 2011", "2011-06-30"),
        ("effective: 2011-07-00", "2011-06-30"),
        ("adopted: 2011", "2010-12-31"),
        ("after: 7/2011", "2011-06-30"),
    ],
)
def test_a_change_known_to_its_month_comes_with_the_day_on_which_the_old_words_held(
    tmp_path: Path, typed: str, day_before: str
) -> None:
    standard = STANDARD.replace("effective: 2020-03-01", typed)
    findings = check(read_corpus(tmp_path, {"standards/3.md": standard}))
    (finding,) = [each for each in findings if "YYYY-MM-DD" in each.message]
    in_its_place = "" if typed.startswith("after") else f" in the place of `{typed}`"
    assert f"type `after: {day_before}`{in_its_place}. That is" in finding.hint
    corrected = standard.replace(typed, f"after: {day_before}")
    assert not check(read_corpus(tmp_path / "corrected", {"standards/3.md": corrected}))
