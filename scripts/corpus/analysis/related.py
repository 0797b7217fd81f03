"""Opinions that a reader of one may want next, each with the reason."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.analysis.index import CorpusIndex
from corpus.library.record import Record
from corpus.model.authority import Citation

MAX_RELATED = 5
"""How many related opinions are shown."""

_NEAR = 25
"""How many neighbours on either side are looked at in a long index, so that all stays quick."""


@dataclass(frozen=True, slots=True)
class RelatedOpinion:
    """An opinion on the same subjects."""

    record: Record
    citations: tuple[Citation, ...]
    """The provisions that both cite."""
    topics: tuple[str, ...]
    """The topics of both."""


def related_opinions(record: Record, index: CorpusIndex) -> tuple[RelatedOpinion, ...]:
    """The opinions that share most with this one, the nearest in time first among equals."""
    place, weights = index.position[record.id], _weights(record, index)
    nearest = sorted(weights, key=lambda other: (-weights[other], abs(other - place)))
    return tuple(_shared(record, index.records[other]) for other in nearest[:MAX_RELATED])


def _weights(record: Record, index: CorpusIndex) -> Counter[int]:
    """How much each neighbour shares, by its place; a provision says more than a topic."""
    weights: Counter[int] = Counter()
    for citation in record.opinion.cited:
        for place in _near(record, index.by_citation[citation], index):
            weights[place] += 2
    for topic in record.opinion.topics:
        weights.update(_near(record, index.by_topic[topic], index))
    del weights[index.position[record.id]]
    return weights


def _near(record: Record, group: Sequence[Record], index: CorpusIndex) -> list[int]:
    """The places of the neighbours that it has in one index, and its own."""
    place = index.position
    here = bisect_left(group, place[record.id], key=lambda one: place[one.id])
    return [place[one.id] for one in group[max(here - _NEAR, 0) : here + _NEAR + 1]]


def _shared(record: Record, other: Record) -> RelatedOpinion:
    cited, topics = set(other.opinion.cited), set(other.opinion.topics)
    return RelatedOpinion(
        other,
        tuple(citation for citation in record.opinion.cited if citation in cited),
        tuple(topic for topic in record.opinion.topics if topic in topics),
    )
