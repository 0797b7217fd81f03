"""The line of a text that gives the day of approval, and the day as it is written there."""

from corpus.model.approval_words import days_in_line
from corpus.model.commission import Commission
from corpus.model.partial_date import PartialDate
from corpus.text.approved_text import ApprovedText
from corpus.text.blocks import Block, Role


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
    """The day that such a line gives, or every day in it if its form is not in the settings."""
    known = commission.date_in(written_day(line, commission))
    return (known,) if known else days_in_line(line.words, commission)
