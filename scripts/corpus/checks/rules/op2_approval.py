"""OP2: the lines with the date of approval, and whether the day agrees with the fields."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches

from corpus.checks.new_forms import field_with, hint_on_form, line_to_add, moved_numbers
from corpus.checks.registry import on_collection, on_record
from corpus.findings import Level, Violation
from corpus.library.corpus import Corpus
from corpus.library.record import Record
from corpus.library.references import References
from corpus.model.approval_words import proposed_day
from corpus.model.commission import Commission
from corpus.model.date_format import usual_format, write_date
from corpus.model.partial_date import PartialDate
from corpus.model.proposed_forms import proposed_approval_form
from corpus.paths import COMMISSION_SETTINGS
from corpus.text.approval_day import (
    days_given,
    line_with_day,
    lines_in_form_of,
    lines_like_approval,
    written_day,
)
from corpus.text.blocks import Block, Role

_DAY_OF_LINE = (
    "See the document, then correct `approved`, or the line. If the line gives another day than "
    "that of approval, list an exception in `waivers`."
)
_ADOPTED = (
    "If the opinion is no longer a draft, type `approved: {}` in the place of `stage: draft`. If "
    "the line says something else, list an exception in `waivers`."
)
_SAME_WORDS = (
    "Compare them with the document. If it prints both, delete `approval_line`, and add the form "
    "of the line to `approval_lines` in standards/commission.yml."
)


@on_record(
    "OP213", hint="Compare it with the document, and type it as printed.", level=Level.WARNING
)
def unread_approval_line(record: Record, references: References) -> Iterable[Violation]:
    """An approval line is not a heading, and its form is listed in the settings or `approval_line`.

    Why: Any other line is a paragraph or a heading; its date is not compared with `approved`.
    Bad:
        ---
        # Opinion Number 05 (2003)

        Approved November 7, 2003

        It may (see Standard 3(c)).
    Good:
        ---
        # Opinion Number 05 (2003)

        (Approved by the Board on November 7, 2003.)

        It may (see Standard 3(c)).
    """
    text = record.text
    commission = references.commission
    for block in text.blocks[1:] if text.approval is None else ():
        if block.role is Role.HEADING and commission.is_approval_line_with_day(block.words):
            message = f"the approval line `{block.words}` is typed as a heading"
            hint = f"Type `{block.words}` without #, with an empty line above and below it."
            yield Violation(record.location_in_text(block), message, hint, block.words)
    others = {line for line, _ in _lines_with_another_day(record, commission)}
    for line in lines_like_approval(text, commission) if text.heading else ():
        if line not in others:
            message, hint = _read_as_paragraph(line, commission)
            subject = f"paragraph {line.number}"
            yield Violation(record.location_in_text(line), message, hint, subject)


def _read_as_paragraph(line: Block, commission: Commission) -> tuple[str, str]:
    """Why a line that reads like an approval is a paragraph, and what to type."""
    message = f"this approval line is read as paragraph {line.number}"
    if commission.is_approval_line(line.words):
        place = "because it stands neither right below the first line nor at the end"
        return f"{message}, {place}", (
            f"If it gives the day, type `{field_with(line)}` below `approved`, before the opinion "
            f"is sealed, and leave the line where the document has it.{moved_numbers(line)}"
        )
    hint = f"The usual form is `{commission.approval_lines[0]}`. {hint_on_form(line, commission)}"
    return message, hint


def _lines_with_another_day(
    record: Record, commission: Commission
) -> Sequence[tuple[Block, PartialDate]]:
    """The lines that look like approval lines, with their days, if none has the fields' day."""
    approved = record.opinion.approved
    if approved is None or record.text.approvals or not record.text.heading:
        return []
    days = [
        (line, day)
        for line in lines_like_approval(record.text, commission)
        if not commission.is_approval_line(line.words)
        and (day := proposed_day(line.words, commission))
    ]
    is_given = any(approved == day for _, day in days)
    return [] if is_given else days


@on_record("OP209", hint="See the document, then correct `approved`, or the line.")
def other_approval(record: Record, references: References) -> Iterable[Violation]:
    """The approval line gives the same date as `approved`.

    Why: The date decides which version of the law an opinion is about.
    Bad:
        ---
        approved: 2003-11-08
        ---
        # Opinion Number 05 (2003)

        (Approved by the Board on November 7, 2003.)
    Good:
        ---
        approved: 2003-11-07
        ---
        # Opinion Number 05 (2003)

        (Approved by the Board on November 7, 2003.)
    """
    commission = references.commission
    approved = record.opinion.approved
    if approved is None:
        yield from _approval_of_draft(record, commission)
        return
    yield from _other_day_in_line_like_approval(record, approved, commission)
    line = line_with_day(record.text, commission)
    if line is None:
        return
    yield from _other_day_in_further_line(record, line, approved, commission)
    if line in record.text.named_approvals:
        yield from _other_day_in_named_line(record, line, approved, commission)
    else:
        yield from _other_day_in_usual_line(record, line, approved, commission)


def _other_day_in_line_like_approval(
    record: Record, approved: PartialDate, commission: Commission
) -> Iterator[Violation]:
    """Lines that only read like an approval line, if none of them has the day of the fields."""
    for line, day in _lines_with_another_day(record, commission):
        written = write_date(day, commission.date_format)
        message = (
            f"a line that reads like the approval line says `{written}`, "
            f"but `approved` says {approved}"
        )
        yield Violation(record.location_in_text(line), message, _DAY_OF_LINE, written)


def _other_day_in_further_line(
    record: Record, line: Block, approved: PartialDate, commission: Commission
) -> Iterator[Violation]:
    """Further lines in the form of the approval line must have the day of the fields too."""
    for other in lines_in_form_of(line, record.text, commission):
        if approved not in days_given(other, commission):
            message = f"another line says `{other.words}`, but `approved` says {approved}"
            yield Violation(record.location_in_text(other), message, _DAY_OF_LINE, other.words)


def _other_day_in_usual_line(
    record: Record, line: Block, approved: PartialDate, commission: Commission
) -> Iterator[Violation]:
    """A line in a form of the settings must have the day of the fields."""
    printed = written_day(line, commission)
    if printed and not commission.is_date(printed, approved):
        message = f"the text says `{printed}`, but `approved` says {approved}"
        hint = ""
        if not commission.date_in(printed):
            hint = _dates_to_add(line.words, commission, usual_format(printed, approved))
        yield Violation(record.location_in_text(line), message, hint, printed)


def _approval_of_draft(record: Record, commission: Commission) -> Iterator[Violation]:
    """A draft with a line that gives the day on which it was approved."""
    line = line_with_day(record.text, commission)
    if line and line in record.text.approvals and (days := days_given(line, commission)):
        message = f"the text says `{line.words}`, but `stage` says that this is a draft"
        hint = _ADOPTED.format(days[0])
        yield Violation(record.location_in_text(line), message, hint, line.words)


def _other_day_in_named_line(
    record: Record, line: Block, approved: PartialDate, commission: Commission
) -> Iterator[Violation]:
    """A line in any form must have the day of the fields, if a day can be read in it."""
    days = days_given(line, commission)
    if days and approved not in days:
        printed = [write_date(day, commission.date_format) for day in days]
        message = f"the text says `{'` and `'.join(printed)}`, but `approved` says {approved}"
        yield Violation(record.location_in_text(line), message, subject=printed[0])


def _dates_to_add(words: str, commission: Commission, date_format: str | None) -> str:
    """What to do about a line whose date cannot be read."""
    form = proposed_approval_form(words, commission)
    if form and "{other_date}" in form:
        return line_to_add("`approval_lines`", form, "{date}")
    if date_format:
        hint = (
            "See the document, then correct the line. If the document writes dates so, add "
            f"`{date_format}` to `other_date_formats` in standards/commission.yml."
        )
        in_place = f"in place of `{commission.date_format}` at `date_format` there"
        return f"{hint} If all do, type it {in_place}." if "%d" in date_format else hint
    return (
        "See the document, then correct the line. If the document writes dates so, add their "
        "format to `other_date_formats` in standards/commission.yml, such as `%B %Y` for "
        "November 2003 or `%d/%m/%Y` for 07/11/2003."
    )


@on_collection("OP216", misleads="OP209", hint="Correct `date_format`.")
def days_in_another_form(corpus: Corpus) -> Iterable[Violation]:
    """If texts give their days in another usual form, the settings have that form.

    Why: Nobody should have to search every text for a mistake in the settings.
    """
    if corpus.references and (unread := _first_unread(corpus, corpus.references.commission)):
        path, printed, form = unread
        written = corpus.references.commission.date_format
        message = f"no text writes its day like `{written}`, but {path} has `{printed}`"
        hint = f'If the documents write days so, type `date_format: "{form}"`.'
        yield Violation(corpus.location(COMMISSION_SETTINGS, "date_format"), message, hint)


def _first_unread(corpus: Corpus, commission: Commission) -> tuple[str, str, str] | None:
    """A text, its day in another usual form, and the form; None if a text has a known form."""
    unread = []
    for path in (outline.path for outline in corpus.outlines if outline.approved):
        record = corpus.open_record(path)
        printed = _printed_approval(record, commission)
        approved = record.approved
        if commission.date_in(printed):
            return None
        if approved and approved.is_day and (form := usual_format(printed, approved)):
            unread.append((path, printed, form))
    return next(iter(unread), None)


def _printed_approval(record: Record, commission: Commission) -> str:
    """The date in the approval line of a text, as written; empty if there is none."""
    line = line_with_day(record.text, commission)
    return written_day(line, commission) if line else ""


@on_record("OP217", hint="Copy its words from the text, all of them, or delete `approval_line`.")
def unknown_approval_line(record: Record, _references: References) -> Iterable[Violation]:
    """Exactly one line of the text has the words of `approval_line`.

    Why: This line has no number, and its day is compared with `approved`.
    Bad:
        approval_line: Approved in the hall of the Board on November 7, 2003
    Good:
        approval_line: (Approved by the Board on November 7, 2003.)
    """
    text = record.text
    lines = record.text.named_approvals
    if not text.named_line or len(lines) == 1:
        return
    location = record.field_location("approval_line")
    if lines:
        message = f"{len(lines)} lines of the text have the words of `approval_line`"
        yield Violation(location, message, _SAME_WORDS)
        return
    message = "no line of the text has the words of `approval_line`"
    lines_by_words = {block.words: block for block in text.blocks[1:] if not block.mark}
    near = get_close_matches(text.named_line, lines_by_words, n=1)
    yield Violation(
        location, message, f"Type `{field_with(lines_by_words[near[0]])}`." if near else ""
    )
