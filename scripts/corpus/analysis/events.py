"""What happened to opinions, and when: the entries of feeds and of “New and changed opinions”.

Events are sorted by the day they reached this site, so an old opinion added today comes first;
where that day is not recorded, by the date of approval.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from corpus.analysis.citing import citation_note
from corpus.analysis.index import CorpusIndex, IncomingRelation, once, once_per_opinion
from corpus.analysis.status import Status, opinion_status
from corpus.library.record import Record
from corpus.model.opinion import Opinion
from corpus.model.partial_date import PartialDate
from corpus.model.words import capitalized

_NO_DAY_HERE = "The day on which it came to this site is not recorded."

_UNKNOWN_DAY = PartialDate(date.min.year)


@dataclass(frozen=True, slots=True)
class Event:
    """A new opinion, or a change to one, as an entry of a feed."""

    record: Record
    day: PartialDate
    """The day on which readers of this site could first see it, or else on which it happened."""
    key: str
    """Identifies the event in the collection and never changes."""
    title: str
    days: str
    """When it happened and came to this site: `approved May 6, 2003; added to this site on …`."""
    summary: str
    here_by: date | None = None
    """A day on which it was already on this site, if nobody knows since when."""
    changed: PartialDate | None = None
    """When the status in its summary last changed, as far as known; None if it never did."""

    @property
    def updated(self) -> PartialDate:
        """When the entry last changed, as exact as that is known."""
        here_by = PartialDate.of_day(self.here_by) if self.here_by else None
        return max(filter(None, (self.day, here_by, self.changed)), key=_first_and_exact)


def _first_and_exact(when: PartialDate) -> tuple[date, bool]:
    return when.first_day, when.is_day


def newest_first(records: Iterable[Record], index: CorpusIndex) -> list[Event]:
    """Everything that happened to these opinions."""
    events = (event for record in records for event in opinion_events(record, index))
    return sorted(events, key=lambda event: (event.day.first_day, event.key), reverse=True)


@once_per_opinion
def opinion_events(record: Record, index: CorpusIndex) -> tuple[Event, ...]:
    """The approval, corrections, changes and withdrawal of one opinion."""
    return tuple(_events(record, index))


def _events(record: Record, index: CorpusIndex) -> Iterator[Event]:
    opinion = record.opinion
    name = index.names.short(record.id)
    changes = tuple(_changes_of_status(record, index))
    yield _added(record, _last_change(record, changes, index), index)
    for position, correction in enumerate(opinion.corrections):
        key = f"{record.id} corrected {position}"
        why = "corrected"
        day = PartialDate.of_day(correction.on)
        days = f"{why} {index.names.when(day)}"
        yield Event(record, day, key, f"{name}: {why}", days, correction.what)
    yield from changes


def _added(record: Record, changed: PartialDate | None, index: CorpusIndex) -> Event:
    """A new opinion; one that was only listed is new again when its text is added."""
    opinion = record.opinion
    title = f"{_mark(record, index)}{index.names.short(record.id)}: {opinion.title}"
    status = citation_note(record, index)
    summary = opinion.summary if isinstance(opinion, Opinion) else _only_listed(record, index)
    here = _on_this_site(record, index)
    days = _joined(_approved_or_from(record, index), here)
    said = (f"[{status}]" if status else "", summary, _sentence(days), "" if here else _NO_DAY_HERE)
    return Event(
        record=record,
        day=_first_seen(record, index),
        key=f"{record.id} {'approved' if opinion.has_text else 'listed'}",
        title=title,
        days=days,
        summary=" ".join(filter(None, said)),
        here_by=_here_by(record, index),
        changed=changed,
    )


def _mark(record: Record, index: CorpusIndex) -> str:
    """`[Superseded] ` before a title, for readers that hide the summary; empty if it stands."""
    status = opinion_status(record, index).status
    if status is not Status.CURRENT:
        return f"[{capitalized(str(status))}] "
    return "" if record.opinion.has_text else "[Listed only] "


def _last_change(
    record: Record, changes: Iterable[Event], index: CorpusIndex
) -> PartialDate | None:
    """When a later opinion, a withdrawal or the law last changed the status, as far as known."""
    by_law = opinion_status(record, index).last_change_of_law
    days = [event.updated for event in changes]
    if by_law:
        days.append(PartialDate.of_day(by_law))
    return max(days, key=_first_and_exact, default=None)


def _changes_of_status(record: Record, index: CorpusIndex) -> Iterator[Event]:
    """What later opinions changed, and the withdrawal."""
    opinion = record.opinion
    name = index.names.short(record.id)
    for incoming in index.incoming_relations.get(record.id, ()):
        if incoming.relation.effect.alters:
            yield from _changes(record, incoming, index)
    if opinion.withdrawn:
        day = opinion.withdrawn.on
        why = "withdrawn"
        summary = f"{opinion.withdrawn.reason}{_caution_if_listed(record, index)}"
        days = f"{why} {index.names.when(day)}"
        yield Event(record, day, f"{record.id} {why}", f"{name}: {why}", days, summary)


def _first_seen(record: Record, index: CorpusIndex) -> PartialDate:
    """The day on which an opinion came to this site, or of its approval if that is not known."""
    sealed = index.sealed_days.get(record.id)
    if sealed and sealed >= record.earliest_day:
        return PartialDate.of_day(sealed)
    return record.approved_or_year or _UNKNOWN_DAY


def _approved_or_from(record: Record, index: CorpusIndex) -> str:
    """`approved November 7, 2003` or `approved in 2003`; `issued in 2003` if no more is known."""
    names = index.names
    approved = record.approved
    if approved is None:
        return f"issued in {record.id.year}" if record.id.year else ""
    when = names.partial_date(approved) if approved.is_day else names.when(approved)
    return f"{index.commission.words.approved} {when}"


def _on_this_site(record: Record, index: CorpusIndex) -> str:
    """`added to this site on November 26, 2026`, perhaps `on or before`; empty if nobody knows."""
    day = index.sealed_days.get(record.id)
    by = _here_by(record, index)
    if day:
        return f"added to this site on {index.names.day(day)}"
    return f"added to this site on or before {index.names.day(by)}" if by else ""


def _here_by(record: Record, index: CorpusIndex) -> date | None:
    """The first day of any seal, if the seal of this opinion is older than that."""
    return _first_sealed_day(index) if record.id in index.undated_seals else None


@once
def _first_sealed_day(index: CorpusIndex) -> date | None:
    return min(index.sealed_days.values(), default=None)


def _joined(*parts: str) -> str:
    return "; ".join(filter(None, parts))


def _sentence(words: str) -> str:
    return capitalized(f"{words}.") if words else ""


def _changes(record: Record, incoming: IncomingRelation, index: CorpusIndex) -> Iterator[Event]:
    """The change of an opinion by a later one, and the withdrawal of the later one."""
    relation = incoming.relation
    later = incoming.record
    names = index.names
    answer = f"{index.commission.words.answer} {relation.holding}" if relation.holding else ""
    changed = f"{relation.effect} {f'{answer} of ' if answer else ''}{names.short(record.id)}"
    name = names.short(later.id)
    why = f"{answer} {relation.effect.passive} by {name}".lstrip()
    when = f" {names.when(given)}" if (given := later.approved) else ""
    days = _joined(f"{why}{when}", _on_this_site(later, index))
    titles = f"{names.short(record.id)}: {record.opinion.title}. {name}: {later.opinion.title}."
    cautions = f"{_caution_if_listed(record, index)}{_caution_if_listed(later, index)}"
    key = f"{record.id} {relation.effect} {relation.holding or ''} {later.id}"
    summary = f"{titles} {_sentence(days)}{cautions}"
    day = _first_seen(later, index)
    here_by = _here_by(later, index)
    yield Event(record, day, key, f"{name} {changed}", days, summary, here_by)
    if withdrawn := later.opinion.withdrawn:
        title = f"{name}, which {changed}: withdrawn"
        days = f"{why}, which was withdrawn {names.when(withdrawn.on)}"
        summary = f"{titles} {_sentence(days)}{cautions}"
        yield Event(record, withdrawn.on, f"{key} withdrawn", title, days, summary)


def _caution_if_listed(record: Record, index: CorpusIndex) -> str:
    """A caution about an opinion that is only listed; empty for the others."""
    return "" if record.opinion.has_text else f" {_only_listed(record, index)}"


def _only_listed(record: Record, index: CorpusIndex) -> str:
    return f"{index.names.short(record.id)} is only listed; its full text is not available here."
