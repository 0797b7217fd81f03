"""Indexes over all records."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, wraps
from typing import Any, TypeVar

from corpus.analysis.citation_uses import CitationUse, citation_uses
from corpus.citations.names import Names
from corpus.library.ledger import Seal
from corpus.library.record import Record
from corpus.library.references import References
from corpus.model.authority import Citation
from corpus.model.commission import Commission
from corpus.model.opinion_id import OpinionId
from corpus.model.opinion_parts import Relation

Key = TypeVar("Key")
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class IncomingRelation:
    """A relation from a later opinion, seen from the earlier one."""

    record: Record
    """The later opinion."""
    relation: Relation
    since: str = ""
    """What became of the later opinion, as `became_of` says it; empty unless it is a change."""

    @property
    def is_withdrawn(self) -> bool:
        """Whether the later opinion was withdrawn."""
        return self.record.opinion.withdrawn is not None


class Memo:
    """Results that follow from a frozen value and are computed only once."""

    def __init__(self) -> None:
        """Nothing is computed yet."""
        self._results: dict[object, Any] = {}

    def get(self, key: object, compute: Callable[[], Value]) -> Value:
        """The result that has a key, computed the first time."""
        if key not in self._results:
            self._results[key] = compute()
        result: Value = self._results[key]
        return result


@dataclass(frozen=True)
class CorpusIndex:
    """The records of a corpus, newest first, with indexes over them.

    Drafts are kept apart, so that no list, feed or count includes them.
    """

    references: References
    records: tuple[Record, ...]
    sealed_days: Mapping[OpinionId, date] = field(default_factory=dict)
    """The day on which each opinion came to this site, if its seal has it."""
    undated_seals: frozenset[OpinionId] = frozenset()
    """The opinions whose seal has no day: they were here before any whose seal has one."""
    sealed_texts: frozenset[OpinionId] = frozenset()
    """The opinions whose text the ledger has hashes of."""
    drafts: tuple[Record, ...] = ()
    """The drafts that are open for comment, newest first."""
    memo: Memo = field(default_factory=Memo, compare=False, repr=False)
    """What `once_per_opinion` and `once` keep: the results of each function."""

    @property
    def commission(self) -> Commission:
        """The commission that gives the opinions."""
        return self.references.commission

    @cached_property
    def names(self) -> Names:
        """How opinions, authorities and dates are written for readers."""
        return Names(self.commission)

    def topic_titles(self, record: Record) -> tuple[str, ...]:
        """The titles of the topics of an opinion."""
        return tuple(self.references.topics[topic].title for topic in record.opinion.topics)

    @cached_property
    def position(self) -> dict[OpinionId, int]:
        """The position of each opinion among the records; 0 is the newest."""
        return {record.id: position for position, record in enumerate(self.records)}

    @cached_property
    def by_year(self) -> dict[int, tuple[Record, ...]]:
        """The opinions of each year."""
        return group_by_year(self.records)

    @cached_property
    def by_topic(self) -> dict[str, tuple[Record, ...]]:
        """The opinions on each topic."""
        return _group_by(self.records, lambda record: record.opinion.topics)

    @cached_property
    def by_program(self) -> dict[str, tuple[Record, ...]]:
        """The opinions on each program."""
        return _group_by(self.records, lambda record: record.opinion.programs)

    @cached_property
    def by_id(self) -> dict[OpinionId, Record]:
        """The record of each opinion."""
        return {record.id: record for record in self.records}

    @cached_property
    def all_by_id(self) -> dict[OpinionId, Record]:
        """The record of each opinion and of each draft."""
        return self.by_id | {record.id: record for record in self.drafts}

    @cached_property
    def has_partial_dates(self) -> bool:
        """Whether the month or the year is all that is known of an approval or a withdrawal."""
        opinions = [record.opinion for record in (*self.records, *self.drafts)]
        approvals = (opinion.approved for opinion in opinions)
        withdrawals = (opinion.withdrawn.on for opinion in opinions if opinion.withdrawn)
        return any(date and not date.is_day for date in (*approvals, *withdrawals))

    def neighbors(self, record: Record) -> tuple[Record | None, Record | None]:
        """The next earlier and the next later opinion; a draft has neither."""
        if record.id not in self.position:
            return None, None
        position = self.position[record.id]
        earlier = self.records[position + 1] if position + 1 < len(self.records) else None
        return earlier, self.records[position - 1] if position else None

    @cached_property
    def by_citation(self) -> dict[Citation, tuple[Record, ...]]:
        """The opinions that cite each provision."""
        return _group_by(self.records, lambda record: record.opinion.cited)

    @cached_property
    def incoming_relations(self) -> dict[OpinionId, tuple[IncomingRelation, ...]]:
        """The relations to each opinion from later ones, oldest first."""
        incoming: defaultdict[OpinionId, list[IncomingRelation]] = defaultdict(list)
        for record in reversed(self.records):
            for relation in record.opinion.opinions:
                incoming[relation.cites].append(IncomingRelation(record, relation))
        return {earlier: tuple(relations) for earlier, relations in incoming.items()}

    @cached_property
    def uses_by_authority(self) -> dict[Citation, tuple[CitationUse, ...]]:
        """The uses of each authority and its parts, by pinpoint, then newest first."""
        by_authority: defaultdict[Citation, list[CitationUse]] = defaultdict(list)
        for record in self.records:
            for use in citation_uses(record):
                by_authority[use.citation.without_pinpoint].append(use)
        return {
            authority: tuple(sorted(uses, key=lambda use: use.citation.pinpoint))
            for authority, uses in by_authority.items()
        }

    @cached_property
    def named_provisions(self) -> frozenset[Citation]:
        """What opinions cite and recorded changes name, and everything that it is a part of."""
        changed = (
            Citation.parse(kind, provision)
            for (kind, _), authority in self.references.authorities.items()
            for edition in authority.editions
            for provision in edition.provisions
        )
        return self.cited_provisions | _with_ancestors(filter(None, changed))

    @cached_property
    def cited_provisions(self) -> frozenset[Citation]:
        """What opinions cite, and everything that it is a part of: what has a place on a page."""
        return _with_ancestors(self.by_citation)


def _with_ancestors(provisions: Iterable[Citation]) -> frozenset[Citation]:
    return frozenset(whole for provision in provisions for whole in provision.ancestors_and_self)


def once_per_opinion(
    compute: Callable[[Record, CorpusIndex], Value],
) -> Callable[[Record, CorpusIndex], Value]:
    """Keep what a function returns for an opinion, which many pages ask for, with the index."""

    @wraps(compute)
    def computed(record: Record, index: CorpusIndex) -> Value:
        return index.memo.get((compute, record.id), lambda: compute(record, index))

    return computed


def once(compute: Callable[[CorpusIndex], Value]) -> Callable[[CorpusIndex], Value]:
    """Keep what a function returns for the whole corpus with the index."""

    @wraps(compute)
    def computed(index: CorpusIndex) -> Value:
        return index.memo.get(compute, lambda: compute(index))

    return computed


def build_index(
    references: References, records: Iterable[Record], seals: Iterable[Seal] = ()
) -> CorpusIndex:
    """Index the records, newest first, with the days of their seals."""
    newest_first = in_order(records, references.commission)[::-1]
    adopted = (record for record in newest_first if not record.opinion.is_draft)
    drafts = (record for record in newest_first if record.opinion.is_draft)
    sealed = tuple(seals)
    sealed_days = {seal.id: seal.sealed for seal in sealed if seal.sealed}
    undated = frozenset(seal.id for seal in sealed if not seal.sealed)
    texts = frozenset(seal.id for seal in sealed if seal.text)
    return CorpusIndex(references, tuple(adopted), sealed_days, undated, texts, tuple(drafts))


def in_order(records: Iterable[Record], commission: Commission) -> list[Record]:
    """The records by number, oldest first; those of several series by year, then as listed."""
    if len(commission.all_series) == 1:
        return sorted(records, key=lambda record: record.id)
    place = {series.id: place for place, series in enumerate(commission.all_series)}
    return sorted(
        records, key=lambda record: (record.year, place.get(record.id.series, 0), record.id)
    )


def group_by_year(records: Iterable[Record]) -> dict[int, tuple[Record, ...]]:
    """The records of each year, in the given order."""
    return _group_by(records, lambda record: [record.year])


def group_by_folder(records: Iterable[Record]) -> dict[str, tuple[Record, ...]]:
    """The records of each year, `2003`; of a series, `rpc`; or of one of its years, `feo-2003`."""
    return _group_by(records, lambda record: [record.id.folder])


def _group_by(
    records: Iterable[Record], keys: Callable[[Record], Iterable[Key]]
) -> dict[Key, tuple[Record, ...]]:
    groups: defaultdict[Key, list[Record]] = defaultdict(list)
    for record in records:
        for key in keys(record):
            groups[key].append(record)
    return {key: tuple(group) for key, group in groups.items()}
