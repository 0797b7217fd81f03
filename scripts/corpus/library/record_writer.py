"""Write changed fields into the text of a record, and leave every other line as it was typed."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

import yaml

from corpus.library.record_layout import INDENT, field_lines, in_flow, item_lines, value_lines
from corpus.parsing.front_matter import StrictHandler
from corpus.parsing.yaml_values import Value, compose
from corpus.text.alignment import parts


class _Edit(NamedTuple):
    """Characters of the YAML that are replaced."""

    start: int
    end: int
    text: str


class _Place(NamedTuple):
    """Where a value stands: in which field, how far its line is indented, and what is before it."""

    name: str = ""
    indent: str = ""
    after_colon: int = 0


class CannotRewriteError(ValueError):
    """The fields of a file cannot be rewritten without a risk to what is there."""


def rewrite_fields(text: str, fields: Mapping[str, Value]) -> str:
    """The file's text with exactly these fields in its front matter.

    A new field follows the one that precedes it in `fields`. Raises `CannotRewriteError` if the
    front matter cannot be read.
    """
    try:
        front_matter, body = StrictHandler().split(text)
    except ValueError as error:
        raise CannotRewriteError("it is not clear where the fields are") from error
    node = _compose(front_matter)
    if not isinstance(node, yaml.MappingNode):
        raise CannotRewriteError("there are no fields here")
    wanted = dict(fields)
    written = _apply(front_matter, _Writer(front_matter).edits(node, wanted, _Place()))
    if _folded(_value(_compose(written))) != _folded(wanted):
        raise CannotRewriteError("these fields cannot be written without changing others")
    return f"---\n{written}---\n{body}"


def _compose(text: str) -> yaml.Node | None:
    try:
        return compose(text)
    except yaml.YAMLError as error:
        raise CannotRewriteError("the fields cannot be read") from error


def _apply(text: str, edits: Iterable[_Edit]) -> str:
    """The text with all edits; of several at one place, the first comes first."""
    for edit in sorted(edits, key=attrgetter("start"))[::-1]:
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def _value(node: yaml.Node | None) -> Value:
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): _value(child) for key, child in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_value(child) for child in node.value]
    return str(node.value) if node else ""


def _folded(value: Value) -> Value:
    """The value with each stretch of white space as one space, as its model reads it."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, list):
        return [_folded(item) for item in value]
    return {name: _folded(item) for name, item in value.items()}


class _Writer:
    """Finds the edits that turn one YAML text into another."""

    def __init__(self, text: str) -> None:
        self._text = text

    def edits(self, node: yaml.Node, value: Value, place: _Place) -> Iterator[_Edit]:
        """The edits that give a node this value; the width of white space makes no difference."""
        if _folded(_value(node)) == _folded(value):
            return
        if isinstance(node, yaml.MappingNode) and isinstance(value, dict):
            yield from self._mapping_edits(node, value, place)
        elif isinstance(node, yaml.SequenceNode) and isinstance(value, list):
            yield from self._list_edits(node, value, place)
        else:
            yield from self._replace(node, value, place)

    def _mapping_edits(
        self, node: yaml.MappingNode, value: dict[str, Value], place: _Place
    ) -> Iterator[_Edit]:
        children = {str(key.value): (key, child) for key, child in node.value}
        if node.flow_style and children.keys() != value.keys():
            yield self._inline(node, value, place.name)
            return
        indent = " " * node.start_mark.column
        kept = [name for name in children if name in value]
        if not kept:
            yield self._other_fields(node, value, indent)
            return
        first_kept = children[kept[0]][0]
        for name, (key, child) in children.items():
            if name not in value and key.start_mark.index < first_kept.start_mark.index:
                yield self._without_first(key, child, indent)
            elif name not in value:
                yield self._without_lines(key, child)
            elif not node.flow_style:
                after_colon = self._text.index(":", key.end_mark.index) + 1
                yield from self.edits(child, value[name], _Place(name, indent, after_colon))
            elif _folded(_value(child)) != _folded(value[name]):
                yield self._inline(child, value[name], name)
        yield from self._new_fields({name: children[name] for name in kept}, value, indent)

    def _other_fields(
        self, node: yaml.MappingNode, value: Mapping[str, Value], indent: str
    ) -> _Edit:
        """Fields in the place of others, none of which stays."""
        lines = [line for name in value for line in field_lines(name, value[name], indent)]
        end = self._line_end(self._end(node))
        return _Edit(node.start_mark.index, end, "\n".join(lines).removeprefix(indent))

    def _new_fields(
        self,
        kept: Mapping[str, tuple[yaml.Node, yaml.Node]],
        value: Mapping[str, Value],
        indent: str,
    ) -> Iterator[_Edit]:
        """The insertions of fields, each below the field that comes before it."""
        names = list(value)
        for name in (name for name in names if name not in kept):
            earlier = [known for known in names[: names.index(name)] if known in kept]
            lines = field_lines(name, value[name], indent)
            if earlier:
                end = self._line_end(self._end(kept[earlier[-1]][1]))
                yield _Edit(end, end, "".join(f"\n{line}" for line in lines))
            else:
                start = next(iter(kept.values()))[0].start_mark.index
                rest = [line.removeprefix(indent) for line in lines[:1]] + lines[1:]
                text = "\n".join([*rest, indent])
                yield _Edit(start, start, text)

    def _list_edits(
        self, node: yaml.SequenceNode, value: list[Value], place: _Place
    ) -> Iterator[_Edit]:
        if node.flow_style or not value:
            yield from self._replace(node, value, place)
            return
        indent = " " * node.start_mark.column
        old, new = [_identity(_value(item)) for item in node.value], list(map(_identity, value))
        for part in parts(old, new):
            items = node.value[part.old]
            values = value[part.new]
            for item, changed in zip(items, values, strict=False):
                yield from self.edits(item, changed, _Place("", f"{indent}{INDENT}"))
            for item in items[len(values) :]:
                yield self._without_lines(item, item)
            if len(values) > len(items):
                yield self._new_items(node, part.old.stop, values[len(items) :], indent)

    def _new_items(
        self, node: yaml.SequenceNode, position: int, values: Sequence[Value], indent: str
    ) -> _Edit:
        """The insertion of items before the one at `position`."""
        lines = [line for value in values for line in item_lines(value, indent)]
        if position:
            end = self._line_end(self._end(node.value[position - 1]))
            return _Edit(end, end, "".join(f"\n{line}" for line in lines))
        start = self._line_start(node.value[0].start_mark.index)
        return _Edit(start, start, "".join(f"{line}\n" for line in lines))

    def _replace(self, node: yaml.Node, value: Value, place: _Place) -> Iterator[_Edit]:
        """Write a value anew, and keep a comment beside the name of its field."""
        was_below = self._is_below(node)
        first, *rest = value_lines(place.name, value, place.indent, is_folded=was_below)
        below = "".join(f"\n{line}" for line in rest)
        if not was_below:
            yield self._span(node, first)
            end = self._line_end(node.end_mark.index)
            yield _Edit(end, end, below)
        elif rest and first == (">-" if isinstance(node, yaml.ScalarNode) else ""):
            yield _Edit(self._line_end(place.after_colon), self._end(node), below)
        else:
            head = f" {first}" if first else ""
            yield _Edit(place.after_colon, self._end(node), head + below)

    def _inline(self, node: yaml.Node, value: Value, name: str) -> _Edit:
        return self._span(node, in_flow(value, name))

    def _span(self, node: yaml.Node, text: str) -> _Edit:
        """Replace a value on its line; a value that was empty stands after a space."""
        start, end = node.start_mark.index, node.end_mark.index
        if text and start == end:
            text = f" {text}"
        elif not text:
            start = len(self._text[:start].rstrip(" "))
        return _Edit(start, end, text)

    def _without_first(self, key: yaml.Node, child: yaml.Node, indent: str) -> _Edit:
        """Remove a field before all that stay, so that what follows moves up, beside a dash too."""
        end = self._line_end(self._end(child)) + 1
        after = self._text[end : end + len(indent)]
        return _Edit(key.start_mark.index, end + len(after) - len(after.lstrip(" ")), "")

    def _without_lines(self, first: yaml.Node, last: yaml.Node) -> _Edit:
        start = self._line_start(first.start_mark.index)
        end = min(self._line_end(self._end(last)) + 1, len(self._text))
        return _Edit(start, end, "")

    def _is_below(self, node: yaml.Node) -> bool:
        """Whether a value has lines of its own below the name of its field."""
        if isinstance(node, yaml.ScalarNode):
            return node.style in {">", "|"}
        return isinstance(node, yaml.CollectionNode) and not node.flow_style

    def _end(self, node: yaml.Node) -> int:
        """Where the last word of a field is, without the comments below it."""
        if isinstance(node, yaml.ScalarNode):
            end = node.end_mark.index
            return len(self._text[:end].rstrip()) if self._is_below(node) else int(end)
        if not self._is_below(node):
            return int(node.end_mark.index)
        last = node.value[-1]
        return self._end(last[1] if isinstance(last, tuple) else last)

    def _line_start(self, index: int) -> int:
        return self._text.rfind("\n", 0, index) + 1

    def _line_end(self, index: int) -> int:
        end = self._text.find("\n", index)
        return len(self._text) if end < 0 else end


def _identity(item: Value) -> str:
    """What tells an item of a list from the others."""
    if isinstance(item, dict) and (name := item.get("id") or item.get("cites")):
        return str(name)
    return json.dumps(item)
