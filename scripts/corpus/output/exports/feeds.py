"""Atom feeds of new opinions, also those that are only listed, and of changes to earlier ones."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time
from uuid import NAMESPACE_URL, uuid5

from lxml import etree
from lxml.builder import ElementMaker

from corpus.analysis.citation_uses import citing_records
from corpus.analysis.events import Event, newest_first
from corpus.analysis.index import CorpusIndex
from corpus.analysis.last_modified import latest_entry
from corpus.analysis.later_opinions import incompleteness
from corpus.library.record import Record
from corpus.model.authority import Citation
from corpus.output.task import OutputFiles, OutputTask

_ATOM = ElementMaker(
    namespace="http://www.w3.org/2005/Atom", nsmap={None: "http://www.w3.org/2005/Atom"}
)

MAX_ENTRIES = 200
"""The number of entries in a feed; the lists of opinions have older ones."""


def feed_tasks(index: CorpusIndex) -> Iterator[OutputTask]:
    """The feed of all opinions, and one for each topic and each authority."""
    names = index.names
    title = names.commission.collection_name
    yield _task("", title, index.records, index)
    for key, topic in index.references.topics.items():
        yield _task(f"topics/{key}/", f"{title}: {topic.title}", index.by_topic.get(key, ()), index)
    for kind, number in index.references.authorities:
        authority = Citation(kind, number)
        records = citing_records(index.uses_by_authority.get(authority, ()))
        yield _task(authority.page, f"{title}: {names.provision(authority)}", records, index)


def _task(folder: str, title: str, records: tuple[Record, ...], index: CorpusIndex) -> OutputTask:
    """The feed of the page at `folder`, which is about these opinions."""

    def make() -> OutputFiles:
        yield f"{folder}feed.xml", _feed(folder, title, records, index)

    return OutputTask(f"{folder}feed.xml", records, make)


def _feed(folder: str, title: str, records: Iterable[Record], index: CorpusIndex) -> str:
    events = newest_first(records, index)
    name = index.commission.name
    updated = max((event.updated.first_day for event in events), default=latest_entry(index))
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
        _ATOM.updated(_midnight(event.updated.first_day)),
        _ATOM.link(href=_address(index, url, f"{root}{url}")),
        _ATOM.summary(_with_caution_about_day(event, index)),
        *(_ATOM.category(term=topic) for topic in event.record.opinion.topics),
    )


def _with_caution_about_day(event: Event, index: CorpusIndex) -> str:
    if event.updated.is_day:
        return event.summary
    day = index.names.day(event.updated.first_day)
    return f"{event.summary} The day is not known; this entry has {day} because a feed needs a day."


def _address(index: CorpusIndex, path: str, relative: str) -> str:
    """The full address, or a URL relative to the feed if the site's address is not known."""
    return index.commission.address(path) or relative


def _urn(*names: str) -> str:
    """An id that does not depend on the site's address."""
    return uuid5(NAMESPACE_URL, "\n".join(names)).urn


def _midnight(day: date) -> str:
    """The first moment of a day as Atom has it."""
    return datetime.combine(day, time(), UTC).isoformat()
