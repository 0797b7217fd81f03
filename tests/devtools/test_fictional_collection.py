from itertools import chain
from pathlib import Path

import pytest

from corpus.analysis.status import Status, opinion_status
from corpus.checks.runner import check
from corpus.library.corpus import Corpus
from corpus.library.loader import load
from corpus.model.opinion_parts import Effect
from devtools.fictional_collection import fictional_collection, write_collection
from factories import index_of


def load_checked(root: Path, size: int) -> Corpus:
    corpus = load(write_collection(size, root))
    assert check(corpus) == ()
    return corpus


@pytest.mark.parametrize("size", [1, 50, 200])
def test_a_collection_of_any_size_has_no_findings(tmp_path: Path, size: int) -> None:
    assert len(load_checked(tmp_path, size).records) == size


def test_it_has_everything_that_opinions_can_have(tmp_path: Path) -> None:
    corpus = load_checked(tmp_path, 50)
    records, index = corpus.records, index_of(corpus)
    relations = list(chain.from_iterable(record.opinion.opinions for record in records))
    assert {relation.effect for relation in relations} == set(Effect)
    assert {bool(relation.holding) for relation in relations} == {True, False}
    of_opinions = set(Status) - {Status.DRAFT}
    assert {opinion_status(record, index).status for record in records} == of_opinions
    assert {record.opinion.has_text for record in records} == {True, False}
    assert any(record.opinion.corrections for record in records)
    assert len(index.by_topic) > 10


def test_it_is_the_same_on_every_run() -> None:
    assert fictional_collection(20) == fictional_collection(20)
