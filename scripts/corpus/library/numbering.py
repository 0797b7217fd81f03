"""Gaps in the numbers of a collection whose numbers run on across the years."""

from collections.abc import Iterable
from itertools import pairwise


def missing_numbers(first: int, numbers: Iterable[int]) -> tuple[range, ...]:
    """The runs of numbers missing between `first` and the highest of `numbers`."""
    present = sorted({first - 1, *numbers})
    return tuple(range(low + 1, high) for low, high in pairwise(present) if first <= low + 1 < high)


def runs_of(numbers: Iterable[int]) -> tuple[range, ...]:
    """The runs of consecutive numbers, in ascending order."""
    runs: list[range] = []
    for number in sorted(set(numbers)):
        if runs and runs[-1].stop == number:
            runs[-1] = range(runs[-1].start, number + 1)
        else:
            runs.append(range(number, number + 1))
    return tuple(runs)


def ranges_in_words(ranges: Iterable[range]) -> str:
    """`1 to 4, 6, 7 and 9`."""
    *others, last = (words for numbers in ranges for words in _range_in_words(numbers))
    return f"{', '.join(others)} and {last}" if others else last


def _range_in_words(numbers: range) -> Iterable[str]:
    is_run = len(numbers) > 2  # noqa: PLR2004 — two numbers are no run
    return [f"{numbers[0]} to {numbers[-1]}"] if is_run else map(str, numbers)
