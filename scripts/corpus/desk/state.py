"""What the page of one record shows, as values that its script can read."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from corpus.checks.places import field_of
from corpus.checks.registry import RULES
from corpus.citations.cited_heading import number_in_line
from corpus.citations.found_citation import CitationTarget, FoundCitation
from corpus.citations.names import Names
from corpus.desk.collection import Collection, Edited
from corpus.desk.heading_line import is_said_to_be_heading
from corpus.desk.left_out import left_out
from corpus.desk.open_questions import open_questions
from corpus.desk.plain_words import (
    IF_IT_GIVES_THE_DAY,
    IF_THE_NUMBER_IS_THE_SAME,
    NEW_FORM_OF_LINE,
    hint_of,
    message_of,
    waived_in_words,
)
from corpus.desk.work import Work
from corpus.findings import Finding, Level, Location
from corpus.library.corpus import Corpus
from corpus.library.record import Record
from corpus.library.references import References
from corpus.model.authority import Citation
from corpus.model.opinion_id import OpinionId
from corpus.pages.text_html import approved_text_html
from corpus.parsing.yaml_values import FieldPath
from corpus.text.approval_day import days_given, line_with_day
from corpus.text.blocks import Role
from corpus.text.questions import questions_in

_UNSEALED = "OP504"
"""The button that seals says this already."""
_UNKNOWN_LINE = "OP203"
_OTHER_NUMBER = "OP208"
_UNREAD_APPROVAL = "OP213"
"""What a line is that reads like the approval line, a person has to say."""


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
    """Whether a person should say that the line is the approval line, if it is."""


def state(work: Work, collection: Collection) -> dict[str, Any]:
    """Everything that changes on the page when the record changes."""
    edited = collection.edited(work)
    record, references = edited.shown, collection.references
    open_problems = list(problems(work, edited, collection))
    is_as_handed_over = collection.is_as_handed_over(work)
    return {
        "key": work.key,
        "revision": work.revision,
        "numbers": _numbers(record, references),
        "name": name_of(edited.record, references),
        "isSaved": work.is_saved,
        "isRecord": bool(work.record),
        "isSealed": _is_sealed(edited),
        "isPrepared": is_as_handed_over and bool(work.handed_over_as) and not work.is_sent,
        "handedOver": handed_over(work, references) if is_as_handed_over else "",
        "isChangedElsewhere": collection.is_changed_elsewhere(work),
        "canUndo": work.can_undo,
        "canTakeBack": work.can_take_back and work.is_saved,
        "canRedo": bool(work.future),
        "fields": edited.record_file.parsed_file.raw.fields,
        "waived": list(_waived(edited)),
        "problems": [_as_dict(problem) for problem in open_problems],
        "toDo": sum(problem.is_error for problem in open_problems),
        "text": approved_text_html(record, references, "") if record else "",
        "blocks": list(_blocks(record, references)) if record else [],
        "lists": {kind.id: kind.plural for kind in references.commission.kinds},
        "names": _names_of_listed(record, references) if record else {},
        "citations": list(_citations(edited, references)),
        "unheld": list(_unheld(record, references)) if record else [],
        "toCompare": work.to_compare,
        "moreQuestions": [] if _is_sealed(edited) else list(_more_questions(edited)),
        "leftOut": []
        if _is_sealed(edited)
        else [line.words for line in left_out(work, collection)],
    }


def _numbers(record: Record | None, references: References) -> dict[str, bool]:
    """What the numbers of its series have, besides digits."""
    fields = record.readable("series", "") if record else ""
    series = next((s for s in references.commission.all_series if s.id == fields), None)
    return {
        "year": series is None or series.has_year,
        "letter": series is not None and series.has_letters,
    }


def name_of(record: Record | None, references: References) -> str:
    """What the opinion is called: `Opinion 05 (2003)`."""
    if record is None or not record.has_id:
        return "An opinion without a number"
    return Names(references.commission).long(record.id)


def handed_over(work: Work, references: References) -> str:
    """`sent for review on May 6, 2026`; empty if it was not handed over."""
    if not work.handed_over:
        return ""
    how = "prepared for review" if work.handed_over_as else "downloaded"
    if work.is_sent:
        how = "sent for review"
    return f"{how} on {Names(references.commission).day(date.fromisoformat(work.handed_over))}"


def problems(work: Work, edited: Edited, collection: Collection) -> Iterator[Problem]:
    """What is wrong with a record, each at its place."""
    if not work.record and edited.path in collection.corpus.record_paths:
        message = "An opinion with this number and year is in the collection already."
        hint = "Correct the number or the year, or open the opinion that is there."
        yield Problem(("number",), None, is_error=True, message=message, hint=hint)
    for finding in edited.findings:
        if finding.code != _UNSEALED:
            yield _problem(finding, edited)
    for field, question, hint in open_questions(edited):
        yield Problem(field, None, is_error=False, message=question, hint=hint)


def _problem(finding: Finding, edited: Edited) -> Problem:
    is_error = finding.level is Level.ERROR or finding.code == _UNREAD_APPROVAL
    message, hint = message_of(finding), hint_of(finding)
    is_explained, block = _may_be_right(finding, edited), _block_of(finding, edited)
    line = edited.record.text.blocks[block] if edited.record and block is not None else None
    is_approval = line is not None and line.role is Role.APPROVAL
    if line and finding.code == _UNKNOWN_LINE and (is_approval or is_explained):
        message = f"{NEW_FORM_OF_LINE}: “{line.words}”."
        hint = IF_IT_GIVES_THE_DAY if is_approval else IF_THE_NUMBER_IS_THE_SAME
    if references := edited.corpus.references:
        own = references.commission.words
        message, hint = own.said(message), own.said(hint)
    return Problem(
        () if line else field_of(finding, edited.raw),
        block,
        is_error,
        message,
        hint,
        finding.code,
        finding.message if is_explained else "",
        may_be_approval=finding.code == _UNREAD_APPROVAL
        or (finding.code == _UNKNOWN_LINE and is_approval),
    )


def _may_be_right(finding: Finding, edited: Edited) -> bool:
    """Whether a person may give a reason why this is right.

    A heading in a form that the settings do not list may be right, unless it gives another number
    or year than the fields. Of an approval line, a person says that it is one.
    """
    record, references = edited.record, edited.corpus.references
    if finding.code != _UNKNOWN_LINE:
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
    record, location = edited.record, finding.location
    if record is None or location.line < edited.raw.body_line:
        return None
    positions = [
        position
        for position, block in enumerate(record.text.blocks)
        if record.location_in_text(block) <= Location(location.path, location.line, 10**6)
    ]
    return positions[-1] if positions else None


def _waived(edited: Edited) -> Iterator[str]:
    """What each reason under “Right as it is” is about, in plain words."""
    fields = edited.record_file.parsed_file.raw.fields
    waivers = fields.get("waivers") if isinstance(fields, dict) else None
    for waiver in waivers if isinstance(waivers, list) else ():
        values = waiver if isinstance(waiver, dict) else {}
        yield waived_in_words(f"{values.get('code')}", f"{values.get('about')}")


def _as_dict(problem: Problem) -> dict[str, Any]:
    return {
        "field": list(problem.field),
        "block": problem.block,
        "isError": problem.is_error,
        "code": problem.code,
        "message": problem.message,
        "waivedBy": problem.waived_by,
        "hint": problem.hint,
        "mayBeApproval": problem.may_be_approval,
    }


def _is_sealed(edited: Edited) -> bool:
    record = edited.record
    return bool(record and record.has_id and record.id in edited.corpus.seals)


def _citations(edited: Edited, references: References) -> Iterator[dict[str, Any]]:
    """Each citation of the text, with the places where it stands."""
    record = edited.shown
    if record is None:
        return
    positions = {block.start: position for position, block in enumerate(record.text.blocks)}
    cited: dict[CitationTarget, dict[str, Any]] = {}
    for block, citation in record.text_citations:
        entry = cited.setdefault(citation.target, _cited(citation, edited, references))
        if block.number and block.number not in entry["at"]:
            entry["at"].append(block.number)
        entry["places"].append([positions[block.start], citation.start, citation.end])
    yield from cited.values()


def _more_questions(edited: Edited) -> Iterator[dict[str, Any]]:
    """Each paragraph that asks more questions than the fields take from it, and those they lack."""
    record, fields = edited.record, edited.raw.fields
    issues = fields.get("issues") if isinstance(fields, dict) else None
    asked = [issue for issue in issues or () if isinstance(issue, dict)]
    taken = {str(issue.get("question")) for issue in asked}
    numbers = [str(at) for issue in asked for at in issue.get("at") or ()]
    for number, block in record.text.paragraphs.items() if record else ():
        questions = questions_in(block.words)
        if len(questions) > max(1, numbers.count(str(number))):
            lacking = [question for question in questions if question not in taken]
            yield {"number": number, "count": len(questions), "questions": lacking}


def _blocks(record: Record, references: References) -> Iterator[dict[str, Any]]:
    """The words of each block of the text as they are typed in the file, and what it is."""
    commission = references.commission
    line, named = line_with_day(record.text, commission), record.text.named_approvals
    for block in record.text.blocks:
        yield {
            "words": block.markdown,
            "isHeading": block.role is Role.HEADING,
            "isApproval": block.role is Role.APPROVAL,
            "givesDay": block == line and (block in named or bool(days_given(block, commission))),
            "isNumber": commission.heading_in(block.words) is not None
            or is_said_to_be_heading(block.words, record),
        }


def _names_of_listed(record: Record, references: References) -> dict[str, str]:
    """What each citation that the fields list is called."""
    names = Names(references.commission)
    listed = (
        citation
        for kind in references.commission.kinds
        for citation in record.readable(kind.plural, ())
    )
    named = {f"{citation.kind} {citation}": names.provision(citation) for citation in listed}
    for relation in record.readable("opinions", ()):
        named[f"opinion {relation.cites}"] = names.long(relation.cites)
    return named


def _unheld(record: Record, references: References) -> Iterator[dict[str, str]]:
    """Each authority of the text that the collection does not have."""
    names = Names(references.commission)
    cited = (citation.target for _, citation in record.text_citations)
    authorities = dict.fromkeys(c.without_pinpoint for c in cited if isinstance(c, Citation))
    for authority in authorities:
        if not references.has_file(authority):
            name = names.provision(authority)
            yield {"kind": authority.kind.id, "id": authority.authority, "name": name}


def _cited(citation: FoundCitation, edited: Edited, references: References) -> dict[str, Any]:
    """What a text cites; of an earlier opinion also its answers, which may be meant alone."""
    target, names = citation.target, Names(references.commission)
    is_opinion = isinstance(target, OpinionId)
    return {
        "kind": citation.kind,
        "id": str(target),
        "name": names.long(target) if isinstance(target, OpinionId) else names.provision(target),
        "answers": list(_answers(target, edited.corpus)) if is_opinion else [],
        "at": [],
        "places": [],
    }


def _answers(opinion: CitationTarget, corpus: Corpus) -> Iterator[dict[str, str]]:
    """The answers of an opinion of the collection."""
    for record in corpus.records:
        if record.has_id and record.id == opinion:
            for holding in record.readable("holdings", ()):
                yield {"id": holding.id, "text": holding.text}
