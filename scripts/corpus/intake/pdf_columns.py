"""The order in which the words of a page are read: column after column."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import TypeAlias

from corpus.intake.pdf_page import Region, Row, Word, rows_of_words

_GUTTER = 1.0
"""The space between two columns is at least this many font sizes wide."""
_ENOUGH_ROWS = 3
"""A column has at least this many rows."""
_ENOUGH_LETTERS = 14
"""The rows of a column have at least this many letters on average; cells of a table have fewer."""
_MOST_EDGES = 8
"""How many left edges are tried, the most frequent ones first."""
_GAP = 2.0
"""From this many font sizes on, the space below a column ends it."""

_Columns: TypeAlias = tuple[list[Row], list[Row]]


def regions_of_page(words: Sequence[Word]) -> list[Region]:
    """The regions of a page in reading order."""
    rows = rows_of_words(words)
    edges = Counter(round(word.left) for row in rows for word in _after_gaps(row))
    tried = [edge for edge, count in edges.most_common(_MOST_EDGES) if count >= _ENOUGH_ROWS]
    divisions = (list(_divided(rows, edge - 1)) for edge in tried)
    best = max(divisions, key=_rows_in_columns, default=[])
    if not _rows_in_columns(best):
        return [Region(rows)] if rows else []
    return [region for band in best for region in _regions_of_band(band)]


def _regions_of_band(band: list[Row] | _Columns) -> Iterator[Region]:
    if isinstance(band, list):
        yield Region(band)
        return
    for column in band:
        inner = regions_of_page([word for row in column for word in row])
        yield from (region._replace(is_column=True) for region in inner)


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


def _divided(rows: Sequence[Row], gutter: float) -> Iterator[list[Row] | _Columns]:
    """Yield bands of rows, from top to bottom; a band with columns is a pair of them."""
    for crosses, group in groupby(rows, lambda row: _crosses(row, gutter)):
        band = list(group)
        if crosses:
            yield band
            continue
        body, below = _without_rows_below(band, gutter)
        left = [part for row in body if (part := [w for w in row if w.left < gutter])]
        right = [part for row in body if (part := [w for w in row if w.left >= gutter])]
        if _is_column(left) and _is_column(right):
            yield left, right
            yield from [below] if below else []
        else:
            yield band


def _crosses(row: Row, gutter: float) -> bool:
    """Whether a word or an ordinary space of the row is where the gutter would be."""
    if any(word.left < gutter < word.right for word in row):
        return True
    return any(
        word.right <= gutter <= following.left and not _is_gutter(word, following)
        for word, following in pairwise(row)
    )


def _without_rows_below(band: list[Row], gutter: float) -> tuple[list[Row], list[Row]]:
    """The rows of the columns, and rows below both that only begin at the left."""
    last = max((i for i, row in enumerate(band) if row[-1].left >= gutter), default=-1)
    for index in range(last + 1, len(band)):
        above = band[index - 1] if index else band[0]
        if band[index][0].baseline - above[0].baseline > _GAP * band[index][0].size:
            return band[:index], band[index:]
    return band, []


def _is_column(rows: Sequence[Row]) -> bool:
    letters = sum(len(word.text) for row in rows for word in row)
    return len(rows) >= _ENOUGH_ROWS and letters >= _ENOUGH_LETTERS * len(rows)
