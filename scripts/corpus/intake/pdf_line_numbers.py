"""The numbers of the lines that a pleading has at its left margin."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.intake.pdf_page import Page, Row, Word, rows_of_words
from corpus.intake.remarks import Remark, RemarkKind

_NUMBER = re.compile(r"\d{1,2}")
_ENOUGH = 3
"""This many numbers are line numbers."""
_ALIGNED = 1.5
"""Line numbers end, or begin, within this many font sizes of each other."""


def without_line_numbers(page: Page) -> tuple[Page, tuple[Remark, ...]]:
    """Return the page without its line numbers, and a remark on them."""
    if sum(_NUMBER.fullmatch(word.text) is not None for word in page.words) < _ENOUGH:
        return page, ()
    rows = rows_of_words(page.words)
    numbered = [row for row in rows if _NUMBER.fullmatch(row[0].text)]
    numbers = [row[0] for row in numbered]
    if not _are_line_numbers(numbers) or not _are_left_of_text(numbers, rows):
        return page, ()
    between = rows[rows.index(numbered[0]) : rows.index(numbered[-1]) + 1]
    if len(between) > 2 * len(numbers):
        return page, ()
    words = tuple(word for word in page.words if word not in numbers)
    remark = Remark(RemarkKind.LINE_NUMBER, page.place, " ".join(word.text for word in numbers))
    return replace(page, words=words), (remark,)


def _are_line_numbers(words: Sequence[Word]) -> bool:
    """Whether words are numbers in a row: 1, 2, 3 and so on, one below the other."""
    return len(words) >= _ENOUGH and all(
        int(lower.text) == int(upper.text) + 1
        and min(abs(lower.left - upper.left), abs(lower.right - upper.right)) < _ALIGNED
        for upper, lower in pairwise(words)
    )


def _are_left_of_text(numbers: Sequence[Word], rows: Sequence[Row]) -> bool:
    """Whether the numbers stand in a column of their own, with the text beside it."""
    edge = max(number.right for number in numbers)
    others = [word for row in rows for word in row if word not in numbers]
    return all(word.left > edge for word in others)
