"""OP2: the heading and the approval line, and whether they agree with the fields."""

import re
from collections.abc import Iterable

from corpus.checks.hints import hint_on_letter, hint_on_series
from corpus.checks.new_forms import heading_to_add, hint_on_form, line_to_add
from corpus.checks.registry import on_collection, on_record
from corpus.citations.heading_number import number_in_line
from corpus.findings import Level, Violation
from corpus.library.corpus import Corpus, RecordOutline
from corpus.library.record import Record
from corpus.library.references import References
from corpus.model.commission import Commission
from corpus.model.number_forms import BLANK, form_with_zeros
from corpus.model.opinion_id import OpinionId
from corpus.model.proposed_forms import days_in, proposed_heading_form
from corpus.model.series import Series
from corpus.model.words import listed
from corpus.paths import COMMISSION_SETTINGS
from corpus.text.blocks import Block, Role

_NOT_THE_HEADING = (
    "The first line of the text is the one with the number. If it stands below, leave this line "
    "out of the text; the source document keeps it. If it is missing, type it above this line as "
    "the document prints it."
)
_MOVE_UP = (
    "The line with the number is `{below}`. Make it the first line of the text, as `# {below}`, "
    "and leave this line out of the text; the source document keeps it."
)
_LINES_OF_OPENING = 6
"""How many lines of a text can stand above and below the one with the number."""


@on_record("OP203", hint="Copy the line as the document prints it.")
def unknown_line(record: Record, references: References) -> Iterable[Violation]:
    """The heading and the approval line fit a pattern in standards/commission.yml.

    Why: The number, year and date are read from them and compared with the fields.
    Bad: # On Confidentiality
    Good: # Opinion Number 05 (2003)
    """
    commission = references.commission
    heading = record.text.heading
    approval = record.text.approval
    if heading and commission.heading_in(heading.words) is None:
        message = f"no number and year can be read from `{heading.words}`"
        hint = _NOT_THE_HEADING
        below = _line_with_number(record, commission)
        if more := _more_than_the_number(heading.words, commission):
            hint = more
        elif below and not re.search("[0-9]", heading.words):
            hint = _MOVE_UP.format(below=below.words)
        elif _may_give_number(heading.words, commission):
            hint = _form_to_add(heading.words, record.id, commission)
        yield Violation(record.location_in_text(heading), message, hint, heading.words)
    is_named = approval in record.text.named_approvals
    if approval and not is_named and commission.written_approval_date(approval.words) is None:
        message = f"no date of approval can be read from `{approval.words}`"
        location = record.location_in_text(approval)
        hint = hint_on_form(approval, commission)
        yield Violation(location, message, hint, approval.words)


def _more_than_the_number(heading: str, commission: Commission) -> str:
    """What to do about a heading that has its number and more; empty if it is not one."""
    without_draft = re.sub(r"^\W*draft\W+", "", heading, flags=re.IGNORECASE)
    if without_draft != heading and commission.heading_in(without_draft):
        return (
            f"Type only `# {without_draft}`. A draft for comment has the field `stage: draft`, and "
            "the site says so."
        )
    for sign in re.finditer(r"\s*[.:\u2013\u2014]\s+(?=\S)", heading):
        number = heading[: sign.start()]
        title = heading[sign.end() :]
        if commission.heading_in(number):
            return f"Type only `# {number}`, and put `{title}` on a line of its own below it."
    return ""


def _form_to_add(heading: str, opinion: OpinionId, commission: Commission) -> str:
    """What to do about a heading in a form that is not in the settings."""
    form = proposed_heading_form(heading, opinion, commission)
    blanks = _places_in_heading(heading, commission)
    series = commission.series_of(opinion)
    if not commission.series or series is None:
        return line_to_add("`heading_lines`", form, blanks)
    return heading_to_add(series, form, blanks)


def _line_with_number(record: Record, commission: Commission) -> Block | None:
    """The line below the first one that gives the number of the opinion, if there is one."""
    for block in record.text.blocks[1:_LINES_OF_OPENING]:
        words = block.words
        printed = commission.heading_in(words) or number_in_line(words, record.finder, commission)
        if printed and printed.opinion(record.id.year) == record.id:
            return block
    return None


@on_record(
    "OP220",
    hint="If it belongs to the letterhead, delete it; the source document keeps it. If it is a "
    "heading, put `## ` before it. Then take one from each number in `at` of a paragraph below it.",
    level=Level.WARNING,
)
def capitals_as_paragraph(record: Record, _references: References) -> Iterable[Violation]:
    """No line in capitals at the beginning of the text is a numbered paragraph.

    Why: It would be paragraph 1 forever, and each later number would be one too high.
    Bad:
        ---
        # Opinion Number 05 (2003)

        RIVER BOARD

        It may (see Standard 3(c)).
    Good:
        ---
        # Opinion Number 05 (2003)

        It may (see Standard 3(c)).
    """
    for block in record.text.paragraphs.values():
        if not (block.role is Role.PARAGRAPH and block.words.isupper()):
            return
        message = f"this line in capitals is read as paragraph {block.number}"
        subject = f"paragraph {block.number}"
        yield Violation(record.location_in_text(block), message, subject=subject)


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
    return listed(places)


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
    words = heading.words if heading else ""
    commission = references.commission
    printed = commission.heading_in(words) or number_in_line(words, record.finder, commission)
    if heading and printed and printed.opinion(record.id.year) != record.id:
        fields = _fields_of_number(record.id)
        message = f"the heading `{heading.words}` does not match {fields}"
        is_same_number = (printed.number, printed.letter) == (record.id.number, record.id.letter)
        series = printed.series if is_same_number else record.id.series
        meant = printed.opinion(record.id.year)
        hint = hint_on_letter(record.id, meant) or hint_on_series(record.id, series, commission)
        yield Violation(record.location_in_text(heading), message, hint, heading.words)


@on_collection(
    "OP218",
    hint="Give `printed` as many digits as the heading has.",
    level=Level.WARNING,
)
def zero_in_heading(corpus: Corpus) -> Iterable[Violation]:
    """The number of an opinion has as many digits on the site as in its heading.

    Why: People look for a number, and cite it, as the body prints it.
    """
    commission = corpus.references.commission if corpus.references else None
    for place, series in enumerate(commission.series if commission else ()):
        heading = _first_heading(corpus, series)
        form = series.form_with_zeros_of(heading)
        if form not in ("", series.printed):
            location = corpus.location(COMMISSION_SETTINGS, "series", place, "printed")
            message = (
                f"`{series.printed}` prints a different number of zeros than the heading "
                f"`{heading}`"
            )
            yield Violation(
                location, message, f'If the body prints its numbers so, type `printed: "{form}"`.'
            )


@on_collection("OP219", misleads="OP203", hint="Correct `printed`.")
def headings_in_another_form(corpus: Corpus) -> Iterable[Violation]:
    """If headings print their numbers in a form with other blanks, the settings have it.

    Why: Nobody should have to search every text for a mistake in the settings.
    """
    commission = corpus.references.commission if corpus.references else None
    for place, series in enumerate(commission.all_series if commission else ()):
        if commission and (unread := _first_unread(corpus, series, commission)):
            path, heading, written, form = unread
            field = "heading_lines" if series.heading_lines else "printed"
            field_path = ("series", place, field) if commission.series else (field,)
            message = f"no heading writes its number like `{written}`, but {path} has `{heading}`"
            lines = [form if line == written else line for line in series.heading_lines]
            in_quotes = ", ".join(f'"{line}"' for line in lines)
            typed = f"{field}: [{in_quotes}]" if lines else f'{field}: "{form}"'
            hint = f"If the documents print numbers so, type `{typed}`."
            yield Violation(corpus.location(COMMISSION_SETTINGS, *field_path), message, hint)


def _first_unread(
    corpus: Corpus, series: Series, commission: Commission
) -> tuple[str, str, str, str] | None:
    """A record, its heading, the form it nearly has, and its own; None if a heading is read."""
    unread = []
    for outline in _with_text_in(corpus, series):
        heading = corpus.open_record(outline.path).text.heading
        if heading and commission.heading_in(heading.words):
            return None
        form = proposed_heading_form(heading.words, outline.id, commission) if heading else None
        for written in series.heading_lines or series.forms:
            if heading and form and BLANK.sub("", form) == BLANK.sub("", written):
                with_zeros = form_with_zeros(form, heading.words)
                unread.append((outline.path, heading.words, written, with_zeros))
    return next(iter(unread), None)


def _first_heading(corpus: Corpus, series: Series) -> str:
    """The heading of the first opinion of a series that has one; empty if none has."""
    of_series = _with_text_in(corpus, series)
    for outline in sorted(of_series, key=lambda each: (each.id.number, each.id.year)):
        if heading := corpus.open_record(outline.path).text.heading:
            return heading.words
    return ""


def _with_text_in(corpus: Corpus, series: Series) -> list[RecordOutline]:
    """The records of a series that have a text."""
    return [each for each in corpus.outlines if each.id.series == series.id and each.has_text]


def _fields_of_number(opinion: OpinionId) -> str:
    year = f" and `year` {opinion.year}" if opinion.year else ""
    letter = f", `letter` {opinion.letter}" if opinion.letter else ""
    series = f", `series` {opinion.series}" if opinion.series else ""
    return f"`number` {opinion.number}{letter}{year}{series}"
