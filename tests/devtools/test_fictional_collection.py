from itertools import chain
from pathlib import Path

import pytest

from corpus.analysis.index import relate
from corpus.analysis.status import Status, standing
from corpus.checks.runner import check
from corpus.library.loader import load
from corpus.library.record import Record
from corpus.model.opinion import Effect
from devtools.fictional_collection import specimen, written


def records(root: Path, size: int) -> tuple[Record, ...]:
    library = load(written(size, root))
    assert check(library) == ()
    return library.records


@pytest.mark.parametrize("size", [1, 50, 200])
def test_a_specimen_of_any_size_is_sound(tmp_path: Path, size: int) -> None:
    assert len(records(tmp_path, size)) == size


def test_it_has_everything_that_a_corpus_can_have(tmp_path: Path) -> None:
    made = records(tmp_path, 50)
    relations = relate(made)
    told = list(chain.from_iterable(record.opinion.opinions for record in made))
    assert {relation.effect for relation in told} == set(Effect)
    assert {bool(relation.holding) for relation in told} == {True, False}
    assert {standing(record, relations).status for record in made} == set(Status)
    assert {record.opinion.is_held for record in made} == {True, False}
    assert len(relations.by_topic) > 10


def test_it_is_the_same_on_every_run() -> None:
    assert specimen(20) == specimen(20)
