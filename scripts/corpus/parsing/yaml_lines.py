"""A line of YAML: a field or a list item, the column at which it begins, and whether it strays."""

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import NamedTuple

FIELD = re.compile(r"\s*(?:- +)*(?P<name>[\w-]+):(?P<gap>\s+)(?P<value>.*)")
HYPHEN = re.compile(r"\s*(?P<words>- )")
_ITEM = re.compile(r"\s*(?:- +)+(?P<value>[^\s].*)")
OTHER_COLUMN = "this line begins at column {}, and the line like it above at {}"


class LabeledValue(NamedTuple):
    """The value in a line, and what precedes it."""

    label: str
    """`what:` or `-`; empty if the line has neither."""
    value: str
    start: int
    """Where the value begins, from 0."""


def labeled_value(line: str) -> LabeledValue:
    """The value of a field or a list item in a line."""
    if field := FIELD.match(line):
        return LabeledValue(f"{field['name']}:", field["value"], field.start("value"))
    if item := _ITEM.match(line):
        return LabeledValue("-", item["value"], item.start("value"))
    return LabeledValue("", "", 0)


def hint_to_move(column: int, wanted: int) -> str:
    """How a line that begins at a column is moved to another one, both from 0."""
    count = abs(wanted - column)
    side = "left" if wanted < column else "right"
    columns = "1 column" if count == 1 else f"{count} columns"
    return f"Move this line {columns} to the {side}, so that it lines up with the lines above."


def column_of(line: str) -> int:
    """The column at which the words of a line begin, from 0."""
    return len(line) - len(line.lstrip(" "))


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
