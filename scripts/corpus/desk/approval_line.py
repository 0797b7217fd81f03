"""A line of the text becomes the approval line, also if its form is new to the settings."""

from dataclasses import dataclass

from corpus.desk.collection import Edited
from corpus.desk.fields import changed_fields
from corpus.desk.not_finished import NotFinishedError
from corpus.desk.paragraph_numbers import numbers_in
from corpus.desk.text_edit import moved_below_opening
from corpus.desk.work import Work
from corpus.library.record_writer import rewrite_fields
from corpus.model.approval_words import format_of_day, written_days
from corpus.model.commission import Commission
from corpus.model.partial_date import PartialDate
from corpus.text.blocks import Role

NO_DAY_IN_LINE = (
    "The desk cannot read a day in this line, so it stays in the text. "
    "Type the day of approval in the form."
)
_NO_HEADING = "The line with the number comes before it. Make that line the heading first."


@dataclass(frozen=True, slots=True)
class WithApprovalLine:
    """A record with its approval line in place, and the settings that know the form of it."""

    text: str
    """The file of the record."""
    commission: Commission
    sentences: tuple[str, ...]
    """What became of paragraph numbers in the fields."""


def with_approval_line(work: Work, edited: Edited, position: int) -> WithApprovalLine | None:
    """Put a line below the heading, and its day into the fields; None if it has no day to read.

    Raises `NotFinishedError` if there is no heading above it.
    """
    record, references, raw = edited.record, edited.corpus.references, edited.raw
    if record is None or references is None or not isinstance(raw.fields, dict):
        return None
    if not record.text.heading or not 0 < position < len(record.text.blocks):
        raise NotFinishedError(_NO_HEADING)
    line = record.text.blocks[position]
    commission = with_form_of(line.words, references.commission)
    day = day_in(line.words, commission)
    if day is None:
        return None
    is_there = line.role is Role.APPROVAL
    text = work.text if is_there else moved_below_opening(work.text, record, position)
    followed = numbers_in(text, edited, commission)
    fields = {**raw.fields, **followed.fields}
    fields = changed_fields(fields, {"approved": str(day)}, commission)
    return WithApprovalLine(rewrite_fields(text, fields), commission, followed.sentences)


def with_form_of(words: str, commission: Commission) -> Commission:
    """The settings with the form of a line; the same if they know it, or it has no day to read."""
    days = written_days(words)
    if day_in(words, commission) or len(days) != 1 or set(words) & set("{}%"):
        return commission
    forms, formats = dict.fromkeys(commission.approval_lines), commission.other_date_formats
    if not commission.date_in(days[0]):
        formats = (*formats, format_of_day(days[0]))
    lines = (*forms, words.replace(days[0], "{date}"))
    return commission.model_copy(update={"approval_lines": lines, "other_date_formats": formats})


def day_in(words: str, commission: Commission) -> PartialDate | None:
    """The day that an approval line gives; None if it is no such line, or its day is not read."""
    written = commission.approval_in(words)
    return commission.date_in(written) if written else None
