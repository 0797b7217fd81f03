"""Atom feeds: new opinions, and what became of old ones."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from uuid import NAMESPACE_URL, uuid5

from feedgen.feed import FeedGenerator

from corpus.analysis.citing import status_note
from corpus.analysis.index import CorpusIndex, IncomingRelation
from corpus.citations.names import Names
from corpus.library.record import Record
from corpus.model.authority import Citation
from corpus.model.opinion import Opinion
from corpus.output.task import OutputFiles, OutputTask

NEWEST = 200
"""How many entries a feed has; older ones are found by the indexes."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that a reader of a feed is told of one opinion."""

    record: Record
    day: date
    key: str
    """What tells it from all other events of the collection, for ever."""
    title: str
    summary: str


def feeds(records: tuple[Record, ...], index: CorpusIndex) -> Iterator[OutputTask]:
    """The feed of everything, and one for each Standard, statute, set of rules and topic."""
    names = index.names
    title = f"{names.commission.opinion}s of the {names.commission.short_name}"
    yield _part("", title, records, index)
    for key, topic in index.references.topics.items():
        yield _part(f"topics/{key}/", topic.title, index.by_topic.get(key, ()), index)
    for kind, number in index.references.authorities:
        whole = Citation(kind, number)
        group = {use.record.id: use.record for use in index.uses_by_authority.get(whole, ())}
        yield _part(whole.page, names.provision(whole), tuple(group.values()), index)


def latest(index: CorpusIndex, most: int) -> tuple[Event, ...]:
    """The last events of the whole collection, newest first."""
    told = [event for record in index.records for event in happened(record, index)]
    return tuple(sorted(told, key=_recent, reverse=True)[:most])


def happened(record: Record, index: CorpusIndex) -> Iterator[Event]:
    """What there is to tell of one opinion."""
    opinion, label = record.opinion, index.names.short(record.id)
    if isinstance(opinion, Opinion):
        title = f"{label}: {opinion.title}"
        status = status_note(record, index)
        summary = f"[{status}] {opinion.summary}" if status else opinion.summary
        yield Event(record, opinion.approved, f"{record.id} approved", title, summary)
        for place, one in enumerate(opinion.corrections):
            title = f"{label}: corrected"
            yield Event(record, one.on, f"{record.id} corrected {place}", title, one.what)
    for mention in index.incoming_relations.get(record.id, ()):
        if mention.relation.effect.changes:
            yield _changed(record, mention, index.names)
    if opinion.withdrawn:
        day, reason = opinion.withdrawn.on, opinion.withdrawn.reason
        yield Event(record, day, f"{record.id} withdrawn", f"{label}: withdrawn", reason)


def _changed(record: Record, mention: IncomingRelation, names: Names) -> Event:
    relation, later = mention.relation, mention.record
    part = f"holding {relation.holding} of " if relation.holding else ""
    told = f"{names.short(later.id)} {relation.effect} {part}{names.short(record.id)}"
    day = later.earliest_day
    key = f"{record.id} {relation.effect} {relation.holding or ''} {later.id}"
    return Event(record, day, key, told, f"{record.opinion.title}. {later.opinion.title}.")


def _part(page: str, title: str, records: tuple[Record, ...], index: CorpusIndex) -> OutputTask:
    """The feed of what a page is about."""

    def make() -> OutputFiles:
        yield f"{page}feed.xml", _feed(page, title, records, index)

    return OutputTask(f"{page}feed.xml", records, make)


def _feed(page: str, title: str, records: Iterable[Record], index: CorpusIndex) -> str:
    """One feed; with nothing to tell, it is of the first day that computers know."""
    told = [event for record in records for event in happened(record, index)]
    told.sort(key=_recent, reverse=True)
    commission = index.commission
    feed = FeedGenerator()
    feed.id(_urn(commission.name, page))
    feed.title(title)
    feed.author(name=commission.name)
    feed.link(href=_address(index, f"{page}feed.xml", "feed.xml"), rel="self")
    feed.link(href=_address(index, page, "."), rel="alternate")
    feed.generator("")
    feed.updated(_moment(told[0].day if told else date(1970, 1, 1)))
    for event in told[:NEWEST]:
        _add(feed, event, index, page)
    return str(feed.atom_str(pretty=True).decode()) + "\n"


def _add(feed: FeedGenerator, event: Event, index: CorpusIndex, page: str) -> None:
    entry = feed.add_entry(order="append")
    entry.id(_urn(index.commission.name, event.key))
    entry.title(event.title)
    entry.updated(_moment(event.day))
    up = "../" * page.count("/")
    entry.link(href=_address(index, event.record.id.url, f"{up}{event.record.id.url}"))
    entry.summary(event.summary)
    for topic in event.record.opinion.topics:
        entry.category(term=topic)


def _address(index: CorpusIndex, path: str, relative: str) -> str:
    """An address from the site's own, or one that is relative to the feed."""
    return index.commission.address(path) or relative


def _recent(event: Event) -> tuple[date, str]:
    return event.day, event.key


def _urn(*names: str) -> str:
    """An id that stays the same wherever the site is."""
    return uuid5(NAMESPACE_URL, "\n".join(names)).urn


def _moment(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
