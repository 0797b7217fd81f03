"""Brackets that open in a YAML text and are not closed where they should be."""

import re
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from corpus.parsing.yaml_lines import column_of

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
    if other is not None:
        bracket = text[still_open[-1]]
        closing = text[other]
        message = f"the bracket {bracket} is closed by {closing}"
        return BracketMistake(line, other, message, f"Type {_PAIRS[bracket]} before the {closing}.")
    is_within = error[0] == line and error[1] < len(text)
    return None if is_within else _not_closed(lines, line, still_open)


def _not_closed(lines: list[str], line: int, still_open: list[int]) -> BracketMistake | None:
    """What a value lacks whose brackets stay open to the end of a line."""
    text = lines[line].rstrip()
    bracket = text[still_open[-1]]
    if text.endswith(")") and text.count("(") < text.count(")"):
        message = f"the bracket {bracket} is closed by )"
        return BracketMistake(line, len(text) - 1, message, f"Type {_PAIRS[bracket]} instead.")
    message = f"the bracket {bracket} is never closed"
    closing = "".join(_PAIRS[text[place]] for place in reversed(still_open))
    if _ends_here(lines, line):
        hint = f"Type `{text.removesuffix(',').strip()}{closing}`."
        return BracketMistake(line, still_open[-1], message, hint)
    whole = "\n".join([text, *_further(lines, line)]).rstrip()
    open_in_whole, other = _unclosed(whole)
    if other is not None or open_in_whole != still_open:
        return None
    last = whole.rpartition("\n")[2].strip()
    return BracketMistake(line, still_open[-1], message, f"Type {closing} after `{last}`.")


def surplus_bracket(value: str) -> int | None:
    """Where a value in brackets closes one that is not open; None if it does not."""
    still_open: list[str] = []
    for match in _SIGN.finditer(value) if value[0] in _PAIRS else ():
        if match[0] in _PAIRS:
            still_open.append(_PAIRS[match[0]])
        elif match[0] in _PAIRS.values() and not still_open:
            return match.start()
        elif match[0] in still_open:
            still_open.pop()
    return None


def _further(lines: list[str], line: int) -> Iterator[str]:
    """The lines below a line that continue its value, because they are indented further."""
    for other in lines[line + 1 :]:
        if other.strip() and column_of(other) <= column_of(lines[line]):
            return
        yield other


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
    return not below.strip() or column_of(below) <= column_of(lines[line])
