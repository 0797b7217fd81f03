"""The day of the last change of an opinion."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import factories
from corpus.analysis.index import Memo
from corpus.analysis.last_modified import checked_on, last_modified, latest_entry, status_as_of
from corpus.model.opinion_id import OpinionId
from factories import (
    COMMISSION,
    UNCHANGED_LAW,
    Files,
    catalog_record,
    full_record,
    read_valid_corpus,
    record_text,
)

FIVE = "opinions/2003/05.md"
LATER: Files = {
    "opinions/2010/12.md": full_record(
        12, 2010, "opinions: [{cites: 2003/05, effect: supersedes}]", "See AO 5 (2003)."
    )
}
UNKNOWN_DAY: Files = {
    "opinions/2010/12.md": catalog_record(12, 2010, "opinions: [{cites: 2003/05, effect: cites}]")
}
IN_A_YEAR: Files = {
    "opinions/2010/12.md": catalog_record(
        12, 2010, "approved: 2010\nopinions: [{cites: 2003/05, effect: cites}]"
    )
}
WITHDRAWN: Files = {FIVE: record_text("withdrawn: {on: 2015-02-03, reason: It was taken back.}")}


@pytest.mark.parametrize(
    ("files", "day"),
    [
        ({}, "2003-11-07"),
        (LATER, "2010-06-01"),
        (UNKNOWN_DAY, "2003-11-07"),
        (IN_A_YEAR, "2010"),
        ({**LATER, **WITHDRAWN}, "2015-02-03"),
    ],
)
def test_the_last_change_counts(tmp_path: Path, files: Files, day: str) -> None:
    index = factories.index_of(read_valid_corpus(tmp_path, files))
    assert str(last_modified(index.by_id[OpinionId(2003, 5)], index)) == day


def test_no_day_is_known_of_a_catalogued_opinion_without_one(tmp_path: Path) -> None:
    index = factories.index_of(
        read_valid_corpus(tmp_path, {"opinions/2010/12.md": catalog_record(12, 2010)})
    )
    assert last_modified(index.by_id[OpinionId(2010, 12)], index) is None


@pytest.mark.parametrize(
    ("files", "day"),
    [
        (UNCHANGED_LAW, date(2003, 11, 7)),
        ({}, date(2020, 3, 1)),
        ({**WITHDRAWN, **UNCHANGED_LAW}, date(2015, 2, 3)),
        (
            {"standards/commission.yml": f"{COMMISSION}complete_until: 2024-12-31\n"},
            date(2024, 12, 31),
        ),
    ],
)
def test_the_latest_entry_is_of_an_opinion_of_the_law_or_of_the_settings(
    tmp_path: Path, files: Files, day: date
) -> None:
    index = factories.index_of(read_valid_corpus(tmp_path, files))
    assert latest_entry(index) == day


@pytest.mark.parametrize(
    ("settings", "written", "words"),
    [
        (
            "",
            None,
            (
                ", from records whose latest opinion is from November 7, 2003 and "
                "whose latest change of the law is from March 1, 2020."
            ),
        ),
        (
            "complete_until: 2024-12-31\n",
            date(2024, 5, 6),
            (
                ", for a document dated May 6, 2024, "
                "from a collection declared complete through December 31, 2024."
            ),
        ),
        (
            "complete_until: 2019-12-31\n",
            None,
            (
                ", from a collection declared complete through December 31, 2019, "
                "with records up to March 1, 2020."
            ),
        ),
    ],
)
def test_a_cite_check_says_on_which_day_and_of_which_collection_it_was_made(
    tmp_path: Path, settings: str, written: date | None, words: str
) -> None:
    files: Files = {"standards/commission.yml": f"{COMMISSION}{settings}"}
    index = factories.index_of(read_valid_corpus(tmp_path, files))
    assert checked_on(date(2026, 11, 28), written, index) == f"Checked on November 28, 2026{words}"


def test_the_latest_entry_may_be_a_seal(tmp_path: Path) -> None:
    index = factories.index_of(read_valid_corpus(tmp_path))
    sealed = replace(index, sealed_days={OpinionId(2003, 5): date(2026, 11, 26)}, memo=Memo())
    assert latest_entry(sealed) == date(2026, 11, 26)


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        (
            "complete_until: 2024-12-31\n",
            (
                "as of December 31, 2024, the day through which the collection is declared "
                "complete; the latest recorded change of the law is from March 1, 2020"
            ),
        ),
        (
            "complete_until: 2019-12-31\n",
            (
                "as of December 31, 2019, the day through which the collection is declared "
                "complete; it may include later changes; the latest recorded change of the law "
                "is from March 1, 2020"
            ),
        ),
        (
            "",
            (
                "from records whose latest opinion is from November 7, 2003 and whose latest "
                "change of the law is from March 1, 2020; the collection is incomplete and may "
                "lack later changes"
            ),
        ),
    ],
)
def test_a_printed_status_says_what_its_day_is(tmp_path: Path, settings: str, words: str) -> None:
    files: Files = {"standards/commission.yml": f"{COMMISSION}{settings}"}
    assert status_as_of(factories.index_of(read_valid_corpus(tmp_path, files))) == words
