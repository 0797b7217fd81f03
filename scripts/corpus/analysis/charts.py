"""The data of two charts: opinions by topic and year, and relations between opinions."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from corpus.analysis.index import CorpusIndex
from corpus.library.record import Record
from corpus.model.opinion_parts import Effect


@dataclass(frozen=True, slots=True)
class TopicRow:
    """How many opinions there are on one topic in each year of the chart."""

    topic: str | None
    """The id of a topic; None for all topics without a row of their own."""
    years: tuple[int, ...]
    """The number of opinions in each year."""


@dataclass(frozen=True, slots=True)
class TopicCounts:
    """The opinions by topic and year."""

    years: tuple[int, ...]
    """The years that have an opinion on a topic."""
    topics: tuple[TopicRow, ...]
    maximum: int
    """The highest number in any row."""


@dataclass(frozen=True, slots=True)
class Arc:
    """A relation from a later to an earlier opinion, by their positions in the diagram."""

    later: int
    earlier: int
    effect: Effect


@dataclass(frozen=True, slots=True)
class ArcDiagram:
    """The opinions that have relations, newest first, and an arc for each relation."""

    records: tuple[Record, ...]
    arcs: tuple[Arc, ...]


def topic_counts(index: CorpusIndex, max_rows: int = 20) -> TopicCounts:
    """Count the opinions on the most frequent topics; the other topics share one more row."""
    on_topics = chain.from_iterable(index.by_topic.values())
    years = tuple(sorted({record.year for record in on_topics}))
    topics = sorted(index.by_topic.items(), key=lambda item: (-len(item[1]), item[0]))
    rows = [_row(topic, records, years) for topic, records in topics[:max_rows]]
    if others := topics[max_rows:]:
        records = chain.from_iterable(records for _, records in others)
        rows.append(_row(None, {record.id: record for record in records}.values(), years))
    return TopicCounts(years, tuple(rows), max((max(row.years) for row in rows), default=0))


def arc_diagram(index: CorpusIndex, max_opinions: int = 80) -> ArcDiagram | None:
    """The relations between opinions; None if there are none, or too many to be readable."""
    relations = [
        (record.id, relation) for record in index.records for relation in record.opinion.opinions
    ]
    ids = {later for later, _ in relations} | {relation.cites for _, relation in relations}
    if not 0 < len(ids) <= max_opinions:
        return None
    records = tuple(record for record in index.records if record.id in ids)
    position = {record.id: number for number, record in enumerate(records)}
    arcs = (Arc(position[later], position[to.cites], to.effect) for later, to in relations)
    return ArcDiagram(records, tuple(arcs))


def _row(topic: str | None, records: Iterable[Record], years: tuple[int, ...]) -> TopicRow:
    counts = Counter(record.year for record in records)
    return TopicRow(topic, tuple(counts[year] for year in years))
