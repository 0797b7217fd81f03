"""The first line of a text gives number and year, also if its form is new to the settings."""

from dataclasses import dataclass

from corpus.citations.cited_heading import number_in_line
from corpus.desk.collection import Edited
from corpus.desk.fields import changed_fields
from corpus.desk.not_finished import NotFinishedError
from corpus.desk.work import Work
from corpus.intake.opening_number import number_in_other_form
from corpus.library.record import Record
from corpus.library.record_writer import rewrite_fields
from corpus.model.commission import Commission
from corpus.model.line_templates import heading_template
from corpus.model.opinion_id import OpinionId
from corpus.text.blocks import Role

_SERIES = (
    "There are several series of opinions here. "
    "Ask the person who looks after the files to add the form of this line."
)
_LINES_ABOVE = "The line with the number is the first of the text. Leave the lines above it out."
_NO_NUMBER = (
    "The desk cannot find the number and the year of this form in the line. "
    "Type them in the form as the line prints them."
)


@dataclass(frozen=True, slots=True)
class WithHeadingLine:
    """A record whose first line gives its number, and the settings that know the form of it."""

    text: str
    """The file of the record."""
    commission: Commission


def with_heading_line(work: Work, edited: Edited, position: int) -> WithHeadingLine | None:
    """Make the first line the heading, and fill in its number and year; None without a record.

    Raises `NotFinishedError` if the line is not the first, or does not give them.
    """
    record, references, raw = edited.record, edited.corpus.references, edited.raw
    if record is None or references is None or not isinstance(raw.fields, dict):
        return None
    commission = references.commission
    if commission.series:
        raise NotFinishedError(_SERIES)
    if position:
        raise NotFinishedError(_LINES_ABOVE)
    words = record.text.blocks[0].words
    opinion = _opinion_of(words, record, commission)
    form = heading_template(words, opinion, commission) if opinion else None
    if opinion is None or form is None:
        raise NotFinishedError(_NO_NUMBER)
    sent = {"number": str(opinion.number), "year": str(opinion.year)}
    is_new = not record.has_id or record.id != opinion
    fields = changed_fields(dict(raw.fields), sent, commission) if is_new else raw.fields
    text = rewrite_fields(_with_heading(work.text, record), fields)
    if commission.heading_in(words):
        return WithHeadingLine(text, commission)
    lines = (*commission.heading_lines, form)
    return WithHeadingLine(text, commission.model_copy(update={"heading_lines": lines}))


def _opinion_of(words: str, record: Record, commission: Commission) -> OpinionId | None:
    """The opinion of the fields, if the line gives it, or else that of the line alone."""
    if record.has_id and heading_template(words, record.id, commission):
        return record.id
    printed = number_in_line(words, record.finder, commission)
    printed = printed or number_in_other_form(words, commission)
    return printed.opinion(None) if printed else None


def _with_heading(text: str, record: Record) -> str:
    """The file with its first line as the heading."""
    block, body = record.text.blocks[0], record.text.body
    if block.role is Role.HEADING:
        return text
    start = len(text) - len(body) + block.start
    return f"{text[:start]}# {text[start:]}"
