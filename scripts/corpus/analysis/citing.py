"""The citation of an opinion in print, with its last correction and its status."""

from corpus.analysis.index import CorpusIndex, once_per_opinion
from corpus.analysis.paragraph_status import paragraph_status, paragraph_statuses, said_of_each
from corpus.analysis.status import DerivedStatus, Status, opinion_status
from corpus.analysis.status_labels import (
    elsewhere_label,
    label_without_caution,
    opinion_label,
    status_label,
    unchecked_label,
)
from corpus.citations.names import Names
from corpus.library.record import Record
from corpus.model.words import capitalized, uncapitalized

NOT_CHECKED = "full text and status not checked"
"""What follows the citation of an opinion that is only listed."""


def full_citation(record: Record, index: CorpusIndex, paragraph: int | None = None) -> str:
    """`Harbor Bd., Advisory Op. 5, ¶ 4 (2003), https://…/opinions/2003/05/#p4`.

    If the cited words were corrected, `(as corrected March 3, 2024)` follows the year.
    Source: The Bluebook, rule 12.9.5, as far as it covers advisory opinions.
    """
    return _full(record, index, paragraph, permanent_url(record, index, paragraph) or "")


def name_with_title(record: Record, index: CorpusIndex) -> str:
    """`Advisory Opinion 05 (2003): Gifts from a party`."""
    return f"{index.names.long(record.id)}: {record.opinion.title}"


def citation_template(record: Record, index: CorpusIndex, *, has_pinpoint: bool) -> str:
    """The full citation with `{paragraph}` and `{address}`, for a script to fill in.

    If it `has_pinpoint`, an opinion with corrections also has `{corrected}`, and one whose answers
    have a status of their own `{status}`.
    """
    return _full(record, index, "{paragraph}" if has_pinpoint else None, "{address}")


def short_citation(record: Record, index: CorpusIndex, paragraph: int | str | None = None) -> str:
    """`AO 5 (2003) ¶ 4`."""
    pinpoint = f" ¶ {paragraph}" if paragraph else ""
    notes = _corrected(record, index, paragraph) + _status_in_parentheses(record, index, paragraph)
    return f"{index.names.short(record.id)}{pinpoint}{notes}"


def plain_citation(record: Record, index: CorpusIndex, paragraph: int | None = None) -> str:
    """`Harbor Board …, Advisory Opinion 05 (2003), paragraph 4, Naming who said it, approved …, …`.

    It has the date of approval and the address, if they are known. The paragraph stands right after
    the number, so that no word of the title can come between them when the citation is read back.
    """
    return _plain(record, index, paragraph, permanent_url(record, index, paragraph) or "")


def plain_template(record: Record, index: CorpusIndex, *, has_pinpoint: bool) -> str:
    """The plain citation with the blanks of `citation_template`."""
    return _plain(record, index, "{paragraph}" if has_pinpoint else None, "{address}")


def citation_head(record: Record, index: CorpusIndex, paragraph: int | str | None = None) -> str:
    """`Harbor Bd., Advisory Op. 5 (2003)`: what a full citation begins with, and a printed page."""
    author = index.commission.citation.author
    corrected = _corrected(record, index, paragraph)
    return f"{author}, {_pinpoint_citation(record, index, paragraph)}{corrected}"


def _pinpoint_citation(record: Record, index: CorpusIndex, paragraph: int | str | None) -> str:
    """`Advisory Op. 5, ¶ 4 (2003)`: the part of a citation that names the opinion and its place."""
    pinpoint = f", ¶ {paragraph}" if paragraph else ""
    year = f" ({record.year})" if record.year else ""
    return f"{index.names.cited(record.id)}{pinpoint}{year}"


def pinpoint_with_status(record: Record, index: CorpusIndex, paragraph: int) -> str:
    """`Advisory Op. 5, ¶ 4 (2003) (modified by AO 12 (2010))`: how to cite a paragraph in print."""
    status = _status_in_parentheses(record, index, paragraph)
    return f"{_pinpoint_citation(record, index, paragraph)}{status}"


def citation_header(record: Record, index: CorpusIndex) -> str:
    """The header of a printed page: the citation, the status and the date of approval."""
    when = record.opinion.approved
    verb = capitalized(index.commission.words.approved)
    approved = f" · {verb} {index.names.partial_date(when)}" if when else ""
    status = opinion_label(record, index)
    return f"{citation_head(record, index)} · {status}{approved}"


def permanent_url(record: Record, index: CorpusIndex, paragraph: int | None = None) -> str | None:
    """The permanent URL of an opinion or a paragraph; None if the site's address is unknown."""
    anchor = f"#p{paragraph}" if paragraph else ""
    return index.commission.address(f"{record.id.url}{anchor}")


def correction_note(record: Record, names: Names, paragraph: int | None = None) -> str:
    """`as corrected March 3, 2024`: the last correction of an opinion or of one paragraph.

    It is empty if there was none.
    """
    days = [
        correction.on
        for correction in record.opinion.corrections
        if paragraph is None or paragraph in correction.at
    ]
    return f"as corrected {names.day(max(days))}" if days else ""


@once_per_opinion
def citation_note(record: Record, index: CorpusIndex) -> str | None:
    """The status as a citation ends with it, and what was not checked; None if nothing is said.

    `superseded by AO 12 (2010)`, or `later history not checked; Canon 3(c) amended in 2021`.
    """
    note = _note(opinion_status(record, index), index.names)
    caution = "" if record.opinion.has_text else NOT_CHECKED
    return "; ".join(filter(None, (note, caution))) or None


@once_per_opinion
def paragraph_status_notes(record: Record, index: CorpusIndex) -> dict[int, str]:
    """What follows the citation of each paragraph that has a status or a speaker of its own.

    ` (superseded by AO 12 (2010))`, or nothing if only other paragraphs are concerned.
    """
    if not record.opinion.has_text:
        return {}
    whole = _in_parentheses(citation_note(record, index))
    notes = {
        paragraph: _in_parentheses(_speaker(record, paragraph)) + _in_parentheses(note)
        for paragraph, note in said_of_each(
            paragraph_statuses(record, index), lambda status: _note(status, index.names)
        ).items()
    }
    return {paragraph: note for paragraph, note in notes.items() if note != whole}


def _plain(record: Record, index: CorpusIndex, paragraph: int | str | None, url: str) -> str:
    names = index.names
    approved = record.opinion.approved
    verb = index.commission.words.approved
    pieces = (
        index.commission.name,
        names.long(record.id),
        f"paragraph {paragraph}" if paragraph else "",
        record.opinion.title,
        f"{verb} {names.partial_date(approved)}" if approved else "",
    )
    corrected = _corrected(record, index, paragraph)
    status = _status_in_parentheses(record, index, paragraph)
    return f"{', '.join(filter(None, pieces))}{corrected}{f', {url}' if url else ''}{status}"


def _full(record: Record, index: CorpusIndex, paragraph: int | str | None, url: str) -> str:
    location = f", {url}" if url else ""
    status = _status_in_parentheses(record, index, paragraph)
    return f"{citation_head(record, index, paragraph)}{location}{status}"


def _corrected(record: Record, index: CorpusIndex, paragraph: int | str | None) -> str:
    """` (as corrected March 3, 2024)`, or `{corrected}` if a script fills in the paragraph."""
    if isinstance(paragraph, str):
        return "{corrected}" if record.opinion.corrections else ""
    note = correction_note(record, index.names, paragraph)
    return f" ({note})" if note else ""


def _status_in_parentheses(
    record: Record, index: CorpusIndex, paragraph: int | str | None = None
) -> str:
    """` (modified by AO 12 (2010))`, or `{status}` if a script fills in the paragraph."""
    if isinstance(paragraph, str) and paragraph_status_notes(record, index):
        return "{status}"
    if isinstance(paragraph, int):
        status = paragraph_status(record, paragraph, index)
        note = _note(status, index.names)
        return _in_parentheses(_speaker(record, paragraph)) + _in_parentheses(note)
    return _in_parentheses(citation_note(record, index))


def _speaker(record: Record, paragraph: int) -> str:
    """`Reed, dissenting`, for a paragraph in which the body itself does not speak."""
    part = record.separate_part_at(paragraph)
    return ", ".join(filter(None, (part.heading.by, part.heading.kind.participle))) if part else ""


def _in_parentheses(note: str | None) -> str:
    return f" ({note})" if note else ""


def _note(status: DerivedStatus, names: Names) -> str:
    """`modified by AO 12 (2010); later history not fully checked`; empty if there is neither."""
    if status.status is Status.CURRENT:
        by_law = label_without_caution(status, names).by_law
        parts = (elsewhere_label(status, names), unchecked_label(status), by_law)
        return "; ".join(filter(None, parts))
    label = status_label(status, names)
    return uncapitalized(label)
