"""The status of opinions and holdings, computed from what later opinions do to them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum

from corpus.analysis.index import CorpusIndex, IncomingRelation, once_per_opinion
from corpus.citations.names import Names
from corpus.library.record import Record
from corpus.model.commission import Commission
from corpus.model.opinion import Effect, Holding, OpinionId


class Status(IntEnum):
    """Whether an opinion or a holding still applies, from unchanged to withdrawn."""

    CURRENT = 0
    MODIFIED = 1
    SUPERSEDED = 2
    WITHDRAWN = 3

    def __str__(self) -> str:
        """`current`, as in the style sheets; data have `status_code`."""
        return self.name.lower()


_STATUS_AFTER = {Effect.MODIFIES: Status.MODIFIED, Effect.SUPERSEDES: Status.SUPERSEDED}


@dataclass(frozen=True, slots=True)
class DerivedStatus:
    """The status of an opinion or of one holding, with the changes that led to it."""

    status: Status
    changes: tuple[IncomingRelation, ...] = ()
    """All changes by later opinions, oldest first."""

    @property
    def causes(self) -> tuple[IncomingRelation, ...]:
        """The changes that gave it this status, oldest first."""
        match self.status:
            case Status.MODIFIED:
                return self.changes
            case Status.SUPERSEDED:
                return tuple(filter(_supersedes, self.changes))
            case _:
                return ()


@once_per_opinion
def opinion_status(record: Record, index: CorpusIndex) -> DerivedStatus:
    """The status of a whole opinion.

    It is superseded if all its holdings are, and modified if some are superseded or modified.
    It stays so even if the later opinion is withdrawn.
    """
    changes = tuple(_changes(record, index))
    if record.opinion.withdrawn:
        return DerivedStatus(Status.WITHDRAWN, changes)
    of_whole = _worst(change for change in changes if change.relation.holding is None)
    return DerivedStatus(max(of_whole, _status_from_holdings(record, changes)), changes)


def holding_status(record: Record, holding: Holding, index: CorpusIndex) -> DerivedStatus:
    """The status of one holding, from changes of it and of the whole opinion."""
    changes = tuple(
        change
        for change in _changes(record, index)
        if change.relation.holding in {None, holding.id}
    )
    status = Status.WITHDRAWN if record.opinion.withdrawn else _worst(changes)
    return DerivedStatus(status, changes)


def status_code(status: DerivedStatus, commission: Commission) -> str:
    """`superseded`, as in data; `current` only if the collection is declared complete."""
    if status.status is Status.CURRENT and not commission.complete_until:
        return "no_later_change_recorded"
    return str(status.status)


def status_label(status: DerivedStatus, names: Names) -> str:
    """`Superseded by AO 12 (2010)`; `In force` only if the collection is declared complete.

    `Superseded by AO 12 (2010), since withdrawn; modified by AO 14 (2012)`: if every opinion that
    gave this status is withdrawn, the label also names the other changes.
    """
    if status.status is Status.CURRENT:
        is_complete = names.commission.complete_until
        return "In force" if is_complete else "No later change recorded"
    label = str(status.status).capitalize()
    if status.status is Status.WITHDRAWN:
        return label
    label += f" by {_opinions(status.causes, names)}"
    others = [change for change in status.changes if change not in status.causes]
    if others and all(change.is_withdrawn for change in status.causes):
        label += f"; modified by {_opinions(others, names)}"
    return label


def successors(record: Record, index: CorpusIndex) -> tuple[Record, ...]:
    """The opinions that supersede an opinion, directly or through others, oldest first."""
    successors: dict[OpinionId, Record] = {}
    pending = [record]
    while pending:
        for relation in superseding_relations(pending.pop(), index):
            if relation.record.id not in successors:
                successors[relation.record.id] = relation.record
                pending.append(relation.record)
    return tuple(successors[opinion] for opinion in sorted(successors))


def superseding_relations(record: Record, index: CorpusIndex) -> Iterator[IncomingRelation]:
    """The relations by which later opinions supersede the whole opinion, not one holding."""
    return (
        change
        for change in _changes(record, index)
        if change.relation.holding is None and _supersedes(change)
    )


def _opinions(changes: Iterable[IncomingRelation], names: Names) -> str:
    """`AO 12 (2010) and AO 14 (2012)`, or `AO 12 (2010), since withdrawn, and by AO 14 (2012)`."""
    withdrawn = {change.record.id: change.is_withdrawn for change in changes}
    opinions = (
        f"{names.short(opinion)}, since withdrawn" if is_withdrawn else names.short(opinion)
        for opinion, is_withdrawn in withdrawn.items()
    )
    return (", and by " if any(withdrawn.values()) else " and ").join(opinions)


def _changes(record: Record, index: CorpusIndex) -> Iterator[IncomingRelation]:
    relations = index.incoming_relations.get(record.id, ())
    return (relation for relation in relations if relation.relation.effect.changes)


def _supersedes(change: IncomingRelation) -> bool:
    return change.relation.effect is Effect.SUPERSEDES


def _status_after(change: IncomingRelation) -> Status:
    return _STATUS_AFTER[change.relation.effect]


def _worst(changes: Iterable[IncomingRelation]) -> Status:
    return max(map(_status_after, changes), default=Status.CURRENT)


def _status_from_holdings(record: Record, changes: tuple[IncomingRelation, ...]) -> Status:
    """The status of the whole opinion that follows from changes of single holdings."""
    relations = [change.relation for change in changes if change.relation.holding is not None]
    if not relations:
        return Status.CURRENT
    superseded = {
        relation.holding for relation in relations if relation.effect is Effect.SUPERSEDES
    }
    are_all = superseded >= {holding.id for holding in record.opinion.holdings}
    return Status.SUPERSEDED if are_all else Status.MODIFIED
