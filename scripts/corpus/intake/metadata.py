"""What the text of an opinion says about it: number, approval date, questions, citations."""

import re
from dataclasses import dataclass
from datetime import date

from corpus.citations.finder import CitationFinder
from corpus.model.authority import Citation
from corpus.model.commission import Commission
from corpus.model.opinion import OpinionId
from corpus.text.approved_text import ApprovedText, parse_approved_text
from corpus.text.blocks import Role

_QUESTION = re.compile(r"(?:^|(?<=[.:;]\s))([^.:;?]*(?:\.\w[^.:;?]*)*\?)")


@dataclass(frozen=True, slots=True)
class DocumentMetadata:
    """What was found in the text. A person must check all of it."""

    id: OpinionId | None
    approved: date | None
    headings: tuple[str, ...]
    """The headings below the title."""
    questions: tuple[tuple[str, int], ...]
    """The questions, each with the number of its paragraph."""
    citations: tuple[Citation, ...]
    opinions: tuple[tuple[OpinionId, tuple[int, ...]], ...]
    """The cited opinions, each with the numbers of the paragraphs that cite it."""


def find_metadata(body: str, commission: Commission) -> DocumentMetadata:
    """Return what the body of a record says about the opinion."""
    text = parse_approved_text(body, commission.is_approval_line)
    opinion_id = _id(text, commission)
    finder = CitationFinder(commission)
    citations: dict[Citation, None] = {}
    opinions: dict[OpinionId, dict[int, None]] = {}
    for block in text.blocks:
        for cited in (match.target for match in finder.find(block.words)):
            if isinstance(cited, Citation):
                citations[cited] = None
            elif cited != opinion_id and block.number:
                opinions.setdefault(cited, {})[block.number] = None
    return DocumentMetadata(
        opinion_id,
        _approval_date(text, commission),
        tuple(block.words for block in text.blocks[1:] if block.role is Role.HEADING),
        _questions(text),
        tuple(citations),
        tuple((cited, tuple(numbers)) for cited, numbers in opinions.items()),
    )


def _id(text: ApprovedText, commission: Commission) -> OpinionId | None:
    number_and_year = commission.heading_in(text.heading.words) if text.heading else None
    return OpinionId(*number_and_year) if number_and_year else None


def _approval_date(text: ApprovedText, commission: Commission) -> date | None:
    day = commission.approval_in(text.approval.words) if text.approval else None
    return commission.day_in(day) if day else None


def _questions(text: ApprovedText) -> tuple[tuple[str, int], ...]:
    """Return the last question of each list item, or of each paragraph if no item asks one."""
    questions = [
        (block, sentences[-1].strip())
        for block in text.paragraphs.values()
        if (sentences := _QUESTION.findall(block.words))
    ]
    in_items = [(block, question) for block, question in questions if block.mark]
    return tuple(
        (question, block.number) for block, question in in_items or questions if block.number
    )
