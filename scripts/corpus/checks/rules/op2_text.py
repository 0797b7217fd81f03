"""OP2: the approved text, by itself and beside the fields."""

import re
from collections.abc import Iterable

from corpus.checks.registry import on_record
from corpus.findings import Level, Violation
from corpus.library.record import Record
from corpus.library.references import References
from corpus.model.opinion import OpinionId
from corpus.text.blocks import may_have_ambiguous_lines

_TAG = re.compile(r"</?[A-Za-z][^<>\n]*>|<!--")


@on_record(
    "OP201", hint="Count the paragraphs of the text; headings and the approval line have none."
)
def no_such_paragraph(record: Record, _references: References) -> Iterable[Violation]:
    """The paragraphs that an issue, a holding or a relation names are there.

    Why:
        The answer links to the very words that give it.

    Bad:
        holdings:
          - {id: 1, answers: 1, text: It may., at: [99]}

    Good:
        holdings:
          - {id: 1, answers: 1, text: It may., at: [2]}
    """
    last = len(record.text.paragraphs)
    for part in ("issues", "holdings", "opinions"):
        for index, entry in enumerate(getattr(record.opinion, part)):
            for place, number in enumerate(entry.at):
                if number > last:
                    message = f"there is no paragraph {number}; the last one is {last}"
                    yield record.field_location(part, index, "at", place), message


@on_record("OP202", hint="Begin the text with the opinion's own first line, as `# …`.")
def no_heading(record: Record, _references: References) -> Iterable[Violation]:
    """The text begins with the opinion's heading.

    Why:
        It is the proof that this text belongs to this number.

    Bad:
        ---
        May it?

        It may (see Standard 3(c)).

    Good:
        ---
        # Opinion Number 05 (2003)

        May it?

        It may (see Standard 3(c)).
    """
    if record.opinion.is_held and record.text.heading is None:
        yield record.body_location, "the text does not begin with a heading"


@on_record("OP203", hint="Copy the line as printed, or add its form to standards/commission.yml.")
def unknown_line(record: Record, references: References) -> Iterable[Violation]:
    """The heading and the line that tells the approval have forms that are known.

    Why:
        Number, year and date are read from them and compared with the fields.

    Bad:
        ---
        # On Confidentiality

        May it?

        It may (see Standard 3(c)).

    Good:
        ---
        # Opinion Number 05 (2003)

        May it?

        It may (see Standard 3(c)).
    """
    commission = references.commission
    heading, approval = record.text.heading, record.text.approval
    if heading and commission.heading_in(heading.words) is None:
        yield (
            record.location_in_text(heading),
            f"no number and year are read from `{heading.words}`",
        )
    if approval and commission.approval_in(approval.words) is None:
        yield (
            record.location_in_text(approval),
            f"no date of approval is read from `{approval.words}`",
        )


@on_record(
    "OP208", hint="Correct `number` and `year`, or the line, from the Commission's document."
)
def other_number(record: Record, references: References) -> Iterable[Violation]:
    """The heading tells the number and year that the fields tell.

    Why:
        A text under another opinion's number is the worst mistake there can be.

    Bad:
        ---
        # Opinion Number 06 (2003)

        May it?

        It may (see Standard 3(c)).

    Good:
        ---
        # Opinion Number 05 (2003)

        May it?

        It may (see Standard 3(c)).
    """
    heading = record.text.heading
    said = references.commission.heading_in(heading.words) if heading else None
    if heading and said and OpinionId(*said) != record.id:
        message = f"`{heading.words}` is not opinion {record.opinion.number} of {record.id.year}"
        yield record.location_in_text(heading), message


@on_record("OP209", hint="Correct `approved`, or the line, from the Commission's document.")
def other_approval(record: Record, references: References) -> Iterable[Violation]:
    """The line that tells the approval tells the day that `approved` tells.

    Why:
        Which wording of a Standard an opinion spoke of depends on this day.

    Bad:
        approved: 2003-11-08

    Good:
        approved: 2003-11-07
    """
    line = record.text.approval
    said = references.commission.approval_in(line.words) if line else None
    approved = record.opinion.approved
    if line and said and approved and not references.commission.is_day(said, approved):
        message = f"the text says `{said}`, and `approved` says {record.opinion.approved}"
        yield record.location_in_text(line), message


@on_record("OP204", hint="Delete the tag, or write \\< for the sign itself.")
def html_in_text(record: Record, _references: References) -> Iterable[Violation]:
    """The text holds no HTML.

    Why:
        The approved words are published as words; a tag would be shown as it is typed.

    Bad:
        ---
        # Opinion Number 05 (2003)

        May it?

        It <b>may</b> (see Standard 3(c)).

    Good:
        ---
        # Opinion Number 05 (2003)

        May it?

        It **may** (see Standard 3(c)).
    """
    if "<" not in record.text.body:
        return
    for block in record.text.blocks:
        for tag in _TAG.finditer(block.words):
            yield record.location_in_text(block, tag.start()), f"`{tag[0]}` is HTML"


@on_record("OP205", hint="Close it with as many *, or write \\* for the sign.", level=Level.WARNING)
def lone_star(record: Record, _references: References) -> Iterable[Violation]:
    """Every emphasis that begins in a paragraph ends in it.

    Why:
        A star without a partner is shown as a star.

    Bad:
        ---
        # Opinion Number 05 (2003)

        May it?

        It *may (see Standard 3(c)).

    Good:
        ---
        # Opinion Number 05 (2003)

        May it?

        It *may* (see Standard 3(c)).
    """
    if "*" not in record.text.body:
        return
    for block in record.text.blocks:
        for origin in block.unmatched_stars:
            yield record.location_in_body(origin), "a * begins an emphasis here that does not end"


@on_record("OP206", hint="Paste the approved text below the second line `---`.")
def no_text(record: Record, _references: References) -> Iterable[Violation]:
    """A record holds the words of its opinion.

    Why:
        The approved text is the only part with authority.

    Bad:
        ---

    Good:
        ---
        # Opinion Number 05 (2003)

        May it?

        It may (see Standard 3(c)).
    """
    is_empty = not record.text.paragraphs
    if record.opinion.is_held and is_empty:
        yield record.body_location, "there is no text"


@on_record(
    "OP207",
    hint="Put an empty line above it and no space before it, or \\ before the sign.",
    level=Level.WARNING,
)
def hidden_block(record: Record, _references: References) -> Iterable[Violation]:
    """A line that looks like a heading, a list item or a quotation is one.

    Why:
        Without an empty line above, it goes on with the paragraph and has no number of its own.

    Bad:
        ---
        # Opinion Number 05 (2003)

        May it?
        1) It may (see Standard 3(c)).

        It may.

    Good:
        ---
        # Opinion Number 05 (2003)

        May it?

        1) It may (see Standard 3(c)).
    """
    if not may_have_ambiguous_lines(record.text.body):
        return
    for block in record.text.blocks:
        for origin in block.ambiguous_lines:
            yield (
                record.location_in_body(origin),
                "this looks like a block of its own, and is read as none",
            )


@on_record("OP211", hint="Delete the text, or delete `text: elsewhere` and fill in all fields.")
def text_beside_catalogue(record: Record, _references: References) -> Iterable[Violation]:
    """A catalogue record holds no text.

    Why:
        It stands for an opinion whose text is not held; words in it would be taken for approved.

    Bad:
        # opinions/2001/04.md
        ---
        number: 4
        year: 2001
        title: Fees
        text: elsewhere
        source: {url: "https://example.org/"}
        ---
        It may.

    Good:
        # opinions/2001/04.md
        ---
        number: 4
        year: 2001
        title: Fees
        text: elsewhere
        source: {url: "https://example.org/"}
        ---
    """
    if not record.opinion.is_held and record.text.blocks:
        yield (
            record.location_in_text(record.text.blocks[0]),
            "there is text in a record that holds none",
        )
