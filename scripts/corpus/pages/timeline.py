"""The timeline of an authority: its editions, and the opinions that cite it."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from corpus.analysis.citation_uses import CitationUse, citing_records
from corpus.analysis.history import editions_affecting
from corpus.citations.names import Names
from corpus.library.record import Record
from corpus.library.references import References
from corpus.model.authority import Citation
from corpus.model.edition import Edition
from corpus.model.opinion_id import OpinionId

_MAX_OPINIONS = 100
"""With more opinions the marks fill the screen."""

_MOST_YEARS_NAMED = 6
"""How many years are named along the line at most."""

_STEPS = (1, 2, 5, 10, 20, 50)
"""The years from one named year to the next."""

_PHONE = 247
"""The pixels of the line on the screen of a narrow phone."""

_LONGEST_NAME = 9
"""The most letters of a name that still fits on a phone at either end of the line."""

_CIRCLE, _LETTER, _BESIDE_LETTERS = 26, 8, 2
"""The pixels of the narrowest mark, of a letter in a wider one, and beside the letters."""

_LABEL_HEIGHT, _MARK_HEIGHT = 18, 30
"""The height of a row of labels above the line, and of a row of marks below it."""


@dataclass(frozen=True, slots=True)
class TimelineMark:
    """An edition or an opinion: `x` percent along the line, `y` pixels from the top."""

    x: float
    y: int
    name: str
    """The number of an opinion; the year, at the first edition of a year; empty at the others."""
    label: str
    url: str = ""
    """The page from the site's root; empty for an edition."""
    has_text: bool = False
    """Whether the text of the opinion is here."""
    is_ended: bool = False
    """Whether the opinion was superseded or withdrawn."""

    @property
    def width(self) -> int:
        """Its width in pixels: a circle, or a longer mark with room for its name."""
        return _width(self.name)

    @property
    def half_width(self) -> int:
        """The pixels to the left of its middle."""
        return self.width // 2


@dataclass(frozen=True, slots=True)
class Timeline:
    """The years from `first_year` to `last_year`, with their marks."""

    first_year: int
    last_year: int
    years: tuple[tuple[float, int], ...]
    """The years that are named, each with its place in percent."""
    editions: tuple[TimelineMark, ...]
    opinions: tuple[TimelineMark, ...]
    line: int
    """The distance of the line from the top, in pixels."""
    names_top: int
    """The distance of the names of the years from the top."""
    names_bottom: int
    """The distance of the space below these names; no line of a change crosses them."""
    height: int

    @property
    def has_listed(self) -> bool:
        """Whether the text of an opinion is not here."""
        return any(not mark.has_text for mark in self.opinions)

    @property
    def has_ended(self) -> bool:
        """Whether an opinion was superseded or withdrawn."""
        return any(mark.is_ended for mark in self.opinions)


def timeline(
    citation: Citation,
    uses: Iterable[CitationUse],
    references: References,
    ended: Collection[OpinionId] = (),
) -> Timeline | None:
    """The timeline of one authority; None if it would have no opinions, too many, or only one day.

    `ended` are the opinions that were superseded or withdrawn.
    """
    affecting = editions_affecting(citation, references)
    editions = [edition for edition in affecting if not edition.after]
    records = citing_records(uses)
    by_day = sorted(records, key=lambda record: (record.middle_day, record.id))
    days = [edition.day for edition in editions] + [record.middle_day for record in by_day]
    has_two_ends = len(set(days)) > 1
    if not (has_two_ends and 0 < len(by_day) <= _MAX_OPINIONS):
        return None
    return _drawn(editions, by_day, days, references.names, ended)


def _drawn(
    editions: Sequence[Edition],
    records: Sequence[Record],
    days: Sequence[date],
    names: Names,
    ended: Collection[OpinionId],
) -> Timeline:
    years = range(min(days).year, max(days).year + 1)
    changes = [[*of_year] for _, of_year in groupby(editions, lambda edition: edition.day.year)]
    labels = [_percent(of_year[0].day, years) for of_year in changes]
    marks = [_percent(record.middle_day, years) for record in records]
    numbers = [_number(record, names) for record in records]
    label_rows = _rows(labels, [_CIRCLE for _ in labels])
    mark_rows = _rows(marks, [_width(number) for number in numbers])
    line = _LABEL_HEIGHT * (max(label_rows, default=-1) + 1) + 8
    below = line + 42
    return Timeline(
        first_year=years[0],
        last_year=years[-1],
        years=tuple((_percent(date(year, 1, 1), years), year) for year in _named_years(years)),
        editions=tuple(
            mark
            for of_year, row in zip(changes, label_rows, strict=True)
            for mark in _year_marks(of_year, line - 10 - _LABEL_HEIGHT * row, years)
        ),
        opinions=tuple(
            TimelineMark(
                x,
                below + _MARK_HEIGHT * row,
                number,
                label=f"{record.year}: {record.opinion.title}",
                url=record.id.url,
                has_text=record.opinion.has_text,
                is_ended=record.id in ended,
            )
            for record, number, x, row in zip(records, numbers, marks, mark_rows, strict=True)
        ),
        line=line,
        names_top=line + 17,
        names_bottom=line + 23,
        height=below + _MARK_HEIGHT * max(mark_rows, default=-1) + 16,
    )


def _year_marks(editions: Sequence[Edition], y: int, years: range) -> Iterator[TimelineMark]:
    """A mark for each edition of a year; only the first has the year and what happened in it."""
    first, *others = editions
    events = "; ".join(f"{edition.day}: {edition.event}" for edition in editions)
    yield TimelineMark(_percent(first.day, years), y, str(first.day.year), events)
    for edition in others:
        yield TimelineMark(_percent(edition.day, years), y, "", "")


def _number(record: Record, names: Names) -> str:
    """`5`, `84-12` if each year may have a number 12, or `RPC 5` if the body has several series."""
    short = names.short(record.id)
    if len(names.commission.all_series) > 1 and len(short) <= _LONGEST_NAME:
        return short
    if not names.restarts(record.id):
        return record.id.name
    return names.number(record.id).replace(str(record.id.year), f"{record.id.year % 100:02}", 1)


def _percent(day: date, years: range) -> float:
    start, end = date(years[0], 1, 1), date(years[-1] + 1, 1, 1)
    return round(100 * ((day - start) / (end - start)), 1)


def _width(name: str) -> int:
    return max(_CIRCLE, _LETTER * len(name) + _BESIDE_LETTERS)


def _rows(places: Sequence[float], widths: Sequence[int]) -> list[int]:
    """For each place in ascending order, the first row in which a mark of this width has room."""
    ends: list[float] = []
    rows = []
    for place, width in zip(places, widths, strict=True):
        half = 50 * width / _PHONE
        row = next((at for at, end in enumerate(ends) if end <= place - half), len(ends))
        ends[row : row + 1] = [place + half]
        rows.append(row)
    return rows


def _named_years(years: range) -> list[int]:
    step = next((step for step in _STEPS if len(years) <= step * _MOST_YEARS_NAMED), 100)
    return [year for year in years if year % step == 0]
