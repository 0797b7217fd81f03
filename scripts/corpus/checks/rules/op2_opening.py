"""OP2: the heading and the approval line, and whether they agree with the fields."""

import re
from collections.abc import Iterable, Sequence

from corpus.checks.number_fields import hint_on_series
from corpus.checks.registry import on_collection, on_record
from corpus.citations.cited_heading import number_in_line
from corpus.findings import Level, Violation
from corpus.library.corpus import Corpus
from corpus.library.record import Record
from corpus.library.references import References
from corpus.model.approval_words import proposed_day
from corpus.model.commission import Commission
from corpus.model.date_format import format_with_month_name, write_date
from corpus.model.line_templates import approval_template, days_in, heading_template
from corpus.model.opinion_id import OpinionId
from corpus.model.partial_date import PartialDate
from corpus.text.approval_day import line_with_day, written_day
from corpus.text.blocks import Block, Role
from corpus.text.lines_like_approval import lines_like_approval

_DAY_OF_LINE = (
    "See the document, then correct `approved`, or the line. If the line gives another day than "
    "that of approval, list an exception in `waivers`."
)
_NOT_THE_HEADING = (
    "The first line of the text is the one with the number. If it stands below, leave this line "
    "out of the text; the source document keeps it. If it is missing, type it above this line as "
    "the document prints it."
)
_NO_HEADING = "Take away the # signs before it. Leave an empty line above and below it."


@on_record("OP203", hint="Copy the line as the document prints it.")
def unknown_line(record: Record, references: References) -> Iterable[Violation]:
    """The heading and the approval line match a template in standards/commission.yml.

    Why: The number, year and date are read from them and compared with the fields.
    Bad: # On Confidentiality
    Good: # Opinion Number 05 (2003)
    """
    commission = references.commission
    heading, approval = record.text.heading, record.text.approval
    if heading and commission.heading_in(heading.words) is None:
        message = f"no number and year can be read from `{heading.words}`"
        template = heading_template(heading.words, record.id, commission)
        place = "`heading_lines` of its series" if commission.series else "`heading_lines`"
        hint = _line_to_add(place, template, _places_in_heading(heading.words, commission))
        if not _may_give_number(heading.words, commission):
            hint = _NOT_THE_HEADING
        yield record.location_in_text(heading), message, hint
    if approval and commission.approval_in(approval.words) is None:
        message = f"no date of approval can be read from `{approval.words}`"
        hint = _line_to_add(
            "`approval_lines`", approval_template(approval.words, commission), "{date}"
        )
        yield record.location_in_text(approval), message, hint


def _may_give_number(words: str, commission: Commission) -> bool:
    """Whether a line has digits, or the name of an opinion and maybe a number in words."""
    has_digits = re.search("[0-9]", words) is not None
    return has_digits or commission.series_named_in(words) is not None


def _places_in_heading(words: str, commission: Commission) -> str:
    """The places that the form of a heading may need."""
    has_letters = any(series.has_letters for series in commission.all_series)
    places = ["{number}", "{year}", *["{letter}"] * has_letters]
    if any(days_in(words, commission)):
        places.append("{date}")
    return f"{', '.join(places[:-1])} and {places[-1]}"


def _line_to_add(place: str, template: str | None, places: str) -> str:
    """What to do about a line in a form that is not in the settings."""
    added = f"this form with {places} in the place of what changes"
    if template:
        quote = "'" if '"' in template else '"'
        added = f"`- {quote}{template}{quote}`"
    return (
        "Copy the line as the document prints it. If it is in a form of its own there, "
        f"add {added} to {place} in standards/commission.yml."
    )


@on_record(
    "OP213", hint="Compare it with the document, and type it as printed.", level=Level.WARNING
)
def unread_approval_line(record: Record, references: References) -> Iterable[Violation]:
    """An approval line has a form that standards/commission.yml lists.

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
    text, commission = record.text, references.commission
    for block in text.blocks[1:] if text.approval is None else ():
        if block.role is Role.HEADING and commission.gives_approval_day(block.words):
            yield record.location_in_text(block), "this approval line is a heading", _NO_HEADING
    others = {line for line, _ in _lines_with_another_day(record, commission)}
    for line in lines_like_approval(text, commission) if text.heading else ():
        if line not in others:
            template = approval_template(line.words, commission)
            added = _line_to_add("`approval_lines`", template, "{date}")
            hint = f"The usual form is `{commission.approval_lines[0]}`. {added}"
            message = f"this approval line is read as paragraph {line.number}"
            yield record.location_in_text(line), message, hint


def _lines_with_another_day(
    record: Record, commission: Commission
) -> Sequence[tuple[Block, PartialDate]]:
    """The lines that read like an approval line, with their day, if none has that of the fields."""
    lines = lines_like_approval(record.text, commission)
    days = [
        (line, day)
        for line in lines
        if not commission.is_approval_line(line.words)
        and (day := proposed_day(line.words, commission))
    ]
    approved = record.opinion.approved
    is_given = approved is None or any(approved == day for _, day in days)
    has_line = record.text.approvals or not record.text.heading
    return [] if is_given or has_line else days


@on_record(
    "OP208",
    hint="See the document, then correct `number` and `year`, or the heading.",
)
def other_number(record: Record, references: References) -> Iterable[Violation]:
    """The heading gives the same number and year as the fields.

    Why: Publishing a text under another opinion's number is the worst mistake of all.
    Bad:
        ---
        number: 5
        year: 2003
        ---
        # Opinion Number 06 (2003)
    Good:
        ---
        number: 5
        year: 2003
        ---
        # Opinion Number 05 (2003)
    """
    heading = record.text.heading
    words, commission = heading.words if heading else "", references.commission
    printed = commission.heading_in(words) or number_in_line(words, record.finder, commission)
    if heading and printed and printed.opinion(record.id.year) != record.id:
        fields = _fields_of_number(record.id)
        message = f"the heading `{heading.words}` does not match {fields}"
        is_same_number = (printed.number, printed.letter) == (record.id.number, record.id.letter)
        series = printed.series if is_same_number else record.id.series
        hint = hint_on_series(record.id, series, commission)
        yield record.location_in_text(heading), message, hint


def _fields_of_number(opinion: OpinionId) -> str:
    year = f" and `year` {opinion.year}" if opinion.year else ""
    letter = f", `letter` {opinion.letter}" if opinion.letter else ""
    series = f", `series` {opinion.series}" if opinion.series else ""
    return f"`number` {opinion.number}{letter}{year}{series}"


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
    commission, approved = references.commission, record.opinion.approved
    line = line_with_day(record.text, commission)
    if approved is None:
        return
    for like, day in _lines_with_another_day(record, commission):
        written = write_date(day, commission.date_format)
        message = (
            f"a line that reads like the approval line says `{written}`, "
            f"but `approved` says {approved}"
        )
        yield record.location_in_text(like), message, _DAY_OF_LINE
    if line is None:
        return
    printed = written_day(line, commission)
    if printed and not commission.is_date(printed, approved):
        message = f"the text says `{printed}`, but `approved` says {approved}"
        location = record.location_in_text(line)
        if commission.date_in(printed):
            yield location, message
        else:
            added = format_with_month_name(printed, approved)
            yield location, message, _dates_to_add(line.words, commission, added)


def _dates_to_add(words: str, commission: Commission, date_format: str | None) -> str:
    """What to do about a line whose date cannot be read."""
    template = approval_template(words, commission)
    if template and "{other_date}" in template:
        return _line_to_add("`approval_lines`", template, "{date}")
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


@on_collection("OP216", hint="Correct `date_format`.")
def days_in_another_form(corpus: Corpus) -> Iterable[Violation]:
    """If no text gives its day in a form of the settings, none gives it in another usual form.

    Why: A mistake in the settings should not have to be looked for in each text.
    """
    if corpus.references and (unread := _first_unread(corpus, corpus.references.commission)):
        path, printed, form = unread
        written = corpus.references.commission.date_format
        message = f"no text has a day as `{written}`, but {path} has `{printed}`"
        hint = f'If the documents write days so, type `date_format: "{form}"`.'
        yield corpus.location("standards/commission.yml", "date_format"), message, hint


def _first_unread(corpus: Corpus, commission: Commission) -> tuple[str, str, str] | None:
    """A text, its day in another usual form, and the form; None if a text has a known form."""
    unread = []
    for path in (summary.path for summary in corpus.summaries if summary.approved):
        record = corpus.open_record(path)
        printed, approved = _printed_approval(record, commission), record.approved
        if commission.date_in(printed):
            return None
        if approved and approved.is_day and (form := format_with_month_name(printed, approved)):
            unread.append((path, printed, form))
    return next(iter(unread), None)


def _printed_approval(record: Record, commission: Commission) -> str:
    """The date in the approval line of a text, as written; empty if there is none."""
    line = line_with_day(record.text, commission)
    return written_day(line, commission) if line else ""
