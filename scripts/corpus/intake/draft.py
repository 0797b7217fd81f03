"""The draft of a record, with what a person must decide and where its words differ."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from corpus.citations.names import Names
from corpus.intake.document import TextBlock, text_of
from corpus.intake.markdown import body
from corpus.intake.metadata import decisions, find_metadata
from corpus.intake.reader import read_document
from corpus.intake.remarks import code_span, remark_sentences
from corpus.intake.text_diff import differences
from corpus.library.record_template import NewRecord, next_number, prefilled_record
from corpus.model.commission import Commission
from corpus.model.opinion import OpinionId
from corpus.text.approved_text import parse_approved_text
from corpus.text.blocks import Role

_NEAR_TOP = 20
"""How many blocks from the top the heading may be, below a letterhead or the lines of a memo."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The draft made from a document."""

    id: OpinionId
    text: str
    """The whole file of the record."""
    decisions: tuple[str, ...]
    """What a person must check or write, in sentences."""
    remarks: tuple[str, ...]
    """What a person must look at in the document, in sentences."""
    differences: tuple[str, ...] | None
    """Every place where the draft has other words than a second reading of the document.

    None if no other program could read the document.
    """


def make_draft(
    path: Path, opinion_ids: Collection[OpinionId], commission: Commission, today: date
) -> Draft:
    """Make a draft from a document; raise `RefusedError` if the document cannot be used.

    `opinion_ids` are the opinions that have a file. If the document does not say its number,
    the draft gets the next one after them, in the year of approval or of `today`.
    """
    document, sha256 = read_document(path, commission)
    above, blocks = _split_at_heading(document.blocks, commission)
    markdown = body((*blocks, *document.footnotes))
    text = parse_approved_text(markdown, commission.is_approval_line)
    metadata = find_metadata(text, commission)
    year = (metadata.approved or today).year
    opinion = metadata.id or OpinionId(year, next_number(opinion_ids, year, commission))
    second = document.second_reading
    record = NewRecord(opinion, approved=metadata.approved)
    return Draft(
        opinion,
        prefilled_record(record, markdown.rstrip("\n"), metadata, path.name, sha256),
        (*decisions(metadata, opinion, Names(commission)), *map(_left_out, above)),
        tuple(remark_sentences(document.remarks)),
        None if second is None else tuple(differences(second, text.plain_text)),
    )


def _split_at_heading(
    blocks: Sequence[TextBlock], commission: Commission
) -> tuple[Sequence[TextBlock], Sequence[TextBlock]]:
    """Return the blocks above the heading of the opinion, such as a letterhead, and the others."""
    for index, block in enumerate(blocks[:_NEAR_TOP]):
        if commission.heading_in(text_of(block.runs)):
            return blocks[:index], (replace(block, role=Role.HEADING), *blocks[index + 1 :])
    return (), blocks


def _left_out(block: TextBlock) -> str:
    """Return a sentence about a block above the heading."""
    words = code_span(text_of(block.runs))
    return f"Left out above the heading: {words}. If it belongs to the opinion, type it below."
