"""The order in which the words of a page are read: column after column."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import TypeAlias

from corpus.intake.pdf.page import Region, Row, Word, rows_of_words

_GUTTER = 1.0
"""The space between two columns is at least this many font sizes wide."""
_NARROW_GUTTER = 0.8
"""The narrower gap that suffices where the right word starts at the left edge of its column.

In font sizes of the smaller word.
"""
_AT_EDGE = 2.0
"""The words that begin a column begin within this many points."""
_ENOUGH_ROWS = 3
"""A column has at least this many rows."""
_FEWEST_ROWS = (2, 1)
"""If another page has the same columns, the left and the right one have at least this many."""
_ENOUGH_LETTERS = 14
"""The rows of a column have at least this many letters on average; cells of a table have fewer."""
_MOST_EDGES = 8
"""How many left edges are tried, the most frequent ones first."""
_GAP = 2.0
"""Space of at least this many font sizes above or below a column ends it."""

_Columns: TypeAlias = tuple[list[Row], list[Row]]


def regions_of_pages(pages: Iterable[Sequence[Word]]) -> list[list[Region]]:
    """The regions of each page in reading order.

    A column that another page has too may be short, as on the last page of an article.
    """
    rows_of_pages = [rows_of_words(words) for words in pages]
    edges = (_division(rows, ())[0] for rows in rows_of_pages)
    known = {edge for edge in edges if edge is not None}
    return [list(_regions(rows, known)) for rows in rows_of_pages]


def _regions(rows: list[Row], known: Collection[int] = ()) -> Iterator[Region]:
    """Yield the regions of rows; other pages have a column at the `known` left edges."""
    edge, bands = _division(rows, known)
    if edge is None:
        yield from [Region(rows)] if rows else []
        return
    for band in bands:
        if isinstance(band, list):
            yield Region(band)
            continue
        for column in band:
            inner = _regions(rows_of_words([word for row in column for word in row]))
            yield from (region._replace(is_column=True) for region in inner)


def _division(
    rows: list[Row], known: Collection[int]
) -> tuple[int | None, list[list[Row] | _Columns]]:
    """The left edge of the column that takes in most rows, and the bands that it divides."""
    edges = Counter(round(word.left) for row in rows for word in _after_gaps(row))
    frequent = (edge for edge, count in edges.most_common(_MOST_EDGES) if count >= _ENOUGH_ROWS)
    tried = dict.fromkeys([*frequent, *(edge for edge in edges if _is_near(edge, known))])
    divisions = {
        edge: list(_divided(rows, edge - 1, is_known=_is_near(edge, known))) for edge in tried
    }
    best = max(divisions, key=lambda edge: _rows_in_columns(divisions[edge]), default=None)
    if best is None or not _rows_in_columns(divisions[best]):
        return None, []
    return best, divisions[best]


def _is_near(edge: int, known: Iterable[int]) -> bool:
    return any(abs(edge - other) <= 1 for other in known)


def _rows_in_columns(bands: Sequence[list[Row] | _Columns]) -> int:
    return sum(len(column) for band in bands if isinstance(band, tuple) for column in band)


def _after_gaps(row: Row) -> Iterator[Word]:
    """Yield the words of a row that could begin a column: the first, and those after a gap."""
    yield row[0]
    for word, following in pairwise(row):
        if _is_gutter(word, following):
            yield following


def _is_gutter(word: Word, following: Word) -> bool:
    return following.left - word.right >= _GUTTER * max(word.size, following.size)


def _divided(
    rows: Sequence[Row], gutter: float, *, is_known: bool
) -> Iterator[list[Row] | _Columns]:
    """Yield bands of rows, from top to bottom; a band with columns is a pair of them."""
    fewest_left, fewest_right = _FEWEST_ROWS if is_known else (_ENOUGH_ROWS, _ENOUGH_ROWS)
    for crosses, group in groupby(rows, lambda row: _crosses(row, gutter)):
        band = list(group)
        if crosses:
            yield band
            continue
        above, body, below = _at_columns(band, gutter)
        left = [part for row in body if (part := [w for w in row if w.left < gutter])]
        right = [part for row in body if (part := [w for w in row if w.left >= gutter])]
        if _is_column(left, fewest_left) and _is_column(right, fewest_right):
            yield from [above] if above else []
            yield left, right
            yield from [below] if below else []
        else:
            yield band


def _crosses(row: Row, gutter: float) -> bool:
    """Whether a word or an ordinary space of the row is where the gutter would be."""
    if any(word.left < gutter < word.right for word in row):
        return True
    return any(
        word.right <= gutter <= following.left
        and not (_is_gutter(word, following) or _begins_column(word, following, gutter))
        for word, following in pairwise(row)
    )


def _begins_column(word: Word, following: Word, gutter: float) -> bool:
    """Whether a word begins at the left edge of the column, as its other rows do."""
    space = following.left - word.right
    is_at_edge = following.left - gutter <= _AT_EDGE
    return is_at_edge and space >= _NARROW_GUTTER * min(word.size, following.size)


def _at_columns(band: list[Row], gutter: float) -> tuple[list[Row], list[Row], list[Row]]:
    """The rows above the columns, in the columns, and below them.

    Rows above or below both only begin at the left, and empty space is between.
    """
    at_right = [index for index, row in enumerate(band) if row[-1].left >= gutter]
    first, last = (at_right[0], at_right[-1]) if at_right else (0, -1)
    starts = (index for index in range(first, 0, -1) if _has_space_above(band, index))
    start = next(starts, 0)
    ends = (index for index in range(last + 1, len(band)) if _has_space_above(band, index))
    end = next(ends, len(band))
    return band[:start], band[start:end], band[end:]


def _has_space_above(band: list[Row], index: int) -> bool:
    above = band[max(index - 1, 0)]
    below = band[index]
    return below[0].baseline - above[0].baseline > _GAP * below[0].size


def _is_column(rows: list[Row], fewest: int) -> bool:
    letters = sum(len(word.text) for row in rows for word in row)
    return len(rows) >= fewest and letters >= _ENOUGH_LETTERS * len(rows)
