"""The status of opinions and holdings, from later opinions and from changes of the law."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum

from corpus.analysis.changed_law import changes_of_cited_law, law_as_seen
from corpus.analysis.changes import are_superseded, changes_by_later, supersedes
from corpus.analysis.citation_uses import cited_by_body, law_of
from corpus.analysis.history import ChangedProvision
from corpus.analysis.index import CorpusIndex, IncomingRelation, in_order, once_per_opinion
from corpus.analysis.later_opinions import (
    Unchecked,
    complete_until,
    later_opinions,
    unchecked,
)
from corpus.library.record import Record
from corpus.model.edition import ONLY_THE_NUMBER
from corpus.model.opinion_id import OpinionId
from corpus.model.opinion_parts import Effect, Holding
from corpus.model.partial_date import PartialDate


class Status(IntEnum):
    """Whether an opinion or a holding still applies, from unchanged to withdrawn, or is a draft."""

    CURRENT = 0
    MODIFIED = 1
    SUPERSEDED = 2
    WITHDRAWN = 3
    DRAFT = 4

    def __str__(self) -> str:
        """`current`, as in a sentence. Data files use `status_code` instead."""
        return self.name.lower()


_STATUS_AFTER = {Effect.MODIFIES: Status.MODIFIED, Effect.SUPERSEDES: Status.SUPERSEDED}


@dataclass(frozen=True, slots=True)
class DerivedStatus:
    """The status of an opinion or of one holding, with the changes that led to it."""

    status: Status
    changes: tuple[IncomingRelation, ...] = ()
    """All changes by later opinions, oldest first."""
    changed_law: tuple[ChangedProvision, ...] = ()
    """The provisions that it rests on and that have changed since."""
    undecided_law: tuple[ChangedProvision, ...] = ()
    """The provisions that changed either before the opinion or after it; one day is not known.

    Also those whose change was adopted since and may not have taken effect.
    """
    has_text: bool = True
    """Whether the text is held; without it nobody can tell on what the opinion rests."""
    withdrawn_on: PartialDate | None = None
    seen_until: date | None = None
    """The day up to which every later opinion is here with its text; None without such a day.

    It is never before the day of the opinion.
    """
    unchecked: Unchecked | None = None
    """None if the collection is declared complete."""
    answers: tuple[Holding, ...] = ()
    """The answers of an opinion; its label names the changed ones. Empty for an answer."""
    elsewhere: "DerivedStatus | None" = None
    """The status of the opinion, for a part of it that later ones left as it is; they changed only
    answers elsewhere."""

    @property
    def is_marked(self) -> bool:
        """Whether lists mark it: it or its law was changed since, or its law perhaps was."""
        return self.is_changed_since or bool(self.undecided_law)

    @property
    def is_changed_since(self) -> bool:
        """Whether it is modified, superseded, withdrawn or a draft, or its law changed since."""
        return self.status is not Status.CURRENT or bool(self.changed_law)

    @property
    def is_ended(self) -> bool:
        """Whether it was withdrawn, or all superseded by opinions not withdrawn themselves."""
        if self.status is Status.SUPERSEDED:
            lasting = [change for change in self.causes if not change.is_withdrawn]
            return are_superseded(self.answers, lasting)
        return self.status is Status.WITHDRAWN

    @property
    def last_change_of_law(self) -> date | None:
        """The last known day on which its law changed; None if the opinion has ended."""
        changed_law = () if self.is_ended else self.changed_law
        editions = (edition for law in changed_law for edition in law.editions)
        return max((edition.day for edition in editions if edition.has_known_day), default=None)

    @property
    def verbs_of_law(self) -> tuple[str, ...]:
        """What happened to the law that it rests on, each once: `reformatted`, `amended`."""
        editions = (edition for law in self.changed_law for edition in law.editions)
        return tuple(dict.fromkeys(edition.verb for edition in editions))

    @property
    def is_law_only_renumbered(self) -> bool:
        """Whether the law that it rests on got another number or form, and no other change."""
        undecided = {edition.verb for law in self.undecided_law for edition in law.editions}
        return bool(self.changed_law) and ONLY_THE_NUMBER.issuperset(
            (*self.verbs_of_law, *undecided)
        )

    @property
    def causes(self) -> tuple[IncomingRelation, ...]:
        """The changes that gave it this status, oldest first."""
        match self.status:
            case Status.MODIFIED:
                return self.changes
            case Status.SUPERSEDED:
                return tuple(filter(supersedes, self.changes))
            case _:
                return ()


@once_per_opinion
def opinion_status(record: Record, index: CorpusIndex) -> DerivedStatus:
    """The status of a whole opinion.

    It is superseded if all its holdings are, and modified if some are superseded or modified.
    It stays so even if the later opinion is withdrawn. Law that only concurrences or dissents cite
    does not count.
    """
    if record.opinion.is_draft:
        return DerivedStatus(Status.DRAFT)
    changes = tuple(changes_by_later(record, index))
    law, undecided = changes_of_cited_law(record, cited_by_body(record), index)
    of_whole = worst_status(change for change in changes if change.relation.holding is None)
    status = DerivedStatus(
        status=max(of_whole, _status_from_holdings(record, changes)),
        changes=changes,
        changed_law=law,
        undecided_law=undecided,
        has_text=record.opinion.has_text,
        answers=record.opinion.holdings,
    )
    return _withdrawn_or_checked(status, record, index)


def _withdrawn_or_checked(
    status: DerivedStatus, record: Record, index: CorpusIndex
) -> DerivedStatus:
    """The status if its opinion was withdrawn, or else with what is known of later opinions."""
    if withdrawn := record.opinion.withdrawn:
        return replace(status, status=Status.WITHDRAWN, withdrawn_on=withdrawn.on)
    seen_until = _seen_until(record, index)
    return replace(status, seen_until=seen_until, unchecked=unchecked(record, index))


def _seen_until(record: Record, index: CorpusIndex) -> date | None:
    is_all_held = not later_opinions(record, index).unread
    return complete_until(record, index) if is_all_held else None


def holding_status(record: Record, holding: Holding, index: CorpusIndex) -> DerivedStatus:
    """The status of one holding, from changes of it, of the whole opinion and of its law.

    It names all changed law that the status of the opinion names. If the answer does not rest on a
    provision, it adds the paragraphs that cite it.
    """
    return _holding_statuses(record, index)[holding.id]


@once_per_opinion
def _holding_statuses(record: Record, index: CorpusIndex) -> dict[str, DerivedStatus]:
    """The status of each holding by its id."""
    holdings = record.opinion.holdings
    return {holding.id: _holding_status(record, holding, index) for holding in holdings}


def _holding_status(record: Record, holding: Holding, index: CorpusIndex) -> DerivedStatus:
    if record.opinion.is_draft:
        return DerivedStatus(Status.DRAFT)
    changes = tuple(
        change
        for change in changes_by_later(record, index)
        if change.relation.holding in {None, holding.id}
    )
    whole = opinion_status(record, index)
    rests_on = set(law_of(record, holding))
    law = law_as_seen(record, whole.changed_law, holding.at, rests_on)
    undecided = law_as_seen(record, whole.undecided_law, holding.at, rests_on)
    status = DerivedStatus(worst_status(changes), changes, law, undecided)
    return _withdrawn_or_checked(status, record, index)


def successors(record: Record, index: CorpusIndex) -> tuple[Record, ...]:
    """The opinions that supersede an opinion, directly or through others, oldest first."""
    found: dict[OpinionId, Record] = {}
    pending = [record]
    while pending:
        for relation in superseding_relations(pending.pop(), index):
            if relation.record.id not in found:
                found[relation.record.id] = relation.record
                pending.append(relation.record)
    return tuple(in_order(found.values(), index.references.commission))


def superseding_relations(record: Record, index: CorpusIndex) -> Iterator[IncomingRelation]:
    """The relations by which later opinions supersede the whole opinion, not one holding."""
    return (
        change
        for change in changes_by_later(record, index)
        if change.relation.holding is None and supersedes(change)
    )


def worst_status(changes: Iterable[IncomingRelation]) -> Status:
    """The gravest status that these changes give; current without changes."""
    after = (_STATUS_AFTER[change.relation.effect] for change in changes)
    return max(after, default=Status.CURRENT)


def _status_from_holdings(record: Record, changes: tuple[IncomingRelation, ...]) -> Status:
    """The status of the whole opinion that follows from changes of single holdings."""
    of_holdings = [change for change in changes if change.relation.holding is not None]
    if not of_holdings:
        return Status.CURRENT
    is_ended = are_superseded(record.opinion.holdings, of_holdings)
    return Status.SUPERSEDED if is_ended else Status.MODIFIED
