"""Values that YAML reads differently than the person who typed them intended."""

import re
from collections.abc import Iterator, Sequence

import yaml

from corpus.findings import Fault, FaultKind, Location
from corpus.parsing.yaml_lines import HYPHEN, OTHER_COLUMN, column_of, hint_to_move, labeled_value
from corpus.parsing.yaml_quotes import CURLY, in_quotes, straight_quotes
from corpus.parsing.yaml_text import YamlText

_DEEPER_ENTRY = re.compile(r"\n( *)- \S.*\n(?:\1 .*\n)*?\1 +- ")
"""It begins with the end of the line above, which is found ten times as fast as a beginning."""
_CURLY_VALUE = re.compile(f"[{CURLY}](?<=[ \\t\\[{{,].)")
_DOUBLE_MARKS = ('"', "“„”")
_CLOSING_MARKS = frozenset("".join(_DOUBLE_MARKS))
_IF_IT_BELONGS = "If the mark belongs to the words, put the value in single quotation marks."
_COMMENT = re.compile(r"[ \t]+(#.*)")


def values_cut_by_comments(
    scalars: Sequence[yaml.ScalarNode], yaml_text: YamlText
) -> Iterator[Fault]:
    """Values that end before a ` #`, because YAML reads it as the start of a comment."""
    text = yaml_text.text
    if "#" not in text:
        return
    for scalar in scalars:
        end = scalar.end_mark
        comment = _COMMENT.match(text, end.index) if scalar.style in {None, ""} else None
        if comment:
            message = f"`{comment[1]}` is lost, because a # after a space begins a comment"
            whole = in_quotes(_label(scalar, yaml_text), f"{scalar.value} {comment[1]}".strip())
            hint = f"{whole} If it is a comment, move it to its own line."
            yield Fault(yaml_text.location(end, 1), FaultKind.COMMENT, message, hint)


def values_in_curly_quotes(
    scalars: Sequence[yaml.ScalarNode], yaml_text: YamlText
) -> Iterator[Fault]:
    """Values in typographic quotation marks, which YAML reads as part of the value."""
    if yaml_text.text.isascii() or not _CURLY_VALUE.search(yaml_text.text):
        return
    for scalar in scalars:
        if scalar.value[:1] in CURLY and scalar.value and scalar.style in {None, ""}:
            message = f"the curly quotation mark {scalar.value[0]} is read as part of the value"
            hint = straight_quotes(_label(scalar, yaml_text), scalar.value)
            yield yaml_text.fault(scalar.start_mark, FaultKind.CURLY_QUOTES, message, hint)


def values_that_only_end_in_quotes(
    scalars: Sequence[yaml.ScalarNode], yaml_text: YamlText
) -> Iterator[Fault]:
    """Values with a quotation mark at their end that has no other one before it."""
    for scalar in scalars:
        if scalar.value[-1:] not in _CLOSING_MARKS or scalar.style not in {None, ""}:
            continue
        words = scalar.value[:-1]
        last = scalar.value[-1]
        marks = next(marks for marks in _DOUBLE_MARKS if last in marks)
        is_odd = sum(map(words.count, marks)) % 2 == 0 and words[:1] not in CURLY
        if words and is_odd:
            message = f"there is a {last} at the end of the value, and none at its beginning"
            hint = f"{in_quotes(_label(scalar, yaml_text), words)} {_IF_IT_BELONGS}"
            yield yaml_text.fault(scalar.start_mark, FaultKind.YAML, message, hint)


def entries_in_values(scalars: Sequence[yaml.ScalarNode], yaml_text: YamlText) -> Iterator[Fault]:
    """Entries of a list that YAML reads as more of the entry above, because they begin deeper."""
    if not _DEEPER_ENTRY.search(f"\n{yaml_text.text}"):
        return
    lines = yaml_text.text.split("\n")
    for scalar in scalars:
        first, last = scalar.start_mark.line, scalar.end_mark.line
        if scalar.style in {None, ""} and HYPHEN.match(lines[first]):
            above = column_of(lines[first])
            for number in range(first + 1, last + 1):
                if HYPHEN.match(lines[number]):
                    yield _deeper_entry(column_of(lines[number]), above, yaml_text, number)


def _deeper_entry(column: int, above: int, yaml_text: YamlText, number: int) -> Fault:
    place = Location(yaml_text.name, yaml_text.first_line + number, column + 1)
    message = OTHER_COLUMN.format(column + 1, above + 1)
    return Fault(place, FaultKind.YAML, message, hint_to_move(column, above))


def _label(scalar: yaml.ScalarNode, yaml_text: YamlText) -> str:
    """What stands before a value in its line, `what:` or `-`; empty within brackets."""
    label, _, start = labeled_value(yaml_text.text.split("\n")[scalar.start_mark.line])
    return label if start == scalar.start_mark.column else ""
