"""Lines in which tabs or wide spaces make columns, as in a table that was typed."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from corpus.intake.document import list_mark

_TAB = re.compile(r"(?<=\S) *\t\s*(?=\S)")
_WIDE = re.compile(r"(?<=\S)(?: *\t\s*|\s{3,})(?=\S)")
_NUMBER_AT_END = re.compile(r"\s{3,}[$€£]?[\d.,]+%?\s*$")
_LABEL = re.compile(r"\S+(?: \S+){0,2}[.:)]")
"""What a line can begin with before a tab, such as `To:` or `Issue 1.`"""
_FEWEST_LINES = 2


def has_tab_columns(line: str) -> bool:
    """Whether a tab is between words, other than after a list mark or a label."""
    return _is_row(line, _TAB)


def columns_of_lines(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last number of consecutive lines that make columns.

    Wide spaces make them only where words stand below each other, as they do in no sentence
    that is stretched to the margin, or where a number ends each line.
    """
    for is_row, group in groupby(lines, key=lambda line: _is_row(line[1], _WIDE)):
        rows = list(group)
        texts = [text for _, text in rows]
        has_tabs = any("\t" in text.strip() for text in texts)
        if is_row and len(rows) >= _FEWEST_LINES and (has_tabs or _are_aligned(texts)):
            yield rows[0][0], rows[-1][0]


def _is_row(line: str, gap: re.Pattern[str]) -> bool:
    text = line.strip()
    text = text.removeprefix(list_mark(text)).strip()
    first, *others = gap.split(text)
    return len(others) > 1 or (bool(others) and _LABEL.fullmatch(first) is None)


def _are_aligned(lines: Sequence[str]) -> bool:
    """Whether words begin below each other after wide spaces, or all lines end with a number."""
    starts = [{gap.end() for gap in _WIDE.finditer(line)} for line in lines]
    has_words_below = any(above & below for above, below in pairwise(starts))
    return has_words_below or all(_NUMBER_AT_END.search(line) for line in lines)
