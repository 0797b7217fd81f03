"""The records of this repository have no errors and agree word for word with their sources."""

import re

import pytest

from corpus.checks.runner import check
from corpus.library.loader import load
from corpus.library.record import Record
from corpus.model.opinion_id import OpinionId
from corpus.paths import REPOSITORY, CorpusPaths
from corpus.review.documents.comparison import compare_with_document
from corpus.review.documents.text import text_of_document
from corpus.review.documents.text_of_opinion import own_part

CORPUS = load(CorpusPaths(REPOSITORY))
WITH_SOURCE = [record for record in CORPUS.records if record.opinion.source.file]


def test_missing_opinions_are_the_only_findings() -> None:
    assert {finding.code for finding in check(CORPUS)} <= {"OP406"}


def test_the_first_opinion_has_the_words_of_its_source_in_order() -> None:
    (record,) = (record for record in WITH_SOURCE if record.id == OpinionId(2003, 5))
    source = (REPOSITORY / str(record.opinion.source.file)).read_text(encoding="utf-8")
    unbroken = re.sub(r"(?<=\w-)\s*\n\s*", "", source)
    assert record.text.plain_text.split() == unbroken.split()


@pytest.mark.parametrize("record", WITH_SOURCE, ids=lambda record: str(record.id))
def test_no_record_has_other_words_than_its_document(record: Record) -> None:
    assert CORPUS.references
    path, commission = str(record.opinion.source.file), CORPUS.references.commission
    whole = text_of_document(REPOSITORY, path, commission)
    document = own_part(record.text, whole, commission)
    assert compare_with_document("it", path, record.text, document, commission).others == ()


def test_git_changes_no_character_of_a_text_when_it_is_checked_out() -> None:
    """Otherwise the files of a change would not be those that its reviewer sees."""
    folders = (REPOSITORY / name for name in ("opinions", "standards", "pages"))
    nested = (path for folder in folders for path in folder.rglob(".gitattributes"))
    for path in (REPOSITORY / ".gitattributes", *nested):
        attributes = path.read_text(encoding="utf-8")
        assert not re.search(r"working-tree-encoding|\bident\b|\bfilter\b", attributes), path


def test_every_authority_names_a_web_page_as_its_source() -> None:
    assert CORPUS.references
    for authority in CORPUS.references.authorities.values():
        assert authority.source.url
        assert all(edition.source.url for edition in authority.editions)
