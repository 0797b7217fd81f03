"""The line of years of an authority: its editions above, the opinions that cite it below."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from corpus.analysis.history import editions_affecting
from corpus.analysis.index import CitationUse
from corpus.library.record import Record
from corpus.library.references import References
from corpus.model.authority import Citation

_MOST = 300
"""More opinions than this are a line and no picture any more."""

WIDTH = 700
"""The units of the picture from its first year to the end of its last."""


@dataclass(frozen=True, slots=True)
class TimelineMark:
    """Something on the line: how far along, in units, and what it is."""

    x: int
    label: str
    url: str = ""
    """Where it leads, from the site's root; empty for an edition."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """A line of years with what happened on it."""

    first_year: int
    last_year: int
    """The first and the last year."""
    editions: tuple[TimelineMark, ...]
    opinions: tuple[TimelineMark, ...]


def timeline(
    citation: Citation, uses: Iterable[CitationUse], references: References
) -> Timeline | None:
    """The picture of one authority; None where less than two days are known, or too much."""
    editions = editions_affecting(citation, references)
    records = {use.record.id: use.record for use in uses}
    days = [one.day for one in editions] + [record.middle_day for record in records.values()]
    if len(set(days)) < 2 or len(records) > _MOST:  # noqa: PLR2004 - one day is no line
        return None
    first, last = min(days).year, max(days).year
    return Timeline(
        first,
        last,
        tuple(
            TimelineMark(_at(one.day, first, last), f"{one.day}: {one.event}") for one in editions
        ),
        tuple(_opinion(record, first, last) for record in records.values()),
    )


def _opinion(record: Record, first: int, last: int) -> TimelineMark:
    words = f"{record.id.year}: {record.opinion.title}"
    return TimelineMark(_at(record.middle_day, first, last), words, record.id.url)


def _at(day: date, first: int, last: int) -> int:
    start = date(first, 1, 1)
    whole = date(last + 1, 1, 1) - start
    return round(WIDTH * ((day - start) / whole))
