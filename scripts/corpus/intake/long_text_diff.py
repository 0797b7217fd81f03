"""The differences between two wordings, word by word; quick on whole volumes."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from corpus.intake.document import TO_PLAIN_DIGITS
from corpus.intake.quoted_words import code_span
from corpus.text import alignment

_CONTEXT = 4
"""How many words before a difference are quoted, so that an editor finds the place."""
_SMALL = 250_000
"""Up to this product of their lengths, two stretches of words are compared word by word."""
_LARGEST = 100 * _SMALL
"""Stretches that share no rare word are one difference if their product is at least this."""


class Difference(NamedTuple):
    """A place where two wordings differ."""

    context: tuple[str, ...]
    """The words before it."""
    old: tuple[str, ...]
    new: tuple[str, ...]
    old_position: int
    """How many words of the old wording stand before it."""
    new_position: int
    """How many words of the new wording stand before it."""

    def sentence(self, old_name: str, new_name: str) -> str:
        """A sentence that names both wordings, such as `the document` and `the draft`."""
        place = f"After {code_span(' '.join(self.context))}" if self.context else "At the beginning"
        old, new = (code_span(" ".join(words)) for words in (self.old, self.new))
        if not self.new:
            return f"{place}, {new_name} lacks {old}."
        if not self.old:
            return f"{place}, {new_name} adds {new}."
        return f"{place}, {old_name} has {old} but {new_name} has {new}."


def words_of(text: str) -> list[str]:
    """The words with plain digits; a word that is hyphenated at a line end is one."""
    unbroken = re.sub(r"(?<=\w-)\s*\n\s*", "", text)
    return unbroken.translate(TO_PLAIN_DIGITS).split()


def differences(old: Sequence[str], new: Sequence[str]) -> Iterator[Difference]:
    """Yield every place where words were lost, added or changed."""
    for old_range, new_range in _changes(old, new):
        context = old[max(old_range.start - _CONTEXT, 0) : old_range.start]
        lost, added = (
            tuple(words[span.start : span.stop])
            for words, span in ((old, old_range), (new, new_range))
        )
        yield Difference(tuple(context), lost, added, old_range.start, new_range.start)


def _changes(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[range, range]]:
    """Yield the stretches of both that differ, in order."""
    stretches = [(range(len(old)), range(len(new)))]
    while stretches:
        old_range, new_range = _trim(old, new, *stretches.pop())
        size = len(old_range) * len(new_range)
        anchors = _anchors(old, new, old_range, new_range) if size > _SMALL else []
        if anchors:
            ends = [(old_range.start - 1, new_range.start - 1), *anchors]
            ends.append((old_range.stop, new_range.stop))
            between = [
                (range(old_start + 1, old_end), range(new_start + 1, new_end))
                for (old_start, new_start), (old_end, new_end) in pairwise(ends)
            ]
            stretches += reversed(between)
        elif 0 < size <= _LARGEST:
            yield from _compare(old, new, old_range, new_range)
        elif old_range or new_range:
            yield old_range, new_range


def _trim(
    old: Sequence[str], new: Sequence[str], old_range: range, new_range: range
) -> tuple[range, range]:
    """The ranges without the words with which both begin and end."""
    start = 0
    shorter = min(len(old_range), len(new_range))
    while start < shorter and old[old_range[start]] == new[new_range[start]]:
        start += 1
    end = 0
    while end < shorter - start and old[old_range[-1 - end]] == new[new_range[-1 - end]]:
        end += 1
    return old_range[start : len(old_range) - end], new_range[start : len(new_range) - end]


def _anchors(
    old: Sequence[str], new: Sequence[str], old_range: range, new_range: range
) -> list[tuple[int, int]]:
    """The positions of words that both have once, as far as their order is the same."""
    rare = _positions_of_rare_words(new, new_range)
    pairs = [
        (position, rare[word])
        for word, position in _positions_of_rare_words(old, old_range).items()
        if word in rare
    ]
    return _longest_rise(pairs)


def _positions_of_rare_words(words: Sequence[str], span: range) -> dict[str, int]:
    counts = Counter(words[position] for position in span)
    return {words[position]: position for position in span if counts[words[position]] == 1}


def _longest_rise(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of the pairs, sorted by first number, in which the second rises.

    This is the patience method: one binary search for each pair, so long texts stay quick.
    """
    tops: list[int] = []  # the index of the pair that ends the best rise of each length
    previous: list[int | None] = []
    for index, (_, position) in enumerate(pairs):
        place = bisect_left(tops, position, key=lambda top: pairs[top][1])
        previous.append(tops[place - 1] if place else None)
        tops[place : place + 1] = [index]
    rise: list[tuple[int, int]] = []
    current = tops[-1] if tops else None
    while current is not None:
        rise.append(pairs[current])
        current = previous[current]
    return rise[::-1]


def _compare(
    old: Sequence[str], new: Sequence[str], old_range: range, new_range: range
) -> Iterator[tuple[range, range]]:
    first, second = (
        words[span.start : span.stop] for words, span in ((old, old_range), (new, new_range))
    )
    for lost, added in alignment.differences(first, second):
        yield old_range[lost], new_range[added]
