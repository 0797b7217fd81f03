"""Marks of an enumeration within a sentence: `(a) Canon 3(c) and (b) the broker`."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from corpus.citations.pinpoints import DASHES, NAMES_A_PART
from corpus.model.roman_numerals import from_roman, to_roman

_MARK = re.compile(
    rf"(?<![\w)\]{DASHES}])\((?P<name>[a-z]{{1,4}}|[A-Z]|[0-9]{{1,2}})\)(?=\s+[^\s(,;&])"
)

_JOINED_MARKS = re.compile(r"\s+(?:and|or|&|to|through)\s+\(")
END_OF_A_SENTENCE = re.compile(r"(?:\b[a-z]{3,}|[a-z]{5,}|[)0-9])[.?!]\s+(?=[A-Z])")
"""Where a sentence surely ends: `apply. `, not `Gen. `."""

_FIRST_MARKS = frozenset("aA1i")
_REACH = 300
"""How many characters before and after a mark are searched for its neighbors."""


class EarlierCitations(NamedTuple):
    """What was read before a part; nothing in it is a mark."""

    starts: AbstractSet[int] = frozenset()
    """Where the citations begin."""
    end: int = 0
    """The end of the last list."""
    list_start: int | None = None
    """Where the list begins that the part may belong to."""
    end_of_rules: int = 0
    """The end of the last citation or doubt if it is about rules in sets; 0 if not."""
    rule_set: str = ""
    """The set of the rule that ends there; empty if there is none."""

    def first_mark(self, words: str, start: int) -> int:
        """From where marks are searched: after the sentence of the last citation."""
        earliest = max(start - _REACH, 0)
        sentence = END_OF_A_SENTENCE.search(words, max(self.end - 1, earliest), start)
        return sentence.end() if sentence and self.end else earliest


NO_CITATIONS = EarlierCitations()


def is_enumerated(
    words: str,
    start: int,
    end: int,
    list_mark: str = "",
    earlier: EarlierCitations = NO_CITATIONS,
) -> bool:
    """Whether a part such as `(b)` is the mark of a further item, and not part of a citation.

    The item before has the mark `(a)`, which can also be the `list_mark` of the block; the first
    item has one with the next mark after it, in the same sentence.
    """
    mark = _MARK.match(words, start)
    if mark is None or mark.end() != end or _JOINED_MARKS.match(words, end):
        return False
    name = mark["name"]
    before = {*_neighbors(name, -1)}
    end_of_marks = start if earlier.list_start is None else earlier.list_start + 1
    marks_before = _marks(words, earlier.first_mark(words, start), end_of_marks, earlier)
    if list_mark.strip("().") in before or not before.isdisjoint(marks_before):
        return True
    return name in _FIRST_MARKS and not {*_neighbors(name, 1)}.isdisjoint(
        _marks(words, end, _end_of_sentence(words, end), earlier)
    )


def _end_of_sentence(words: str, start: int) -> int:
    sentence = END_OF_A_SENTENCE.search(words, start, start + _REACH)
    return sentence.end() if sentence else start + _REACH


def _marks(words: str, start: int, end: int, earlier: EarlierCitations) -> Iterator[str]:
    """The names of the marks that stand alone between two places."""
    for mark in _MARK.finditer(words, start, end):
        if mark.start() not in earlier.starts and not NAMES_A_PART.search(
            words, max(mark.start() - 20, 0), mark.start()
        ):
            yield mark["name"]


def _neighbors(name: str, step: int) -> Iterator[str]:
    """The names of the mark one before or after: `h` and `ii` after `i`."""
    if name.isdecimal():
        yield str(int(name) + step)
        return
    if len(name) == 1:
        yield chr(ord(name) + step)
    number = from_roman(name.upper()) if set(name) <= set("ivx") else None
    if number and number + step:
        yield to_roman(number + step).lower()
