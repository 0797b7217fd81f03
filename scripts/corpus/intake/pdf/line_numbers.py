"""Remove the line numbers that a pleading has at its left margin, or at both margins."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.intake.pdf.page import Page, Row, Word, rows_of_words
from corpus.intake.remarks import Remark, RemarkKind

_NUMBER = re.compile(r"(\d{1,2})\.?")
_ENOUGH = 3
"""This many numbers are line numbers."""
_STEPS = (1, 5, 10)
"""Each line has a number, or every fifth or tenth line."""
_IN_ORDER = 0.9
"""At least this part of the numbers is one step more than the one above."""
_FULL_LINE = 0.8
"""A line of a paragraph that continues reaches at least this part of the way to the right edge."""
_ALIGNED = 3
"""Line numbers end, or begin, within this many points of each other."""


def without_line_numbers(page: Page) -> tuple[Page, tuple[Remark, ...]]:
    """The page without its line numbers, and a remark on them."""
    if sum(_NUMBER.fullmatch(word.text) is not None for word in page.words) < _ENOUGH:
        return page, ()
    rows = rows_of_words(page.words)
    numbered = [row for row in rows if _NUMBER.fullmatch(row[0].text)]
    numbers = [row[0] for row in numbered]
    if not _are_line_numbers(numbers):
        return page, ()
    between = rows[rows.index(numbered[0]) : rows.index(numbered[-1]) + 1]
    if any(number.text.endswith(".") for number in numbers):
        are_apart = _number_full_lines(between, max(row[-1].right for row in rows))
    else:
        are_apart = _are_left_of_text(numbers, between) or _number_a_sentence(between)
    if not are_apart or len(between) > 2 * len(numbers) * _step(numbers):
        return page, ()
    numbers += _at_right(numbered)
    words = tuple(word for word in page.words if word not in numbers)
    remark = Remark(RemarkKind.LINE_NUMBER, page.place, " ".join(word.text for word in numbers))
    return replace(page, words=words), (remark,)


def _are_line_numbers(words: Sequence[Word]) -> bool:
    """Whether words are numbers in a row: 1, 2, 3 or 5, 10, 15, one below the other.

    They may begin again, as in the text below a page header.
    """
    if len(words) < _ENOUGH or _step(words) not in _STEPS:
        return False
    in_order = sum(distance == _step(words) for distance in _distances(words))
    return in_order >= _IN_ORDER * (len(words) - 1) and all(
        min(abs(lower.left - upper.left), abs(lower.right - upper.right)) < _ALIGNED
        for upper, lower in pairwise(words)
    )


def _step(numbers: Sequence[Word]) -> int:
    """By how much most numbers are more than the one above."""
    return Counter(_distances(numbers)).most_common(1)[0][0]


def _distances(numbers: Sequence[Word]) -> list[int]:
    values = [int(number.text.rstrip(".")) for number in numbers]
    return [lower - upper for upper, lower in pairwise(values)]


def _at_right(numbered: Sequence[Row]) -> list[Word]:
    """The same numbers at the other margin, if all rows have them there."""
    if all(len(row) > 1 and row[-1].text == row[0].text for row in numbered):
        return [row[-1] for row in numbered]
    return []


def _number_a_sentence(rows: Sequence[Row]) -> bool:
    """Whether each row has a number, and a sentence continues from one row to the next.

    The items of a list are numbered too, but each holds whole sentences.
    """
    return all(_NUMBER.fullmatch(row[0].text) for row in rows) and any(
        _goes_on(upper, lower) for upper, lower in pairwise(rows)
    )


def _number_full_lines(rows: Sequence[Row], right_edge: float) -> bool:
    """Whether each row has a number, and most reach the right edge and continue in the next one.

    A number such as `3.` usually marks a list item; these rows show that it numbers a line.
    """
    full = _FULL_LINE * right_edge
    pairs = [pair for pair in pairwise(rows) if _goes_on(*pair)]
    continued = sum(upper[-1].right >= full for upper, _ in pairs)
    are_numbered = all(_NUMBER.fullmatch(row[0].text) for row in rows)
    return are_numbered and continued > len(rows) / 2


def _goes_on(upper: Row, lower: Row) -> bool:
    """Whether a sentence continues from one row to the next, behind their numbers."""
    have_words = len(upper) > 1 and len(lower) > 1
    return have_words and upper[-1].text[-1] not in ".?!:;" and lower[1].text[:1].islower()


def _are_left_of_text(numbers: Sequence[Word], rows: Sequence[Row]) -> bool:
    """Whether the numbers are in a column of their own, with the text beside it."""
    edge = max(number.right for number in numbers)
    others = [word for row in rows for word in row if word not in numbers]
    return all(word.left > edge for word in others)
