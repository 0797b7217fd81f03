"""Indexes: a row for each authority or subject, with the number of its opinions and their years."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from corpus.analysis.index import CorpusIndex
from corpus.library.record import Record
from corpus.pages.law_marks import LawMark

_BAR, _GAP = 3, 1
"""The width of the bar of a year, and of the gap after it."""

_HEIGHT = 14
"""The height of the longest bar."""


class IndexEntry(NamedTuple):
    """What an index lists, with its opinions."""

    name: str
    url: str
    about: str
    records: tuple[Record, ...]
    change: LawMark | None = None
    """`Repealed in 2022`; None if no change is recorded, or if it is a subject."""


class YearBars(NamedTuple):
    """How many opinions there are in each year, as bars and in words."""

    path: str
    """The `d` attribute of the SVG path."""
    words: str
    """`2003, 2014 (2)`."""


class IndexRow(NamedTuple):
    """A row of an index."""

    name: str
    url: str
    about: str
    opinions: int
    bars: YearBars
    change: LawMark | None
    letter: str = ""
    """The first letter of the name, if the row is the first with it and the index has letters."""


class IndexTable(NamedTuple):
    """An index, with the years that its bars cover."""

    rows: tuple[IndexRow, ...]
    first_year: int
    last_year: int
    width: int
    """The width of the bars, from the first year to the last."""

    @property
    def has_subjects(self) -> bool:
        """Whether any row says what it is about."""
        return any(row.about for row in self.rows)

    @property
    def letters(self) -> tuple[str, ...]:
        """The first letters of the names, if the rows are marked with them."""
        return tuple(row.letter for row in self.rows if row.letter)


def index_table(entries: Iterable[IndexEntry], index: CorpusIndex) -> IndexTable:
    """The rows of these entries; all bars have one scale."""
    entries = tuple(entries)
    years = range(min(index.by_year, default=0), max(index.by_year, default=0) + 1)
    counts = [Counter(record.year for record in entry.records) for entry in entries]
    highest = max((max(count.values(), default=0) for count in counts), default=0)
    rows = tuple(
        IndexRow(
            name=entry.name,
            url=entry.url,
            about=entry.about,
            opinions=len(entry.records),
            bars=_bars(count, years, highest),
            change=entry.change,
        )
        for entry, count in zip(entries, counts, strict=True)
    )
    return IndexTable(rows, years[0], years[-1], len(years) * (_BAR + _GAP))


def with_letters(table: IndexTable) -> IndexTable:
    """The rows by name, the first of each letter marked with it."""
    rows = sorted(table.rows, key=lambda row: row.name.casefold())
    letters = [row.name[:1].upper() for row in rows]
    marked = (
        row._replace(letter="" if letter == before else letter)
        for row, letter, before in zip(rows, letters, ["", *letters], strict=False)
    )
    return table._replace(rows=tuple(marked))


def _bars(counts: Counter[int], years: range, highest: int) -> YearBars:
    heights = {year: round(_HEIGHT * counts[year] / highest) for year in sorted(counts)}
    bars = (
        f"M{(year - years.start) * (_BAR + _GAP)} {_HEIGHT}v-{height}h{_BAR}v{height}"
        for year, height in heights.items()
    )
    words = (f"{year} ({counts[year]})" if counts[year] > 1 else f"{year}" for year in heights)
    return YearBars("".join(bars), ", ".join(words))
