"""A corpus as read, and a valid one.

`Corpus` holds everything that was read, with its faults. `ValidCorpus` is what pages and exports
are made from; it exists only if no rule found an error.
"""

import re
from collections.abc import Callable, Container, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from corpus.findings import Location
from corpus.library.ledger import Seal, links_to, seal_path
from corpus.library.record import Record
from corpus.library.references import References
from corpus.model.authority_kind import AuthorityKind
from corpus.model.opinion_id import OpinionId
from corpus.model.opinion_parts import Correction, Relation, Waiver, Withdrawal
from corpus.model.partial_date import PartialDate
from corpus.model.provenance import Provenance
from corpus.model.static_page import StaticPage
from corpus.parsing.field_types import UnreadFieldError
from corpus.parsing.files import sha256_of_words
from corpus.parsing.parsed_file import ParsedFile
from corpus.text.approved_text import ApprovedText

_FEWEST_WORDS = 25
"""The fewest words at which equal texts must be copies."""
_RECORD_PATH = re.compile(r"opinions/(.+)\.md")


@dataclass(frozen=True, slots=True)
class RecordFile:
    """The file of an opinion, and the record in it as far as it could be read."""

    parsed_file: ParsedFile[Any]
    record: Record | None


class RecordOutline(NamedTuple):
    """What rules on the whole collection need to know of a record.

    It is small enough to be sent from one process to another, so that 10,000 records can be
    checked side by side without all of their texts in memory. A tuple is sent in half the time.
    """

    path: str
    id: OpinionId
    earliest_day: date
    """The date of approval, or the first day on which it may have been given."""
    latest_day: date
    """The date of approval, or the last day on which it may have been given."""
    has_text: bool
    relations: tuple[Relation, ...]
    holding_ids: frozenset[str] | None
    """None if the holdings could not be read."""
    aliases: tuple[str, ...]
    corrections: tuple[Correction, ...] | None
    """None if they could not be read."""
    source_file: str | None
    """The path of its source document, empty if it names none; None if it could not be read."""
    body_sha256: str
    """Empty if the record has no seal to compare it with."""
    paragraphs: int
    """How many numbered paragraphs the text has."""
    hash_of_words: int | None
    """The hash of the words of these paragraphs; None if they are too few to tell texts apart."""
    approved: PartialDate | None
    """None if it is not known or could not be read."""
    withdrawn: PartialDate | None
    """The date of its withdrawal; None if it was not withdrawn, or the field could not be read."""
    is_draft: bool
    """Whether its text is only a draft for comment."""
    listed_kinds: frozenset[str]
    """The kinds of authority that its fields list, if its text is held."""
    links: frozenset[str] | None
    """The ids of its questions and answers as links have them; None if they could not be read."""
    waivers: tuple[Waiver, ...]


def outline_of(record: Record, sealed: Container[OpinionId]) -> RecordOutline | None:
    """The outline of a record; None if its number or year could not be read."""
    if not record.has_id:
        return None
    return RecordOutline(
        path=record.parsed_file.path,
        id=record.id,
        earliest_day=record.earliest_day,
        latest_day=record.latest_day,
        has_text=record.opinion.has_text,
        relations=record.readable("opinions", ()),
        holding_ids=_holding_ids(record),
        aliases=record.readable("aliases", ()),
        corrections=record.corrections,
        source_file=_source_file(record),
        body_sha256=sha256_of_words(record.text.body) if record.id in sealed else "",
        paragraphs=len(record.text.paragraphs),
        hash_of_words=hash_of_words(record.text),
        approved=record.approved,
        withdrawn=_withdrawn(record),
        is_draft=record.opinion.is_draft,
        listed_kinds=_listed_kinds(record),
        links=_links(record),
        waivers=record.waivers,
    )


def hash_of_words(text: ApprovedText) -> int | None:
    """The hash of the words of the paragraphs; None if they are too few to tell texts apart.

    Python makes another one each time it is started, but the same in all processes of one check.
    """
    words = " ".join([block.words for block in text.paragraphs.values()])
    are_enough = len(words.split(" ", _FEWEST_WORDS)) >= _FEWEST_WORDS
    return hash(words) if are_enough else None


def _source_file(record: Record) -> str | None:
    source: Provenance | None = record.readable("source", None)
    return (source.file or "") if source else None


def _withdrawn(record: Record) -> PartialDate | None:
    withdrawal: Withdrawal | None = record.readable("withdrawn", None)
    return withdrawal.on if withdrawal else None


def _holding_ids(record: Record) -> frozenset[str] | None:
    try:
        return frozenset(holding.id for holding in record.opinion.holdings)
    except UnreadFieldError:
        return None


def _listed_kinds(record: Record) -> frozenset[str]:
    try:
        cited = record.opinion.cited if record.opinion.has_text else ()
    except UnreadFieldError:
        return frozenset()
    return frozenset(citation.kind.id for citation in cited)


def _links(record: Record) -> frozenset[str] | None:
    try:
        return frozenset(links_to(record.opinion))
    except UnreadFieldError:
        return None


def _no_record(path: str) -> Record:
    raise FileNotFoundError(path)


@dataclass(frozen=True, slots=True)
class Corpus:
    """A corpus as read, valid or not."""

    files: tuple[ParsedFile[Any], ...]
    """Every file except the records, with its faults."""
    references: References | None
    """What records refer to; None if the commission's file or a vocabulary could not be read.

    No record can be read then.
    """
    pages: tuple[ParsedFile[StaticPage], ...]
    """The hand-written pages; the body of each file is its Markdown."""
    record_paths: tuple[str, ...]
    """The files of the records, relative to the root."""
    unread_paths: tuple[str, ...]
    """Files in the folders of records, authorities and pages that are none of these.

    Among them are the documents that records name as their source.
    """
    seals: Mapping[OpinionId, Seal]
    """The ledger, as far as it could be read."""
    has_ledger: bool
    published_seals: Mapping[OpinionId, Seal] = field(default_factory=dict)
    """The seals that readers have, if the corpus is judged by them too."""
    is_judged: bool = False
    """Whether the published seals are known, even if there are none yet."""
    today: date | None = None
    """Today's date, if days in the future and old days of new corrections are refused."""
    kinds: tuple[AuthorityKind, ...] | None = None
    """The kinds of authority that records can cite; None if the settings could not be read."""
    record_files: tuple[RecordFile, ...] = ()
    """Every record file, while the records are held in memory."""
    outlines: tuple[RecordOutline, ...] = ()
    """The records whose number and year could be read."""
    open_record: Callable[[str], Record] = _no_record
    """The record at a path; raises an error if it could not be read."""

    @property
    def records(self) -> tuple[Record, ...]:
        """Every record that could be read, even if it has faults."""
        return tuple(file.record for file in self.record_files if file.record)

    @property
    def paths(self) -> tuple[str, ...]:
        """Every file of the corpus, relative to the root."""
        files = (file.path for file in self.files)
        return (*files, *self.record_paths, *map(seal_path, self.seals))

    def has_seal(self, record: Record | None) -> bool:
        """Whether a record is sealed, perhaps with other words."""
        return bool(record and record.has_id and record.id in self.seals)

    def has_readers(self, opinion: OpinionId) -> bool:
        """Whether readers may have the text of an opinion, as far as that is known."""
        published = self.published_seals.get(opinion)
        return not self.is_judged or bool(published and published.text)

    @property
    def sealed_ids(self) -> AbstractSet[OpinionId]:
        """The opinions with a seal in the ledger, or in the one that readers have."""
        return self.seals.keys() | self.published_seals.keys()

    @property
    def filed_ids(self) -> frozenset[OpinionId]:
        """The opinions that have a file, by the name of the file."""
        matches = map(_RECORD_PATH.fullmatch, self.record_paths)
        ids = (OpinionId.read(match[1]) for match in matches if match)
        return frozenset(filter(None, ids))

    @property
    def ids(self) -> frozenset[OpinionId]:
        """The opinions whose record could be read."""
        return frozenset(record.id for record in self.outlines)

    def sealed_outlines(self) -> Iterator[tuple[RecordOutline, Seal]]:
        """Yield each record with its seal, and with the published one if it differs.

        A seal that must not take the place of the published one says nothing.
        """
        for outline in self.outlines:
            seal = self.seals.get(outline.id)
            published = self.published_seals.get(outline.id)
            if seal and not (published and published.is_replaced_by(seal)):
                yield outline, seal
            if published and published != seal:
                yield outline, published

    @property
    def digest(self) -> str:
        """The hash of everything that was read except the records."""
        texts = [f"{file.path}\0{file.raw.text}" for file in self.files]
        return sha256_of_words("\0".join([*texts, *map(str, self.seals.values())]))

    def location(self, path: str, *field_path: str | int) -> Location:
        """Where a value of a file other than a record is."""
        return next(file.field_location(*field_path) for file in self.files if file.path == path)

    def location_in(self, record: RecordOutline, *field_path: str | int) -> Location:
        """Where a field of a record is."""
        return self.open_record(record.path).field_location(*field_path)


@dataclass(frozen=True, slots=True)
class ValidCorpus:
    """A corpus without errors, so that everything in it can be used."""

    references: References
    records: tuple[Record, ...]
    pages: tuple[ParsedFile[StaticPage], ...]
    seals: tuple[Seal, ...]
    paths: tuple[str, ...]
    """The files that it was read from, relative to the root."""
    digest: str
    """The hash of everything that was read except the records."""
