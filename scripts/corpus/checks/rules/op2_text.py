"""OP2: whether the approved text is there; its paragraphs and its marks."""

import re
from collections.abc import Iterable

from corpus.checks.registry import on_record
from corpus.findings import Level, Violation
from corpus.library.record import Record
from corpus.library.references import References
from corpus.model.opinion import Opinion
from corpus.text.blocks import Role

_UNSPACED_HEADING = re.compile(r" *(#{1,6})(?=\w)")
_FIELD_LINE = re.compile(r"^([a-z]+):(?:\s|$)", re.MULTILINE)
_HAS_FIELD_LINE = re.compile(r"\n[a-z]+:\s")
_TAG = re.compile(r"</?[A-Za-z][^<>\n]*>|<!--")


@on_record(
    "OP201",
    hint="Count again: headings and the approval line have no number. The desk shows the numbers, "
    "and so does the comment on a pull request, at its end.",
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
                    location = record.field_location(part, index, "at", position)
                    yield Violation(location, message, subject=f"paragraph {number}")


@on_record("OP215", hint="Type the paragraphs in which the body itself gives the answer.")
def holding_in_separate_opinion(record: Record, _references: References) -> Iterable[Violation]:
    """No holding points into a concurrence or a dissent.

    Why: What single members say for themselves is not what the body decided.
    """
    for index, holding in enumerate(record.opinion.holdings):
        for position, number in enumerate(holding.at):
            if part := record.separate_part_at(number):
                message = f"paragraph {number} belongs to a {part.heading.kind}"
                location = record.field_location("holdings", index, "at", position)
                yield Violation(location, message, subject=f"paragraph {number}")


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
    if record.opinion.has_text and record.text.heading is None and not is_field:
        yield Violation(record.body_location, "the text does not begin with a heading")


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
            if not _is_escaped(record.text.body, block.source_offset(tag.start())):
                location = record.location_in_text(block, tag.start())
                yield Violation(location, f"`{tag[0]}` is HTML", subject=tag[0])


def _is_escaped(body: str, start: int) -> bool:
    r"""Whether a sign is typed as `\<`, so that readers are meant to see it."""
    return "\\" in body[max(start - 1, 0) : start + 1]


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
            yield Violation(
                record.location_in_body(origin), "emphasis begins at this * and never ends"
            )


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
    if record.opinion.has_text and not record.text.paragraphs:
        yield Violation(record.body_location, "there is no text")


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
    for block in record.text.blocks:
        for origin in block.ambiguous_lines:
            location = record.location_in_body(origin)
            if heading := _UNSPACED_HEADING.match(record.text.body, origin):
                hashes = heading[1]
                words = record.text.body[heading.end() :].partition("\n")[0]
                hint = (
                    f"Put a space after it: `{hashes} {words}`. If it is plain text, type \\ first."
                )
                yield Violation(
                    location, f"{hashes} does not begin a heading without a space after it", hint
                )
                continue
            message = "this looks like a heading, list item or quotation but is read as plain text"
            yield Violation(location, message)


@on_record(
    "OP214",
    only_by_hand=True,
    hint="Move it and the lines that belong to it above the second line of `---`.",
)
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
            yield Violation(record.location_in_text(block), message, subject=field[1])


@on_record(
    "OP211",
    only_by_hand=True,
    hint="Delete the text, or delete `text: elsewhere` and fill in all fields.",
)
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
    if not record.opinion.has_text and record.text.blocks:
        message = "this record says `text: elsewhere` but contains text"
        yield Violation(record.location_in_text(record.text.blocks[0]), message)
