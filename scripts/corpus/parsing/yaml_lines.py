"""A line of YAML: a field or a list item, and the column at which it begins."""

import re

FIELD = re.compile(r"\s*(?:- +)*(?P<name>[\w-]+):(?P<gap>\s+)(?P<value>.*)")
HYPHEN = re.compile(r"\s*(?P<words>- )")
ITEM = re.compile(r"(?P<name>)\s*(?:- +)+(?P<value>[^\s].*)")
OTHER_COLUMN = "this line begins at column {}, and the line like it above at {}"


def label_of(field: re.Match[str]) -> str:
    """What precedes the value in a line: `what:` or `-`."""
    return f"{field['name']}:" if field["name"] else "-"


def hint_to_move(column: int, wanted: int) -> str:
    """How a line that begins at a column is moved to another one, both from 0."""
    count, side = abs(wanted - column), "left" if wanted < column else "right"
    columns = "1 column" if count == 1 else f"{count} columns"
    return f"Move this line {columns} to the {side}, so that it lines up with the lines above."


def column_of(line: str) -> int:
    """The column at which the words of a line begin, from 0."""
    return len(line) - len(line.lstrip(" "))
