"""Two pictures of a collection: how many opinions on which topic when, and which speak of which."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from corpus.analysis.index import CorpusIndex
from corpus.library.record import Record
from corpus.model.opinion import Effect

_MOST_TOPICS = 20
"""Topics beyond the most frequent ones are counted together."""

_MOST_LINKED = 80
"""More opinions than this that speak of each other are no picture any more."""

ROW_HEIGHT = 30
"""The units from one opinion of the arcs to the next."""


@dataclass(frozen=True, slots=True)
class TopicRow:
    """The opinions on one topic, year by year as the years of the picture stand."""

    topic: str | None
    """The id of a topic; None for all the others together."""
    years: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TopicCounts:
    """The opinions by topic and year."""

    years: tuple[int, ...]
    topics: tuple[TopicRow, ...]
    maximum: int
    """The highest of the numbers."""


@dataclass(frozen=True, slots=True)
class Arc:
    """A line from an opinion to an earlier one of which it speaks, by their places."""

    later: int
    earlier: int
    effect: Effect


@dataclass(frozen=True, slots=True)
class ArcDiagram:
    """The opinions that speak of each other, newest first, and the lines between them."""

    records: tuple[Record, ...]
    arcs: tuple[Arc, ...]


def topic_counts(index: CorpusIndex) -> TopicCounts:
    """How many opinions there are on each topic in each year, the most frequent topics first."""
    years = tuple(sorted(index.by_year))
    groups = sorted(index.by_topic.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    shown = tuple(_count(topic, records, years) for topic, records in groups[:_MOST_TOPICS])
    left = groups[_MOST_TOPICS:]
    if left:
        others = {one.id: one for one in chain.from_iterable(records for _, records in left)}
        shown = (*shown, _count(None, others.values(), years))
    return TopicCounts(years, shown, max((max(one.years) for one in shown), default=0))


def arc_diagram(index: CorpusIndex) -> ArcDiagram | None:
    """Who speaks of whom; None where nobody does, or too many."""
    records = index.records
    pairs = [(record.id, relation) for record in records for relation in record.opinion.opinions]
    linked = {later for later, _ in pairs} | {relation.cites for _, relation in pairs}
    if not 0 < len(linked) <= _MOST_LINKED:
        return None
    shown = tuple(one for one in records if one.id in linked)
    place = {one.id: at for at, one in enumerate(shown)}
    lines = (Arc(place[later], place[one.cites], one.effect) for later, one in pairs)
    return ArcDiagram(shown, tuple(lines))


def _count(topic: str | None, records: Iterable[Record], years: tuple[int, ...]) -> TopicRow:
    found = Counter(record.opinion.year for record in records)
    return TopicRow(topic, tuple(found[year] for year in years))
