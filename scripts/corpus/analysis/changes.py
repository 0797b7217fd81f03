"""The changes of an opinion by later ones, and whether those were changed in turn."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from corpus.analysis.index import CorpusIndex, IncomingRelation
from corpus.library.record import Record
from corpus.model.opinion_parts import Effect, Holding


def changes_by_later(record: Record, index: CorpusIndex) -> Iterator[IncomingRelation]:
    """The changes by later opinions, oldest first, each with what later happened to it."""
    for change in altering_relations(record, index):
        yield replace(change, since=became_of(change.record, index))


def became_of(record: Record, index: CorpusIndex) -> str:
    """`withdrawn`, `superseded`, `superseded in part` or `modified`; empty if none is recorded."""
    if record.opinion.withdrawn:
        return "withdrawn"
    changes = list(altering_relations(record, index))
    if are_superseded(record.opinion.holdings, changes):
        return "superseded"
    if any(map(supersedes, changes)):
        return "superseded in part"
    return "modified" if changes else ""


def are_superseded(answers: Sequence[Holding], changes: Iterable[IncomingRelation]) -> bool:
    """Whether changes supersede the whole opinion or each of its answers."""
    superseded = {change.relation.holding for change in changes if supersedes(change)}
    each = {answer.id for answer in answers}
    return None in superseded or (bool(superseded) and superseded >= each)


def supersedes(change: IncomingRelation) -> bool:
    """Whether a change supersedes the opinion or an answer."""
    return change.relation.effect is Effect.SUPERSEDES


def altering_relations(record: Record, index: CorpusIndex) -> Iterator[IncomingRelation]:
    """The relations of later opinions that change an opinion."""
    relations = index.incoming_relations.get(record.id, ())
    return (later for later in relations if later.relation.effect.alters)
