"""A line of YAML: a field or a list item, and the column at which it begins."""

import re
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
    count, side = abs(wanted - column), "left" if wanted < column else "right"
    columns = "1 column" if count == 1 else f"{count} columns"
    return f"Move this line {columns} to the {side}, so that it lines up with the lines above."


def column_of(line: str) -> int:
    """The column at which the words of a line begin, from 0."""
    return len(line) - len(line.lstrip(" "))
