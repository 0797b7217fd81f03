"""A cite check: each citation of a text from outside, with its standing in this collection."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from corpus.analysis.history import editions_affecting, provision_history
from corpus.analysis.index import CorpusIndex
from corpus.analysis.status import (
    DerivedStatus,
    Status,
    opinion_status,
    paragraph_status,
    status_label,
)
from corpus.citations.document import read_document
from corpus.citations.finder import CitationFinder
from corpus.citations.found_citation import CitationTarget, Doubt, FoundCitation
from corpus.library.record import Record
from corpus.model.authority import Citation, Edition
from corpus.model.opinion_id import OpinionId
from corpus.model.partial_date import PartialDate
from corpus.text.markdown_escape import escape_markdown


class Standing(StrEnum):
    """What became of a cited opinion or authority."""

    NO_CHANGE_RECORDED = "no-change-recorded"
    NO_HISTORY_RECORDED = "no-history-recorded"
    """No edition of the authority is recorded at all."""
    COMPARE_THE_DAY = "compare-the-day"
    """The authority changed at some time, but the day of the text or of the change is not known."""
    LAW_CHANGED = "law-changed"
    """The authority changed, or one on which the opinion rests did."""
    MODIFIED = "modified"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"
    FULL_TEXT_NOT_AVAILABLE = "full-text-not-available"
    """The opinion is only listed, so nobody can tell from this collection."""
    DRAFT = "draft"
    """It is only a draft for comment."""
    UNKNOWN = "unknown"
    """It is not in this collection."""
    UNRESOLVED = "unresolved"
    """The words look like a citation, but what they cite cannot be read."""

    @property
    def in_words(self) -> str:
        """`no change recorded` for `no-change-recorded`, as a summary says it."""
        return _OTHER_WORDS.get(self, self.replace("-", " "))


_OTHER_WORDS = {
    Standing.COMPARE_THE_DAY: "may have changed since",
    Standing.LAW_CHANGED: "law changed or reformatted since",
}


class Statement(StrEnum):
    """What is said of an opinion or an authority, apart from the status of an opinion."""

    NO_OPINION = "This opinion is not in the collection"
    NO_AUTHORITY = "No page of the collection is about this authority"
    NO_CHANGE = "No change is recorded"
    NO_HISTORY = "No history of it is recorded here"
    NOTE = "No change with a day is recorded; the note on its page says more"
    UNDATED = "Changed on {day}: {event}"
    LAST_CHANGE = "The last recorded change is of {day}: {event}"
    CHANGED = "Since then {events}"
    NO_PARAGRAPH = "It has no ¶ {paragraph}. {statement}"


WHY_UNRESOLVED = {
    Doubt.STOPPED: "The number goes on, but the rest of it cannot be read",
    Doubt.POINTS_BACK: "This points back to another citation; look it up there",
    Doubt.NO_YEAR: "No one opinion here has this number and year; if there is no year, add it",
}
"""Why words that look like a citation are not resolved."""

_PARAGRAPH = re.compile(r",?\s*(?:at\s+)?¶\s*([0-9]+)(?!\w)")
"""A paragraph after the number of an opinion: `, ¶ 4`."""

_YEAR = re.compile(r"\s*\((?:19|20)[0-9]{2}\)")
"""A year after the number of an opinion that is not here: ` (2030)`."""

_STANDINGS = {
    Status.MODIFIED: Standing.MODIFIED,
    Status.SUPERSEDED: Standing.SUPERSEDED,
    Status.WITHDRAWN: Standing.WITHDRAWN,
    Status.DRAFT: Standing.DRAFT,
}


@dataclass(frozen=True, slots=True)
class CheckedCitation:
    """A citation from character `start` up to `end` of a text, with its standing."""

    start: int
    end: int
    line: int
    """The line of the text on which it begins, from 1."""
    words: str
    """The citation as the text has it, on one line."""
    standing: Standing
    statement: str
    """The standing in words."""
    kind: str = ""
    """`opinion`, or a kind of authority such as `statute`; empty if it is not resolved."""
    id: str = ""
    pinpoint: str = ""
    label: str = ""
    """What is cited, as this site prints it."""
    url: str = ""
    """The page of what is cited, below the address of the site; empty if there is none."""


def check_citations(
    text: str, index: CorpusIndex, written: date | None = None
) -> tuple[CheckedCitation, ...]:
    """Each citation of a text with its standing today.

    `written` is the day of the text; an authority that changed after it is reported as changed.
    """
    in_text = read_document(text, CitationFinder(index.commission, index.by_id))
    checked = [_checked(text, citation, index, written) for citation in in_text.resolved]
    checked += (_in_doubt(text, *unresolved) for unresolved in in_text.unresolved)
    return tuple(sorted(checked, key=lambda citation: (citation.start, citation.end)))


def as_text(citations: Sequence[CheckedCitation]) -> str:
    """A line for each citation: its line in the text, its words and its standing."""
    lines = (f"{citation.line}: {citation.words}: {_in_words(citation)}" for citation in citations)
    return "\n".join([*lines, _total(citations)])


def as_markdown(citations: Sequence[CheckedCitation]) -> str:
    """A table with a row for each citation, for a memo or a pull request."""
    rows = [
        f"| {citation.line} | {escape_markdown(citation.words)} "
        f"| {escape_markdown(_in_words(citation))} |"
        for citation in citations
    ]
    head = ["| line | citation | standing today |", "|---|---|---|"] if rows else []
    return "\n".join([f"## {_total(citations)}", "", *head, *rows]).rstrip()


def as_json(citations: Sequence[CheckedCitation]) -> str:
    """A list with an object for each citation; positions are in characters from 0."""
    entries = [
        {
            "text": citation.words,
            "start": citation.start,
            "end": citation.end,
            "line": citation.line,
            "kind": citation.kind,
            "id": citation.id,
            "pinpoint": citation.pinpoint,
            "label": citation.label,
            "standing": citation.standing.value,
            "statement": citation.statement,
            "url": citation.url,
        }
        for citation in citations
    ]
    return json.dumps(entries, ensure_ascii=False, indent=2)


def _in_words(citation: CheckedCitation) -> str:
    label = f"{citation.label}. " if citation.label else ""
    return f"{label}{citation.statement}."


def _total(citations: Sequence[CheckedCitation]) -> str:
    """`3 citations: 1 superseded, 2 no change recorded`."""
    counts = [
        f"{count} {standing.in_words}"
        for standing in reversed(Standing)
        if (count := sum(citation.standing is standing for citation in citations))
    ]
    noun = "citation" if len(citations) == 1 else "citations"
    return f"{len(citations) or 'No'} {noun}" + (f": {', '.join(counts)}" if counts else "")


def _checked(
    text: str, citation: FoundCitation, index: CorpusIndex, written: date | None
) -> CheckedCitation:
    target, url, pinpoint = citation.target, "", _PARAGRAPH.match(text, citation.end)
    label, paragraph = _label(target, index), int(pinpoint[1]) if pinpoint else 0
    if isinstance(target, OpinionId):
        record = index.all_by_id.get(target)
        standing, statement = Standing.UNKNOWN, str(Statement.NO_OPINION)
        if record:
            standing, statement = _of_opinion(record, paragraph, index)
            url = target.url
        if record and not record.opinion.is_draft and paragraph in record.text.paragraphs:
            label, url = f"{label}, ¶ {paragraph}", f"{url}#p{paragraph}"
    else:
        standing, statement = _of_authority(target, index, written)
        url = target.url if index.references.has_file(target) else ""
    return replace(
        _unnamed(text, citation.start, citation.end, standing, statement),
        kind=citation.kind,
        id=str(citation.as_dict["id"]),
        pinpoint=str(citation.as_dict["pinpoint"]),
        label=label,
        url=url,
    )


def _in_doubt(text: str, start: int, end: int, doubt: Doubt) -> CheckedCitation:
    """Words that look like a citation; a number with a year that has not come is unknown."""
    year = _YEAR.match(text, end) if doubt is Doubt.NO_YEAR else None
    if year:
        return _unnamed(text, start, year.end(), Standing.UNKNOWN, Statement.NO_OPINION)
    return _unnamed(text, start, end, Standing.UNRESOLVED, WHY_UNRESOLVED[doubt])


def _unnamed(
    text: str, start: int, end: int, standing: Standing, statement: str
) -> CheckedCitation:
    """Words of a text with their standing, but without what they cite."""
    line, words = text.count("\n", 0, start) + 1, " ".join(text[start:end].split())
    return CheckedCitation(start, end, line, words, standing, statement)


def _label(target: CitationTarget, index: CorpusIndex) -> str:
    names = index.names
    return names.long(target) if isinstance(target, OpinionId) else names.provision(target)


def opinion_standing(record: Record, index: CorpusIndex) -> tuple[Standing, str]:
    """The standing of an opinion, and the same in words."""
    return _standing(record, opinion_status(record, index), index)


def paragraph_standings(record: Record, index: CorpusIndex) -> dict[int, tuple[Standing, str]]:
    """The standing of each paragraph, and the same in words."""
    return {
        paragraph: _standing(record, paragraph_status(record, paragraph, index), index)
        for paragraph in record.text.paragraphs
    }


def _of_opinion(record: Record, paragraph: int, index: CorpusIndex) -> tuple[Standing, str]:
    """The standing of an opinion or of one of its paragraphs, and the same in words."""
    if paragraph in record.text.paragraphs:
        return _standing(record, paragraph_status(record, paragraph, index), index)
    standing, whole = opinion_standing(record, index)
    if paragraph and record.opinion.is_held and not record.opinion.is_draft:
        whole = Statement.NO_PARAGRAPH.format(paragraph=paragraph, statement=whole)
    return standing, whole


def _standing(record: Record, status: DerivedStatus, index: CorpusIndex) -> tuple[Standing, str]:
    label = status_label(status, index.names)
    if record.opinion.withdrawn:
        return Standing.WITHDRAWN, f"Withdrawn {index.names.when(record.opinion.withdrawn.on)}"
    if status.status in _STANDINGS:
        return _STANDINGS[status.status], label
    if not status.is_held:
        return Standing.FULL_TEXT_NOT_AVAILABLE, label
    return Standing.LAW_CHANGED if status.changed_law else Standing.NO_CHANGE_RECORDED, label


def _of_authority(
    citation: Citation, index: CorpusIndex, written: date | None
) -> tuple[Standing, str]:
    """The standing of an authority or a part of it, and the same in words."""
    if not index.references.has_file(citation):
        return Standing.UNKNOWN, Statement.NO_AUTHORITY
    if written and (changes := _changes_since(citation, written, index)):
        return Standing.LAW_CHANGED, Statement.CHANGED.format(events=_events(changes, index))
    editions = editions_affecting(citation, index.references)
    if not editions:
        return _of_unchanged(citation, index)
    undated = next((edition for edition in editions if edition.after), None)
    last = undated or editions[-1]
    standing = Standing.NO_CHANGE_RECORDED if written else Standing.COMPARE_THE_DAY
    day, event = index.names.edition_day(last), last.event.rstrip(".")
    if undated:
        return Standing.COMPARE_THE_DAY, Statement.UNDATED.format(day=day, event=event)
    return standing, Statement.LAST_CHANGE.format(day=day, event=event)


def _of_unchanged(citation: Citation, index: CorpusIndex) -> tuple[Standing, str]:
    authority = index.references.authority(citation)
    if authority and authority.note:
        return Standing.COMPARE_THE_DAY, Statement.NOTE
    if not editions_affecting(citation.without_pinpoint, index.references):
        return Standing.NO_HISTORY_RECORDED, Statement.NO_HISTORY
    return Standing.NO_CHANGE_RECORDED, Statement.NO_CHANGE


def _changes_since(citation: Citation, day: date, index: CorpusIndex) -> tuple[Edition, ...]:
    return provision_history(citation, PartialDate.of_day(day), index.references).changes


def _events(editions: Sequence[Edition], index: CorpusIndex) -> str:
    """`reformatted (March 1, 2020), amended (May 1, 2021)`."""
    days = ((edition.verb, index.names.edition_day(edition)) for edition in editions)
    return ", ".join(f"{verb} ({day})" for verb, day in days)
