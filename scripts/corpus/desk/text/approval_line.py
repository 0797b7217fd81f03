"""A line of the text becomes the approval line: the fields get its words, and its day."""

from dataclasses import replace

from corpus.citations.names import Names
from corpus.desk.collection import Edited
from corpus.desk.errors import NotFinishedError
from corpus.desk.fields import changed_fields
from corpus.desk.in_progress.work import Work
from corpus.desk.text.edit import NoSuchBlockError
from corpus.desk.text.line_in_fields import WithLine
from corpus.desk.text.paragraph_numbers import numbers_in
from corpus.library.record_writer import rewrite_fields
from corpus.text.approval_day import days_given, line_with_day
from corpus.text.approved_text import ApprovedText
from corpus.text.blocks import Block, Role

NO_DAY_IN_LINE = (
    "The desk cannot read one day in this line. Type the date of approval in the form, as the line "
    "gives it."
)
_HEADING = "This is the line with the number. The date of approval is in another line."
_ITEM = (
    "This line begins with the mark of a list, so it cannot be the approval line. Choose “Correct "
    "words” for the line above, and join both."
)


def with_approval_line(work: Work, edited: Edited, position: int) -> WithLine:
    """Name a line in the fields as the approval line, and take its day; the line stays in place.

    Raises `NoSuchBlockError` if it is not there, and `NotFinishedError` if it cannot be this line.
    """
    record = edited.record
    references = edited.corpus.references
    raw = edited.raw
    if record is None or references is None or not isinstance(raw.fields, dict):
        raise NoSuchBlockError("the record cannot be read")
    commission = references.commission
    line = _line_at(record.text, position)
    days = days_given(line, commission)
    is_known = line == line_with_day(replace(record.text, named_line=""), commission)
    named = "" if is_known else line.words
    followed = numbers_in(work.text, edited, commission, named)
    sent = {"approval_line": named}
    if len(days) == 1 and raw.fields.get("stage") != "draft":
        sent["approved"] = str(days[0])
    fields = changed_fields({**raw.fields, **followed.fields}, sent, commission)
    day = f"It gives {Names(commission).partial_date(days[0])} as its day." if days else ""
    about_day = day if len(days) == 1 else NO_DAY_IN_LINE
    return WithLine(rewrite_fields(work.text, fields), (about_day, *followed.sentences))


def _line_at(text: ApprovedText, position: int) -> Block:
    if not 0 <= position < len(text.blocks):
        raise NoSuchBlockError("there is no such block")
    if position == 0:
        raise NotFinishedError(_HEADING)
    if text.blocks[position].mark:
        raise NotFinishedError(_ITEM)
    return text.blocks[position]


def named_line_after(text: ApprovedText, position: int, words: str) -> str:
    """The words that the fields give to the approval line, after a block got these words."""
    named = text.named_approvals
    if not 0 <= position < len(text.blocks) or text.blocks[position] not in named:
        return text.named_line
    return Block(Role.PARAGRAPH, 0, words.strip().partition("\n\n")[0]).words
