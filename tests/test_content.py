"""The real records: sound, and word for word what their sources say."""

import re

import pytest

from corpus.checks.runner import check
from corpus.library.loader import load
from corpus.library.record import Record
from corpus.model.opinion import OpinionId
from corpus.paths import REPOSITORY, CorpusPaths

LIBRARY = load(CorpusPaths(REPOSITORY))


def test_nothing_is_wrong_in_the_real_corpus_but_that_opinions_are_missing() -> None:
    assert {finding.code for finding in check(LIBRARY)} <= {"OP406"}


WITH_SOURCE = [record for record in LIBRARY.records if record.opinion.source.file]


@pytest.mark.parametrize("record", WITH_SOURCE, ids=lambda record: str(record.id))
def test_a_record_has_every_word_of_its_source_in_order(record: Record) -> None:
    source = (REPOSITORY / str(record.opinion.source.file)).read_text(encoding="utf-8")
    unbroken = re.sub(r"(?<=\w-)\s*\n\s*", "", source)
    assert record.text.plain_text.split() == unbroken.split()


def test_the_first_opinion_is_among_them() -> None:
    assert OpinionId(2003, 5) in {record.id for record in WITH_SOURCE}


def test_every_authority_that_is_held_names_a_web_page_as_its_source() -> None:
    assert LIBRARY.references
    for authority in LIBRARY.references.authorities.values():
        assert authority.source.url
        assert all(edition.source.url for edition in authority.editions)
