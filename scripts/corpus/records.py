"""A record and all that records refer to, as values."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import Any

from corpus.authorities import Authority, Citation, Kind, slug
from corpus.blocks import Block
from corpus.citations import Cited, Finder, Found
from corpus.documents import Document
from corpus.findings import Spot
from corpus.ledger import Seal, digest, seal_path
from corpus.model import Catalogued, Correction, Opinion, OpinionId, Relation, Waiver, Written
from corpus.scalars import UnreadError
from corpus.text import ApprovedText
from corpus.vocabulary import Commission, Program, Topic


@dataclass(frozen=True)
class Record:
    """An opinion with its approved text and the citations in it."""

    opinion: Opinion | Catalogued
    """The fields; of a record with faults those that could be read, the others raise."""
    text: ApprovedText
    document: Document[Any]
    finder: Finder
    source_sha256: str | None
    """The SHA-256 of the source's file as it is, where the record names a file that is there."""

    @cached_property
    def id(self) -> OpinionId:
        """Year and number."""
        return self.opinion.id

    @property
    def is_named(self) -> bool:
        """Whether number and year could be read."""
        try:
            return bool(self.id)
        except UnreadError:
            return False

    def listed(self, field: str) -> tuple[Any, ...]:
        """A field that is a list; empty where it could not be read, or is not known."""
        try:
            return getattr(self.opinion, field, ())
        except UnreadError:
            return ()

    @property
    def corrections(self) -> tuple[Correction, ...] | None:
        """The changes of the text that it tells; None where they could not be read."""
        try:
            return getattr(self.opinion, "corrections", ())
        except UnreadError:
            return None

    @property
    def approved(self) -> date | None:
        """The day of approval, where it is known and could be read."""
        try:
            return self.opinion.approved
        except UnreadError:
            return None

    @property
    def waivers(self) -> tuple[Waiver, ...]:
        """The findings that are right to ignore here."""
        return self.listed("waivers")

    @property
    def declared(self) -> tuple[Cited, ...]:
        """All that the fields say it cites: authorities and opinions."""
        return (*self.opinion.cited, *(relation.cites for relation in self.opinion.opinions))

    @cached_property
    def found(self) -> tuple[tuple[Block, Found], ...]:
        """The citations of the text, each with the block in which it stands; not its own name."""
        heading = self.text.heading
        around = self.text.around(self.finder.places(self.text.body))
        blocks = [block for block in around if block is not heading]
        sets = {citation.authority for citation in self.opinion.rules} if blocks else set()
        only = sets.pop() if len(sets) == 1 else None
        found = ((block, one) for block in blocks for one in self.finder.find(block.words, only))
        return tuple((block, one) for block, one in found if one.cited != self.id)

    def paragraphs_citing(self, cited: Cited) -> tuple[int, ...]:
        """The numbers of the paragraphs in which the text makes this very citation."""
        return tuple(self._paragraphs.get(cited, ()))

    @cached_property
    def _paragraphs(self) -> dict[Cited, dict[int, None]]:
        """The numbers of the paragraphs that make each citation, in reading order."""
        paragraphs: dict[Cited, dict[int, None]] = {}
        for block, found in self.found:
            if block.number:
                paragraphs.setdefault(found.cited, {})[block.number] = None
        return paragraphs

    def at(self, *loc: str | int) -> Spot:
        """The place of a value of the front matter."""
        return self.document.at(*loc)

    @property
    def body(self) -> Spot:
        """The place at which the text begins."""
        return Spot(self.document.path, self.document.source.body_line)

    def in_body(self, origin: int) -> Spot:
        """The place of a character of the body."""
        line, column = self.text.place(origin)
        return Spot(self.document.path, self.document.source.body_line + line - 1, column)

    def in_text(self, block: Block, offset: int = 0) -> Spot:
        """The place of a character of a block's words."""
        return self.in_body(block.origin(offset))


@dataclass(frozen=True)
class References:
    """What records refer to."""

    commission: Commission
    topics: Mapping[str, Topic]
    programs: Mapping[str, Program]
    authorities: Mapping[tuple[Kind, str], Authority]
    shelved: frozenset[tuple[Kind, str]]
    """The authorities that have a file, sound or not, by the name of the file."""

    def authority(self, citation: Citation) -> Authority | None:
        """The authority that is cited, where it is held."""
        return self.authorities.get((citation.kind, citation.authority))

    def has_file(self, citation: Citation) -> bool:
        """Whether there is a file of the authority, even one that cannot be read."""
        return (citation.kind, slug(citation.kind, citation.authority)) in self.shelved


_OPINION_FILE = re.compile(r"opinions/([0-9]{4})/([0-9]{1,6})\.md")


@dataclass(frozen=True, slots=True)
class Frame:
    """All of a corpus but its records.

    `references` is absent where the Commission's file or a vocabulary cannot be read;
    then no record can be read either.
    """

    documents: tuple[Document[Any], ...]
    """Every file that was read, and what is wrong with it."""
    references: References | None
    pages: tuple[Document[Written], ...]
    """The hand-written pages; their Markdown is the body of their source."""
    opinions: tuple[str, ...]
    """The files of the records, by their path below the root."""
    unread: tuple[str, ...]
    """Files that stand among the records, authorities and pages and were not read."""
    seals: Mapping[OpinionId, Seal]
    """The ledger, as far as it could be read."""
    has_ledger: bool
    """Whether there is a ledger at all."""

    @property
    def paths(self) -> tuple[str, ...]:
        """Every file that belongs to the corpus, by its path below the root."""
        read = (document.path for document in self.documents)
        return (*read, *self.opinions, *map(seal_path, self.seals))

    @property
    def filed(self) -> frozenset[OpinionId]:
        """The opinions that have a file, by its name."""
        found = (_OPINION_FILE.fullmatch(one) for one in self.opinions)
        return frozenset(OpinionId(int(one[1]), int(one[2])) for one in found if one)


@dataclass(frozen=True, slots=True)
class Library:
    """One corpus as it was read: the frame, and every record, also one with faults."""

    frame: Frame
    opinions: tuple[Document[Any], ...]
    """The files of the records, sound or not."""
    records: tuple[Record, ...]

    @property
    def references(self) -> References | None:
        """What records refer to."""
        return self.frame.references


@dataclass(frozen=True, slots=True)
class Card:
    """What others have to know of a record, so that not all of them must be open at once."""

    path: str
    id: OpinionId
    approved: date | None
    is_held: bool
    relations: tuple[Relation, ...]
    holdings: frozenset[str] | None
    """The ids of its holdings; None where they could not be read."""
    aliases: tuple[str, ...]
    corrections: tuple[Correction, ...] | None
    """None where they could not be read."""
    markdown: str
    """The hash of its body as it is written."""


def card(record: Record) -> Card | None:
    """The card of a record; None where its number and year could not be read."""
    if not record.is_named:
        return None
    return Card(
        record.document.path,
        record.id,
        record.approved,
        record.opinion.is_held,
        record.listed("opinions"),
        _ids(record),
        record.listed("aliases"),
        record.corrections,
        digest(record.text.body),
    )


def _ids(record: Record) -> frozenset[str] | None:
    try:
        return frozenset(holding.id for holding in record.opinion.holdings)
    except UnreadError:
        return None


@dataclass(frozen=True, slots=True)
class Collection:
    """All records together, by their cards, beside the frame."""

    frame: Frame
    cards: tuple[Card, ...]
    reopen: Callable[[str], Record]
    """The record of a file once more; a file is opened only where something is wrong with it."""
    known: frozenset[OpinionId]
    """The opinions that have a record."""

    def at(self, card: Card, *loc: str | int) -> Spot:
        """The place of a value of a record's front matter."""
        return self.reopen(card.path).at(*loc)


@dataclass(frozen=True, slots=True)
class Sound:
    """A corpus in which nothing is wrong, so that all that it says can be used."""

    references: References
    records: tuple[Record, ...]
    pages: tuple[Document[Written], ...]
    seals: tuple[Seal, ...]
    """The ledger."""
    paths: tuple[str, ...]
    """The files that it was read from, by their path below the root."""


def gaps(first: int, numbers: Iterable[int]) -> tuple[range, ...]:
    """The numbers that are missing between `first` and the last of `numbers`."""
    there = sorted({first - 1, *numbers})
    pairs = pairwise(there)
    return tuple(range(one + 1, other) for one, other in pairs if first <= one + 1 < other)
