"""Remove the line numbers that a pleading has at its left margin, at its right one, or at both."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
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
_FULL_PAGE = 10
"""A page of at least this many numbered lines shows where the numbers of the next page are."""
_EVEN = 2
"""The lines of a pleading are equally far apart, but for this many points."""
_TALL = 0.6
"""The lines of a pleading cover at least this part of the height of a page."""
_ENOUGH_OPEN = 1 / 3
"""In at least this part of the lines of a text, a sentence continues in the next one."""


def without_line_numbers(pages: Iterable[Page]) -> list[tuple[Page, tuple[Remark, ...]]]:
    """The pages without their line numbers, and a remark on the line numbers of each page.

    Fewer than three, as on a last page, are line numbers if those of the page before are there.
    """
    unnumbered = []
    before: Sequence[_Column] = ()
    for page in pages:
        columns = _columns(page) or _few_numbers(page, before)
        unnumbered.append(_without(page, columns))
        before = columns
    return unnumbered


@dataclass(frozen=True, slots=True)
class _Column:
    """Numbers one below the other, each the first or the last word of its row."""

    numbers: Sequence[Word]
    rows: Sequence[Row]
    """All rows from the first number to the last."""
    is_right: bool
    is_alone: bool
    """Whether no other number is at this end of a row."""

    @property
    def values(self) -> list[int]:
        """The numbers, `3` also where `3.` is printed."""
        return [int(number.text.rstrip(".")) for number in self.numbers]

    @property
    def step(self) -> int:
        """By how much most numbers are more than the one above."""
        distances = Counter(self._distances())
        return distances.most_common(1)[0][0] if distances else 0

    def counts(self) -> bool:
        """Whether they are 1, 2, 3 or 5, 10, 15, on enough lines.

        They may begin again, as in the text below a page header.
        """
        in_order = sum(distance == self.step for distance in self._distances())
        is_in_order = in_order >= _IN_ORDER * (len(self.numbers) - 1)
        is_dense = len(self.rows) <= 2 * len(self.numbers) * self.step
        return len(self.numbers) >= _ENOUGH and self.step in _STEPS and is_in_order and is_dense

    def covers(self, height: float) -> bool:
        """Whether the numbers are equally far apart and cover most of the height of a page."""
        baselines = [number.baseline for number in self.numbers]
        distances = [lower - upper for upper, lower in pairwise(baselines)]
        is_even = max(distances) - min(distances) < _EVEN
        return is_even and baselines[-1] - baselines[0] >= _TALL * height

    def numbers_text(self) -> bool:
        """Whether sentences continue from row to row, as in a text and hardly in a table."""
        texts = [row for row in self.texts() if row]
        open_lines = sum(_goes_on(*pair) for pair in pairwise(texts))
        return open_lines >= _ENOUGH_OPEN * (len(texts) - 1) > 0

    def numbers_items(self) -> bool:
        """Whether each number begins an item of several rows, as in a list of references.

        No sentence continues past the number of an item, and no item is empty.
        """
        if self.step != 1 or self.numbers_each_row():
            return False
        texts = self.texts()
        pairs = zip(self.rows[1:], pairwise(texts), strict=True)
        at_numbers = [pair for row, pair in pairs if row[0] in self.numbers]
        return all(texts) and not any(_goes_on(*pair) for pair in at_numbers)

    def continues(self, before: "_Column") -> bool:
        """Whether the numbers begin again as on the page before, or count on from there."""
        first = self.values[0]
        lines = len(before.values) * before.step
        return lines >= _FULL_PAGE and first in {before.values[0], before.values[-1] + before.step}

    def is_beside_text(self) -> bool:
        """Whether no other word of the rows is in the column, or on its outer side."""
        words = [word for row in self.texts() for word in row]
        if self.is_right:
            edge = min(number.left for number in self.numbers)
            return all(word.right < edge for word in words)
        edge = max(number.right for number in self.numbers)
        return all(word.left > edge for word in words)

    def texts(self) -> list[Row]:
        """The rows without the numbers."""
        return [[word for word in row if word not in self.numbers] for row in self.rows]

    def numbers_a_sentence(self) -> bool:
        """Whether each row has a number, and a sentence continues from one row to the next.

        The items of a list are numbered too, but each holds whole sentences.
        """
        return self.numbers_each_row() and any(_goes_on(*pair) for pair in pairwise(self.texts()))

    def numbers_full_lines(self, right_edge: float) -> bool:
        """Whether each row has a number, and most reach the right edge and continue in the next.

        A number such as `3.` usually marks a list item; these rows show that it numbers a line.
        """
        full = _FULL_LINE * right_edge
        pairs = [pair for pair in pairwise(self.texts()) if _goes_on(*pair)]
        continued = sum(upper[-1].right >= full for upper, _ in pairs)
        return self.numbers_each_row() and continued > len(self.rows) / 2

    def numbers_each_row(self) -> bool:
        """Whether each row has a number."""
        return len(self.numbers) == len(self.rows)

    def _distances(self) -> list[int]:
        return [lower - upper for upper, lower in pairwise(self.values)]


def _columns(page: Page) -> list[_Column]:
    """The columns of line numbers of a page."""
    if sum(_NUMBER.fullmatch(word.text) is not None for word in page.words) < _ENOUGH:
        return []
    rows = rows_of_words(page.words)
    left = _longest_column(rows, is_right=False)
    columns = [left] if left and _is_at_left(left, page) else []
    right = _longest_column(_rows_without(columns, rows), is_right=True)
    if right and _is_at_right(right, columns):
        columns.append(right)
    return columns


def _rows_without(columns: Iterable[_Column], rows: Iterable[Row]) -> list[Row]:
    """The rows without the numbers of these columns, and none that had only numbers."""
    numbers = [number for column in columns for number in column.numbers]
    kept = ([word for word in row if word not in numbers] for row in rows)
    return [row for row in kept if row]


def _longest_column(rows: Sequence[Row], *, is_right: bool) -> _Column | None:
    """The longest column of numbers at one side."""
    numbers = _numbers(rows, is_right=is_right)
    aligned = [[other for other in numbers if _are_aligned(number, other)] for number in numbers]
    return _column(max(aligned, key=len), rows, is_right=is_right) if aligned else None


def _numbers(rows: Iterable[Row], *, is_right: bool) -> list[Word]:
    outermost = (row[-1 if is_right else 0] for row in rows)
    return [word for word in outermost if _NUMBER.fullmatch(word.text)]


def _column(numbers: Sequence[Word], rows: Sequence[Row], *, is_right: bool) -> _Column:
    numbered = [index for index, row in enumerate(rows) if row[-1 if is_right else 0] in numbers]
    is_alone = len(_numbers(rows, is_right=is_right)) == len(numbers)
    return _Column(numbers, rows[numbered[0] : numbered[-1] + 1], is_right, is_alone)


def _is_at_left(column: _Column, page: Page) -> bool:
    """Whether numbers at the left count lines, and not list items or rows of a table."""
    if not column.counts():
        return False
    if any(number.text.endswith(".") for number in column.numbers):
        return column.numbers_full_lines(max(word.right for word in page.words))
    if not column.is_alone:
        is_pleading = column.covers(page.height) and column.numbers_text()
        return is_pleading and column.is_beside_text()
    is_apart = column.is_beside_text() and not column.numbers_items()
    return is_apart or column.numbers_a_sentence()


def _is_at_right(column: _Column, at_left: Iterable[_Column]) -> bool:
    """Whether numbers at the right count lines, and do not belong to a table or to contents."""
    if any(column.values == other.values for other in at_left):
        return True
    is_text = column.is_alone and column.is_beside_text() and column.numbers_text()
    return is_text and column.counts()


def _few_numbers(page: Page, before: Iterable[_Column]) -> list[_Column]:
    """The columns of fewer than three numbers, where the page before has its line numbers."""
    columns: list[_Column] = []
    for known in before:
        rows = _rows_without(columns, rows_of_words(page.words))
        numbers = [
            number
            for number in _numbers(rows, is_right=known.is_right)
            if _are_aligned(number, known.numbers[-1])
        ]
        if 0 < len(numbers) < _ENOUGH:
            column = _column(numbers, rows, is_right=known.is_right)
            counts = column.continues(known) and column.step in {0, known.step}
            if counts and column.is_beside_text():
                columns.append(column)
    return columns


def _without(page: Page, columns: Iterable[_Column]) -> tuple[Page, tuple[Remark, ...]]:
    numbers = [number for column in columns for number in column.numbers]
    if not numbers:
        return page, ()
    words = tuple(word for word in page.words if word not in numbers)
    remark = Remark(RemarkKind.LINE_NUMBER, page.place, " ".join(word.text for word in numbers))
    return replace(page, words=words), (remark,)


def _are_aligned(number: Word, other: Word) -> bool:
    return min(abs(number.left - other.left), abs(number.right - other.right)) < _ALIGNED


def _goes_on(upper: Row, lower: Row) -> bool:
    """Whether a sentence continues from one row to the next."""
    if not upper or not lower:
        return False
    return upper[-1].text[-1] not in ".?!:;" and lower[0].text[:1].islower()
