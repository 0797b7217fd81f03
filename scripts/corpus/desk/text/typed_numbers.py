"""Paragraph numbers as a person types them: `4, 5` or `4-6`."""

import re
from collections.abc import Iterable, Iterator

from corpus.parsing.yaml_values import Value

_RANGE_WORDS = re.compile(r"\s*(?:[-\u2010-\u2014]|\b(?:to|through)\b)\s*", re.IGNORECASE)
_BETWEEN = re.compile(r"[\s,;&]+|\band\b", re.IGNORECASE)
_NUMBERS = re.compile(r"([0-9]{1,9})(?:-([0-9]{1,9}))?")
_LONGEST = 500
"""Of a range; a longer one is a slip."""


def numbers_as_typed(values: Iterable[Value]) -> list[Value]:
    """Every number, also within a range; what is neither stays, and a rule says so."""
    typed = (number for value in values for number in _numbers_in(value))
    return list(dict.fromkeys(typed))


def _numbers_in(value: Value) -> Iterator[str]:
    for part in _BETWEEN.split(_RANGE_WORDS.sub("-", str(value))):
        if part:
            yield from _numbers_of(part)


def _numbers_of(part: str) -> Iterable[str]:
    found = _NUMBERS.fullmatch(part)
    if found is None:
        return (part,)
    first, last = int(found[1]), int(found[2] or found[1])
    return map(str, range(first, last + 1)) if 0 <= last - first < _LONGEST else (part,)
