"""Common mistakes in YAML, each with a message of its own."""

import re
from collections.abc import Iterator

import yaml

from corpus.findings import Fault, FaultKind, Location
from corpus.parsing.yaml_text import YamlText

_FIELD = re.compile(r"\s*(?:- +)*(?P<name>[\w-]+):(?P<gap>\s+)(?P<value>.*)")
_COLON = re.compile(r":(?=\s|$)")
_LEADING_TAB = re.compile(r"[ ]*\t")
_CURLY = "“”‘’„"
_CURLY_VALUE = re.compile(f"[{_CURLY}](?<=[ \\t\\[{{,].)")
_COMMENT = re.compile(r"[ \t]+(#.*)")
_LIKE_A_FENCE = re.compile(r"(?:\s*-\s*){3,}|\.\.\.\s*|—+\s*|–+\s*")


def scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """Every text value of a tree, without the names of fields."""
    if isinstance(node, yaml.ScalarNode):
        yield node
    for child in node.value if isinstance(node, yaml.CollectionNode) else ():
        yield from scalars(child[1] if isinstance(child, tuple) else child)


def syntax_fault(error: yaml.YAMLError, yaml_text: YamlText) -> Fault:
    """Why a text is not YAML: a common mistake near the error, or else the parser's own words."""
    name, first_line = yaml_text.name, yaml_text.first_line
    mark, lines = getattr(error, "problem_mark", None), yaml_text.text.split("\n")
    near = mark.line if mark else 0
    for number in (near, near - 1):
        if 0 <= number < len(lines) and (mistake := _mistake(lines[number])):
            kind, column, message = mistake
            return Fault(Location(name, first_line + number, column + 1), kind, message)
    problem = getattr(error, "problem", None) or "a character that YAML does not allow"
    place = yaml_text.location(mark) if mark else Location(name, first_line)
    return Fault(place, FaultKind.YAML, f"this cannot be read as YAML: {problem}")


def values_cut_by_comments(node: yaml.Node, yaml_text: YamlText) -> Iterator[Fault]:
    """Values that end before a ` #`, because YAML reads it as the start of a comment."""
    text = yaml_text.text
    if " #" not in text and "\t#" not in text:
        return
    for scalar in scalars(node):
        end = scalar.end_mark
        comment = _COMMENT.match(text, end.index) if scalar.style in {None, ""} else None
        if comment:
            message = f"`{comment[1]}` is lost, because a # after a space begins a comment"
            yield Fault(yaml_text.location(end, 1), FaultKind.COMMENT, message)


def values_in_curly_quotes(node: yaml.Node, yaml_text: YamlText) -> Iterator[Fault]:
    """Values in typographic quotation marks, which YAML reads as part of the value."""
    if yaml_text.text.isascii() or not _CURLY_VALUE.search(yaml_text.text):
        return
    for scalar in scalars(node):
        if scalar.value[:1] in _CURLY and scalar.value and scalar.style in {None, ""}:
            message = f"the curly quotation mark {scalar.value[0]} is read as part of the value"
            yield yaml_text.fault(scalar.start_mark, FaultKind.CURLY_QUOTES, message)


def missing_fence(text: str, name: str) -> Fault:
    """Return why the first line does not open the fields."""
    lines = text.split("\n")
    message = "the first line is not `---`"
    if lines[0].rstrip() == "---":
        message = "there are spaces behind the `---` of the first line; delete them"
    elif _LIKE_A_FENCE.fullmatch(lines[0]):
        message = f"`{lines[0]}` does not open the fields; type `---` only"
    elif not lines[0].strip() and "---" in lines:
        message = "the first line is empty; delete every line above the first `---`"
    return Fault(Location(name), FaultKind.NO_FENCE, message)


def unclosed_front_matter(text: str, name: str) -> Fault:
    """Where the second line `---` should be, or what is there instead."""
    lines = text.split("\n")
    place, message = len(lines), "no second line `---` closes the fields"
    for number, line in enumerate(lines[1:], 2):
        if line.rstrip() == "---":
            place, message = number, "there are spaces behind this `---`; delete them"
            break
        if _LIKE_A_FENCE.fullmatch(line):
            place, message = number, f"`{line}` does not close the fields; type `---` only"
            break
        if not line.strip() or line.startswith("# "):
            place, message = number, "the fields seem to end here, but no line `---` closes them"
            break
    return Fault(Location(name, place), FaultKind.NO_SECOND_FENCE, message)


def _mistake(line: str) -> tuple[FaultKind, int, str] | None:
    """The mistake in a line, its column counted from 0, and a message."""
    if tab := _LEADING_TAB.match(line):
        return FaultKind.TAB, tab.end() - 1, "this line is indented with a tab; use spaces"
    field = _FIELD.match(line)
    if field and field["value"][:1] and field["value"][0] in _CURLY:
        message = f"YAML does not read the curly {field['value'][0]} as a quotation mark"
        return FaultKind.CURLY_QUOTES, field.start("value"), message
    if field and field["value"][:1] not in {"'", '"'} and (colon := _COLON.search(field["value"])):
        message = f"there is a second colon in `{field['name']}: {field['value'][:60]}`"
        return FaultKind.COLON, field.start("value") + colon.start(), message
    return None
