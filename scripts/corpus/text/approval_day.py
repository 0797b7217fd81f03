"""The line that gives the date of approval, that day, and other lines that read like one."""

from itertools import takewhile

from corpus.model.approval_words import days_in_line, may_give_day, reads_like_approval
from corpus.model.commission import Commission
from corpus.model.partial_date import PartialDate
from corpus.model.proposed_forms import proposed_approval_form
from corpus.text.approved_text import ApprovedText
from corpus.text.blocks import Block, Role

_NEAR_TOP = 5
"""How many blocks below the heading can have the approval line, which may follow an address."""
_NEAR_END = 3
"""How many of the last blocks can have the approval line, which may stand above names."""
_SHORT = 60
"""Blocks of no more letters can be the lines of a signature and an address."""


def line_with_day(text: ApprovedText, commission: Commission) -> Block | None:
    """The approval line that counts, or a heading with its day; None if there is neither.

    If the fields name a line, that is the one.
    """
    if text.named_approvals:
        return text.named_approvals[0]
    place = commission.index_of_approval_line([line.words for line in text.approvals])
    if place is not None:
        return text.approvals[place]
    return text.heading if text.heading and written_day(text.heading, commission) else None


def written_day(line: Block, commission: Commission) -> str:
    """The day that such a line gives, as written; empty if it gives none."""
    if line.role is not Role.HEADING:
        return commission.written_approval_date(line.words) or ""
    printed = commission.heading_in(line.words)
    return printed.date if printed else ""


def days_given(line: Block, commission: Commission) -> tuple[PartialDate, ...]:
    """The day that such a line gives, or every day in it if it fits no pattern in the settings."""
    known = commission.date_in(written_day(line, commission))
    return (known,) if known else days_in_line(line.words, commission)


def lines_like_approval(text: ApprovedText, commission: Commission) -> tuple[Block, ...]:
    """The line below the heading that reads like one, and those with a day near either end.

    If an approval line gives the day, only the line below it may be another one.
    """
    if line_with_day(text, commission) is not None:
        below = _below_opening(text)[:1]
        return tuple(line for line in below if _may_be_another(line, commission))
    below_heading = _below_opening(text)[:1] if text.heading else ()
    return tuple(
        line
        for line in _near_an_end(text)
        if may_give_day(line.words, commission)
        or (line in below_heading and reads_like_approval(line.words, commission))
    )


def lines_in_form_of(line: Block, text: ApprovedText, commission: Commission) -> list[Block]:
    """The other lines near an end, not counted as approval lines, in the form of one that is."""
    dates_of = commission.written_approval_dates
    if (dates := dates_of(line.words)) is None:
        return []
    return [
        other
        for other in _near_an_end(text)
        if (others := dates_of(other.words)) and others.form == dates.form and other != line
    ]


def _below_opening(text: ApprovedText) -> tuple[Block, ...]:
    return text.blocks[len(text.opening) :]


def _near_an_end(text: ApprovedText) -> list[Block]:
    blocks = _below_opening(text)
    signature = takewhile(lambda block: len(block.words) <= _SHORT, reversed(blocks))
    near_end = max(_NEAR_END, len(list(signature)) + 1)
    near = (*blocks[:_NEAR_TOP], *blocks[max(len(blocks) - near_end, _NEAR_TOP) :])
    return [block for block in near if block.number]


def _may_be_another(line: Block, commission: Commission) -> bool:
    is_like_one = reads_like_approval(line.words, commission)
    return is_like_one and proposed_approval_form(line.words, commission) is not None
