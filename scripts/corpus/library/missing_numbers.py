"""Gaps in the numbers of opinions, and how messages list numbers."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from corpus.model.opinion_id import OpinionId, runs_of
from corpus.model.series import Series
from corpus.model.words import listed

NumbersByYear = Mapping[int, Sequence[range]]
"""Runs of numbers by year; all under the year 0 if the numbers run on from year to year."""


def missing_in_series(series: Series, opinions: Iterable[OpinionId]) -> NumbersByYear:
    """The missing numbers, counted from the first of the series; per year if numbers restart.

    Nothing is missing in a series whose settings name no first number.
    """
    first = series.first_number
    if first is None:
        return {}
    numbers: defaultdict[int, set[int]] = defaultdict(set)
    for opinion in opinions:
        if opinion.series == series.id:
            numbers[opinion.year if series.restarts else 0].add(opinion.number)
    missing = ((year, missing_numbers(first, numbers[year])) for year in sorted(numbers))
    return {year: gaps for year, gaps in missing if gaps}


def numbers_by_year_in_words(numbers: NumbersByYear) -> str:
    """`1 to 4 and 6`; in a series that restarts each year, `2019: 1 and 2; 2021: 4`."""
    return "; ".join(
        f"{year}: {ranges_in_words(runs)}" if year else ranges_in_words(runs)
        for year, runs in numbers.items()
    )


def opinions_in_words(opinions: Iterable[OpinionId]) -> str:
    """The numbers of opinions whose numbers run on: `29 to 31, 30A and 33`."""
    numbers = list[int]()
    lettered = list[tuple[int, str]]()
    for opinion in opinions:
        if opinion.letter:
            lettered.append((opinion.number, opinion.name))
        else:
            numbers.append(opinion.number)
    runs = ((run[0], _parts_of_range(run)) for run in runs_of(numbers))
    parts = sorted((*runs, *((number, [name]) for number, name in lettered)))
    return listed([words for _, of_part in parts for words in of_part])


def missing_numbers(first: int, numbers: Iterable[int]) -> tuple[range, ...]:
    """The runs of numbers missing between `first` and the highest of `numbers`."""
    present = sorted({first - 1, *numbers})
    return tuple(range(low + 1, high) for low, high in pairwise(present) if first <= low + 1 < high)


def ranges_in_words(ranges: Iterable[range]) -> str:
    """`1 to 4, 6, 7 and 9`."""
    return listed([words for numbers in ranges for words in _parts_of_range(numbers)])


def _parts_of_range(numbers: range) -> list[str]:
    is_run = len(numbers) > 2  # noqa: PLR2004 — two numbers are not a run
    return [f"{numbers[0]} to {numbers[-1]}"] if is_run else [str(number) for number in numbers]
