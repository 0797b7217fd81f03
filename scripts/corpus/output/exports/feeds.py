"""Atom feeds of new opinions, also those that are only listed, and of changes to earlier ones.

Entries are sorted by the day they reached this site, so an old opinion added today comes first.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from uuid import NAMESPACE_URL, uuid5

from lxml import etree
from lxml.builder import ElementMaker

from corpus.analysis.citing import citation_note
from corpus.analysis.index import CorpusIndex, IncomingRelation, once_per_opinion
from corpus.analysis.last_modified import latest_entry
from corpus.analysis.later_opinions import incompleteness
from corpus.analysis.status import Status, opinion_status
from corpus.library.record import Record
from corpus.model.authority import Citation
from corpus.model.opinion import Opinion
from corpus.model.partial_date import PartialDate
from corpus.model.words import capitalized
from corpus.output.task import OutputFiles, OutputTask

_ATOM = ElementMaker(
    namespace="http://www.w3.org/2005/Atom", nsmap={None: "http://www.w3.org/2005/Atom"}
)

MAX_ENTRIES = 200
"""The number of entries in a feed; the lists of opinions have older ones."""

_UNKNOWN_DAY = PartialDate.of_day(date.min)


@dataclass(frozen=True, slots=True)
class Event:
    """A new opinion, or a change to one, as an entry of a feed."""

    record: Record
    day: PartialDate
    """The day on which readers of this site could first see it, as far as that is known.

    In a feed, a month or a year stands for its first day.
    """
    key: str
    """Identifies the event in the collection and never changes."""
    title: str
    why: str
    """What happened, worded to follow the name of the opinion: `corrected`."""
    summary: str
    approved: PartialDate | None = None
    """The day of approval as far as it is known, if the event is a new opinion."""
    changed: date | None = None
    """The last known day on which the status in its summary changed; None if it never did."""

    @property
    def updated(self) -> date:
        """The last known day on which the entry changed."""
        return max(self.day.first_day, self.changed or date.min)

    @property
    def has_known_day(self) -> bool:
        """Whether anything is known of its day, the year at least."""
        return self.day != _UNKNOWN_DAY


def feed_tasks(index: CorpusIndex) -> Iterator[OutputTask]:
    """The feed of all opinions, and one for each topic and each authority."""
    names = index.names
    title = names.commission.collection_name
    yield _task("", title, index.records, index)
    for key, topic in index.references.topics.items():
        yield _task(f"topics/{key}/", f"{title}: {topic.title}", index.by_topic.get(key, ()), index)
    for kind, number in index.references.authorities:
        authority = Citation(kind, number)
        uses = index.uses_by_authority.get(authority, ())
        records = tuple({use.record.id: use.record for use in uses}.values())
        yield _task(authority.page, f"{title}: {names.provision(authority)}", records, index)


def newest_events(index: CorpusIndex, limit: int) -> tuple[Event, ...]:
    """The first entries of the feed of the collection."""
    return tuple(_newest_first(index.records, index)[:limit])


@once_per_opinion
def opinion_events(record: Record, index: CorpusIndex) -> tuple[Event, ...]:
    """The approval, corrections, changes and withdrawal of one opinion."""
    return tuple(_events(record, index))


def _events(record: Record, index: CorpusIndex) -> Iterator[Event]:
    opinion, name = record.opinion, index.names.short(record.id)
    yield _added(record, index)
    for position, correction in enumerate(opinion.corrections):
        key, why = f"{record.id} corrected {position}", "corrected"
        day = PartialDate.of_day(correction.on)
        yield Event(record, day, key, f"{name}: {why}", why, correction.what)
    yield from _changes_of_status(record, index)


def _added(record: Record, index: CorpusIndex) -> Event:
    """A new opinion; one that was only listed is new again when its text is added."""
    opinion = record.opinion
    title = f"{_mark(record, index)}{index.names.short(record.id)}: {opinion.title}"
    status = citation_note(record, index)
    summary = opinion.summary if isinstance(opinion, Opinion) else _only_listed(record, index)
    summary = f"{f'[{status}] ' if status else ''}{summary} {_both_days(record, index)}".rstrip()
    event, why = ("approved", "added") if opinion.has_text else ("listed", "listed")
    day, changed = _first_seen(record, index), _status_changed(record, index)
    key = f"{record.id} {event}"
    return Event(record, day, key, title, why, summary, record.approved_or_year, changed)


def _mark(record: Record, index: CorpusIndex) -> str:
    """`[Superseded] ` before a title, for readers that hide the summary; empty if it stands."""
    status = opinion_status(record, index).status
    if status is not Status.CURRENT:
        return f"[{capitalized(str(status))}] "
    return "" if record.opinion.has_text else "[Listed only] "


def _status_changed(record: Record, index: CorpusIndex) -> date | None:
    """The last known day on which a later opinion, a withdrawal or the law changed the status."""
    by_law = opinion_status(record, index).last_change_of_law
    days = [event.day.first_day for event in _changes_of_status(record, index)]
    return max(filter(None, (*days, by_law)), default=None)


def _changes_of_status(record: Record, index: CorpusIndex) -> Iterator[Event]:
    """What later opinions changed, and the withdrawal."""
    opinion, name = record.opinion, index.names.short(record.id)
    for incoming in index.incoming_relations.get(record.id, ()):
        if incoming.relation.effect.alters:
            yield from _changes(record, incoming, index)
    if opinion.withdrawn:
        day, why = opinion.withdrawn.on, "withdrawn"
        summary = f"{opinion.withdrawn.reason}{_caution_if_listed(record, index)}"
        yield Event(record, day, f"{record.id} {why}", f"{name}: {why}", why, summary)


def _first_seen(record: Record, index: CorpusIndex) -> PartialDate:
    """The day on which an opinion came to this site, or of its approval if that is not known."""
    sealed = index.sealed_days.get(record.id)
    if sealed and sealed >= record.earliest_day:
        return PartialDate.of_day(sealed)
    return record.approved_or_year or _UNKNOWN_DAY


def approved_when(approved: PartialDate, index: CorpusIndex) -> str:
    """`approved November 7, 2003`; `approved in 2003` if the day is not known."""
    names = index.names
    when = names.partial_date(approved) if approved.is_day else names.when(approved)
    return f"{index.commission.words.approved} {when}"


def _both_days(record: Record, index: CorpusIndex) -> str:
    """`Approved November 7, 2003; on this site since November 26, 2026.`, as far as known."""
    approved, day = record.approved_or_year, index.sealed_days.get(record.id)
    known = [approved_when(approved, index)] if approved else []
    known += [f"on this site since {index.names.day(day)}"] if day else []
    return capitalized(f"{'; '.join(known)}.") if known else ""


def _changes(record: Record, incoming: IncomingRelation, index: CorpusIndex) -> Iterator[Event]:
    """The change of an opinion by a later one, and the withdrawal of the later one."""
    relation, later, names = incoming.relation, incoming.record, index.names
    answer = f"{index.commission.words.answer} {relation.holding}" if relation.holding else ""
    changed = f"{relation.effect} {f'{answer} of ' if answer else ''}{names.short(record.id)}"
    name = names.short(later.id)
    why = f"{answer} {relation.effect.passive} by {name}".lstrip()
    titles = f"{names.short(record.id)}: {record.opinion.title}. {name}: {later.opinion.title}."
    summary = f"{titles}{_caution_if_listed(record, index)}{_caution_if_listed(later, index)}"
    key = f"{record.id} {relation.effect} {relation.holding or ''} {later.id}"
    yield Event(record, _first_seen(later, index), key, f"{name} {changed}", why, summary)
    if withdrawn := later.opinion.withdrawn:
        title = f"{name}, which {changed}: withdrawn"
        why = f"{why}, which was withdrawn"
        yield Event(record, withdrawn.on, f"{key} withdrawn", title, why, summary)


def _caution_if_listed(record: Record, index: CorpusIndex) -> str:
    """A caution about an opinion that is only listed; empty for the others."""
    return "" if record.opinion.has_text else f" {_only_listed(record, index)}"


def _only_listed(record: Record, index: CorpusIndex) -> str:
    return f"{index.names.short(record.id)} is only listed; its full text is not available here."


def _task(folder: str, title: str, records: tuple[Record, ...], index: CorpusIndex) -> OutputTask:
    """The feed of the page at `folder`, which is about these opinions."""

    def make() -> OutputFiles:
        yield f"{folder}feed.xml", _feed(folder, title, records, index)

    return OutputTask(f"{folder}feed.xml", records, make)


def _feed(folder: str, title: str, records: Iterable[Record], index: CorpusIndex) -> str:
    events = _newest_first(records, index)
    name = index.commission.name
    updated = max((event.updated for event in events), default=latest_entry(index))
    feed = _ATOM.feed(
        _ATOM.id(_urn(name, folder)),
        _ATOM.title(title),
        *_subtitle(index),
        _ATOM.updated(_midnight(updated)),
        _ATOM.author(_ATOM.name(name)),
        _ATOM.link(href=_address(index, f"{folder}feed.xml", "feed.xml"), rel="self"),
        _ATOM.link(href=_address(index, folder, "."), rel="alternate"),
        *(_entry(event, index, folder) for event in events[:MAX_ENTRIES]),
    )
    xml = etree.tostring(feed, encoding="UTF-8", xml_declaration=True, pretty_print=True)
    return str(xml.decode())


def _subtitle(index: CorpusIndex) -> Iterator[etree._Element]:
    """What is missing in a collection that is not complete."""
    if missing := incompleteness(index):
        yield _ATOM.subtitle(f"This collection is not complete. {missing}")


def _entry(event: Event, index: CorpusIndex, folder: str) -> etree._Element:
    url = event.record.id.url
    root = "../" * folder.count("/")
    return _ATOM.entry(
        _ATOM.id(_urn(index.commission.name, event.key)),
        _ATOM.title(event.title),
        _ATOM.updated(_midnight(event.updated)),
        _ATOM.link(href=_address(index, url, f"{root}{url}")),
        _ATOM.summary(event.summary),
        *(_ATOM.category(term=topic) for topic in event.record.opinion.topics),
    )


def _newest_first(records: Iterable[Record], index: CorpusIndex) -> list[Event]:
    events = (event for record in records for event in opinion_events(record, index))
    return sorted(events, key=lambda event: (event.day.first_day, event.key), reverse=True)


def _address(index: CorpusIndex, path: str, relative: str) -> str:
    """The full address, or a URL relative to the feed if the site's address is not known."""
    return index.commission.address(path) or relative


def _urn(*names: str) -> str:
    """An id that does not depend on the site's address."""
    return uuid5(NAMESPACE_URL, "\n".join(names)).urn


def _midnight(day: date) -> str:
    """The first moment of a day as Atom has it."""
    return datetime.combine(day, time(), UTC).isoformat()
