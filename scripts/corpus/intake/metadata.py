"""What the text of an opinion tells of it: its number, its day, its questions, its citations."""

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
class Told:
    """What was read; a person decides on all of it."""

    id: OpinionId | None
    approved: date | None
    headings: tuple[str, ...]
    questions: tuple[tuple[str, int], ...]
    """The questions of the text, each with the number of its paragraph."""
    citations: tuple[Citation, ...]
    opinions: tuple[tuple[OpinionId, tuple[int, ...]], ...]
    """The opinions that are cited, each with the numbers of the paragraphs."""


def told(body: str, commission: Commission) -> Told:
    """What the body of a record tells."""
    text = parse_approved_text(body, commission.tells_approval)
    known = _id(text, commission)
    day = commission.approval_in(text.approval.words) if text.approval else None
    finder = CitationFinder(commission)
    found = [
        (block.number, one.target) for block in text.blocks for one in finder.find(block.words)
    ]
    opinions: dict[OpinionId, list[int]] = {}
    for number, cited in found:
        if isinstance(cited, OpinionId) and cited != known and number:
            opinions.setdefault(cited, []).append(number)
    return Told(
        known,
        commission.day_in(day) if day else None,
        tuple(one.words for one in text.blocks[1:] if one.role is Role.HEADING),
        _questions(text),
        tuple(dict.fromkeys(one for _, one in found if isinstance(one, Citation))),
        tuple((cited, tuple(dict.fromkeys(at))) for cited, at in opinions.items()),
    )


def _id(text: ApprovedText, commission: Commission) -> OpinionId | None:
    said = commission.heading_in(text.heading.words) if text.heading else None
    return OpinionId(*said) if said else None


def _questions(text: ApprovedText) -> tuple[tuple[str, int], ...]:
    """The last question of each item that asks one; of each paragraph where no item asks."""
    found = [(block, _QUESTION.findall(block.words)) for block in text.paragraphs.values()]
    asked = [(block, said[-1].strip()) for block, said in found if said]
    items = [(block, said) for block, said in asked if block.mark]
    return tuple((said, block.number) for block, said in items or asked if block.number)
