"""The rows of tables on a PDF page, whose cells are divided by wide spaces."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from corpus.intake.document import list_mark
from corpus.intake.pdf.page import Region, Row

_WIDE = 2.0
"""The space between two cells is at least this many font sizes wide."""
_WIDE_IF_ALIGNED = 0.8
"""If a cell is below another one, this many font sizes are enough."""
_WIDER = 3.0
"""It is then at least this many times as wide as a narrow space of its row."""
_ALIGNED = 0.25
"""The cells of a column differ in their place by at most this many font sizes."""


def has_table(regions: Sequence[Region]) -> bool:
    """Whether rows belong to a table, or wide spaces divide two, one below the other, as in one."""
    return any(
        any(rows_of_tables(region.rows)) or any(map(_have_cells, region.rows, region.rows[1:]))
        for region in regions
    )


def _have_cells(upper: Row, lower: Row) -> bool:
    return len(_cells(upper, _WIDE)) > 1 and len(_cells(lower, _WIDE)) > 1


def rows_of_tables(rows: Sequence[Row]) -> list[bool]:
    """Whether each row belongs to a table.

    A cell of it is below or above one of a row beside it, or it has cells and is beside such
    a row, as the names of the columns are.
    """
    on_page = _narrow_spaces(rows)
    usual = on_page[len(on_page) // 4] if on_page else 0
    narrow = [max(usual, *_narrow_spaces([row])[:1], 0) for row in rows]
    cells = [
        _cells(row, max(_WIDE_IF_ALIGNED, _WIDER * space))
        for row, space in zip(rows, narrow, strict=True)
    ]
    aligned = [False, *(_are_aligned(*pair) for pair in pairwise(cells)), False]
    are_rows = [above or below for above, below in pairwise(aligned)]
    beside = zip([False, *are_rows], [*are_rows[1:], False], strict=False)
    return [
        is_row or (any(neighbors) and len(_cells(row, _WIDE)) > 1)
        for row, is_row, neighbors in zip(rows, are_rows, beside, strict=True)
    ]


def _narrow_spaces(rows: Sequence[Row]) -> list[float]:
    """The spaces within cells, the narrowest first, in font sizes; typewriters have wider ones."""
    spaces = (
        (following.left - word.right) / following.size
        for row in rows
        for word, following in pairwise(row)
    )
    return sorted(space for space in spaces if 0 < space < _WIDE_IF_ALIGNED)


class _Cell(NamedTuple):
    """The words between two wide spaces."""

    left: float
    right: float
    size: float

    @property
    def center(self) -> float:
        """The middle of its width."""
        return (self.left + self.right) / 2


def _cells(row: Row, space: float) -> list[_Cell]:
    """The cells of a row, divided by such a space; a list mark is not a separate cell."""
    has_mark = len(row) > 1 and list_mark(f"{row[0].text} x")
    first, *others = row[1:] if has_mark else row
    cells = [_Cell(first.left, first.right, first.size)]
    for word in others:
        last = cells[-1]
        size = max(last.size, word.size)
        if word.left - last.right >= space * size:
            cells.append(_Cell(word.left, word.right, word.size))
        else:
            cells[-1] = _Cell(last.left, word.right, word.size)
    return cells


def _are_aligned(upper: Sequence[_Cell], lower: Sequence[_Cell]) -> bool:
    """Whether a cell of the lower row, other than the first, is below one of the upper row."""
    pairs = ((above, below) for above in upper[1:] for below in lower[1:])
    return any(
        distance <= _ALIGNED * above.size
        for above, below in pairs
        for distance in _distances(above, below)
    )


def _distances(above: _Cell, below: _Cell) -> Iterator[float]:
    """Yield how far the edges and the middles of two cells are apart."""
    yield abs(above.left - below.left)
    yield abs(above.right - below.right)
    yield abs(above.center - below.center)
