"""All of a corpus, in the form that each step needs.

Frame        all but the records, which is read first
Library      the frame with every record, sound or not
Collection   the frame with a card of each record, for rules that look across
Sound        a corpus in which nothing is wrong, from which pages are made
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from corpus.findings import Location
from corpus.library.ledger import Seal, digest, seal_path
from corpus.library.record import Record, References
from corpus.model.opinion import Correction, OpinionId, Relation, Written
from corpus.parsing.field_types import UnreadFieldError
from corpus.parsing.parsed_file import ParsedFile

_OPINION_FILE = re.compile(r"opinions/([0-9]{4})/([0-9]{1,6})\.md")


@dataclass(frozen=True, slots=True)
class Frame:
    """All of a corpus but its records.

    `references` is absent where the Commission's file or a vocabulary cannot be read;
    then no record can be read either.
    """

    documents: tuple[ParsedFile[Any], ...]
    """Every file that was read, and what is wrong with it."""
    references: References | None
    pages: tuple[ParsedFile[Written], ...]
    """The hand-written pages; their Markdown is the body of their source."""
    opinions: tuple[str, ...]
    """The files of the records, by their path below the root."""
    unread: tuple[str, ...]
    """OutputFiles that stand among the records, authorities and pages and were not read."""
    seals: Mapping[OpinionId, Seal]
    """The ledger, as far as it could be read."""
    has_ledger: bool
    """Whether there is a ledger at all."""

    @property
    def paths(self) -> tuple[str, ...]:
        """Every file that belongs to the corpus, by its path below the root."""
        read = (document.path for document in self.documents)
        return (*read, *self.opinions, *map(seal_path, self.seals))

    def at(self, path: str, *loc: str | int) -> Location:
        """The place of a value of a file."""
        return next(one.at(*loc) for one in self.documents if one.path == path)

    @property
    def digest(self) -> str:
        """The hash of all that was read."""
        read = [f"{one.path}\0{one.source.text}" for one in self.documents]
        return digest("\0".join([*read, *map(str, self.seals.values())]))

    @property
    def filed(self) -> frozenset[OpinionId]:
        """The opinions that have a file, by its name."""
        found = (_OPINION_FILE.fullmatch(one) for one in self.opinions)
        return frozenset(OpinionId(int(one[1]), int(one[2])) for one in found if one)


Opened = tuple[ParsedFile[Any], Record | None]
"""The file of a record, and the record as far as it could be read."""


@dataclass(frozen=True, slots=True)
class Library:
    """One corpus as it was read: the frame, and every record, also one with faults."""

    frame: Frame
    opinions: tuple[ParsedFile[Any], ...]
    """The files of the records, sound or not."""
    records: tuple[Record, ...]

    @property
    def references(self) -> References | None:
        """What records refer to."""
        return self.frame.references

    @property
    def opened(self) -> dict[str, Opened]:
        """Every file of a record with its record, by its path below the root."""
        records = {record.parsed_file.path: record for record in self.records}
        return {one.path: (one, records.get(one.path)) for one in self.opinions}


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
        record.parsed_file.path,
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
    except UnreadFieldError:
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

    def at(self, card: Card, *loc: str | int) -> Location:
        """The place of a value of a record's front matter."""
        return self.reopen(card.path).at(*loc)


@dataclass(frozen=True, slots=True)
class Sound:
    """A corpus in which nothing is wrong, so that all that it says can be used."""

    references: References
    records: tuple[Record, ...]
    pages: tuple[ParsedFile[Written], ...]
    seals: tuple[Seal, ...]
    """The ledger."""
    paths: tuple[str, ...]
    """The files that it was read from, by their path below the root."""
    digest: str
    """The hash of all that was read but the records."""


def gaps(first: int, numbers: Iterable[int]) -> tuple[range, ...]:
    """The numbers that are missing between `first` and the last of `numbers`."""
    there = sorted({first - 1, *numbers})
    pairs = pairwise(there)
    return tuple(range(one + 1, other) for one, other in pairs if first <= one + 1 < other)


def numbered(gaps: Iterable[range]) -> str:
    """`1 to 4, 6 and 8 to 10`."""
    *before, last = map(_from_to, gaps)
    return f"{', '.join(before)} and {last}" if before else last


def _from_to(gap: range) -> str:
    return str(gap.start) if len(gap) == 1 else f"{gap.start} to {gap.stop - 1}"
