"""What follows from all records together: every index, and who cites what."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from corpus.citations.names import Names
from corpus.library.record import Record
from corpus.library.references import References
from corpus.model.authority import Citation
from corpus.model.commission import Commission
from corpus.model.opinion import Holding, OpinionId, Relation

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class CitationUse:
    """One citation by one opinion: where its text makes it, and what rests on it."""

    record: Record
    citation: Citation

    @property
    def holdings(self) -> tuple[Holding, ...]:
        """The holdings that rest on this very citation."""
        cited = str(self.citation)
        return tuple(one for one in self.record.opinion.holdings if cited in one.cites)

    @property
    def paragraphs(self) -> tuple[int, ...]:
        """The numbers of the paragraphs that make it."""
        return self.record.paragraphs_citing(self.citation)


@dataclass(frozen=True, slots=True)
class IncomingRelation:
    """What a later opinion says of an earlier one."""

    record: Record
    """The later one."""
    relation: Relation


@dataclass(frozen=True)
class CorpusIndex:
    """The records of a corpus, newest first, with every index over them."""

    references: References
    records: tuple[Record, ...]

    @property
    def commission(self) -> Commission:
        """The body that gives the opinions."""
        return self.references.commission

    @cached_property
    def names(self) -> Names:
        """How opinions, authorities and days are written for readers."""
        return Names(self.commission)

    @cached_property
    def position(self) -> dict[OpinionId, int]:
        """Where each opinion stands among the records, from 0 for the newest."""
        return {record.id: place for place, record in enumerate(self.records)}

    @cached_property
    def by_year(self) -> dict[int, tuple[Record, ...]]:
        """The opinions of each year."""
        return group_by_year(self.records)

    @cached_property
    def by_topic(self) -> dict[str, tuple[Record, ...]]:
        """The opinions on each topic."""
        return _grouped(self.records, lambda record: record.opinion.topics)

    @cached_property
    def by_program(self) -> dict[str, tuple[Record, ...]]:
        """The opinions on mediations of each program."""
        return _grouped(self.records, lambda record: record.opinion.programs)

    @cached_property
    def by_id(self) -> dict[OpinionId, Record]:
        """Each record by year and number."""
        return {record.id: record for record in self.records}

    def neighbors(self, record: Record) -> tuple[Record | None, Record | None]:
        """The opinion before a record and the one after it, in the order of time."""
        place = self.position[record.id]
        earlier = self.records[place + 1] if place + 1 < len(self.records) else None
        return earlier, self.records[place - 1] if place else None

    @cached_property
    def by_citation(self) -> dict[Citation, tuple[Record, ...]]:
        """The opinions that cite each provision."""
        return _grouped(self.records, lambda record: record.opinion.cited)

    @cached_property
    def incoming_relations(self) -> dict[OpinionId, tuple[IncomingRelation, ...]]:
        """What later opinions say of each opinion, oldest first."""
        found: defaultdict[OpinionId, list[IncomingRelation]] = defaultdict(list)
        for record in reversed(self.records):
            for relation in record.opinion.opinions:
                found[relation.cites].append(IncomingRelation(record, relation))
        return {earlier: tuple(mentions) for earlier, mentions in found.items()}

    @cached_property
    def uses_by_authority(self) -> dict[Citation, tuple[CitationUse, ...]]:
        """The citations of each authority as a whole, by pinpoint and then as the records stand."""
        found: defaultdict[Citation, list[CitationUse]] = defaultdict(list)
        for record in self.records:
            for use in citation_uses(record):
                found[use.citation.without_pinpoint].append(use)
        return {
            key: tuple(sorted(uses, key=lambda use: use.citation.pinpoint))
            for key, uses in found.items()
        }


@dataclass(frozen=True, slots=True)
class CitedProvision:
    """An authority or a part of it, with those that cite it."""

    citation: Citation
    uses: tuple[CitationUse, ...]
    """The citations of exactly this."""
    opinion_count: int
    """How many opinions cite this or a part of it."""


def cited_provisions(uses: Iterable[CitationUse]) -> tuple[CitedProvision, ...]:
    """Every provision that is cited, and every whole above it, each before its parts."""
    own: defaultdict[Citation, list[CitationUse]] = defaultdict(list)
    below: defaultdict[Citation, set[OpinionId]] = defaultdict(set)
    for use in uses:
        own[use.citation].append(use)
        for whole in use.citation.ancestors_and_self:
            below[whole].add(use.record.id)
    cited = sorted(below, key=lambda citation: citation.order)
    return tuple(CitedProvision(one, tuple(own.get(one, ())), len(below[one])) for one in cited)


def build_index(references: References, records: Iterable[Record]) -> CorpusIndex:
    """Index the records, newest first."""
    newest_first = sorted(records, key=lambda record: record.id, reverse=True)
    return CorpusIndex(references, tuple(newest_first))


def group_by_year(records: Iterable[Record]) -> dict[int, tuple[Record, ...]]:
    """Some opinions by their year, in the order in which they stand."""
    return _grouped(records, lambda record: [record.id.year])


def citation_uses(record: Record) -> tuple[CitationUse, ...]:
    """What one opinion cites, in the order of its fields."""
    return tuple(CitationUse(record, citation) for citation in record.opinion.cited)


def _grouped(
    records: Iterable[Record], keys: Callable[[Record], Iterable[Key]]
) -> dict[Key, tuple[Record, ...]]:
    groups: defaultdict[Key, list[Record]] = defaultdict(list)
    for record in records:
        for key in keys(record):
            groups[key].append(record)
    return {key: tuple(group) for key, group in groups.items()}
