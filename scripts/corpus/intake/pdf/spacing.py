"""The space between lines of a PDF file: within a paragraph, or between two of them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import mean, median_low
from typing import NamedTuple

from corpus.intake.headings import SENTENCE_OR_NOTE_END
from corpus.intake.pdf.page import Region, Row

_LINE_HEIGHT = 1.2
"""The usual distance between two lines, in font sizes."""
_GAP = 1.45
"""Two lines at least this many usual distances apart have empty space between them."""
_SMALLEST_GAP = 1.1
"""Two lines closer than this many usual distances never have."""
_EQUAL = 0.05
"""Distances that differ by less than this fraction are equal."""
_ROUNDED = 0.02
"""Distances that are meant to be equal differ by at most this fraction in a file."""
_FULL_LINE = 0.8
"""A line that fills at least this much of the width does not look like the last of a paragraph."""
_FEW = 0.2
"""A distance may be an exception if it makes up less than this fraction of all."""
_MOST = 0.8
"""At least this fraction of the gaps between paragraphs is below the end of a sentence."""


class _Distance(NamedTuple):
    """How far apart the baselines of two lines are."""

    points: float
    is_below_end: bool
    """Whether the upper line ends a sentence, or is short above a capital letter.

    A paragraph can end there.
    """


class Gap(NamedTuple):
    """Whether the space below a line is that between two paragraphs."""

    is_empty_space: bool
    is_doubtful: bool = False
    """Whether it is wider than usual below the end of a sentence, but not wide enough to tell."""


class Spacing:
    """The usual distance between two lines of a document."""

    def __init__(self, pages: Iterable[Sequence[Region]], font_size: float) -> None:
        """Measure all pages; `font_size` is that of most letters."""
        distances = [
            distance
            for regions in pages
            for region in regions
            for distance in _distances(region.rows)
        ]
        self._font_size = font_size
        self._usual = _distance_within_paragraphs(distances)

    def gaps(self, rows: Sequence[Row]) -> Iterator[Gap]:
        """Yield, for each row of a region but the last, whether empty space is below it."""
        distances = list(_distances(rows))
        shown = _distance_within_paragraphs(distances)
        least = _least_gap(distances, shown or self._smallest_distance(distances))
        smallest = (shown or self._smallest_distance(distances)) * (1 + _ROUNDED)
        for distance in distances:
            is_wider = distance.is_below_end and distance.points > smallest
            yield Gap(distance.points > least, is_doubtful=is_wider and distance.points <= least)

    def _smallest_distance(self, distances: Sequence[_Distance]) -> float:
        """The distance of lines within paragraphs, or else the distance of single-spaced lines."""
        points = [distance.points for distance in distances]
        within = [distance.points for distance in distances if not distance.is_below_end]
        shown = median_low(within) if len(within) > 1 else 0
        return self._usual or shown or min((_LINE_HEIGHT * self._font_size, *points))


def _distances(rows: Sequence[Row]) -> Iterator[_Distance]:
    right_edge = max((row[-1].right for row in rows), default=0)
    left_edge = min((row[0].left for row in rows), default=0)
    full = left_edge + _FULL_LINE * (right_edge - left_edge)
    for upper, lower in pairwise(rows):
        is_short = upper[-1].right < full and not lower[0].text[:1].islower()
        is_end = SENTENCE_OR_NOTE_END.search(upper[-1].text) is not None or is_short
        yield _Distance(_baseline(lower) - _baseline(upper), is_end)


def _baseline(row: Row) -> float:
    return max(word.baseline for word in row)


def _distance_within_paragraphs(distances: Sequence[_Distance]) -> float | None:
    """The largest frequent distance that is mostly below lines that end nothing."""
    remaining = sorted(distances, reverse=True)
    while remaining:
        largest = remaining[0].points
        equal = [d for d in remaining if d.points >= largest * (1 - _EQUAL)]
        remaining = remaining[len(equal) :]
        ends = sum(distance.is_below_end for distance in equal)
        if len(equal) > 1 and len(equal) >= _FEW * len(distances) and ends <= len(equal) / 2:
            return mean(distance.points for distance in equal)
    return None


def _least_gap(distances: Sequence[_Distance], usual: float) -> float:
    """The distance from which on there is empty space, halfway to that between paragraphs."""
    larger = [d for d in distances if usual * _SMALLEST_GAP <= d.points <= usual * _GAP]
    ends = [distance for distance in larger if distance.is_below_end]
    if not ends or len(ends) < _MOST * len(larger):
        return usual * _GAP
    return (usual + min(ends).points) / 2
