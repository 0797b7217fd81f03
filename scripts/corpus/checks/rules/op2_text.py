"""OP2: the approved text, and whether it agrees with the fields."""

import re
from collections.abc import Iterable

from corpus.checks.number_fields import hint_on_series
from corpus.checks.registry import on_record
from corpus.findings import Level, Violation
from corpus.library.record import Record
from corpus.library.references import References
from corpus.model.approval_words import reads_like_approval
from corpus.model.commission import Commission
from corpus.model.opinion import Opinion
from corpus.model.opinion_id import OpinionId
from corpus.text.blocks import Role, may_have_ambiguous_lines

_NO_HEADING = "Take away the # signs before it. Leave an empty line above and below it."
_UNSPACED_HEADING = re.compile(r" *(#{1,6})(?=\w)")
_FIELD_LINE = re.compile(r"^([a-z]+):(?:\s|$)", re.MULTILINE)
_HAS_FIELD_LINE = re.compile(r"\n[a-z]+:\s")
_TAG = re.compile(r"</?[A-Za-z][^<>\n]*>|<!--")


@on_record(
    "OP201",
    hint="Count again: headings and the approval line have no number. The desk shows the numbers.",
)
def no_such_paragraph(record: Record, _references: References) -> Iterable[Violation]:
    """Every paragraph that an issue, a holding, a cited opinion or a correction names exists.

    Why: Each answer links to the words that give it.
    Bad: holdings: [{id: 1, answers: 1, text: It may., at: [99]}]
    Good: holdings: [{id: 1, answers: 1, text: It may., at: [2]}]
    """
    last = len(record.text.paragraphs)
    for part in ("issues", "holdings", "opinions", "corrections"):
        for index, entry in enumerate(getattr(record.opinion, part)):
            for position, number in enumerate(entry.at):
                if number > last:
                    end = f"the last one is {last}" if last else "the text has none"
                    message = f"there is no paragraph {number}; {end}"
                    yield record.field_location(part, index, "at", position), message


@on_record("OP215", hint="Type the paragraphs in which the body itself gives the answer.")
def holding_in_separate_opinion(record: Record, _references: References) -> Iterable[Violation]:
    """No holding points into a concurrence or a dissent.

    Why: What single members say for themselves is not what the body decided.
    """
    for index, holding in enumerate(record.opinion.holdings):
        for position, number in enumerate(holding.at):
            if part := record.separate_part_at(number):
                message = f"paragraph {number} belongs to a {part.heading.kind}"
                yield record.field_location("holdings", index, "at", position), message


@on_record("OP202", hint="Begin the text with the opinion's own first line, typed as `# …`.")
def no_heading(record: Record, _references: References) -> Iterable[Violation]:
    """The text begins with the opinion's heading.

    Why: The heading proves that the text belongs to this number.
    Bad:
        ---
        May it?
    Good:
        ---
        # Opinion Number 05 (2003)

        May it?
    """
    first = next(iter(record.text.blocks), None)
    is_field = first is not None and _FIELD_LINE.match(first.markdown) is not None
    if record.opinion.is_held and record.text.heading is None and not is_field:
        yield record.body_location, "the text does not begin with a heading"


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
        template = commission.heading_line_for(heading.words)
        place = "`heading_lines` of its series" if commission.series else "`heading_lines`"
        hint = _line_to_add(place, template, "{number} and {year}")
        yield record.location_in_text(heading), message, hint
    if approval and commission.approval_in(approval.words) is None:
        message = f"no date of approval can be read from `{approval.words}`"
        hint = _line_to_add(
            "`approval_lines`", commission.approval_line_for(approval.words), "{date}"
        )
        yield record.location_in_text(approval), message, hint


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
    line, place = text.paragraphs.get(1), 1 + len(text.approvals)
    is_below_heading = text.heading is not None and text.blocks[place : place + 1] == (line,)
    if line and is_below_heading and reads_like_approval(line.words, commission):
        template = commission.approval_line_for(line.words)
        if text.approvals and template is None:
            return
        added = _line_to_add("`approval_lines`", template, "{date}")
        hint = f"The usual form is `{commission.approval_lines[0]}`. {added}"
        yield record.location_in_text(line), "this approval line is read as paragraph 1", hint


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
    printed = references.commission.heading_in(heading.words) if heading else None
    if heading and printed and printed.opinion(record.id.year) != record.id:
        fields = _fields_of_number(record.id)
        message = f"the heading `{heading.words}` does not match {fields}"
        is_same_number = (printed.number, printed.letter) == (record.id.number, record.id.letter)
        series = printed.series if is_same_number else record.id.series
        hint = hint_on_series(record.id, series, references.commission)
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
    commission, lines = references.commission, record.text.approvals
    place = commission.line_of_approval([line.words for line in lines])
    approved = record.opinion.approved
    if place is None or approved is None:
        return
    line = lines[place]
    printed = commission.approval_in(line.words)
    if printed and not commission.is_date(printed, approved):
        message = f"the text says `{printed}`, but `approved` says {approved}"
        location = record.location_in_text(line)
        if commission.date_in(printed):
            yield location, message
        else:
            yield location, message, _dates_to_add(line.words, commission)


def _dates_to_add(words: str, commission: Commission) -> str:
    """What to do about a line whose date cannot be read."""
    template = commission.approval_line_for(words)
    if template and "{other_date}" in template:
        return _line_to_add("`approval_lines`", template, "{date}")
    return (
        "See the document, then correct the line. If the document writes dates so, add their "
        "format to `other_date_formats` in standards/commission.yml, such as `%B %Y` for "
        "November 2003 or `%d/%m/%Y` for 07/11/2003."
    )


@on_record("OP204", hint="Delete the tag. For a plain < sign, type \\<.")
def html_in_text(record: Record, _references: References) -> Iterable[Violation]:
    """The text contains no HTML.

    Why: The words are published as typed, so readers would see the tag itself.
    Bad: It <b>may</b> (see Standard 3(c)).
    Good: It **may** (see Standard 3(c)).
    """
    if "<" not in record.text.body:
        return
    for block in record.text.blocks:
        for tag in _TAG.finditer(block.words):
            yield record.location_in_text(block, tag.start()), f"`{tag[0]}` is HTML"


@on_record(
    "OP205",
    hint="Close it with the same number of stars. For a plain star, type \\*.",
    level=Level.WARNING,
)
def lone_star(record: Record, _references: References) -> Iterable[Violation]:
    """Emphasis that begins in a paragraph ends in the same paragraph.

    Why: A star without a partner is shown as a star.
    Bad: It *may (see Standard 3(c)).
    Good: It *may* (see Standard 3(c)).
    """
    if "*" not in record.text.body:
        return
    for block in record.text.blocks:
        for origin in block.unmatched_stars:
            yield record.location_in_body(origin), "emphasis begins at this * and never ends"


@on_record("OP206", hint="Paste the approved text below the second line of `---`.")
def no_text(record: Record, _references: References) -> Iterable[Violation]:
    """A record contains the text of its opinion.

    Why: Only the approved text is authoritative.
    Bad: ---
    Good:
        ---
        # Opinion Number 05 (2003)

        May it?
    """
    if record.opinion.is_held and not record.text.paragraphs:
        yield record.body_location, "there is no text"


@on_record(
    "OP207",
    hint="Put a blank line above it and no space before it. If it is plain text, type \\ first.",
    level=Level.WARNING,
)
def hidden_block(record: Record, _references: References) -> Iterable[Violation]:
    """A line that looks like a heading, a list item or a quotation is one.

    Why: Without a blank line above, it joins the paragraph before it and has no number.
    Bad:
        May it?
        1) It may (see Standard 3(c)).
    Good:
        May it?

        1) It may (see Standard 3(c)).
    """
    if not may_have_ambiguous_lines(record.text.body):
        return
    for block in record.text.blocks:
        for origin in block.ambiguous_lines:
            location = record.location_in_body(origin)
            if heading := _UNSPACED_HEADING.match(record.text.body, origin):
                hashes = heading[1]
                words = record.text.body[heading.end() :].partition("\n")[0]
                hint = (
                    f"Put a space after it: `{hashes} {words}`. If it is plain text, type \\ first."
                )
                yield location, f"{hashes} does not begin a heading without a space after it", hint
                continue
            message = "this looks like a heading, list item or quotation but is read as plain text"
            yield location, message


@on_record("OP214", hint="Move it and the lines that belong to it above the second line of `---`.")
def field_in_text(record: Record, _references: References) -> Iterable[Violation]:
    """No field is typed below the second line of `---`.

    Why: It would be published as words of the opinion, and the field would be missing.
    Bad:
        It may (see Standard 3(c)).

        corrections:
    Good: It may (see Standard 3(c)).
    """
    if not _HAS_FIELD_LINE.search(f"\n{record.text.body}\n"):
        return
    for block in record.text.blocks:
        field = _FIELD_LINE.match(block.markdown) if block.role is Role.PARAGRAPH else None
        if field and field[1] in Opinion.model_fields:
            message = f"the field `{field[1]}` is below the second `---`, so it is read as text"
            yield record.location_in_text(block), message


@on_record("OP211", hint="Delete the text, or delete `text: elsewhere` and fill in all fields.")
def text_beside_catalogue(record: Record, _references: References) -> Iterable[Violation]:
    """A record with `text: elsewhere` contains no text.

    Why: It lists an opinion whose text is not here. Readers would take any words for approved.
    Bad:
        # opinions/2001/04.md
        ---
        text: elsewhere
        ---
        It may.
    Good:
        # opinions/2001/04.md
        ---
        text: elsewhere
        ---
    """
    if not record.opinion.is_held and record.text.blocks:
        message = "this record says `text: elsewhere` but contains text"
        yield record.location_in_text(record.text.blocks[0]), message
