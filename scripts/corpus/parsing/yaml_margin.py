"""A field of a list entry that was typed at the left margin, so that the list ends above it."""

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import NamedTuple

from corpus.parsing.yaml_lines import FIELD, HYPHEN, column_of

ENDS_ITS_LIST = "this line begins at the left margin, and so ends the list that it belongs to"
_NAME = re.compile(r"(?P<before>\s*(?:- +)*)(?P<name>[\w-]+):(?:\s|$)")


class StrayField(NamedTuple):
    """A line at the left margin, and where it belongs."""

    line: int
    column: int
    """The column of the fields of its entry, from 0."""


def field_at_the_margin(lines: Sequence[str], near: int) -> StrayField | None:
    """The field that ends a list too early, if the list goes on in the line `near`.

    The names of its fields show that the list goes on.
    """
    first = near
    while first and _is_field_at_the_margin(lines[first - 1]):
        first -= 1
    entries = list(takewhile(_is_in_a_list, reversed(lines[:first])))
    column = _column_of_fields(entries)
    here = _NAME.match(lines[near])
    if first == near or not column or here is None or len(here["before"]) != column:
        return None
    below = takewhile(_is_in_a_list, lines[near + 1 :])
    is_of_entries = not _names(lines[first : near + 1]).isdisjoint(_names([*entries, *below]))
    return StrayField(first, column) if is_of_entries else None


def _is_field_at_the_margin(line: str) -> bool:
    field = FIELD.match(line)
    return bool(field and field["value"] and not column_of(line) and not HYPHEN.match(line))


def _is_in_a_list(line: str) -> bool:
    return column_of(line) > 0 or HYPHEN.match(line) is not None


def _names(lines: Iterable[str]) -> set[str]:
    return {match["name"] for match in map(_NAME.match, lines) if match}


def _column_of_fields(entries: Iterable[str]) -> int:
    """The column of the fields of the last entry, from lines in reverse order; 0 if unknown."""
    head = _NAME.match(next(filter(HYPHEN.match, entries), ""))
    return len(head["before"]) if head else 0
