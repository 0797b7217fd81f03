"""The authorities between the two ends of a range: `(b)` of `3(a)-(c)`, 4 of `3(a) to 5`."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from corpus.citations.found_citation import CitationsInText, CitationTarget, FoundCitation
from corpus.citations.opinion_ranges import joins_a_range, opinion_ranges
from corpus.citations.ranges import LONGEST_RANGE, RANGE_SIGN
from corpus.model.authority import Citation
from corpus.model.authority_kind import NUMBER
from corpus.model.opinion_id import OpinionId
from corpus.model.roman_numerals import from_roman, to_roman

_PART = re.compile(r"([(.]?)(\w+)(\)?)")
"""The name of a part and the signs around it: `(c)`, `.0104`, `B`."""


class SectionRange(NamedTuple):
    """A range of sections from character `start` up to `end` of a text, without its two ends."""

    start: int
    end: int
    between: tuple[Citation, ...]
    """The known sections between the ends."""


def parts_in_ranges(text: str, citations: Sequence[FoundCitation]) -> Iterator[FoundCitation]:
    """The parts and rules between the ends of each range, each at the sign of its range."""
    for first, last in pairwise(citations):
        low = first.target
        high = last.target
        if not isinstance(low, Citation) or not isinstance(high, Citation):
            continue
        if low.kind == high.kind and joins_a_range(text, first, last):
            sign = RANGE_SIGN.fullmatch(text, first.end, last.start)
            start, end = sign.span("sign") if sign else (first.end, last.start)
            for between in _between(low, high):
                yield FoundCitation(start, end, between)


def with_range_members(
    text: str, citations: CitationsInText, opinions: Collection[OpinionId]
) -> tuple[FoundCitation, ...]:
    """The citations of a text in reading order, and all that is between the ends of ranges.

    Of opinions it is those that are known, each at the place of the whole range.
    """
    found = [*citations.resolved, *parts_in_ranges(text, citations.resolved)]
    for start, end, between, _ in opinion_ranges(text, citations, opinions):
        found += (FoundCitation(start, end, opinion) for opinion in between)
    return tuple(sorted(found, key=attrgetter("start", "end")))


def known_in_ranges(
    text: str, citations: CitationsInText, known: Collection[CitationTarget]
) -> Iterator[CitationTarget]:
    """The known opinions and sections of a code between the ends of ranges."""
    opinions = [target for target in known if isinstance(target, OpinionId)]
    for opinion_range in opinion_ranges(text, citations, opinions) if opinions else ():
        yield from opinion_range.between
    sections = [target for target in known if isinstance(target, Citation)]
    for section_range in section_ranges(text, citations.resolved, sections) if sections else ():
        yield from section_range.between


def section_ranges(
    text: str, citations: Sequence[FoundCitation], known: Collection[Citation]
) -> Iterator[SectionRange]:
    """The ranges of whole sections of a code, with the known ones between their ends."""
    for first, last in pairwise(citations):
        low = first.target
        high = last.target
        if not isinstance(low, Citation) or not isinstance(high, Citation):
            continue
        if not low.kind.is_code or low.kind != high.kind or low.authority == high.authority:
            continue
        if joins_a_range(text, first, last):
            order = low.kind.order
            least = order(low.authority)
            most = order(high.authority)
            between = (
                section
                for section in known
                if section.kind == low.kind and least < order(section.authority) < most
            )
            yield SectionRange(first.start, last.end, tuple(sorted(between, key=_sort_key)))


def _sort_key(section: Citation) -> tuple[tuple[tuple[int, str], ...], str]:
    return section.kind.order(section.authority), section.pinpoint


def _between(first: Citation, last: Citation) -> Iterator[Citation]:
    """The parts between two of the same authority, at the level on which these differ.

    The finder fills ranges of whole numbers; here is 4 of `3(a) to 5`.
    """
    if first.authority != last.authority:
        if first.kind.numbering == NUMBER and (first.pinpoint or last.pinpoint):
            for number in _names_between(first.authority, last.authority, is_below=False):
                yield Citation(first.kind, number)
        return
    pairs = enumerate(zip(first.parts, last.parts, strict=False))
    level = next((level for level, (low, high) in pairs if low != high), None)
    if level is None:
        return
    shared = "".join(first.parts[:level])
    low = _PART.fullmatch(first.parts[level])
    high = _PART.fullmatch(last.parts[level])
    if low and high and (low[1], low[3]) == (high[1], high[3]):
        for name in _names_between(low[2], high[2], is_below=level > 0):
            yield first._replace(pinpoint=f"{shared}{low[1]}{name}{low[3]}")


def _names_between(low: str, high: str, *, is_below: bool) -> Iterator[str]:
    """`ii` of `i` to `iii`, `b` of `a` to `c`; `i` to `v` are numerals only `is_below` a part."""
    is_letters = len(low) == len(high) == 1 and (low + high).isalpha()
    if low.isdecimal() and high.isdecimal():
        if int(high) - int(low) <= LONGEST_RANGE:
            yield from (str(n).zfill(len(low)) for n in range(int(low) + 1, int(high)))
    elif low.islower() == high.islower() and (
        numerals := None if is_letters and not is_below else _numerals(low, high)
    ):
        names = (to_roman(number) for number in range(numerals[0] + 1, numerals[1]))
        yield from (name.lower() if low.islower() else name for name in names)
    elif is_letters and low.islower() == high.islower():
        yield from map(chr, range(ord(low) + 1, ord(high)))


def _numerals(low: str, high: str) -> tuple[int, int] | None:
    """The numbers of two Roman numerals; None if one of the names is no numeral."""
    if not set((low + high).upper()) <= set("IVX"):
        return None
    numbers = from_roman(low.upper()), from_roman(high.upper())
    return (numbers[0], numbers[1]) if numbers[0] and numbers[1] else None
