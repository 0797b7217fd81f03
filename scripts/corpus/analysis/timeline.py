"""The timeline of an authority: its editions, and the opinions that cite it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from corpus.analysis.history import editions_affecting
from corpus.analysis.index import CitationUse
from corpus.library.record import Record
from corpus.library.references import References
from corpus.model.authority import Citation

_MAX_OPINIONS = 300
"""With more opinions the marks run together."""

WIDTH = 700
"""The units from the first day of the first year to the last day of the last."""


@dataclass(frozen=True, slots=True)
class TimelineMark:
    """An edition or an opinion, `x` units from the beginning."""

    x: int
    label: str
    url: str = ""
    """The page from the site's root; empty for an edition."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """The years from `first_year` to `last_year`, with their marks."""

    first_year: int
    last_year: int
    editions: tuple[TimelineMark, ...]
    opinions: tuple[TimelineMark, ...]


def timeline(
    citation: Citation, uses: Iterable[CitationUse], references: References
) -> Timeline | None:
    """The timeline of one authority; None if fewer than two days or too many opinions are known."""
    editions = editions_affecting(citation, references)
    records = {use.record.id: use.record for use in uses}.values()
    days = {*(edition.day for edition in editions), *(record.middle_day for record in records)}
    if len(days) < 2 or len(records) > _MAX_OPINIONS:  # noqa: PLR2004 - a line has two ends
        return None
    first, last = min(days).year, max(days).year

    def mark(day: date, label: str, url: str = "") -> TimelineMark:
        return TimelineMark(_x(day, first, last), label, url)

    return Timeline(
        first,
        last,
        tuple(mark(edition.day, f"{edition.day}: {edition.event}") for edition in editions),
        tuple(mark(record.middle_day, _label(record), record.id.url) for record in records),
    )


def _label(record: Record) -> str:
    return f"{record.id.year}: {record.opinion.title}"


def _x(day: date, first_year: int, last_year: int) -> int:
    start = date(first_year, 1, 1)
    return round(WIDTH * ((day - start) / (date(last_year + 1, 1, 1) - start)))
