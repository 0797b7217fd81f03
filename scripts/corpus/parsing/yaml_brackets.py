"""Brackets that open in a YAML text and are not closed where they should be."""

import re
from typing import NamedTuple, TypeAlias

_SIGN = re.compile(r'"(?:[^"\\]|\\.)*"|(?<=[\s\[{,:])\'(?:[^\']|\'\')*\'|[\[\]{}]')
"""A value in quotation marks, or a bracket outside of them."""
_PAIRS = {"[": "]", "{": "}"}

Place: TypeAlias = tuple[int, int]
"""A line and a column, both counted from 0."""


class BracketMistake(NamedTuple):
    """A bracket that is not closed, its place counted from 0."""

    line: int
    column: int
    message: str
    hint: str


def bracket_mistake(lines: list[str], opening: Place, error: Place) -> BracketMistake | None:
    """Why what opens at one place is not closed at another, where the parser gave up."""
    line = _line_above(lines, opening[0])
    text = lines[line].rstrip()
    still_open, other = _unclosed(text)
    if not still_open:
        return None
    bracket, found = text[still_open[-1]], text[other : other + 1] if other is not None else ""
    if other is not None:
        message = f"the bracket {bracket} is closed by {found}"
        return BracketMistake(line, other, message, f"Type {_PAIRS[bracket]} before the {found}.")
    is_within = error[0] == line and error[1] < len(text)
    if is_within or not _ends_here(lines, line):
        return None
    closing = "".join(_PAIRS[text[place]] for place in reversed(still_open))
    hint = f"Type `{text.removesuffix(',').strip()}{closing}`."
    message = f"the bracket {bracket} is never closed"
    return BracketMistake(line, still_open[-1], message, hint)


def _line_above(lines: list[str], line: int) -> int:
    """A line, or the nearest one above it that has any words."""
    line = min(line, len(lines) - 1)
    return next((number for number in range(line, -1, -1) if lines[number].strip()), 0)


def _unclosed(line: str) -> tuple[list[int], int | None]:
    """Where the brackets of a line are that stay open, and where another kind closes one."""
    still_open: list[int] = []
    for match in _SIGN.finditer(line):
        if match[0] in _PAIRS:
            still_open.append(match.start())
        elif match[0] in _PAIRS.values() and still_open:
            if _PAIRS[line[still_open[-1]]] != match[0]:
                return still_open, match.start()
            still_open.pop()
    return still_open, None


def _ends_here(lines: list[str], line: int) -> bool:
    """Whether the line below is not indented further, so that it belongs to another value."""
    below = lines[line + 1] if line + 1 < len(lines) else ""
    indents = [len(text) - len(text.lstrip(" ")) for text in (lines[line], below)]
    return not below.strip() or indents[1] <= indents[0]
