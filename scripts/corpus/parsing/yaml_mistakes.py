"""The slips that people make in YAML, each told in words of its own."""

import re
from collections.abc import Iterator

import yaml

from corpus.findings import Fault, FaultKind, Location

_FIELD = re.compile(r"\s*(?:- +)*(?P<name>[\w-]+):(?P<gap>\s+)(?P<value>.*)")
_COLON = re.compile(r":(?=\s|$)")
_LEADING_TAB = re.compile(r"[ ]*\t")
_CURLY = "“”‘’„"
_CURLY_VALUE = re.compile(f"[{_CURLY}](?<=[ \\t\\[{{,].)")
_CUT = re.compile(r"[ \t]+(#.*)")
_LIKE_A_FENCE = re.compile(r"(?:\s*-\s*){3,}|\.\.\.\s*|—+\s*|–+\s*")


def scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """Every value of a tree that is text, and not the names of fields."""
    if isinstance(node, yaml.ScalarNode):
        yield node
    for child in node.value if isinstance(node, yaml.CollectionNode) else ():
        yield from scalars(child[1] if isinstance(child, tuple) else child)


def unparsed(error: yaml.YAMLError, text: str, name: str, first: int) -> Fault:
    """Why a text is no YAML: the slip that is seen near the place, or the parser's own words."""
    mark = getattr(error, "problem_mark", None)
    lines = text.split("\n")
    near = mark.line if mark else 0
    for number in (near, near - 1):
        if 0 <= number < len(lines) and (slip := _slip(lines[number])):
            kind, column, message = slip
            return Fault(Location(name, first + number, column + 1), kind, message)
    problem = getattr(error, "problem", None) or "a character that YAML does not allow"
    column = mark.column + 1 if mark else 1
    message = f"this cannot be read as YAML: {problem}"
    return Fault(Location(name, first + near, column), FaultKind.YAML, message)


def cut_short(node: yaml.Node, text: str, name: str, first: int) -> Iterator[Fault]:
    """Values that end before a ` #`, which YAML takes for the beginning of a remark."""
    if " #" not in text and "\t#" not in text:
        return
    for scalar in scalars(node):
        end = scalar.end_mark
        cut = _CUT.match(text, end.index) if scalar.style in {None, ""} else None
        if cut:
            message = f"`{cut[1]}` is left out here, since a # after a space begins a remark"
            yield Fault(Location(name, first + end.line, end.column + 2), FaultKind.CUT, message)


def curly_quoted(node: yaml.Node, text: str, name: str, first: int) -> Iterator[Fault]:
    """Values in typographic quotation marks, which YAML takes for letters of the value."""
    if text.isascii() or not _CURLY_VALUE.search(text):
        return
    for scalar in scalars(node):
        if scalar.value[:1] in _CURLY and scalar.value and scalar.style in {None, ""}:
            mark = scalar.start_mark
            message = f"the curly quotation mark {scalar.value[0]} is read as part of the value"
            yield Fault(
                Location(name, first + mark.line, mark.column + 1), FaultKind.CURLY, message
            )


def unclosed(text: str, name: str) -> Fault:
    """Where the second line `---` should stand, or what stands in its place."""
    lines = text.split("\n")
    for number, line in enumerate(lines[1:], 2):
        if _LIKE_A_FENCE.fullmatch(line):
            message = f"`{line}` does not close the fields; the line is `---` and nothing else"
            return Fault(Location(name, number), FaultKind.UNCLOSED, message)
        if not line.strip() or line.startswith("# "):
            message = "the fields seem to end here, without a second line `---`"
            return Fault(Location(name, number), FaultKind.UNCLOSED, message)
    return Fault(
        Location(name, len(lines)), FaultKind.UNCLOSED, "no second line `---` closes the fields"
    )


def _slip(line: str) -> tuple[FaultKind, int, str] | None:
    """The flaw of a line, the column at which it is, from 0, and a sentence on it."""
    if tab := _LEADING_TAB.match(line):
        return FaultKind.TAB, tab.end() - 1, "a tab stands here, where spaces belong"
    field = _FIELD.match(line)
    if field and field["value"][:1] and field["value"][0] in _CURLY:
        message = f"the curly quotation mark {field['value'][0]} quotes nothing in YAML"
        return FaultKind.CURLY, field.start("value"), message
    if field and field["value"][:1] not in {"'", '"'} and (colon := _COLON.search(field["value"])):
        message = f"a second colon stands in `{field['name']}: {field['value'][:60]}`"
        return FaultKind.COLON, field.start("value") + colon.start(), message
    return None
