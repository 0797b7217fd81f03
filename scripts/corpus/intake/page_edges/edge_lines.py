"""The lines at the top or at the bottom of a page, the outermost first."""

from collections.abc import Iterator, Sequence
from itertools import islice, zip_longest
from typing import NamedTuple

from corpus.intake.document import Line
from corpus.model.commission import Commission

EDGE = 3
"""How many lines at the top and at the bottom of a page can be header or footer."""


class EdgeLine(NamedTuple):
    """A line near the edge of a page."""

    line: Line
    has_gap: bool
    """Whether empty space, or the end of the page, is between it and the next line inwards."""
    begins_opinion: bool
    """Whether the next line inwards is an approval line."""


def from_top(page: Sequence[Line], commission: Commission) -> Iterator[EdgeLine]:
    """Yield the first lines of a page."""
    for line, below in islice(zip_longest(page, page[1:]), EDGE):
        begins_opinion = below is not None and commission.is_approval_line(below.text)
        yield EdgeLine(line, below is None or below.gap_above, begins_opinion)


def from_bottom(page: Sequence[Line]) -> Iterator[EdgeLine]:
    """Yield the last lines of a page."""
    for line in page[: -EDGE - 1 : -1]:
        yield EdgeLine(line, line.gap_above, begins_opinion=True)
