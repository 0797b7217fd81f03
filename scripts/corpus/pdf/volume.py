"""The bound volume: every opinion in order, with the lists and tables of a law report."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from corpus.analysis.changes import became_of
from corpus.analysis.citation_uses import citation_uses
from corpus.analysis.index import CorpusIndex, IncomingRelation
from corpus.analysis.last_modified import latest_entry, status_as_of
from corpus.analysis.status import Status, opinion_status
from corpus.analysis.status_labels import opinion_label
from corpus.library.missing_numbers import missing_in_series, numbers_by_year_in_words
from corpus.library.record import Record
from corpus.model.authority import Citation
from corpus.model.authority_kind import AuthorityKind
from corpus.model.opinion import Opinion
from corpus.model.words import Words
from corpus.pages.common_views import authority_ref
from corpus.pdf.document import OpinionDocument, WebLink
from corpus.pdf.opinions import effect_of_later, opinion_document, words_in_print
from corpus.pdf.volumes_by_year import VolumeFile
from corpus.text.separate_parts import kinds_by_paragraph


@dataclass(frozen=True, slots=True)
class Entry:
    """An opinion in a list of the volume."""

    name: str
    title: str
    place: str
    """The prefix of its places in the document."""
    status: str
    url: str
    """The address of its page; empty if the address of the site is not known."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A topic with its opinions."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Use:
    """An opinion that cites an authority, and the paragraphs that do."""

    name: str
    place: str
    at: tuple[int, ...]
    separate: dict[int, str]
    """The paragraphs of its concurrences and dissents, each with `concurrence` or `dissent`."""
    status: str = ""
    """`superseded` if later opinions changed it and nothing beside it says so."""


@dataclass(frozen=True, slots=True)
class AuthorityEntry:
    """An authority or a part of it, with the opinions that cite it."""

    name: WebLink
    about: str
    uses: tuple[Use, ...]


@dataclass(frozen=True, slots=True)
class LaterUse:
    """What a later opinion did to an earlier one."""

    effect: str
    """`Modified as to answer 1 by`."""
    use: Use


@dataclass(frozen=True, slots=True)
class StatusEntry:
    """What became of an opinion: its status, and what later opinions did to it."""

    entry: Entry
    later: tuple[LaterUse, ...]


@dataclass(frozen=True, slots=True)
class VolumeDocument:
    """Everything that a volume shows."""

    words: dict[str, str]
    """The body's own words: those that begin a line also with a capital letter."""
    title: str
    commission: str
    part: str
    """`2003`, or `2003, part 2`, if this is the volume of a part; empty if it has all opinions."""
    paper: str
    day: date
    status_as_of: str
    """`as of May 1, 2020, the day through which the collection is declared complete`."""
    counts: str
    """`40 approved texts · 5 more opinions listed without the text`."""
    opinions: tuple[OpinionDocument, ...]
    contents: tuple[Entry, ...]
    listed: tuple[Entry, ...]
    """The opinions that are known without their text."""
    missing: str
    """The numbers about which nothing is known: `1 to 4, and 6`; empty if there are none."""
    subjects: tuple[Subject, ...]
    authorities: tuple[AuthorityEntry, ...]
    outcomes: tuple[StatusEntry, ...]
    volumes: tuple[WebLink, ...]
    """The volumes of the parts, if this one only lists them."""


def volume_document(records: Sequence[Record], part: str, index: CorpusIndex) -> VolumeDocument:
    """A volume of these opinions, oldest first."""
    held = [record for record in records if record.opinion.has_text]
    return VolumeDocument(
        words=words_in_print(index.commission.words),
        title=index.commission.site_name,
        commission=index.commission.name,
        part=part,
        paper=index.commission.paper,
        day=latest_entry(index),
        status_as_of=status_as_of(index),
        counts=_counts_of(records, index.commission.words),
        opinions=tuple(_texts(held, index)),
        contents=tuple(_entry(record, index) for record in held),
        listed=tuple(_entry(record, index) for record in records if not record.opinion.has_text),
        missing="" if part else _missing(records, index),
        subjects=tuple(_subjects(held, index)),
        authorities=tuple(_authorities(held, index)),
        outcomes=tuple(_outcomes(records, index)),
        volumes=(),
    )


def volume_list(parts: Sequence[VolumeFile], index: CorpusIndex) -> VolumeDocument:
    """The list of the volumes of the parts, in place of one volume."""
    words = index.commission.words
    links = (
        WebLink(
            f"{part.name}: {_counts_of(part.records, words)}",
            index.commission.address(f"data/{part.file}") or "",
        )
        for part in parts
    )
    return replace(
        volume_document((), "", index),
        counts=_counts_of(index.records, words),
        missing=_missing(index.records, index),
        volumes=tuple(links),
    )


def _counts_of(records: Sequence[Record], words: Words) -> str:
    held = sum(record.opinion.has_text for record in records)
    return _counts(held, len(records) - held, words)


def _counts(held: int, listed: int, words: Words) -> str:
    texts = f"{held} {words.approved} text{'' if held == 1 else 's'}"
    noun = words.opinion if listed == 1 else words.opinions
    others = f"{listed} more {noun} listed without the text"
    return f"{texts} · {others}" if listed else texts


def _texts(records: Sequence[Record], index: CorpusIndex) -> Iterator[OpinionDocument]:
    for record in records:
        if isinstance(record.opinion, Opinion):
            yield opinion_document(record, record.opinion, index, _place(record))


def _place(record: Record) -> str:
    return f"{str(record.id).replace('/', '-')}-"


def _entry(record: Record, index: CorpusIndex) -> Entry:
    return Entry(
        name=index.names.short(record.id),
        title=record.opinion.title,
        place=_place(record),
        status=opinion_label(record, index),
        url=index.commission.address(record.id.url) or "",
    )


def _missing(records: Sequence[Record], index: CorpusIndex) -> str:
    """`1 to 4 and 6`, or of several series, `RPC: 2 and 3. CPR: 7`."""
    all_series = index.commission.all_series
    opinions = [record.id for record in records]
    missing = {
        series.name: numbers_by_year_in_words(missing_in_series(series, opinions))
        for series in all_series
    }
    if len(all_series) == 1:
        return missing[all_series[0].name]
    return ". ".join(f"{name}: {numbers}" for name, numbers in missing.items() if numbers)


def _subjects(records: Sequence[Record], index: CorpusIndex) -> Iterator[Subject]:
    """The topics of these opinions by title."""
    for key, topic in sorted(index.references.topics.items(), key=lambda item: item[1].title):
        on_topic = [record for record in records if key in record.opinion.topics]
        if on_topic:
            yield Subject(topic.title, tuple(_entry(record, index) for record in on_topic))


def _authorities(records: Sequence[Record], index: CorpusIndex) -> Iterator[AuthorityEntry]:
    """What these opinions cite, in order of kind and number."""
    uses: dict[Citation, list[Use]] = {}
    for record in records:
        for use in citation_uses(record):
            name = index.names.short(record.id)
            status = opinion_status(record, index).status
            changed = "" if status is Status.CURRENT else str(status)
            separate = _separate(record)
            cited_in = Use(name, _place(record), use.paragraphs, separate, changed)
            uses.setdefault(use.citation, []).append(cited_in)
    for citation in sorted(uses, key=partial(_order, index.commission.kinds)):
        authority = authority_ref(citation, index)
        url = index.commission.address(authority.url) or ""
        yield AuthorityEntry(WebLink(authority.name, url), authority.about, tuple(uses[citation]))


def _separate(record: Record) -> dict[int, str]:
    return {**kinds_by_paragraph(record.separate_parts)}


def _order(kinds: tuple[AuthorityKind, ...], citation: Citation) -> tuple[int, object, object]:
    """By kind, and then by number and part."""
    kind = kinds.index(citation.kind)
    return kind, citation.kind.order(citation.authority), citation.order


def _outcomes(records: Sequence[Record], index: CorpusIndex) -> Iterator[StatusEntry]:
    """The opinions that later ones refer to, and those withdrawn."""
    for record in records:
        later = index.incoming_relations.get(record.id, ())
        if later or record.opinion.withdrawn:
            uses = tuple(_later_use(relation, index) for relation in later)
            yield StatusEntry(_entry(record, index), uses)


def _later_use(incoming: IncomingRelation, index: CorpusIndex) -> LaterUse:
    relation = incoming.relation
    name = index.names.short(incoming.record.id)
    became = became_of(incoming.record, index) if relation.effect.alters else ""
    since = f", since {became}" if became else ""
    separate = _separate(incoming.record)
    use = Use(f"{name}{since}", _place(incoming.record), relation.at, separate)
    return LaterUse(effect_of_later(relation, index.names), use)
