"""The beginning of a record: what is known is filled in, the rest waits for a person."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from corpus.citations.names import Names
from corpus.model.authority import AuthorityKind, Citation
from corpus.model.commission import Commission
from corpus.model.opinion import OpinionId

_FULL = """\
---
number: {number:02}
year: {year}
title: {title}
approved: {approved}
topics: []
summary:
issues:
{issues}holdings:
{holdings}standards: {standards}
statutes: {statutes}
{more}source:
  title: {source}
{sha256}---

{text}
"""

_ISSUE = "  - id: {id}\n    question: {question}\n    at: [{at}]\n"
_HOLDING = "  - id: {id}\n    answers: {id}\n    text:\n    at: []\n"

_LISTED = """\
---
number: {number:02}
year: {year}
title: {title}
text: elsewhere
source:
  url: {url}
---
"""


@dataclass(frozen=True, slots=True)
class NewRecord:
    """What is known of a new opinion."""

    id: OpinionId
    title: str = ""
    approved: date | None = None
    url: str = ""
    """Where its text is, if it is not held."""


@dataclass(frozen=True, slots=True)
class ExtractedContent:
    """What was read in its document, for a person to decide on."""

    text: str
    questions: tuple[tuple[str, int], ...] = ()
    """Each with the number of its paragraph."""
    citations: tuple[Citation, ...] = ()
    opinions: tuple[tuple[OpinionId, tuple[int, ...]], ...] = ()
    source: str = ""
    sha256: str = ""


def blank_record(known: NewRecord, commission: Commission) -> str:
    """The text of a new record; what a person must still write is empty, and check says so."""
    if known.url:
        return _LISTED.format(**_blanks(known), url=_quoted(known.url))
    number = f"{known.id.number:02}"
    heading = commission.heading_lines[0].format(number=number, year=known.id.year)
    day = known.approved
    told = Names(commission).day(day) if day else ""
    approval = commission.approval_lines[0].format(date=told) if day else ""
    return prefilled_record(
        known, ExtractedContent(f"# {heading}\n\n{approval}\n", questions=(("", 0),))
    )


def prefilled_record(known: NewRecord, proposed: ExtractedContent) -> str:
    """The text of a new record with what was read in its document."""
    asked = list(enumerate(proposed.questions or (("", 0),), start=1))
    issues = (
        _ISSUE.format(id=place, question=_quoted(words), at=at or "").replace(": \n", ":\n")
        for place, (words, at) in asked
    )
    filled = _FULL.format(
        **_blanks(known),
        approved=known.approved or "",
        issues="".join(issues),
        holdings="".join(_HOLDING.format(id=place) for place, _ in asked),
        standards=_cited(proposed.citations, AuthorityKind.STANDARD),
        statutes=_cited(proposed.citations, AuthorityKind.STATUTE),
        more=_more(proposed),
        source=_quoted(proposed.source),
        sha256=f"  sha256: {proposed.sha256}\n" if proposed.sha256 else "",
        text=proposed.text,
    )
    return "\n".join(line.rstrip() for line in filled.split("\n"))


def _blanks(known: NewRecord) -> dict[str, Any]:
    return {"number": known.id.number, "year": known.id.year, "title": _quoted(known.title)}


def _more(proposed: ExtractedContent) -> str:
    """The fields that a record needs only where it cites rules or opinions."""
    rules = _cited(proposed.citations, AuthorityKind.RULE)
    told = f"rules: {rules}\n" if rules != "[]" else ""
    if not proposed.opinions:
        return told
    each = (
        f"  - {{cites: {cited}, effect: cites, at: [{', '.join(map(str, at))}]}}\n"
        for cited, at in proposed.opinions
    )
    return f"{told}opinions:\n{''.join(each)}"


def _cited(citations: Iterable[Citation], kind: AuthorityKind) -> str:
    return json.dumps([str(one) for one in citations if one.kind is kind], ensure_ascii=False)


def next_number(opinions: Iterable[OpinionId], year: int, commission: Commission) -> int:
    """The number after the last: of all years where numbers run on, of this year otherwise."""
    runs_on = commission.first_number is not None
    numbers = [one.number for one in opinions if runs_on or one.year == year]
    return max(numbers, default=(commission.first_number or 1) - 1) + 1


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False) if words else ""
