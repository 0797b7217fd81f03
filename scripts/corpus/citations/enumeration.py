"""Marks of an enumeration within a sentence: `(a) Canon 3(c) and (b) the broker`."""

import re
from collections.abc import Iterator

from corpus.citations.pinpoints import PART_WORD
from corpus.model.roman_numerals import from_roman, to_roman

_MARK = re.compile(r"(?<![\w)\]])\((?P<name>[a-z]{1,4}|[A-Z]|[0-9]{1,2})\)(?=\s+[^\s(,;&])")
_NAMES_A_PART = re.compile(rf"{PART_WORD}s?\s+$")

_JOINED_MARKS = re.compile(r"\s+(?:and|or|&|to|through)\s+\(")
_FIRST_MARKS = frozenset("aA1i")
_REACH = 300
"""How many characters before and after a mark are searched for its neighbors."""


def is_enumerated(words: str, start: int, end: int, list_mark: str = "") -> bool:
    """Whether a part such as `(b)` is the mark of a further item, and not part of a citation.

    The item before has the mark `(a)`, which can also be the `list_mark` of the block; the first
    item has one with the next mark after it.
    """
    mark = _MARK.match(words, start)
    if mark is None or mark.end() != end or _JOINED_MARKS.match(words, end):
        return False
    name = mark["name"]
    before = {*_neighbors(name, -1)}
    if list_mark.strip("().") in before or before & {*_marks(words, max(start - _REACH, 0), start)}:
        return True
    return name in _FIRST_MARKS and not {*_neighbors(name, 1)}.isdisjoint(
        _marks(words, end, end + _REACH)
    )


def _marks(words: str, start: int, end: int) -> Iterator[str]:
    """The names of the marks that stand alone between two places."""
    for mark in _MARK.finditer(words, start, end):
        if not _NAMES_A_PART.search(words, max(mark.start() - 20, 0), mark.start()):
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
