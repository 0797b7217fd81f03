"""What is wrong with a record, each thing at its field or at its paragraph."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from corpus.checks.places import field_of
from corpus.checks.registry import RULES, UNKNOWN_HEADING, UNSEALED
from corpus.citations.heading_number import number_in_line
from corpus.desk.collection import Collection, Edited
from corpus.desk.in_progress.key import key_of
from corpus.desk.in_progress.work import Work
from corpus.desk.open_questions import open_questions
from corpus.desk.own_words import in_own_words
from corpus.desk.plain_words import (
    IF_A_LINE_BELOW_GIVES_THE_NUMBER,
    IF_IT_GIVES_NO_NUMBER,
    IF_IT_GIVES_THE_DAY,
    IF_IT_GIVES_THE_NUMBER,
    IF_THE_NUMBER_IS_THE_SAME,
    gives_a_number,
    hint_of,
    line_in_words,
    message_of,
)
from corpus.desk.text.heading_line import may_be_heading_line
from corpus.findings import Finding, Level, Location
from corpus.library.references import References
from corpus.model.opinion_id import OpinionId
from corpus.parsing.yaml_values import FieldPath
from corpus.text.blocks import Role

_OTHER_NUMBER = "OP208"
_UNREAD_APPROVAL = "OP213"
"""A line reads like the approval line, and a person has to say whether it is."""
_OF_TWO = ("OP419", "OP420")
"""What is wrong between two opinions."""


class OpinionToOpen(NamedTuple):
    """Another opinion of the collection, which the desk can open."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Problem:
    """A finding, at its field or at its paragraph."""

    field: FieldPath
    """Empty if it is about the text or the whole record."""
    block: int | None
    """The position of the block of the text that it is about."""
    is_error: bool
    message: str
    hint: str
    code: str = ""
    waived_by: str = ""
    """Words of the finding that identify it in a waiver; empty if it cannot be waived."""
    may_be_approval: bool = False
    """Whether the line may be the approval line, which a person should confirm."""
    number_line: int | None = None
    """The position of the line that may give the number, which a person should confirm."""
    other: OpinionToOpen | None = None
    """The opinion of the collection that it is about too."""

    @property
    def as_sent(self) -> dict[str, Any]:
        """The values that the script of the page reads."""
        return {
            "field": list(self.field),
            "block": self.block,
            "isError": self.is_error,
            "code": self.code,
            "message": self.message,
            "waivedBy": self.waived_by,
            "hint": self.hint,
            "mayBeApproval": self.may_be_approval,
            "numberLine": self.number_line,
            "other": self.other._asdict() if self.other else None,
        }


def problems(work: Work, edited: Edited, collection: Collection) -> Iterator[Problem]:
    """What is wrong with a record, each at its place."""
    record = edited.record
    if record and not work.record and edited.path in collection.corpus.record_paths:
        message = "An opinion with this number and year is in the collection already."
        hint = "Correct the number or the year, or open the opinion that is there."
        other = _other(record.id, collection.references) if record.has_id else None
        yield Problem(("number",), None, is_error=True, message=message, hint=hint, other=other)
    found = [_problem(finding, edited) for finding in edited.findings if finding.code != UNSEALED]
    yield from found
    answered = {problem.field for problem in found}
    for field, question, hint, about in open_questions(edited):
        if field in answered:
            continue
        other = _other(about, collection.references) if about else None
        yield Problem(field, None, is_error=False, message=question, hint=hint, other=other)


def _problem(finding: Finding, edited: Edited) -> Problem:
    is_error = finding.level is Level.ERROR or finding.code == _UNREAD_APPROVAL
    message = message_of(finding)
    hint = hint_of(finding)
    is_explained = _may_be_right(finding, edited)
    block = _block_of(finding, edited)
    line = edited.record.text.blocks[block] if edited.record and block is not None else None
    is_approval = line is not None and line.role is Role.APPROVAL
    number_line = _number_line(edited) if finding.code == UNKNOWN_HEADING and block == 0 else None
    if line and finding.code == UNKNOWN_HEADING and (is_approval or is_explained or number_line):
        message = line_in_words(line.words)
        hint = _hint_on_line(line.words, is_approval=is_approval, number_line=number_line)
    if references := edited.corpus.references:
        message = in_own_words(message, references)
        hint = in_own_words(hint, references)
    is_unknown_line = line is not None and finding.code == UNKNOWN_HEADING
    return Problem(
        () if line else field_of(finding, edited.raw),
        block,
        is_error=is_error,
        message=message,
        hint=hint,
        code=finding.code,
        waived_by=finding.message if is_explained else "",
        may_be_approval=finding.code == _UNREAD_APPROVAL or (is_unknown_line and is_approval),
        number_line=number_line,
        other=_other_in(finding, edited),
    )


def _other_in(finding: Finding, edited: Edited) -> OpinionToOpen | None:
    """The opinion that has the same number or the same text."""
    opinion = OpinionId.read(finding.subject) if finding.code in _OF_TWO else None
    references = edited.corpus.references
    return _other(opinion, references) if opinion and references else None


def _other(opinion: OpinionId, references: References) -> OpinionToOpen:
    return OpinionToOpen(key_of(opinion), references.names.long(opinion))


def _number_line(edited: Edited) -> int | None:
    """The first line that a person may name as the one with the number of the opinion."""
    record = edited.record
    references = edited.corpus.references
    if record is None or references is None:
        return None
    places = range(len(record.text.blocks))
    may_be = (at for at in places if may_be_heading_line(record, at, references.commission))
    return next(may_be, None)


def _hint_on_line(line: str, *, is_approval: bool, number_line: int | None) -> str:
    """What to do about a line that fits no pattern in the settings."""
    if is_approval:
        return IF_IT_GIVES_THE_DAY
    if number_line is not None:
        return IF_A_LINE_BELOW_GIVES_THE_NUMBER if number_line else IF_IT_GIVES_THE_NUMBER
    return IF_THE_NUMBER_IS_THE_SAME if gives_a_number(line) else IF_IT_GIVES_NO_NUMBER


def _may_be_right(finding: Finding, edited: Edited) -> bool:
    """Whether a person may give a reason why this is right.

    A heading that fits no pattern in the settings may be right, unless it gives another number or
    year than the fields. Of an approval line, a person says that it is one.
    """
    record = edited.record
    references = edited.corpus.references
    if finding.code != UNKNOWN_HEADING:
        return RULES[finding.code].can_be_waived and finding.code != _OTHER_NUMBER
    if record is None or references is None or not record.has_id:
        return False
    heading = record.text.heading
    if heading is None or finding.location != record.location_in_text(heading):
        return False
    printed = number_in_line(heading.words, record.finder, references.commission)
    return printed is None or printed.opinion(record.id.year) == record.id


def _block_of(finding: Finding, edited: Edited) -> int | None:
    """The position of the block of the text that a finding is about; None if it is about none."""
    record = edited.record
    location = finding.location
    if record is None or location.line < edited.raw.body_line:
        return None
    positions = [
        position
        for position, block in enumerate(record.text.blocks)
        if record.location_in_text(block) <= Location(location.path, location.line, 10**6)
    ]
    return positions[-1] if positions else None
