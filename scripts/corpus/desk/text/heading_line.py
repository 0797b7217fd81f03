"""Accept a line as the heading with number and year, though it fits no pattern in the settings."""

import re
from typing import Any

from corpus.checks.registry import UNKNOWN_HEADING
from corpus.checks.waivers import is_about
from corpus.citations.heading_number import number_in_line
from corpus.desk.collection import Edited
from corpus.desk.errors import NotFinishedError
from corpus.desk.fields import changed_fields
from corpus.desk.in_progress.work import Work
from corpus.desk.text.edit import NoSuchBlockError, with_heading
from corpus.desk.text.line_in_fields import WithLine
from corpus.desk.text.paragraph_numbers import numbers_in
from corpus.intake.opening_number import number_in_other_form
from corpus.library.record import Record
from corpus.library.record_writer import rewrite_fields
from corpus.model.commission import Commission
from corpus.model.opinion_id import OpinionId
from corpus.model.proposed_forms import proposed_heading_form
from corpus.parsing.yaml_values import Value
from corpus.text.blocks import Block, Role

_SERIES = (
    "There are several series of opinions here. Choose the series, and type the number and the "
    "year in the form. Then choose this again."
)
_TOO_FAR_DOWN = (
    "Lines between the first and this one may belong to the text. Leave out those that do not."
)
_NO_NUMBER = (
    "The desk cannot find the number and the year of this form in the line. "
    "Type them in the form as the line prints them."
)
_DIGITS = re.compile("[0-9]{1,4}")
_NEAR_TOP = 4
"""How many lines at the top of a text can be the heading; what is above it is no part of it."""
REASON = "A person who prepared this opinion read its number and year in this line."


def with_heading_line(work: Work, edited: Edited, position: int) -> WithLine:
    """Make a line the heading, fill in its number and year, and leave out the lines above it.

    If it fits no pattern in the settings, the record has an exception for it. Raises
    `NotFinishedError` if the line is not near the top, or does not give them.
    """
    record = edited.record
    references = edited.corpus.references
    raw = edited.raw
    if record is None or references is None or not isinstance(raw.fields, dict):
        raise NoSuchBlockError("the record cannot be read")
    if not _is_near_top(record, position):
        raise NotFinishedError(_TOO_FAR_DOWN)
    commission = references.commission
    words = record.text.blocks[position].words
    opinion = _opinion_of(words, record, commission)
    sent = {} if record.has_id and record.id == opinion else _numbers(opinion)
    if commission.heading_in(words) is None and not is_said_to_be_heading(words, record):
        sent["waivers"] = [*_waivers(raw.fields), _exception(words)]
    text = with_heading(work.text, record, position)
    followed = numbers_in(text, edited, commission, record.text.named_line)
    fields = changed_fields({**raw.fields, **followed.fields}, sent, commission)
    return WithLine(rewrite_fields(text, fields), followed.sentences)


def may_be_heading_line(record: Record, position: int, commission: Commission) -> bool:
    """Whether a person can say that this line gives the number and the year."""
    if not _is_near_top(record, position):
        return False
    try:
        _opinion_of(record.text.blocks[position].words, record, commission)
    except NotFinishedError:
        return False
    return True


def _is_near_top(record: Record, position: int) -> bool:
    """Whether only short lines without a date of approval are above."""
    above = record.text.blocks[:position]
    return position < _NEAR_TOP and all(_may_be_above(block) for block in above)


def _may_be_above(block: Block) -> bool:
    return block.role is not Role.APPROVAL and not block.words.endswith((".", "?", ":"))


def is_said_to_be_heading(words: str, record: Record) -> bool:
    """Whether the record has an exception for a heading with these words."""
    waivers = (waiver for waiver in record.waivers if waiver.code == UNKNOWN_HEADING)
    return any(is_about(waiver, _message(words), words) for waiver in waivers)


def _exception(words: str) -> dict[str, Value]:
    return {"code": UNKNOWN_HEADING, "about": _message(words), "reason": REASON}


def _message(words: str) -> str:
    return f"no number and year can be read from `{words}`"


def _waivers(fields: dict[str, Value]) -> list[Value]:
    waivers = fields.get("waivers")
    return waivers if isinstance(waivers, list) else []


def _numbers(opinion: OpinionId) -> dict[str, Any]:
    numbers = {"number": str(opinion.number), "letter": opinion.letter, "series": opinion.series}
    return {**numbers, "year": str(opinion.year)} if opinion.year else numbers


def _opinion_of(words: str, record: Record, commission: Commission) -> OpinionId:
    """The opinion that the fields name, if the line gives it, or else the one in the line."""
    if record.has_id and proposed_heading_form(words, record.id, commission):
        return record.id
    if len(commission.all_series) > 1:
        raise NotFinishedError(_SERIES)
    printed = number_in_line(words, record.finder, commission)
    printed = printed or number_in_other_form(words, commission)
    opinion = printed.opinion(None) if printed else _only_number(words, record)
    if opinion is None or proposed_heading_form(words, opinion, commission) is None:
        raise NotFinishedError(_NO_NUMBER)
    return opinion


def _only_number(words: str, record: Record) -> OpinionId | None:
    """The opinion of the year of the fields, if a line has no other digits than one number."""
    numbers = _DIGITS.findall(words)
    year = record.readable("year", 0)
    return OpinionId(year, int(numbers[0])) if len(numbers) == 1 and year else None
