"""What later opinions did, in words: `Superseded as to ¶ 3 by AO 12 (2010)`."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, groupby
from typing import NamedTuple

from corpus.analysis.changes import supersedes
from corpus.analysis.index import IncomingRelation
from corpus.analysis.status import DerivedStatus, Status, worst_status
from corpus.citations.names import Names
from corpus.model.opinion_id import OpinionId
from corpus.model.opinion_parts import Effect, Holding
from corpus.model.words import capitalized, listed

_VERBS = {Effect.MODIFIES: "modified", Effect.SUPERSEDES: "superseded"}


class _Act(NamedTuple):
    """What one later opinion did to the same part of an opinion."""

    change: IncomingRelation
    answers: frozenset[str | None]
    """The ids of the answers; None among them means the whole opinion."""


def label_of_changes(status: DerivedStatus, names: Names) -> str:
    """What later opinions did, by effect, each with the paragraphs if it was not done to all."""
    label = str(status.status)
    if status.withdrawn_on:
        label += f" {names.when(status.withdrawn_on)}"
    elif status.causes:
        clauses = _acts_by_effect(status).items()
        label = "; ".join(_clause(effect, acts, status, names) for effect, acts in clauses)
    return capitalized(label)


def changes_in_label(status: DerivedStatus) -> tuple[IncomingRelation, ...]:
    """The change by each opinion that the label names, in its order."""
    parts = (_acts_by_part(acts, status).values() for acts in _acts_by_effect(status).values())
    acts = chain.from_iterable(chain.from_iterable(parts))
    return tuple(act.change for act in acts)


def statuses_before_end(status: DerivedStatus) -> Iterator[DerivedStatus]:
    """What each later opinion did, oldest first, if the label of what ended does not name it."""
    named = _named_changes(status)
    left_out = [change for change in status.changes if change not in named]
    for _, of_one in groupby(left_out, key=lambda change: change.record.id):
        changes = tuple(of_one)
        yield replace(status, status=worst_status(changes), changes=changes, withdrawn_on=None)


def _acts_by_effect(status: DerivedStatus) -> dict[Effect, list[_Act]]:
    """The acts with each effect, that which gave the status first."""
    by_effect: dict[Effect, list[_Act]] = {}
    first = Effect.SUPERSEDES if status.status is Status.SUPERSEDED else Effect.MODIFIES
    changes = _named_changes(status)
    for effect in sorted(_VERBS, key=lambda effect: effect is not first):
        if acts := _acts([each for each in changes if each.relation.effect is effect]):
            by_effect[effect] = acts
    return by_effect


def _named_changes(status: DerivedStatus) -> Sequence[IncomingRelation]:
    """The changes that led to the status, or all changes if an answer may stand despite them."""
    is_sure = status.is_ended and not any(change.is_withdrawn for change in status.causes)
    return status.causes if is_sure else status.changes


def _acts(changes: Sequence[IncomingRelation]) -> list[_Act]:
    """What each opinion did, in the order of the first changes."""
    by_opinion: defaultdict[OpinionId, list[IncomingRelation]] = defaultdict(list)
    for change in changes:
        by_opinion[change.record.id].append(change)
    return [
        _Act(of_one[-1], frozenset(change.relation.holding for change in of_one))
        for of_one in by_opinion.values()
    ]


def _acts_by_part(acts: Sequence[_Act], status: DerivedStatus) -> dict[frozenset[str], list[_Act]]:
    by_part: defaultdict[frozenset[str], list[_Act]] = defaultdict(list)
    for act in acts:
        by_part[_part(act, status.answers)].append(act)
    return by_part


def _part(act: _Act, answers: Sequence[Holding]) -> frozenset[str]:
    """The ids of the answers that were changed; empty if a label need not name them."""
    changed = frozenset(answer.id for answer in answers if answer.id in act.answers)
    is_of_all = supersedes(act.change) and len(changed) == len(answers)
    return frozenset() if None in act.answers or is_of_all else changed


def _clause(effect: Effect, acts: Sequence[_Act], status: DerivedStatus, names: Names) -> str:
    """`superseded by AO 12 (2010), since withdrawn, and as to ¶ 3 by AO 14 (2012)`."""
    by_part = _acts_by_part(acts, status)
    has_since = any(act.change.since for act in acts)
    parts = (_by(part, of_part, status, names) for part, of_part in by_part.items())
    return f"{_VERBS[effect]} {(', and ' if has_since else ' and ').join(parts)}"


def _by(part: frozenset[str], acts: Sequence[_Act], status: DerivedStatus, names: Names) -> str:
    """`as to ¶ 3 by AO 12 (2010) and AO 14 (2012)`."""
    has_since = any(act.change.since for act in acts)
    opinions = (", and by " if has_since else " and ").join(_opinion(act, names) for act in acts)
    where = f"as to {listed(list(_places(part, status.answers, names)))} " if part else ""
    return f"{where}by {opinions}"


def _opinion(act: _Act, names: Names) -> str:
    since = f", since {act.change.since}" if act.change.since else ""
    return f"{names.short(act.change.record.id)}{since}"


def _places(part: frozenset[str], answers: Sequence[Holding], names: Names) -> Iterator[str]:
    """The paragraphs with these answers, or the answers themselves if others are there too."""
    paragraphs = {number for answer in answers if answer.id in part for number in answer.at}
    others = {number for answer in answers if answer.id not in part for number in answer.at}
    if paragraphs and paragraphs.isdisjoint(others):
        yield from (f"¶ {number}" for number in sorted(paragraphs))
    else:
        answer_word = names.commission.words.answer
        yield from (f"{answer_word} {answer.id}" for answer in answers if answer.id in part)
