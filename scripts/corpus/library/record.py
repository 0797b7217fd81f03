"""A record: an opinion's fields, its approved text, and the citations in both."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from operator import attrgetter
from typing import Any, NamedTuple

from corpus.citations.cited_bodies import (
    FoundOtherOpinion,
    other_opinions_in,
    with_address,
    without_overlap,
)
from corpus.citations.finder import CitationFinder
from corpus.citations.found_citation import (
    CitationsInText,
    CitationTarget,
    FoundCitation,
    UnresolvedCitation,
)
from corpus.citations.range_members import known_in_ranges, parts_in_ranges
from corpus.findings import Location
from corpus.model.authority import Citation
from corpus.model.opinion import DETAIL_FIELDS, Catalogued, Opinion
from corpus.model.opinion_id import OpinionId
from corpus.model.opinion_parts import Correction, Holding, Issue, OtherOpinion, Waiver
from corpus.model.partial_date import PartialDate
from corpus.model.separate_opinions import SeparateOpinions
from corpus.parsing.field_types import UnreadFieldError
from corpus.parsing.parsed_file import ParsedFile
from corpus.text.approved_text import ApprovedText
from corpus.text.blocks import Block
from corpus.text.separate_parts import SeparatePart, separate_parts


class OtherOpinionUse(NamedTuple):
    """An opinion of another body that a record lists, and the paragraphs that cite it."""

    opinion: OtherOpinion
    paragraphs: tuple[int, ...]


@dataclass(frozen=True)
class Record:
    """An opinion with its approved text and the citations in it."""

    opinion: Opinion | Catalogued
    """The fields; those that could not be read raise `UnreadFieldError`."""
    text: ApprovedText
    parsed_file: ParsedFile[Any]
    finder: CitationFinder
    source_sha256: str | None
    """The SHA-256 of the source document as it is now, if the record names one that exists."""
    separate_opinions: SeparateOpinions
    """The headings of concurrences and dissents, as the body's texts have them."""

    @cached_property
    def id(self) -> OpinionId:
        """The year and number."""
        return self.opinion.id

    @property
    def year(self) -> int:
        """The year of its number, or of its approval if its number has none; 0 if unknown."""
        return self.id.year or (self.approved.year if self.approved else 0)

    @property
    def has_id(self) -> bool:
        """Whether the year and number could be read."""
        try:
            return bool(self.id)
        except UnreadFieldError:
            return False

    def readable(self, field: str, otherwise: Any) -> Any:
        """A field; `otherwise` if it could not be read, or if such records do not have it."""
        try:
            return getattr(self.opinion, field, otherwise)
        except UnreadFieldError:
            return otherwise

    @property
    def approved(self) -> PartialDate | None:
        """The date of approval, or its month or year; None if it is unknown or was not read."""
        approved: PartialDate | None = self.readable("approved", None)
        return approved

    @property
    def approved_or_year(self) -> PartialDate | None:
        """The date of approval as far as it is known, at least the year of the number."""
        return self.approved or (PartialDate(self.id.year) if self.id.year else None)

    @property
    def earliest_day(self) -> date:
        """The date of approval, or the first day on which it may have been given."""
        known = self.approved_or_year
        return known.first_day if known else date.min

    @property
    def middle_day(self) -> date:
        """The date of approval, or the middle of its month or year if the day is not known."""
        known = self.approved_or_year
        return known.middle_day if known else date.min

    @property
    def latest_day(self) -> date:
        """The date of approval, or the last day on which it may have been given."""
        known = self.approved_or_year
        return known.last_day if known else date.max

    @property
    def corrections(self) -> tuple[Correction, ...] | None:
        """The corrections of the text; None if they could not be read."""
        corrections: tuple[Correction, ...] | None = self.readable("corrections", None)
        return corrections

    @property
    def waivers(self) -> tuple[Waiver, ...]:
        """The findings that should not be reported for this record."""
        waivers: tuple[Waiver, ...] = self.readable("waivers", ())
        return waivers

    @property
    def shared_fields(self) -> str:
        """The values that any page may show, as one text to compare them by."""
        names = (name for name in type(self.opinion).model_fields if name not in DETAIL_FIELDS)
        places = ((holding.id, holding.at) for holding in self.opinion.holdings)
        return repr([*(getattr(self.opinion, name) for name in names), *places])

    @cached_property
    def separate_parts(self) -> tuple[SeparatePart, ...]:
        """The concurrences and dissents in the text."""
        return separate_parts(self.text, self.separate_opinions)

    def separate_part_at(self, paragraph: int) -> SeparatePart | None:
        """The concurrence or dissent that has a paragraph; None if the body itself speaks."""
        parts = (part for part in self.separate_parts if paragraph in part.paragraphs)
        return next(parts, None)

    @property
    def listed_citations(self) -> tuple[CitationTarget, ...]:
        """The authorities and opinions that the fields list as cited."""
        return (*self.opinion.cited, *(relation.cites for relation in self.opinion.opinions))

    @property
    def readable_authorities(self) -> Iterator[Citation]:
        """The authorities that the fields list, as far as they could be read."""
        return (cited for kind in self.opinion.kinds for cited in self.readable(kind.plural, ()))

    @cached_property
    def text_citations(self) -> tuple[tuple[Block, FoundCitation], ...]:
        """The citations in the text, each with its block, except of the opinion itself."""
        return tuple(
            (block, citation)
            for block, citations in self._citations_by_block
            for citation in citations.resolved
            if citation.target != self.id
        )

    def answers_to(self, issue: Issue) -> tuple[Holding, ...]:
        """The holdings that answer an issue."""
        return tuple(holding for holding in self.opinion.holdings if holding.answers == issue.id)

    @cached_property
    def listed_in_ranges(self) -> tuple[tuple[Block, CitationTarget], ...]:
        """Opinions and sections that the fields list and that are within a range in the text."""
        listed = [
            *self.readable_authorities,
            *(relation.cites for relation in self.readable("opinions", ())),
        ]
        return tuple(
            (block, target)
            for block, citations in self._citations_by_block
            for target in known_in_ranges(block.words, citations, listed)
        )

    @property
    def unresolved_citations(self) -> tuple[tuple[Block, UnresolvedCitation], ...]:
        """What looks like a citation in the text but is not resolved, each with its block."""
        return tuple(
            (block, citation)
            for block, citations in self._citations_by_block
            for citation in citations.unresolved
        )

    @cached_property
    def other_opinion_uses(self) -> tuple[OtherOpinionUse, ...]:
        """The opinions of other bodies that the fields list, with their addresses."""
        return tuple(
            OtherOpinionUse(
                with_address(opinion, self.finder.cited_bodies),
                tuple(
                    dict.fromkeys(
                        block.number
                        for block, citation in self.cited_other_opinions
                        if citation.opinion == opinion and block.number
                    )
                ),
            )
            for opinion in self._listed_other_opinions
        )

    @cached_property
    def cited_other_opinions(self) -> tuple[tuple[Block, FoundOtherOpinion], ...]:
        """The opinions of other bodies in the text, each with its block."""
        listed = self._listed_other_opinions
        bodies = self.finder.cited_bodies
        blocks = self.text.blocks if listed or bodies else ()
        return tuple(
            (block, citation)
            for block in blocks
            if block is not self.text.heading
            for citation in other_opinions_in(block.words, listed, bodies)
        )

    @property
    def _listed_other_opinions(self) -> tuple[OtherOpinion, ...]:
        listed: tuple[OtherOpinion, ...] = self.readable("other_opinions", ())
        return listed

    @cached_property
    def _citations_by_block(self) -> tuple[tuple[Block, CitationsInText], ...]:
        """The blocks that have citations or doubts, with these."""
        blocks = [block for block in self.text.blocks if block is not self.text.heading]
        rule_sets = set(self._listed_rule_sets()) if blocks else set()
        only_rule_set = rule_sets.pop() if len(rule_sets) == 1 else None
        words = [block.words for block in blocks]
        found = self.finder.read_each(words, [block.mark for block in blocks], only_rule_set)
        return tuple(
            (block, self._completed(block, citations))
            for block, citations in zip(blocks, found, strict=True)
            if any(citations)
        )

    def _completed(self, block: Block, citations: CitationsInText) -> CitationsInText:
        """The citations of this body in a block, also those between the ends of ranges of parts."""
        if between := tuple(parts_in_ranges(block.words, citations.resolved)):
            resolved = sorted((*citations.resolved, *between), key=attrgetter("start"))
            citations = citations._replace(resolved=tuple(resolved))
        return self._without_other_bodies(block, citations)

    def _without_other_bodies(self, block: Block, citations: CitationsInText) -> CitationsInText:
        """The citations that are not part of a citation of another body."""
        others = [other for of_block, other in self.cited_other_opinions if of_block is block]
        if not others:
            return citations
        return CitationsInText(
            without_overlap(citations.resolved, others),
            without_overlap(citations.unresolved, others),
        )

    def _listed_rule_sets(self) -> Iterator[str]:
        """The sets of rules that the fields list as cited."""
        for kind in self.opinion.kinds:
            if kind.is_in_sets:
                yield from (citation.authority for citation in self.opinion.cited_of(kind))

    def url_of(self, target: CitationTarget) -> str:
        """Where its citation leads. A draft's leads to a whole authority.

        The page of an authority has only those parts that adopted opinions cite.
        """
        if isinstance(target, OpinionId) or not self.opinion.is_draft:
            return target.url
        return target.page

    def paragraphs_citing(self, target: CitationTarget) -> tuple[int, ...]:
        """The numbers of the paragraphs that cite exactly this, in order."""
        return tuple(self._paragraphs_by_target.get(target, ()))

    @cached_property
    def _paragraphs_by_target(self) -> dict[CitationTarget, dict[int, None]]:
        paragraphs: dict[CitationTarget, dict[int, None]] = {}
        cited = ((block, citation.target) for block, citation in self.text_citations)
        for block, target in sorted(
            (*cited, *self.listed_in_ranges), key=lambda each: each[0].start
        ):
            if block.number:
                paragraphs.setdefault(target, {})[block.number] = None
        return paragraphs

    def field_location(self, *field_path: str | int) -> Location:
        """Where a value of the front matter is."""
        return self.parsed_file.field_location(*field_path)

    @property
    def body_location(self) -> Location:
        """Where the body begins."""
        return Location(self.parsed_file.path, self.parsed_file.raw.body_line)

    def location_in_body(self, offset: int) -> Location:
        """Where a character of the body is."""
        line, column = self.text.line_and_column(offset)
        return Location(self.parsed_file.path, self.parsed_file.raw.body_line + line - 1, column)

    def location_in_text(self, block: Block, offset: int = 0) -> Location:
        """Where a character of a block's words is."""
        return self.location_in_body(block.source_offset(offset))
