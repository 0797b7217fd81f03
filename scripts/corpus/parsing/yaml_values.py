"""The text of YAML to values: every scalar stays the text that was written, every value its place.

libyaml composes, nothing is loaded: `05` is never 5 here, `no` never false.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import Any, TypeAlias

import yaml

from corpus.findings import Fault, FaultKind, Location
from corpus.parsing.files import CONTROL, MOST
from corpus.parsing.yaml_mistakes import curly_quoted, cut_short, scalars, unparsed

try:
    from yaml import CBaseLoader as BaseLoader
except ImportError:  # a Python built without libyaml: the same result, more slowly
    from yaml import BaseLoader  # type: ignore[assignment]

Value: TypeAlias = "str | list[Value] | dict[str, Value]"
"""What YAML may say in this corpus: text, lists and fields."""

FieldPath: TypeAlias = tuple[str | int, ...]
"""The way to a value: `("holdings", 0, "at")`."""

DEEPEST = 20
"""How many lists and fields may stand within each other; records need six."""

_EXTRA = re.compile(r"(?:^|[\s\[{,:-])(?:[&*][^\s,\]}]|!)", re.MULTILINE)
"""What an anchor, an alias or a tag looks like; looked into, not believed."""


class _TooDeepError(yaml.MarkedYAMLError):
    """More lists and fields within each other than any record needs."""


class _Loader(BaseLoader):
    """Composes plain nodes, and stops before a nesting could exhaust the stack."""

    depth = 0

    def resolve(self, _kind: Any, _value: Any, _implicit: Any) -> str:
        """No value has a tag: text is text."""
        return ""

    def descend_resolver(self, current_node: Any, _current_index: Any) -> None:
        """Count the nodes that are open."""
        self.depth += 1
        if self.depth > DEEPEST:
            raise _TooDeepError(problem_mark=current_node.start_mark)

    def ascend_resolver(self) -> None:
        """One of them is closed."""
        self.depth -= 1


@lru_cache(maxsize=2)
def compose(text: str) -> yaml.Node | None:
    """The node tree of a YAML text; raises `yaml.YAMLError` where it does not parse.

    The last trees are kept, since the places of one file's faults are asked for one after another.
    """
    node: yaml.Node | None = yaml.compose(text, Loader=_Loader)
    return node


def values(text: str, name: str, first: int) -> tuple[Value | None, tuple[Fault, ...]]:
    """The fields of a YAML text that begins at line `first` of a file, and its faults."""
    try:
        if extra := tuple(islice(_extras(text, name, first), MOST)):
            return None, extra
        node = compose(text)
    except _TooDeepError as error:
        message = f"more than {DEEPEST} lists or fields stand within each other"
        return None, (Fault(_location(error.problem_mark, name, first), FaultKind.SHAPE, message),)
    except yaml.YAMLError as error:
        return None, (unparsed(error, text, name, first),)
    if not isinstance(node, yaml.MappingNode):
        return None, (Fault(Location(name, first), FaultKind.YAML, "no fields were found here"),)
    faults: list[Fault] = [
        *cut_short(node, text, name, first),
        *curly_quoted(node, text, name, first),
    ]
    value = _plain(node, name, first, faults)
    if "\\" in text:
        faults += _escapes(node, name, first)
    return value, tuple(islice(faults, MOST))


def location(text: str, loc: FieldPath, name: str, first: int) -> Location:
    """The place of the value at `loc`, or of the nearest value above it."""
    node = _descend(compose(text), loc)
    return _location(node.start_mark, name, first) if node else Location(name, first)


def key_location(text: str, loc: FieldPath, name: str, first: int) -> Location:
    """The place of the name of the field at `loc`."""
    parent = _descend(compose(text), loc[:-1])
    if isinstance(parent, yaml.MappingNode):
        for key, _ in parent.value:
            if key.value == loc[-1]:
                return _location(key.start_mark, name, first)
    return location(text, loc[:-1], name, first)


def _extras(text: str, name: str, first: int) -> Iterator[Fault]:
    """Anchors, aliases and tags, found before composing, which would follow them."""
    if not (("&" in text or "*" in text or "!" in text) and _EXTRA.search(text)):
        return
    for event in yaml.parse(text, Loader=_Loader):
        if extra := getattr(event, "anchor", None) or getattr(event, "tag", None):
            message = f"`{extra}` is an anchor, alias or tag of YAML"
            yield Fault(_location(event.start_mark, name, first), FaultKind.EXTRA, message)


def _plain(node: yaml.Node, name: str, first: int, faults: list[Fault]) -> Value:
    kind = node.__class__
    if kind is yaml.ScalarNode:
        return node.value  # type: ignore[no-any-return]
    if kind is yaml.SequenceNode:
        return [_plain(child, name, first, faults) for child in node.value]
    fields: dict[str, Value] = {}
    for key, child in node.value:
        if key.__class__ is not yaml.ScalarNode or key.value in fields:
            faults.append(_bad_key(key, name, first))
        fields[str(key.value)] = _plain(child, name, first, faults)
    return fields


def _bad_key(key: yaml.Node, name: str, first: int) -> Fault:
    place = _location(key.start_mark, name, first)
    if isinstance(key, yaml.ScalarNode):
        message = f"the field `{key.value}` stands here a second time"
        return Fault(place, FaultKind.DUPLICATE, message)
    return Fault(place, FaultKind.YAML, "the name of a field is one plain word")


def _escapes(node: yaml.Node, name: str, first: int) -> Iterator[Fault]:
    r"""What only an escape such as `\a` can put into a value, once the file is read."""
    for scalar in scalars(node):
        if CONTROL.search(scalar.value):
            message = "an invisible character is written here by its code"
            yield Fault(_location(scalar.start_mark, name, first), FaultKind.CONTROL, message)


def _child(node: yaml.Node | None, step: str | int) -> yaml.Node | None:
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
        return node.value[step] if step < len(node.value) else None
    if isinstance(node, yaml.MappingNode):
        return next((child for key, child in node.value if key.value == step), None)
    return None


def _descend(node: yaml.Node | None, loc: FieldPath) -> yaml.Node | None:
    for step in loc:
        child = _child(node, step)
        if child is None:
            return node
        node = child
    return node


def _location(mark: Any, name: str, first: int) -> Location:
    return Location(name, first + mark.line, mark.column + 1)
