"""The records of this repository have no errors and agree word for word with their sources."""

import re

import pytest

from corpus.checks.runner import check
from corpus.library.loader import load
from corpus.library.record import Record
from corpus.model.opinion_id import OpinionId
from corpus.paths import REPOSITORY, CorpusPaths

CORPUS = load(CorpusPaths(REPOSITORY))
WITH_SOURCE = [record for record in CORPUS.records if record.opinion.source.file]


def test_missing_opinions_are_the_only_findings() -> None:
    assert {finding.code for finding in check(CORPUS)} <= {"OP406"}


@pytest.mark.parametrize("record", WITH_SOURCE, ids=lambda record: str(record.id))
def test_a_record_has_the_words_of_its_source_in_order(record: Record) -> None:
    source = (REPOSITORY / str(record.opinion.source.file)).read_text(encoding="utf-8")
    unbroken = re.sub(r"(?<=\w-)\s*\n\s*", "", source)
    assert record.text.plain_text.split() == unbroken.split()


def test_the_first_opinion_is_compared_with_its_source() -> None:
    assert OpinionId(2003, 5) in {record.id for record in WITH_SOURCE}


def test_every_authority_names_a_web_page_as_its_source() -> None:
    assert CORPUS.references
    for authority in CORPUS.references.authorities.values():
        assert authority.source.url
        assert all(edition.source.url for edition in authority.editions)
