"""A record and all that records refer to, as values."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from corpus.blocks import Block
from corpus.citations import Finder, Found
from corpus.documents import Document
from corpus.findings import Spot
from corpus.model import Authority, Citation, Opinion, OpinionId, Waiver, Written
from corpus.scalars import UnreadError
from corpus.text import ApprovedText
from corpus.vocabulary import Commission, Kind, Program, Topic


@dataclass(frozen=True)
class Record:
    """An opinion with its approved text and the citations in it."""

    opinion: Opinion
    """The fields; of a record with faults those that could be read, the others raise."""
    text: ApprovedText
    document: Document[Opinion]
    finder: Finder
    source_sha256: str | None
    """The SHA-256 of the source's file as it is, where the record names a file that is there."""

    @property
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

    @property
    def waivers(self) -> tuple[Waiver, ...]:
        """The findings that are right to ignore here; none where they could not be read."""
        try:
            return self.opinion.waivers
        except UnreadError:
            return ()

    @cached_property
    def found(self) -> tuple[tuple[Block, Found], ...]:
        """The citations of the text, each with the block in which it stands."""
        blocks = (block for block in self.text.blocks if self.finder.may_find(block.markdown))
        return tuple((block, found) for block in blocks for found in self.finder.find(block.words))

    def paragraphs_citing(self, citation: Citation) -> tuple[int, ...]:
        """The numbers of the paragraphs in which the text makes this very citation."""
        numbers = {block.number: None for block, found in self.found if found.citation == citation}
        return tuple(number for number in numbers if number)

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
    """The authorities that have a file, sound or not."""

    def authority(self, citation: Citation) -> Authority | None:
        """The authority that is cited, where it is held."""
        return self.authorities.get((citation.kind, citation.authority))

    def has_file(self, citation: Citation) -> bool:
        """Whether there is a file of the authority, even one that cannot be read."""
        return (citation.kind, citation.authority) in self.shelved


@dataclass(frozen=True)
class Library:
    """One corpus as it was read: all files, and what the sound ones say.

    `references` is absent where the Commission's file or a vocabulary cannot be read;
    then there are no records either.
    """

    documents: tuple[Document[Any], ...]
    references: References | None
    records: tuple[Record, ...]
    """Every record, also one with faults, so that all that is wrong with it can be told."""
    pages: tuple[Document[Written], ...]
    """The hand-written pages; their Markdown is the body of their source."""
    unread: tuple[str, ...]
    """Files that stand among the records, authorities and pages and were not read."""

    @cached_property
    def named(self) -> tuple[Record, ...]:
        """The records whose number and year could be read."""
        return tuple(record for record in self.records if record.is_named)
