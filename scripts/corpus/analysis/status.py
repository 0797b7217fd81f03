"""What became of an opinion and of each of its holdings: computed, never typed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum

from corpus.analysis.index import CorpusIndex, IncomingRelation
from corpus.citations.names import Names
from corpus.library.record import Record
from corpus.model.opinion import Effect, Holding, OpinionId


class Status(IntEnum):
    """Whether it still holds, from the best to the causes."""

    CURRENT = 0
    MODIFIED = 1
    SUPERSEDED = 2
    WITHDRAWN = 3

    def __str__(self) -> str:
        """`current`, as in data."""
        return self.name.lower()


_BY_EFFECT = {Effect.MODIFIES: Status.MODIFIED, Effect.SUPERSEDES: Status.SUPERSEDED}


@dataclass(frozen=True, slots=True)
class DerivedStatus:
    """The status of an opinion or of one holding, and what made it so."""

    status: Status
    changes: tuple[IncomingRelation, ...] = ()
    """What later opinions did to it, oldest first; empty where it is as it was."""

    @property
    def causes(self) -> tuple[IncomingRelation, ...]:
        """The changes that made it what it is, oldest first."""
        wanted = {Status.MODIFIED: Effect.MODIFIES, Status.SUPERSEDED: Effect.SUPERSEDES}
        effect = wanted.get(self.status)
        by_effect = tuple(one for one in self.changes if one.relation.effect is effect)
        return by_effect or (self.changes if effect else ())


def opinion_status(record: Record, index: CorpusIndex) -> DerivedStatus:
    """What became of the whole opinion.

    One that lost every holding is superseded; one that lost or changed some is modified.
    That the later opinion is itself withdrawn does not bring the earlier one back.
    """
    changes = tuple(_changes(record, index))
    if record.opinion.withdrawn:
        return DerivedStatus(Status.WITHDRAWN, changes)
    whole = _worst(change for change in changes if change.relation.holding is None)
    return DerivedStatus(max(whole, _of_parts(record, changes)), changes)


def holding_status(record: Record, holding: Holding, index: CorpusIndex) -> DerivedStatus:
    """What became of one holding, by what was done to it and to the whole opinion."""
    meant = {None, holding.id}
    changes = tuple(
        change for change in _changes(record, index) if change.relation.holding in meant
    )
    if record.opinion.withdrawn:
        return DerivedStatus(Status.WITHDRAWN, changes)
    return DerivedStatus(_worst(changes), changes)


def status_label(status: DerivedStatus, names: Names) -> str:
    """`Superseded by AO 12 (2010)`; `In force` only if the collection is declared complete."""
    if status.status is Status.CURRENT:
        is_complete = names.commission.complete_until
        return "In force" if is_complete else "No later change recorded"
    word = str(status.status).capitalize()
    causes = dict.fromkeys(change.record.id for change in status.causes)
    return f"{word} by {' and '.join(map(names.short, causes))}" if causes else word


def successors(record: Record, index: CorpusIndex) -> tuple[Record, ...]:
    """The opinions that supersede it, and those that supersede these, oldest first."""
    found: dict[OpinionId, Record] = {}
    waiting = [record]
    while waiting:
        later = {one.record.id: one.record for one in superseding_relations(waiting.pop(), index)}
        waiting += [one for key, one in later.items() if key not in found]
        found |= later
    return tuple(found[key] for key in sorted(found))


def _changes(record: Record, index: CorpusIndex) -> Iterator[IncomingRelation]:
    mentions = index.incoming_relations.get(record.id, ())
    return (one for one in mentions if one.relation.effect.changes)


def superseding_relations(record: Record, index: CorpusIndex) -> Iterator[IncomingRelation]:
    """What supersedes all of it; a later opinion that replaces one holding is no successor."""
    changes = (one for one in _changes(record, index) if one.relation.holding is None)
    return (one for one in changes if one.relation.effect is Effect.SUPERSEDES)


def _worst(changes: Iterable[IncomingRelation]) -> Status:
    return max((_BY_EFFECT[one.relation.effect] for one in changes), default=Status.CURRENT)


def _of_parts(record: Record, changes: tuple[IncomingRelation, ...]) -> Status:
    """What follows for the whole from what became of its holdings one by one."""
    parts = [one for one in changes if one.relation.holding is not None]
    if not parts:
        return Status.CURRENT
    lost = {one.relation.holding for one in parts if one.relation.effect is Effect.SUPERSEDES}
    all_lost = lost >= {holding.id for holding in record.opinion.holdings}
    return Status.SUPERSEDED if all_lost else Status.MODIFIED
