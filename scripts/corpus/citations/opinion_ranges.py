"""The opinions between the two ends of a range: 42 of `Advisory Opinions 41-43`."""

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from corpus.citations.found_citation import CitationsInText, Doubt, FoundCitation
from corpus.citations.pinpoints import DASH
from corpus.citations.ranges import LONGEST_RANGE, RANGE_SIGN
from corpus.model.opinion_id import OpinionId

_LIST_MARK = re.compile(r"\n\s*[^\s\w]")
"""A dash that begins a line: there it marks an entry of a list, not a range."""


_LAST_NUMBER = re.compile(rf"(?<![0-9])(?<![0-9]{DASH})[0-9]+\Z")


class OpinionRange(NamedTuple):
    """A range from character `start` up to `end` of a text, without its two ends."""

    start: int
    end: int
    between: tuple[OpinionId, ...]
    """The known opinions between the ends."""
    is_whole: bool
    """Whether each number between the ends belongs to a known opinion."""


def opinion_ranges(
    text: str, citations: CitationsInText, known: Collection[OpinionId]
) -> Iterator[OpinionRange]:
    """The ranges among the citations in a text.

    One may begin or end with a number without its year that no opinion has: `3-7 (2004)`.
    """
    ends = sorted((*citations.resolved, *_without_year(text, citations)), key=attrgetter("start"))
    for first, last in pairwise(ends):
        low = first.target
        high = last.target
        if not isinstance(low, OpinionId) or not isinstance(high, OpinionId):
            continue
        if not low.year:
            low = low._replace(series=high.series)
        elif not high.year:
            high = high._replace(series=low.series)
        if joins_a_range(text, first, last) and _is_range(low, high):
            between = tuple(_between(low, high, known))
            numbers = {opinion.number for opinion in between}
            is_whole = len(numbers) == high.number - low.number - 1
            yield OpinionRange(first.start, last.end, between, is_whole)


def _without_year(text: str, citations: CitationsInText) -> Iterator[FoundCitation]:
    for start, end, doubt in citations.unresolved:
        if doubt is Doubt.NO_YEAR and (number := _LAST_NUMBER.search(text[start:end])):
            yield FoundCitation(start, end, OpinionId(0, int(number[0])))


def joins_a_range(text: str, first: FoundCitation, last: FoundCitation) -> bool:
    """Whether only a sign of a range, such as a dash, is between two citations."""
    between = text[first.end : last.start]
    return bool(RANGE_SIGN.fullmatch(between)) and not _LIST_MARK.search(between)


def _is_range(low: OpinionId, high: OpinionId) -> bool:
    return low.series == high.series and 1 < high.number - low.number <= LONGEST_RANGE


def _between(low: OpinionId, high: OpinionId, known: Collection[OpinionId]) -> Iterable[OpinionId]:
    """The opinions between two others; if several have a number, of the only year that is given."""
    between = sorted(opinion for opinion in known if _is_between(low, opinion, high))
    is_clear = len({opinion.number for opinion in between}) == len(between)
    if is_clear or (low.year and high.year):
        return between
    return (opinion for opinion in between if opinion.year == (low.year or high.year))


def _is_between(low: OpinionId, opinion: OpinionId, high: OpinionId) -> bool:
    return (
        opinion.series == low.series
        and not opinion.letter
        and low.number < opinion.number < high.number
        and low.year <= opinion.year <= (high.year or opinion.year)
    )
