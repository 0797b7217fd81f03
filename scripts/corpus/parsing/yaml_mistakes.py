"""Common mistakes in YAML, each with its own message."""

import re
from collections.abc import Iterator
from itertools import chain, takewhile
from typing import Any, NamedTuple

import yaml

from corpus.findings import Fault, FaultKind, Location
from corpus.parsing.yaml_brackets import bracket_mistake, surplus_bracket
from corpus.parsing.yaml_lines import (
    ENDS_ITS_LIST,
    FIELD,
    HYPHEN,
    OTHER_COLUMN,
    column_of,
    field_at_the_margin,
    hint_to_move,
    labeled_value,
)
from corpus.parsing.yaml_quotes import CURLY, QUOTES, in_quotes, quoted, straight_quotes
from corpus.parsing.yaml_text import YamlText

_NAME = re.compile(r"\s*(?:- +)*(?P<words>[\w-]+:(?:\s|$))")
_COLON = re.compile(r":(?=\s|$)")
_TAB = re.compile(r"[ ]*(?P<hyphen>(?:- *)*-)?[ ]*\t")
_OPEN_QUOTE = re.compile(
    r"""(?:(?:[:\[{,]|^\s*-)\s*(?P<double>")(?:[^"\\]|\\.)*|(?::|^\s*-)\s+'(?:[^']|'')*)$"""
)
_QUOTED = re.compile(r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*(?:#.*)?""")
_NEW_ENTRY = re.compile(r"\s*(?:- |[\w-]+:(?:\s|$))")
_NO_SPACE = re.compile(r"(?P<start>[ ]*(?:- +)?[a-z_]+:|[ ]*-)(?=[\w>|\[{\"'])(?!.*//)")
_NEEDS_QUOTES = re.compile(r"[@`%,\]}*&!]|[>|?-] +\S|\[[^\]]*\] *[^\s,\]#]|\{[^}]*\} *[^\s,}#]")
"""How a value begins that YAML does not read as text."""
_KEY_IN_BRACES = re.compile(r"[{,]\s*(?P<name>[\w-]+):\s+(?P<quote>[\"'])?")
_EQUALS = re.compile(r"\s*(?:- +)*(?P<name>[a-z_]+)\s*=\s*(?P<value>.+)")
_TWO_WORDS = re.compile(r"\s*(?:- +)*(?P<name>[a-z_]+)\s+(?P<value>.+)")
_MOST_LINES_BACK = 30
"""How far above an error a missing space may have caused it."""

_IN_WORDS = {
    "could not find expected ':'": "a colon is missing in this line, or in the line above",
    "mapping values are not allowed": "there is a colon too many in this line",
    "block end": "this line does not fit the lines above it",
    "cannot start any token": "no value can begin with this character without quotation marks",
}
"""What a clerk reads, by a part of what the parser says."""


class _Mistake(NamedTuple):
    """A mistake in a line."""

    kind: FaultKind
    column: int
    """Counted from 0."""
    message: str
    hint: str = ""


def syntax_fault(error: yaml.YAMLError, yaml_text: YamlText) -> Fault:
    """Why a text is not YAML: a common mistake near the error, or else the parser's own words."""
    name = yaml_text.name
    first_line = yaml_text.first_line
    mark = getattr(error, "problem_mark", None)
    lines = yaml_text.text.split("\n")
    near = min(mark.line if mark else 0, len(lines) - 1)
    problem = getattr(error, "problem", None) or "a character that YAML does not allow"
    opening = getattr(error, "context_mark", None)
    context = str(getattr(error, "context", ""))
    is_open_to_the_end = "quoted scalar" in context and "end" in problem
    if opening and is_open_to_the_end and not any(_open_quotes(lines, near)):
        message = "the quotation mark here is never closed"
        sign = lines[opening.line][opening.column]
        return yaml_text.fault(opening, FaultKind.YAML, message, _another(sign))
    brackets = _brackets(lines, opening, mark) if "flow" in context else ()
    for number, mistake in chain(_open_quotes(lines, near), brackets, _mistakes(lines, near)):
        place = Location(name, first_line + number, mistake.column + 1)
        return Fault(place, mistake.kind, mistake.message, mistake.hint)
    place = yaml_text.location(mark) if mark else Location(name, first_line)
    message, hint = _in_words(problem, lines[near][: mark.column if mark else 0])
    return Fault(place, FaultKind.YAML, message, hint)


def _brackets(lines: list[str], opening: Any, mark: Any) -> Iterator[tuple[int, _Mistake]]:
    """Yield the bracket that opens at a mark, if it is not closed before the error."""
    if mistake := bracket_mistake(lines, (opening.line, opening.column), (mark.line, mark.column)):
        yield mistake.line, _Mistake(FaultKind.YAML, mistake.column, mistake.message, mistake.hint)


def _in_words(problem: str, before: str) -> tuple[str, str]:
    """What the parser could not read after `before`, for a clerk, and what to type instead."""
    if "escape" in problem:
        message = "a \\ in double quotation marks begins a code"
        return message, "Type \\\\ for a single \\, or put the value in single quotation marks."
    keys = list(_KEY_IN_BRACES.finditer(before))
    if keys and before.count("{") > before.count("}"):
        name = keys[-1]["name"]
        quote = keys[-1]["quote"]
        if quote:
            other = "'" if quote == '"' else '"'
            message = f"the value of `{name}` has a {quote} between its quotation marks"
            return message, f"Type {other} instead of {quote} around the whole value."
        message = (
            f"the value of `{name}` has a character that ends it, or a comma is missing after it"
        )
        return message, "Put the whole value in quotation marks, or type the comma."
    words = next((words for part, words in _IN_WORDS.items() if part in problem), "")
    return words or "this line cannot be read", ""


def _open_quotes(lines: list[str], near: int) -> Iterator[tuple[int, _Mistake]]:
    """Yield the lines above `near` in which a value has a quotation mark that it never closes."""
    for number in range(near):
        if mistake := _open_quote(lines[number]):
            sign = lines[number][mistake.column]
            further = list(takewhile(_goes_on, lines[number + 1 : near + 1]))
            if number + len(further) < near and not any(sign in line for line in further):
                yield number, mistake


def _goes_on(line: str) -> bool:
    """Whether a line can belong to the value of the line above."""
    words = line.strip()
    return bool(words) and not words.startswith("#") and not _NEW_ENTRY.match(line)


def _mistakes(lines: list[str], near: int) -> Iterator[tuple[int, _Mistake]]:
    """Yield the mistakes that may explain an error in the line `near`, each with its line."""
    for number in range(near, max(near - 2, -1), -1):
        if mistake := _mistake(lines[number], lines[number + 1 :], lines[:number]):
            yield number, mistake
    for number in range(near, max(near - _MOST_LINES_BACK, -1), -1):
        if mistake := _missing_space(lines[number]):
            yield number, mistake
    if stray := field_at_the_margin(lines, near):
        hint = hint_to_move(0, stray.column)
        yield stray.line, _Mistake(FaultKind.YAML, 0, ENDS_ITS_LIST, hint)
    if mistake := _second_list(lines, near) or _other_column(lines, near):
        yield near, mistake
    for number in range(near, max(near - 2, -1), -1):
        if mistake := _missing_name(lines[number]):
            yield number, mistake


def _mistake(line: str, below: list[str], above: list[str]) -> _Mistake | None:
    """The mistake in a line; its value may continue in the lines below."""
    if tab := _TAB.match(line):
        return _tab(tab, next(filter(str.strip, reversed(above)), ""))
    label, value, start = labeled_value(line)
    if not value:
        return None
    whole = " ".join([value, *_continuation(line, below)]).rstrip()
    if value[0] in CURLY:
        message = f"YAML does not read the curly {value[0]} as a quotation mark"
        hint = straight_quotes(label, whole)
        return _Mistake(FaultKind.CURLY_QUOTES, start, message, hint)
    return _value_mistake(label, value, whole, start)


def _tab(tab: re.Match[str], above: str) -> _Mistake:
    """A tab at the beginning of a line, or after a hyphen there, with the line above it."""
    column = tab.end() - 1
    if tab["hyphen"]:
        message = "there is a tab after the hyphen"
        return _Mistake(FaultKind.TAB, column, message, "Type one space instead.")
    message, hint = "this line is indented with a tab", ""
    if above.rstrip().endswith(":"):
        spaces = column_of(above) + 2 * (1 + above.lstrip().startswith("- "))
        hint = f"Delete the tab and type {spaces} spaces instead."
    return _Mistake(FaultKind.TAB, column, message, hint)


def _value_mistake(label: str, value: str, whole: str, start: int) -> _Mistake | None:
    """The mistake in a value that begins at a column; `whole` has its other lines too."""
    if label != "-" and value[0] not in "'\"[{" and (colon := _COLON.search(value)):
        message = f"there is a second colon in the value of `{label[:-1]}`"
        return _Mistake(FaultKind.COLON, start + colon.start(), message, in_quotes(label, whole))
    if (surplus := surplus_bracket(value)) is not None:
        message = f"there is a {value[surplus]} too many"
        return _Mistake(FaultKind.YAML, start + surplus, message, "Delete it.")
    if label != "-" and value.startswith("- "):
        message = f"a list item cannot stand in the line of `{label}`"
        hint = f"Type `{label} [{value[2:]}]` for a list, or `{label} {quoted(value)}` for words."
        return _Mistake(FaultKind.YAML, start, message, hint)
    if value[0] in QUOTES and value[0] in value[1:] and not _QUOTED.fullmatch(value):
        message = f"the value ends at its second {value[0]}, but there are more words"
        return _Mistake(FaultKind.YAML, start, message, in_quotes(label, whole))
    if _NEEDS_QUOTES.match(value):
        message = f"a value that begins with {value[0]} needs quotation marks"
        return _Mistake(FaultKind.YAML, start, message, in_quotes(label, whole))
    return None


def _continuation(line: str, below: list[str]) -> Iterator[str]:
    """Yield the lines below a field that belong to its value."""
    for other in below:
        if not other.strip() or column_of(other) <= column_of(line) or _NEW_ENTRY.match(other):
            return
        yield other.strip()


def _open_quote(line: str) -> _Mistake | None:
    """A quotation mark that opens in a line and does not close there."""
    if quote := _OPEN_QUOTE.search(line):
        column = quote.start("double") if quote["double"] else line.index("'", quote.start())
        message = f"the quotation mark {line[column]} is opened here and never closed"
        return _Mistake(FaultKind.YAML, column, message, _another(line[column]))
    return None


def _another(sign: str) -> str:
    return f"Type another {sign} at the end of the value."


def _missing_space(line: str) -> _Mistake | None:
    """A field or list item without a space after its colon or hyphen."""
    if match := _NO_SPACE.match(line):
        start = match["start"]
        sign = "hyphen" if start.endswith("-") else "colon"
        message = f"a space is missing after the {sign}"
        hint = f"Type `{start.lstrip()} {line[len(start) :]}`."
        return _Mistake(FaultKind.YAML, len(start) - 1, message, hint)
    return None


def _second_list(lines: list[str], near: int) -> _Mistake | None:
    """An indented line with the name of a list that is already above, at the left margin."""
    line = lines[near].rstrip()
    if not _is_head(line) or not column_of(line) or line.lstrip() not in lines[:near]:
        return None
    message = f"the list `{line.strip(' :')}` is already above"
    hint = "Delete this line. Its entries belong below those above, and begin at the same column."
    return _Mistake(FaultKind.YAML, column_of(line), message, hint)


def _other_column(lines: list[str], near: int) -> _Mistake | None:
    """A line that begins at another column than the lines of its list above it."""
    column = column_of(lines[near])
    is_item = lines[near].lstrip().startswith("- ")
    above = _up_to_the_margin(lines[:near])
    columns = {column_of(line) for line in above}
    if not is_item and FIELD.match(lines[near]) and _is_below_item(column, above):
        message = f"this line begins at column {column + 1}, below the hyphen of its list item"
        return _Mistake(FaultKind.YAML, column, message, hint_to_move(column, column + 2))
    like = HYPHEN if is_item else _NAME
    matches = [(line, match.start("words")) for line in above if (match := like.match(line))]
    is_head = _is_head(lines[near])
    alike = [begin for line, begin in matches if _is_head(line) == is_head]
    begins = alike or [begin for _, begin in matches]
    if is_item and not column and begins and min(begins) > 0:
        return _entry_at_the_margin(min(begins))
    goes_on = is_item and bool(above) and not _is_head(above[0])
    if not column or not begins or column in (begins if goes_on else columns):
        return None
    wanted = min(begins, key=lambda begin: abs(begin - column))
    if wanted == column:
        return None
    message = OTHER_COLUMN.format(column + 1, wanted + 1)
    rest = " Move the other lines of its entry with it." if is_item else ""
    return _Mistake(FaultKind.YAML, column, message, f"{hint_to_move(column, wanted)}{rest}")


def _up_to_the_margin(lines: list[str]) -> list[str]:
    """The lines that are not empty, from the last one up to one at the left margin."""
    above = [line for line in reversed(lines) if line.strip()]
    at_margin = next((place for place, line in enumerate(above) if not column_of(line)), len(above))
    return above[: at_margin + 1]


def _entry_at_the_margin(wanted: int) -> _Mistake:
    """An entry that begins at the left margin; those above begin at a column, from 0."""
    message = OTHER_COLUMN.format(1, wanted + 1)
    hint = (
        f"Move it {wanted} spaces to the right, to column {wanted + 1}. "
        f"The other lines of the entry begin at column {wanted + 3}."
    )
    return _Mistake(FaultKind.YAML, 0, message, hint)


def _is_head(line: str) -> bool:
    """Whether a line is a field whose value is in the lines below it."""
    return line.rstrip().endswith(":")


def _is_below_item(column: int, above: list[str]) -> bool:
    """Whether the hyphen of the list item above is at a column."""
    items = [line for line in above if line.lstrip().startswith("- ")]
    return bool(items) and column_of(items[0]) == column > 0


def _missing_name(line: str) -> _Mistake | None:
    """A line that is neither a field nor a list item."""
    if not line.strip() or _NEW_ENTRY.match(line) or line.lstrip().startswith(("#", "-", "]", "}")):
        return None
    column = column_of(line)
    if equals := _EQUALS.match(line):
        hint = f"Type `{equals['name']}: {equals['value']}`."
        return _Mistake(FaultKind.YAML, column, "this line has = where a colon belongs", hint)
    hint = "If it goes on with the line above, indent it further."
    if words := _TWO_WORDS.match(line):
        colon = f"{words['name']}: {words['value']}"
        hint = f"If `{words['name']}` is a field, type `{colon}`. {hint}"
    return _Mistake(FaultKind.YAML, column, "this line has no name with a colon", hint)
