from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from corpus.checks.runner import check
from corpus.library.corpus import Corpus
from corpus.library.ledger import Seal, seal_path
from corpus.library.seals import seals_to_write
from factories import RECORD, catalog_record, read_corpus

DAY, LATER = date(2026, 11, 26), date(2027, 1, 2)
LISTED = {"opinions/2004/06.md": catalog_record(6, 2004)}


def test_a_record_without_a_seal_gets_one(tmp_path: Path) -> None:
    assert [str(seal.id) for seal in seals_to_write(read_corpus(tmp_path, LISTED), DAY)] == [
        "2003/05",
        "2004/06",
    ]


def test_a_record_that_is_sealed_as_it_is_gets_none(tmp_path: Path) -> None:
    seals = {
        seal_path(seal.id): str(seal)
        for seal in seals_to_write(read_corpus(tmp_path / "a", LISTED), DAY)
    }
    assert tuple(seals_to_write(read_corpus(tmp_path / "b", {**LISTED, **seals}), LATER)) == ()


def test_a_text_that_is_typed_differently_is_sealed_again(tmp_path: Path) -> None:
    seals = {
        seal_path(seal.id): str(seal) for seal in seals_to_write(read_corpus(tmp_path / "a"), DAY)
    }
    files = {"opinions/2003/05.md": RECORD.replace("It may (see", "It may\n(see"), **seals}
    (seal,) = seals_to_write(read_corpus(tmp_path / "b", files), LATER)
    assert seal.text
    assert seal.sealed == DAY
    assert seal.text.all_words in seals[seal_path(seal.id)]


def test_a_seal_has_the_day_on_which_the_text_came(tmp_path: Path) -> None:
    corpus = read_corpus(tmp_path)
    (record,) = corpus.records
    (first,) = seals_to_write(corpus, DAY)
    assert str(first).splitlines()[:2] == ["url opinions/2003/05/", "sealed 2026-11-26"]
    listed = replace(corpus, seals={record.id: Seal(record.id, sealed=DAY)})
    assert [seal.sealed for seal in seals_to_write(listed, LATER)] == [LATER]


def test_no_day_is_invented_for_a_text_that_was_sealed_without_one(tmp_path: Path) -> None:
    corpus = read_corpus(tmp_path)
    (seal,) = seals_to_write(corpus, DAY)
    without_day = replace(seal, sealed=None)
    assert tuple(seals_to_write(replace(corpus, seals={seal.id: without_day}), LATER)) == ()
    assert days_written(replace(corpus, published_seals={seal.id: without_day})) == [None]


def test_a_deleted_seal_is_written_with_the_day_that_was_published(tmp_path: Path) -> None:
    corpus = read_corpus(tmp_path)
    (seal,) = seals_to_write(corpus, DAY)
    assert days_written(replace(corpus, published_seals={seal.id: seal})) == [DAY]


def test_a_text_that_is_sealed_but_not_published_keeps_its_day(tmp_path: Path) -> None:
    corpus = read_corpus(tmp_path)
    (seal,) = seals_to_write(corpus, DAY)
    published = {seal.id: Seal(seal.id)}
    corpus = replace(corpus, seals={seal.id: seal}, published_seals=published)
    assert tuple(seals_to_write(corpus, LATER)) == ()


def sealed_on(day: date | None, corpus: Corpus) -> Corpus:
    """The corpus with the seal that it should have, but of this day, and nothing published."""
    (seal,) = seals_to_write(corpus, DAY)
    return replace(corpus, seals={seal.id: replace(seal, sealed=day)}, is_judged=True)


@pytest.mark.parametrize(
    ("day", "is_believed"),
    [
        (LATER, True),
        (LATER + timedelta(1), True),
        (LATER + timedelta(2), False),
        (LATER - timedelta(30), True),
        (LATER - timedelta(31), False),
        (None, False),
    ],
)
def test_a_day_that_cannot_be_believed_is_replaced_until_the_seal_is_published(
    tmp_path: Path, day: date | None, *, is_believed: bool
) -> None:
    corpus = sealed_on(day, read_corpus(tmp_path))
    assert days_written(corpus) == ([] if is_believed else [LATER])
    assert days_written(replace(corpus, published_seals=corpus.seals)) == []


@pytest.mark.parametrize("is_judged", [False, True])
def test_an_older_seal_gets_the_fields_and_keeps_its_day(
    tmp_path: Path, *, is_judged: bool
) -> None:
    corpus = read_corpus(tmp_path)
    (seal,) = seals_to_write(corpus, DAY)
    older = {seal.id: replace(seal, fields=None, sealed=None)}
    judged = replace(corpus, seals=older, is_judged=is_judged)
    judged = replace(judged, published_seals=older if is_judged else {})
    assert tuple(seals_to_write(judged, LATER)) == (replace(seal, sealed=None),)
    assert not [finding for finding in check(judged) if finding.code == "OP507"]


def test_a_new_id_is_sealed(tmp_path: Path) -> None:
    corpus = read_corpus(tmp_path)
    (seal,) = seals_to_write(corpus, DAY)
    assert seal.fields
    fewer = replace(seal, fields=replace(seal.fields, links=seal.fields.links[:1]))
    assert days_written(replace(corpus, seals={seal.id: fewer})) == [DAY]


def days_written(corpus: Corpus) -> list[date | None]:
    return [seal.sealed for seal in seals_to_write(corpus, LATER)]
