"""How much of a collection is here: which opinions are held, only listed, or missing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from corpus.analysis.index import CorpusIndex
from corpus.analysis.later_opinions import incompleteness
from corpus.library.missing_numbers import (
    missing_in_series,
    numbers_by_year_in_words,
    opinions_in_words,
)
from corpus.model.opinion_id import OpinionId
from corpus.model.series import Series
from corpus.pages.page_tasks import PageLimits

_MARK = 4
"""The width of the mark of a number, with the gap after it."""


class Presence(StrEnum):
    """Whether an opinion is here."""

    HELD = "held"
    """With its text."""
    LISTED = "listed"
    """Without its text."""
    MISSING = "missing"


class NumberRun(NamedTuple):
    """The opinions that are held, only listed, or missing."""

    kind: Presence
    size: int
    numbers: str
    """`1 to 4 and 6`; empty unless the numbers run on, or are missing ones."""
    path: str
    """The `d` attribute of the SVG path with a mark for each number."""


class SeriesView(NamedTuple):
    """How much of a series is here."""

    name: str
    """Empty if the body has only one."""
    runs: tuple[NumberRun, ...]
    """Those that have opinions or missing numbers."""
    width: int
    """The width of all marks; 0 if gaps in the numbers are usual or the marks are too many."""
    last: str
    """The last number here, up to which missing ones are counted; empty if numbers restart."""


class CollectionView(NamedTuple):
    """How much of the collection is here."""

    series: tuple[SeriesView, ...]
    """Those that have opinions."""
    drafts: int
    """How many drafts are open for comment. No other number counts them."""
    complete_until: str
    """The day up to which no opinion is missing; empty if that is not known."""
    incompleteness: str
    """What is missing, in sentences; empty if the collection is declared complete."""

    @property
    def held(self) -> int:
        """How many opinions are here with their text."""
        return self._size(Presence.HELD)

    @property
    def listed(self) -> int:
        """How many are only listed."""
        return self._size(Presence.LISTED)

    @property
    def missing(self) -> int:
        """How many numbers are missing."""
        return self._size(Presence.MISSING)

    def _size(self, kind: Presence) -> int:
        return sum(run.size for series in self.series for run in series.runs if run.kind == kind)


def collection_view(index: CorpusIndex, limits: PageLimits) -> CollectionView:
    """Which numbers of each series are held, only listed, or missing."""
    complete_until = index.commission.complete_until
    views = (_series_view(series, index, limits) for series in index.commission.all_series)
    return CollectionView(
        series=tuple(view for view in views if view.runs),
        drafts=len(index.drafts),
        complete_until=index.names.day(complete_until) if complete_until else "",
        incompleteness=incompleteness(index),
    )


def _series_view(series: Series, index: CorpusIndex, limits: PageLimits) -> SeriesView:
    """The numbers of one series. If they restart, the strip has one year after the other."""
    records = [record for record in index.records if record.id.series == series.id]
    drafts = [draft.id for draft in index.drafts]
    gaps = missing_in_series(series, (*(record.id for record in records), *drafts))
    opinions = {
        Presence.HELD: [record.id for record in records if record.opinion.has_text],
        Presence.LISTED: [record.id for record in records if not record.opinion.has_text],
        Presence.MISSING: list(_missing_opinions(series, gaps)),
    }
    slots = _slots(series, (opinion for of_kind in opinions.values() for opinion in of_kind))

    def in_words(kind: Presence) -> str:
        if kind is Presence.MISSING:
            return numbers_by_year_in_words(gaps)
        return "" if series.restarts or not slots else opinions_in_words(opinions[kind])

    runs = (
        NumberRun(kind, len(of_kind), in_words(kind), _path(series, of_kind, slots))
        for kind, of_kind in opinions.items()
        if of_kind
    )
    return SeriesView(
        name=series.name if len(index.commission.all_series) > 1 else "",
        runs=tuple(runs),
        width=len(slots) * _MARK if len(slots) <= limits.numbers_in_the_strip else 0,
        last="" if series.restarts or not slots else str(max(number for _, number in slots)),
    )


def _missing_opinions(series: Series, gaps: Mapping[int, Sequence[range]]) -> Iterator[OpinionId]:
    for year, of_year in gaps.items():
        for gap in of_year:
            yield from (OpinionId(year, number, series=series.id) for number in gap)


def _slots(series: Series, opinions: Iterable[OpinionId]) -> dict[tuple[int, int], int]:
    """The place of each number in the strip, by year and number; none if gaps are usual."""
    first = series.first_number
    if first is None:
        return {}
    last: defaultdict[int, int] = defaultdict(int)
    for opinion in opinions:
        year, number = _slot(series, opinion)
        last[year] = max(last[year], number)
    numbers = ((year, number) for year in sorted(last) for number in range(first, last[year] + 1))
    return {slot: place for place, slot in enumerate(numbers)}


def _slot(series: Series, opinion: OpinionId) -> tuple[int, int]:
    return opinion.year if series.restarts else 0, opinion.number


def _path(
    series: Series, opinions: Iterable[OpinionId], slots: Mapping[tuple[int, int], int]
) -> str:
    """The `d` attribute of a path with a mark for each number; `30` and `30A` share one."""
    filled = dict.fromkeys(_slot(series, opinion) for opinion in opinions)
    width = _MARK - 1
    places = (slots[slot] * _MARK for slot in filled if slot in slots)
    return "".join(f"M{x} 0h{width}v1h-{width}z" for x in places)
