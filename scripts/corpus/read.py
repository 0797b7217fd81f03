"""Bytes to values: every scalar stays the text that was written, every value knows its place.

python-frontmatter splits a file, libyaml composes its front matter.
Nothing is loaded: `05` is never 5 here, `no` never false.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeAlias

import yaml
from frontmatter.default_handlers import YAMLHandler

from corpus.findings import Fault, Flaw, Spot

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # a Python built without libyaml: the same result, more slowly
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

Value: TypeAlias = "str | list[Value] | dict[str, Value]"
"""What YAML may say in this corpus: text, lists and fields."""

Loc: TypeAlias = tuple[str | int, ...]
"""The way to a value: `("holdings", 0, "at")`."""

DEEPEST = 20
"""How many lists and fields may stand within each other; records need six."""

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""Characters that no reader sees and no approved text has."""

_SUSPECT = re.compile(
    r"(?:^|[\s\[{,:-])[&*!]|[\[{](?:[^\]}]*[\[{]){5}|(?:[-?] +){5}|^ {20}", re.MULTILINE
)
"""What an anchor, an alias, a tag or a deep nesting looks like; looked into, not believed."""


class StrictHandler(YAMLHandler):
    """Front matter between two lines of exactly three hyphens, the first at the very top."""

    FM_BOUNDARY = re.compile(r"(?:\A---\n|(?<=\n)---(?:\n|\Z))")


@dataclass(frozen=True, slots=True)
class Source:
    """One file as it was read: its values and body, and what kept it from being read whole."""

    path: str
    yaml: str = ""
    yaml_line: int = 1
    values: Value | None = None
    body: str = ""
    body_line: int = 1
    faults: tuple[Fault, ...] = ()

    def spot(self, loc: Loc) -> Spot:
        """The place of the value at `loc`, or of the nearest value above it."""
        node = _descend(compose(self.yaml), loc)
        return _spot(node.start_mark, self.path, self.yaml_line) if node else Spot(self.path)

    def key_spot(self, loc: Loc) -> Spot:
        """The place of the name of the field at `loc`."""
        parent = _descend(compose(self.yaml), loc[:-1])
        if isinstance(parent, yaml.MappingNode):
            for key, _ in parent.value:
                if key.value == loc[-1]:
                    return _spot(key.start_mark, self.path, self.yaml_line)
        return self.spot(loc[:-1])


@lru_cache(maxsize=4)
def compose(text: str) -> yaml.Node | None:
    """The node tree of a YAML text; raises `yaml.YAMLError` where it does not parse.

    A few trees are kept, since the places of one file's faults are asked for one after another.
    """
    node: yaml.Node | None = yaml.compose(text, Loader=Loader)
    return node


def read_record(path: Path, name: str) -> Source:
    """A Markdown file with front matter, known as `name` in findings."""
    text, faults = _text(path, name)
    if faults:
        return Source(name, faults=faults)
    if not text.startswith("---\n"):
        return _unfenced(name, "the first line is not `---`")
    try:
        front, body = StrictHandler().split(text)
    except ValueError:
        return _unfenced(name, "no second line `---` closes the front matter")
    yaml_line, body_line = 2, front.count("\n") + 3
    values, faults = _values(front, name, yaml_line)
    return Source(name, front, yaml_line, values, body, body_line, faults)


def read_yaml(path: Path, name: str) -> Source:
    """A YAML file, known as `name` in findings."""
    text, faults = _text(path, name)
    if faults:
        return Source(name, faults=faults)
    values, faults = _values(text, name, 1)
    return Source(name, text, 1, values, faults=faults)


def _text(path: Path, name: str) -> tuple[str, tuple[Fault, ...]]:
    try:
        return _decoded(path.read_bytes(), name)
    except OSError as error:
        message = f"the file cannot be read: {error.strerror}"
        return "", (Fault(Spot(name), Flaw.UNREADABLE, message),)


def _decoded(data: bytes, name: str) -> tuple[str, tuple[Fault, ...]]:
    if data.startswith(b"\xef\xbb\xbf"):
        message = "the file starts with an invisible byte order mark"
        return "", (Fault(Spot(name), Flaw.ENCODING, message),)
    try:
        text = data.decode().replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"the byte 0x{data[error.start]:02x} is not UTF-8 text"
        return "", (Fault(Spot(name, line), Flaw.ENCODING, message),)
    return text, tuple(_controls(text, name))


def _controls(text: str, name: str) -> Iterator[Fault]:
    for found in _CONTROL.finditer(text):
        start = found.start()
        spot = Spot(name, text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start))
        message = f"the invisible character U+{ord(found[0]):04X} stands here"
        yield Fault(spot, Flaw.CONTROL, message)


def _unfenced(name: str, message: str) -> Source:
    return Source(name, faults=(Fault(Spot(name), Flaw.FENCE, message),))


def _values(text: str, name: str, first: int) -> tuple[Value | None, tuple[Fault, ...]]:
    try:
        if _SUSPECT.search(text) and (wrong := tuple(_not_plain(text, name, first))):
            return None, wrong
        node = compose(text)
    except yaml.YAMLError as error:
        return None, (_unparsed(error, name, first),)
    if not isinstance(node, yaml.MappingNode):
        return None, (Fault(Spot(name, first), Flaw.YAML, "no fields were found here"),)
    faults: list[Fault] = []
    value = _plain(node, name, first, faults)
    return value, tuple(faults)


def _unparsed(error: yaml.YAMLError, name: str, first: int) -> Fault:
    mark = getattr(error, "problem_mark", None)
    spot = _spot(mark, name, first) if mark else Spot(name, first)
    problem = getattr(error, "problem", None) or "a character that YAML does not allow"
    return Fault(spot, Flaw.YAML, f"this cannot be read as YAML: {problem}")


def _not_plain(text: str, name: str, first: int) -> Iterator[Fault]:
    """Anchors, aliases, tags, and the first value that lies too deep; all before composing."""
    depth = 0
    for event in yaml.parse(text, Loader=Loader):
        spot = _spot(event.start_mark, name, first)
        if extra := getattr(event, "anchor", None) or getattr(event, "tag", None):
            yield Fault(spot, Flaw.EXTRA, f"`{extra}` is an anchor, alias or tag of YAML")
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            yield Fault(spot, Flaw.SHAPE, f"more than {DEEPEST} lists or fields within each other")
            return


def _plain(node: yaml.Node, name: str, first: int, faults: list[Fault]) -> Value:
    if isinstance(node, yaml.ScalarNode):
        if _CONTROL.search(node.value):
            message = "an invisible character is written here by its code"
            faults.append(Fault(_spot(node.start_mark, name, first), Flaw.CONTROL, message))
        return str(node.value)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(child, name, first, faults) for child in node.value]
    fields: dict[str, Value] = {}
    for key, child in node.value:
        if problem := _bad_key(key, fields):
            faults.append(Fault(_spot(key.start_mark, name, first), *problem))
        fields[str(key.value)] = _plain(child, name, first, faults)
    return fields


def _bad_key(key: yaml.Node, before: dict[str, Value]) -> tuple[Flaw, str] | None:
    if not isinstance(key, yaml.ScalarNode):
        return Flaw.YAML, "the name of a field is one plain word"
    if key.value in before:
        return Flaw.DUPLICATE, f"the field `{key.value}` stands here a second time"
    return None


def _child(node: yaml.Node | None, step: str | int) -> yaml.Node | None:
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
        return node.value[step] if step < len(node.value) else None
    if isinstance(node, yaml.MappingNode):
        return next((child for key, child in node.value if key.value == step), None)
    return None


def _descend(node: yaml.Node | None, loc: Loc) -> yaml.Node | None:
    for step in loc:
        child = _child(node, step)
        if child is None:
            return node
        node = child
    return node


def _spot(mark: Any, name: str, first: int) -> Spot:
    return Spot(name, first + mark.line, mark.column + 1)
