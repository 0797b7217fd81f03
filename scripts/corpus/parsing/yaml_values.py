"""Parse YAML into plain values, and find the location of each.

Every scalar stays the text that was typed: `05` does not become 5, nor `no` false.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache
from itertools import chain, islice
from typing import Any, TypeAlias

import yaml

from corpus.findings import Fault, FaultKind, Location
from corpus.parsing.files import INVISIBLE, MAX_FAULTS
from corpus.parsing.yaml_misread import (
    entries_in_values,
    values_cut_by_comments,
    values_in_curly_quotes,
    values_that_only_end_in_quotes,
)
from corpus.parsing.yaml_mistakes import syntax_fault
from corpus.parsing.yaml_text import YamlText

try:
    from yaml import CBaseLoader as BaseLoader
except ImportError:  # Python was built without libyaml; this is slower
    from yaml import BaseLoader  # type: ignore[assignment]

Value: TypeAlias = "str | list[Value] | dict[str, Value]"
"""Text, lists and fields."""

FieldPath: TypeAlias = tuple[str | int, ...]
"""The names and list positions that lead to a value: `("holdings", 0, "at")`."""

MAX_DEPTH = 20
"""How deep lists and fields may be nested; records need six levels."""

_MOST_WITHOUT_COUNTING = 10_000 if BaseLoader is getattr(yaml, "CBaseLoader", None) else 0
"""Fewer characters cannot be nested deep enough to exhaust the stack of libyaml, only of Python."""

_LIKE_AN_ANCHOR = re.compile(r"(?:^|[\s\[{,:-])(?:[&*][^\s,\]}]|!)", re.MULTILINE)
"""What may be an anchor, an alias or a tag; only the parser can tell."""


_MISSING_HYPHEN = (
    "If a new entry begins here, put `- ` before it, and begin the other lines of the entry "
    "below the name. If not, delete one of the two."
)


class _TooDeepError(yaml.MarkedYAMLError):
    """Lists and fields are nested deeper than any record needs."""


class _Loader(BaseLoader):
    """Compose plain nodes of a short text, which the parser cannot nest too deep for the stack."""

    def resolve(self, _kind: Any, _value: Any, _implicit: Any) -> str:
        """Give no value a tag, so that text stays text."""
        return ""

    def descend_resolver(self, current_node: Any, current_index: Any) -> None:
        """Do nothing; the parser calls this for each node."""

    def ascend_resolver(self) -> None:
        """Do nothing."""

    def scan_flow_scalar_non_spaces(self, double: Any, start_mark: Any) -> Any:
        r"""Refuse `\U00110000`, as libyaml does; only the loader without libyaml calls this."""
        try:
            return super().scan_flow_scalar_non_spaces(double, start_mark)  # type: ignore[misc]
        except (ValueError, OverflowError) as error:
            problem = "found an impossible escape"
            raise yaml.MarkedYAMLError(problem=problem, problem_mark=start_mark) from error


class _CountingLoader(_Loader):
    """Compose plain nodes, and stop before nesting could exhaust the stack."""

    depth = 0

    def descend_resolver(self, current_node: Any, _current_index: Any) -> None:
        """Count a node that was opened."""
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise _TooDeepError(problem_mark=current_node.start_mark)

    def ascend_resolver(self) -> None:
        """Count a node that was closed."""
        self.depth -= 1


@lru_cache(maxsize=2)
def compose(text: str) -> yaml.Node | None:
    """The node tree of a YAML text; raises `yaml.YAMLError` if it cannot be parsed.

    The last trees are cached, because the faults of one file are located one after another.
    """
    node: yaml.Node | None
    if len(text) <= _MOST_WITHOUT_COUNTING:
        with suppress(yaml.YAMLError):  # what is nested too deep above the error counts first
            node = yaml.compose(text, Loader=_Loader)
            return node
    node = yaml.compose(text, Loader=_CountingLoader)
    return node


def parse_yaml(yaml_text: YamlText) -> tuple[Value | None, tuple[Fault, ...]]:
    """The fields of a YAML text, None if it cannot be parsed, and its faults."""
    scalars: list[yaml.ScalarNode] = []
    repetitions: list[Fault] = []
    try:
        if anchors := tuple(islice(_anchors(yaml_text), MAX_FAULTS)):
            return None, anchors
        node = compose(yaml_text.text)
        value = None if node is None else _plain_value(node, yaml_text, scalars, repetitions)
    except _TooDeepError as error:
        message = f"lists and fields are nested more than {MAX_DEPTH} deep here"
        return None, (yaml_text.fault(error.problem_mark, FaultKind.SHAPE, message),)
    except yaml.YAMLError as error:
        return None, (syntax_fault(error, yaml_text),)
    if not isinstance(value, dict):
        place = Location(yaml_text.name, yaml_text.first_line)
        return None, (Fault(place, FaultKind.YAML, "there are no fields here"),)
    faults = chain(
        values_cut_by_comments(scalars, yaml_text),
        values_in_curly_quotes(scalars, yaml_text),
        values_that_only_end_in_quotes(scalars, yaml_text),
        entries_in_values(scalars, yaml_text),
        repetitions,
        _escaped_invisible_characters(scalars, yaml_text) if "\\" in yaml_text.text else (),
    )
    return value, tuple(islice(faults, MAX_FAULTS))


def location(yaml_text: YamlText, field_path: FieldPath) -> Location:
    """Where the value at `field_path` is, or the nearest value above it."""
    node = _descend(compose(yaml_text.text), field_path)
    if node is None:
        return Location(yaml_text.name, yaml_text.first_line)
    return yaml_text.location(node.start_mark)


def key_location(yaml_text: YamlText, field_path: FieldPath) -> Location:
    """Where the name of the field at `field_path` is."""
    parent = _descend(compose(yaml_text.text), field_path[:-1])
    if isinstance(parent, yaml.MappingNode):
        for key, _ in parent.value:
            if key.value == field_path[-1]:
                return yaml_text.location(key.start_mark)
    return location(yaml_text, field_path[:-1])


def _anchors(yaml_text: YamlText) -> Iterator[Fault]:
    """Anchors, aliases and tags, found before composing, because composing would follow them."""
    text = yaml_text.text
    if not (("&" in text or "*" in text or "!" in text) and _LIKE_AN_ANCHOR.search(text)):
        return
    for event in yaml.parse(text, Loader=_Loader):
        if word := getattr(event, "anchor", None) or getattr(event, "tag", None):
            message = f"`{word}` is read as an anchor, alias or tag of YAML"
            yield yaml_text.fault(event.start_mark, FaultKind.YAML_FEATURE, message)


def _plain_value(
    node: yaml.Node,
    yaml_text: YamlText,
    scalars: list[yaml.ScalarNode],
    faults: list[Fault],
    depth: int = 1,
) -> Value:
    """The value of a node; every text in it is added to `scalars`, and what is wrong to `faults`.

    The names of fields are no texts. Raises `_TooDeepError` at a list or fields with too many
    others around them.
    """
    kind = node.__class__
    if kind is yaml.ScalarNode:
        scalars.append(node)  # type: ignore[arg-type]
        return node.value  # type: ignore[no-any-return]
    if depth == MAX_DEPTH and node.value:
        raise _TooDeepError(problem_mark=node.start_mark)
    below = depth + 1
    if kind is yaml.SequenceNode:
        return [_plain_value(child, yaml_text, scalars, faults, below) for child in node.value]
    fields: dict[str, Value] = {}
    is_entry = False
    for key, child in node.value:
        if key.__class__ is not yaml.ScalarNode:
            message = "the name of a field must be one plain word"
            faults.append(yaml_text.fault(key.start_mark, FaultKind.YAML, message))
            _plain_value(key, yaml_text, [], [], below)  # it may be nested too deep
        elif key.value in fields and not is_entry and len(faults) < MAX_FAULTS:
            is_entry = _is_list_entry(node, yaml_text)
            hint = _second_entry(key, node) if is_entry else _keep_both(key, child)
            path = (*_path_to(node, compose(yaml_text.text)), str(key.value))
            message = f"the field `{key.value}` is here a second time"
            second = yaml_text.fault(key.start_mark, FaultKind.DUPLICATE, message, hint)
            faults.append(replace(second, field_path=path))
        fields[str(key.value)] = _plain_value(child, yaml_text, scalars, faults, below)
    return fields


def _path_to(goal: yaml.Node, root: yaml.Node | None) -> FieldPath:
    """The path that leads from the root of a tree to one of its nodes."""
    waiting: list[tuple[FieldPath, yaml.Node | None]] = [((), root)]
    for path, node in waiting:
        if node is goal:
            return path
        if isinstance(node, yaml.MappingNode):
            waiting += (((*path, str(key.value)), child) for key, child in node.value)
        elif isinstance(node, yaml.SequenceNode):
            waiting += (((*path, place), child) for place, child in enumerate(node.value))
    return ()


def _keep_both(key: yaml.Node, second: yaml.Node) -> str:
    """What to do with a second list, or set of fields, of one name; deleting one would lose it."""
    if second.__class__ is yaml.MappingNode:
        return "If both are needed, give one of them another name. If not, delete one of them."
    if second.__class__ is not yaml.SequenceNode or second.flow_style:
        return ""
    return (
        "Move the entries of the second below those of the first, and delete only the second "
        f"line `{key.value}:`."
    )


def _is_list_entry(fields: yaml.Node, yaml_text: YamlText) -> bool:
    """Whether a set of fields is an entry of a list, with a hyphen before its first line."""
    start: int = fields.start_mark.index
    is_in_braces = getattr(fields, "flow_style", False)
    return not is_in_braces and yaml_text.text[:start].rstrip(" ").endswith("-")


def _second_entry(key: yaml.Node, fields: yaml.Node) -> str:
    """What to do if the lines of a second entry follow those of the first."""
    first, value = fields.value[0]
    if key.value == first.value or value.__class__ is not yaml.ScalarNode:
        return _MISSING_HYPHEN
    line = f"- {first.value}: {value.value}"
    return (
        f"If another entry begins here, put a line such as `{line}` above it: each entry needs its "
        "own. If not, delete one of the two."
    )


def _escaped_invisible_characters(
    scalars: Iterable[yaml.ScalarNode], yaml_text: YamlText
) -> Iterator[Fault]:
    r"""Invisible characters that are typed as an escape such as `\a`."""
    for scalar in scalars:
        if INVISIBLE.search(scalar.value):
            message = "this value has the code of an invisible character"
            yield yaml_text.fault(scalar.start_mark, FaultKind.INVISIBLE, message)


def _child(node: yaml.Node | None, step: str | int) -> yaml.Node | None:
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
        return node.value[step] if step < len(node.value) else None
    if isinstance(node, yaml.MappingNode):
        return next((child for key, child in node.value if key.value == step), None)
    return None


def _descend(node: yaml.Node | None, field_path: FieldPath) -> yaml.Node | None:
    """The node at `field_path`, or the nearest one above it."""
    for step in field_path:
        child = _child(node, step)
        if child is None:
            return node
        node = child
    return node
