"""A record, and what records refer to, as values."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from corpus.citations.finder import CitationFinder
from corpus.citations.found_citation import CitationTarget, FoundCitation
from corpus.findings import Location
from corpus.model.opinion import DETAIL_FIELDS, Catalogued, Correction, Opinion, OpinionId, Waiver
from corpus.parsing.field_types import UnreadFieldError
from corpus.parsing.parsed_file import ParsedFile
from corpus.text.approved_text import ApprovedText
from corpus.text.blocks import Block


@dataclass(frozen=True)
class Record:
    """An opinion with its approved text and the citations in it."""

    opinion: Opinion | Catalogued
    """The fields; of a record with faults those that could be read, the others raise."""
    text: ApprovedText
    parsed_file: ParsedFile[Any]
    finder: CitationFinder
    source_sha256: str | None
    """The SHA-256 of the source's file as it is, where the record names a file that is there."""

    @cached_property
    def id(self) -> OpinionId:
        """Year and number."""
        return self.opinion.id

    @property
    def shared_fields(self) -> str:
        """What any page may show of the opinion, whatever the page is about."""
        names = (name for name in type(self.opinion).model_fields if name not in DETAIL_FIELDS)
        ids = (holding.id for holding in self.opinion.holdings)
        return repr([*(getattr(self.opinion, name) for name in names), *ids])

    @property
    def is_named(self) -> bool:
        """Whether number and year could be read."""
        try:
            return bool(self.id)
        except UnreadFieldError:
            return False

    def readable_list(self, field: str) -> tuple[Any, ...]:
        """A field that is a list; empty where it could not be read, or is not known."""
        try:
            return getattr(self.opinion, field, ())
        except UnreadFieldError:
            return ()

    @property
    def corrections(self) -> tuple[Correction, ...] | None:
        """The changes of the text that it tells; None where they could not be read."""
        try:
            return getattr(self.opinion, "corrections", ())
        except UnreadFieldError:
            return None

    @property
    def approved(self) -> date | None:
        """The day of approval, where it is known and could be read."""
        try:
            return self.opinion.approved
        except UnreadFieldError:
            return None

    @property
    def waivers(self) -> tuple[Waiver, ...]:
        """The findings that are right to ignore here."""
        return self.readable_list("waivers")

    @property
    def listed_citations(self) -> tuple[CitationTarget, ...]:
        """All that the fields say it cites: authorities and opinions."""
        return (*self.opinion.cited, *(relation.cites for relation in self.opinion.opinions))

    @cached_property
    def text_citations(self) -> tuple[tuple[Block, FoundCitation], ...]:
        """The citations of the text, each with the block in which it stands; not its own name."""
        heading = self.text.heading
        around = self.text.blocks_at(self.finder.candidate_offsets(self.text.body))
        blocks = [block for block in around if block is not heading]
        sets = {citation.authority for citation in self.opinion.rules} if blocks else set()
        only = sets.pop() if len(sets) == 1 else None
        found = ((block, one) for block in blocks for one in self.finder.find(block.words, only))
        return tuple((block, one) for block, one in found if one.target != self.id)

    def paragraphs_citing(self, cited: CitationTarget) -> tuple[int, ...]:
        """The numbers of the paragraphs in which the text makes this very citation."""
        return tuple(self._paragraphs.get(cited, ()))

    @cached_property
    def _paragraphs(self) -> dict[CitationTarget, dict[int, None]]:
        """The numbers of the paragraphs that make each citation, in reading order."""
        paragraphs: dict[CitationTarget, dict[int, None]] = {}
        for block, found in self.text_citations:
            if block.number:
                paragraphs.setdefault(found.target, {})[block.number] = None
        return paragraphs

    def field_location(self, *loc: str | int) -> Location:
        """The place of a value of the front matter."""
        return self.parsed_file.field_location(*loc)

    @property
    def body_location(self) -> Location:
        """The place at which the text begins."""
        return Location(self.parsed_file.path, self.parsed_file.raw.body_line)

    def location_in_body(self, origin: int) -> Location:
        """The place of a character of the body."""
        line, column = self.text.line_and_column(origin)
        return Location(self.parsed_file.path, self.parsed_file.raw.body_line + line - 1, column)

    def location_in_text(self, block: Block, offset: int = 0) -> Location:
        """The place of a character of a block's words."""
        return self.location_in_body(block.source_offset(offset))
