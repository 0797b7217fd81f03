"""Opinions that a reader of one may want next, each with the reason."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.authorities import Citation
from corpus.model import OpinionId
from corpus.records import Record
from corpus.relate import Relations

MOST = 5
"""How many related opinions are shown."""

_NEAR = 25
"""How many neighbours on either side are looked at in a long index, so that all stays quick."""


@dataclass(frozen=True, slots=True)
class Related:
    """An opinion on the same subjects."""

    record: Record
    citations: tuple[Citation, ...]
    """The provisions that both cite."""
    topics: tuple[str, ...]
    """The topics of both."""

    @property
    def weight(self) -> int:
        """A shared provision says more than a shared topic."""
        return 2 * len(self.citations) + len(self.topics)


def related(record: Record, relations: Relations) -> tuple[Related, ...]:
    """The opinions that share most with this one, the nearest in time first among equals."""
    shared = [_shared(record, other) for other in _neighbours(record, relations)]
    place = relations.place[record.id]
    shared.sort(key=lambda one: (-one.weight, abs(relations.place[one.record.id] - place)))
    return tuple(shared[:MOST])


def _shared(record: Record, other: Record) -> Related:
    cited, topics = set(other.opinion.cited), set(other.opinion.topics)
    return Related(
        other,
        tuple(citation for citation in record.opinion.cited if citation in cited),
        tuple(topic for topic in record.opinion.topics if topic in topics),
    )


def _neighbours(record: Record, relations: Relations) -> Iterator[Record]:
    """Those near it in any of its indexes, each once, in an order that is always the same."""
    found: dict[OpinionId, Record] = {}
    place = relations.place[record.id]
    for group in _groups(record, relations):
        here = bisect_left(group, place, key=lambda one: relations.place[one.id])
        found |= {other.id: other for other in group[max(here - _NEAR, 0) : here + _NEAR + 1]}
    return (other for other in found.values() if other.id != record.id)


def _groups(record: Record, relations: Relations) -> Iterator[tuple[Record, ...]]:
    yield from (relations.by_citation[citation] for citation in record.opinion.cited)
    yield from (relations.by_topic[topic] for topic in record.opinion.topics)
