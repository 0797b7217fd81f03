"""The drafts of the records of a document, and what an editor must decide and compare."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from corpus.citations.finder import CitationFinder
from corpus.citations.names import Names
from corpus.intake.document import RefusedError, SourceDocument, TextBlock
from corpus.intake.draft_places import places_in_draft
from corpus.intake.in_no_draft import LeftOut, left_out, page_numbers, running, unread
from corpus.intake.markdown import body
from corpus.intake.metadata import decisions, draft_line, find_metadata, proposed_opinion
from corpus.intake.place import Place
from corpus.intake.remark_sentences import remark_sentences
from corpus.intake.remarks import Remark, RemarkKind
from corpus.intake.second_reading import SecondReading
from corpus.intake.volume.parts import VolumePart
from corpus.intake.volume.split import split_document
from corpus.library.record_template import DocumentMetadata, NewRecord, prefilled_record
from corpus.model.authority_kind import AuthorityKind
from corpus.model.commission import Commission
from corpus.model.opinion_id import OpinionId
from corpus.parallel import spread
from corpus.parsing.files import MAX_FILE_SIZE
from corpus.text.approved_text import ApprovedText, parse_approved_text

_WEIGHT = 4
"""A draft takes as long as this many records."""
_OPENING = 3
"""This many lines above the number, and as many of the text, can say that it is a draft."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The draft of one opinion."""

    id: OpinionId
    text: ApprovedText
    metadata: DocumentMetadata
    place: Place | None
    """Where the opinion stands in the document."""
    is_machine_read: bool
    """Whether any of its words were read from a picture."""
    decisions: tuple[str, ...]
    """What an editor must check or write, in sentences."""
    remarks: tuple[str, ...]
    """What an editor must look at in the document, in sentences."""
    running: tuple[str, ...]
    """Those of `remarks` about headers and footers, which recur on all pages of a volume."""
    page_numbers: tuple[str, ...]
    """The page numbers that were certain, so that no remark names them."""
    differences: tuple[str, ...] | None
    """Every place where the draft has other words than a second reading of the document.

    None if no other program could read the document.
    """

    kinds: tuple[AuthorityKind, ...]
    """The kinds of authority that the record can cite."""
    numbers_restart: bool
    """Whether the numbers of its series begin again in each year."""
    same_number: OpinionId | None
    """The opinion of another year that has its number, though the numbers run on."""
    is_number_seen: bool
    """Whether the heading gives the number; if not, the record leaves it empty."""
    is_year_seen: bool
    """Whether a line of the document gives the year; if not, the record leaves it empty."""

    def record(self, source: Mapping[str, str]) -> str:
        """The whole file of the record; `source` has the fields of its document."""
        if self.is_machine_read:
            source = {**source, "read": "machine"}
        number = self.id.number if self.is_number_seen else 0
        year = self.id.year if self.is_year_seen else 0
        seen = self.id._replace(number=number, year=year)
        record = NewRecord(seen, approved=self.metadata.approved)
        body = self.text.body.rstrip("\n")
        return prefilled_record(record, body, self.metadata, source, self.kinds)


@dataclass(frozen=True, slots=True)
class Drafts:
    """All that was made from one document, in its order."""

    drafts: tuple[Draft, ...]
    left_out: tuple[LeftOut, ...]
    running: tuple[str, ...] = ()
    """What was left out at the edge of pages, each once with all of its pages, in sentences."""
    page_numbers: tuple[str, ...] = ()
    """The page numbers that were certain, which `running` does not name."""
    is_pdf: bool = False
    unread: tuple[str, ...] = ()
    """The parts that were not read, so that all of their words are missing, in sentences."""


def make_drafts(
    document: SourceDocument,
    opinion_ids: Collection[OpinionId],
    commission: Commission,
    today: date,
) -> Drafts:
    """Make a draft of each opinion in a document.

    `opinion_ids` are the opinions that have a file. If the document does not say its number,
    the draft gets the next one after them, in the year of approval or of `today`. Raises
    `RefusedError` if an opinion is too long for a record.
    """
    parts = split_document(document, commission)
    texts = [_text(part, commission) for part in parts]
    differences = _differences(document, parts, texts)
    fields = zip(parts, texts, differences, _lines_above(parts), strict=True)
    read_parts = [_ReadPart(*of_part) for of_part in fields]
    maker = _DraftMaker(opinion_ids, commission, today)
    opinions = [read for read in read_parts if read.volume_part.is_opinion]
    drafts = spread(maker.drafts, opinions, "Making the drafts", _WEIGHT * len(opinions))
    of_drafts = {remark for opinion in opinions for remark in opinion.volume_part.remarks}
    left_outs = (
        left_out(
            read.volume_part, read.differences or (), of_drafts, is_above=read is read_parts[0]
        )
        for read in read_parts
        if not read.volume_part.is_opinion
    )
    ids = [*opinion_ids, *(draft.id for draft in drafts)]
    compared = (
        replace(draft, same_number=_same_number(draft.id, ids, commission)) for draft in drafts
    )
    remarks = [remark for part in parts for remark in part.remarks]
    return Drafts(
        drafts=tuple(compared),
        left_out=tuple(left_outs),
        running=running(remarks),
        page_numbers=page_numbers(remarks),
        is_pdf=document.is_pdf,
        unread=unread(remarks),
    )


def _same_number(
    opinion: OpinionId, others: Iterable[OpinionId], commission: Commission
) -> OpinionId | None:
    """The opinion of another year that has its number, if the numbers of its series run on."""
    series = commission.series_of(opinion)
    if series is None or not series.runs_on:
        return None
    numbers = ((other, other._replace(year=opinion.year)) for other in others)
    return next((other for other, same in numbers if same == opinion != other), None)


class _ReadPart(NamedTuple):
    """A part of a document, its text, and where a second reading of it differs."""

    volume_part: VolumePart
    text: ApprovedText
    differences: tuple[str, ...] | None
    lines_above: Sequence[TextBlock]


class _DraftMaker:
    """Makes the drafts of opinions of one commission."""

    def __init__(
        self, opinion_ids: Collection[OpinionId], commission: Commission, today: date
    ) -> None:
        self._opinion_ids = opinion_ids
        self._commission = commission
        self._finder = CitationFinder(commission)
        self._today = today

    def drafts(self, opinions: Sequence[_ReadPart]) -> list[Draft]:
        return [self._draft(opinion) for opinion in opinions]

    def _draft(self, read: _ReadPart) -> Draft:
        part = read.volume_part
        text = read.text
        metadata = self._metadata(read)
        year = (metadata.approved or self._today).year
        opinion = metadata.id or proposed_opinion(
            text, metadata, year, self._opinion_ids, self._commission
        )
        return Draft(
            id=opinion,
            text=text,
            metadata=metadata,
            place=part.place,
            is_machine_read=any(remark.kind is RemarkKind.MACHINE_READ for remark in part.remarks),
            decisions=tuple(decisions(metadata, opinion, Names(self._commission), self._today)),
            remarks=tuple(remark_sentences(_remarks(part, metadata), places_in_draft(part, text))),
            running=running(part.remarks),
            page_numbers=page_numbers(part.remarks),
            differences=read.differences,
            kinds=self._commission.kinds,
            numbers_restart=self._restarts(opinion),
            same_number=None,
            is_number_seen=metadata.printed is not None,
            is_year_seen=metadata.id is not None or metadata.approved is not None,
        )

    def _metadata(self, read: _ReadPart) -> DocumentMetadata:
        metadata = find_metadata(read.text, self._commission, self._finder)
        if metadata.approved:
            return metadata
        opening = (block.text for block in read.lines_above)
        lines = (*opening, *(block.words for block in read.text.blocks[:_OPENING]))
        return replace(metadata, draft_line=draft_line(lines))

    def _restarts(self, opinion: OpinionId) -> bool:
        series = self._commission.series_of(opinion)
        return series is not None and series.restarts


def _remarks(part: VolumePart, metadata: DocumentMetadata) -> Iterable[Remark]:
    """The remarks on a part, but none that its own number may begin another opinion."""
    own = (RemarkKind.MORE_OPINIONS, metadata.number_line)
    return (remark for remark in part.remarks if (remark.kind, remark.words) != own)


def _lines_above(parts: Sequence[VolumePart]) -> list[Sequence[TextBlock]]:
    """The last lines above each part that are in no draft."""
    return [(), *(() if part.is_opinion else part.blocks[-_OPENING:] for part in parts[:-1])]


def _text(part: VolumePart, commission: Commission) -> ApprovedText:
    markdown = body((*part.blocks, *part.footnotes))
    if part.is_opinion and (size := len(markdown.encode())) > MAX_FILE_SIZE:
        message = f"The text has {size:,} bytes, and a record can hold {MAX_FILE_SIZE:,}."
        raise RefusedError(f"{message} Make a file for each opinion.")
    return parse_approved_text(
        markdown, commission.is_approval_line, commission.is_further_approval_line
    )


def _differences(
    document: SourceDocument, parts: Sequence[VolumePart], texts: Sequence[ApprovedText]
) -> list[tuple[str, ...]] | list[None]:
    """Return, for each part, where a second reading differs; None if there is no reading."""
    if document.second_reading is None:
        return [None] * len(parts)
    on_parts = (
        remark for part in parts for remark in part.remarks if remark not in document.remarks
    )
    remarks = (*document.remarks, *on_parts)
    reading = SecondReading(replace(document, remarks=remarks), document.second_reading)
    words = [
        reading.words_to_compare(text.plain_text, part.footnotes)
        for part, text in zip(parts, texts, strict=True)
    ]
    return [
        tuple(difference.sentence("the document", "the draft") for difference in differences)
        for differences in reading.differences(words)
    ]
