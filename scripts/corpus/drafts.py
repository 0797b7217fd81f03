"""The beginning of a record: what is known is filled in, the rest waits for a person."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from corpus.model import OpinionId
from corpus.names import Names
from corpus.vocabulary import Commission

_FULL = """\
---
number: {number:02}
year: {year}
title: {title}
approved: {approved}
topics: []
summary:
issues:
  - id: 1
    question:
    at: []
holdings:
  - id: 1
    answers: 1
    text:
    at: []
standards: []
statutes: []
source:
  title:
---

# {heading}

{approval}

"""

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
class Known:
    """What is known of a new opinion."""

    id: OpinionId
    title: str = ""
    approved: date | None = None
    url: str = ""
    """Where its text is, if it is not held."""


def draft(known: Known, commission: Commission) -> str:
    """The text of a new record; what a person must still write is empty, and check says so."""
    blanks = {"number": known.id.number, "year": known.id.year, "title": _quoted(known.title)}
    if known.url:
        return _LISTED.format(**blanks, url=_quoted(known.url))
    number = f"{known.id.number:02}"
    heading = commission.heading_lines[0].format(number=number, year=known.id.year)
    day = known.approved
    told = Names(commission).day(day) if day else ""
    approval = commission.approval_lines[0].format(date=told) if day else ""
    return _FULL.format(**blanks, approved=day or "", heading=heading, approval=approval)


def next_number(opinions: Iterable[OpinionId], year: int, commission: Commission) -> int:
    """The number after the last: of all years where numbers run on, of this year otherwise."""
    runs_on = commission.first_number is not None
    numbers = [one.number for one in opinions if runs_on or one.year == year]
    return max(numbers, default=(commission.first_number or 1) - 1) + 1


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False) if words else ""
