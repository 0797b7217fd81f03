"""OP2: the approved text, by itself and beside the fields."""

import re
from collections.abc import Iterable
from datetime import datetime

from corpus.findings import Spot, Verdict
from corpus.library import Record, References
from corpus.rules.registry import on_record
from corpus.text import Role

_TAG = re.compile(r"</?[A-Za-z][^>\n]*>|<!--")


@on_record(
    "OP201", hint="Count the paragraphs of the text; headings and the approval line have none."
)
def no_such_paragraph(record: Record, _references: References) -> Iterable[Verdict]:
    """The paragraphs that an issue or a holding names are there.

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
    for part in ("issues", "holdings"):
        for index, entry in enumerate(getattr(record.opinion, part)):
            for place, number in enumerate(entry.at):
                if number > last:
                    message = f"there is no paragraph {number}; the last one is {last}"
                    yield record.at(part, index, "at", place), message


@on_record("OP202", hint="Begin the text with the opinion's own first line, as `# …`.")
def other_number(record: Record, references: References) -> Iterable[Verdict]:
    """The text begins with the opinion's heading, and its number and year are those of the fields.

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
    opinion = record.opinion
    if heading is None:
        yield (
            Spot(record.document.path, record.document.source.body_line),
            "the text has no heading",
        )
        return
    said = _filled(references.commission.heading_lines, heading.words)
    if said is None:
        yield record.in_text(heading), f"`{heading.words}` is not the first line of an opinion"
    elif (int(said["number"]), int(said["year"])) != (opinion.number, opinion.year):
        message = f"`{heading.words}` is not opinion {opinion.number} of {opinion.year}"
        yield record.in_text(heading), message


@on_record("OP203", hint="Correct `approved`, or the line, from the Commission's document.")
def other_approval(record: Record, references: References) -> Iterable[Verdict]:
    """The date in the approval line is that of `approved`.

    Why:
        Which wording of a Standard an opinion spoke of depends on this day.

    Bad:
        approved: 2003-11-08

    Good:
        approved: 2003-11-07
    """
    line = record.text.approval
    if line is None:
        return
    said = _filled(references.commission.approval_lines, line.words)
    if said is None:
        yield record.in_text(line), f"no date of approval is understood in `{line.words}`"
    elif (day := _day(said["date"], references.commission.date_format)) != record.opinion.approved:
        told = f"the text says {said['date']}" + ("" if day else ", which is no day")
        yield record.in_text(line), f"{told}; `approved` says {record.opinion.approved}"


@on_record("OP204", hint="Delete the tag, or write \\< for the sign itself.")
def html_in_text(record: Record, _references: References) -> Iterable[Verdict]:
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
    for block in record.text.blocks:
        for tag in _TAG.finditer(block.words):
            yield record.in_text(block, tag.start()), f"`{tag[0]}` is HTML"


@on_record("OP205", hint="Close the emphasis with as many *, or write \\* for the sign itself.")
def unclosed_emphasis(record: Record, _references: References) -> Iterable[Verdict]:
    """Every emphasis that begins in a paragraph ends in it.

    Why:
        A lone star would vanish from the approved words.

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
    for block in record.text.blocks:
        if not block.closed:
            yield record.in_text(block), "an emphasis with * begins here and does not end"


@on_record("OP206", hint="Paste the approved text below the second line `---`.")
def no_text(record: Record, _references: References) -> Iterable[Verdict]:
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
    if all(block.role is Role.HEADING for block in record.text.blocks):
        yield Spot(record.document.path, record.document.source.body_line), "there is no text"


def _filled(forms: tuple[str, ...], words: str) -> re.Match[str] | None:
    """How `words` fill in one of the forms, `{name}` by `{name}`."""
    for form in forms:
        pattern = re.escape(form).replace(r"\{", "{").replace(r"\}", "}")
        pattern = re.sub(r"{(\w+)}", r"(?P<\1>.+?)", pattern)
        if found := re.fullmatch(pattern, words):
            return found
    return None


def _day(words: str, form: str) -> object:
    try:
        return datetime.strptime(words, form).date()  # noqa: DTZ007 - a day has no time zone
    except ValueError:
        return None
