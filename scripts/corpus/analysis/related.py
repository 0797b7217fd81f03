"""Related opinions, each with the reason why a reader of one may want it next."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from typing import TypeVar

from corpus.analysis.index import CorpusIndex, once
from corpus.library.record import Record
from corpus.model.authority import Citation
from corpus.model.opinion_id import OpinionId

Key = TypeVar("Key")

MAX_RELATED = 5
"""How many related opinions are shown."""

_MAX_NEIGHBORS = 25
"""How many opinions on either side are considered for each topic and citation, to stay fast."""


@dataclass(frozen=True, slots=True)
class RelatedOpinion:
    """Another opinion, and what it has in common with this one."""

    record: Record
    citations: tuple[Citation, ...]
    topics: tuple[str, ...]


def related_opinions(record: Record, index: CorpusIndex) -> tuple[RelatedOpinion, ...]:
    """The opinions with the most in common; ties go to the nearest in time. A draft has none.

    One that cites this opinion, or that it cites, is left out: the page lists it as such.
    """
    if record.opinion.is_draft:
        return ()
    position = index.position[record.id]
    weights = _weights(record, index)
    for opinion in _linked(record, index):
        weights.pop(index.position.get(opinion, -1), None)
    best = nsmallest(
        MAX_RELATED, weights, key=lambda other: (-weights[other], abs(other - position))
    )
    return tuple(_in_common(record, index.records[other]) for other in best)


def _linked(record: Record, index: CorpusIndex) -> set[OpinionId]:
    """The opinions that the record cites, and those that cite it."""
    later = index.incoming_relations.get(record.id, ())
    cited = {relation.cites for relation in record.opinion.opinions}
    return cited | {incoming.record.id for incoming in later}


def _weights(record: Record, index: CorpusIndex) -> Counter[int]:
    """How much each opinion has in common, by position; provisions count twice, topics once."""
    weights: Counter[int] = Counter()
    position = index.position[record.id]
    citing = _citing(index)
    on_topic = _on_topic(index)
    for citation in record.opinion.cited:
        for near in _near(position, citing[citation]):
            weights[near] += 2
    for topic in record.opinion.topics:
        weights.update(_near(position, on_topic[topic]))
    del weights[position]
    return weights


def _near(position: int, group: Sequence[int]) -> Sequence[int]:
    """The positions of a record and its neighbors in a group."""
    middle = bisect_left(group, position)
    return group[max(middle - _MAX_NEIGHBORS, 0) : middle + _MAX_NEIGHBORS + 1]


@once
def _citing(index: CorpusIndex) -> dict[Citation, list[int]]:
    """The positions of the opinions that cite each provision."""
    return _positions(index.by_citation, index)


@once
def _on_topic(index: CorpusIndex) -> dict[str, list[int]]:
    """The positions of the opinions on each topic."""
    return _positions(index.by_topic, index)


def _positions(groups: Mapping[Key, Sequence[Record]], index: CorpusIndex) -> dict[Key, list[int]]:
    return {key: [index.position[record.id] for record in group] for key, group in groups.items()}


def _in_common(record: Record, other: Record) -> RelatedOpinion:
    citations = set(other.opinion.cited)
    topics = set(other.opinion.topics)
    return RelatedOpinion(
        other,
        tuple(citation for citation in record.opinion.cited if citation in citations),
        tuple(topic for topic in record.opinion.topics if topic in topics),
    )
