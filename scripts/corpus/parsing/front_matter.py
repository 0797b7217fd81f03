"""A file as it was read: its values, its body, and what is wrong with it.

python-frontmatter splits a record at its fences.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from frontmatter.default_handlers import YAMLHandler

from corpus.findings import Fault, FaultKind, Location
from corpus.parsing import yaml_values
from corpus.parsing.files import read_text
from corpus.parsing.yaml_mistakes import unclosed
from corpus.parsing.yaml_values import FieldPath, Value


class StrictHandler(YAMLHandler):
    """Front matter between two lines of exactly three hyphens, the first at the very top."""

    FM_BOUNDARY = re.compile(r"---(?:(?<=\A---)|(?<=\n---))(?:\n|\Z)")


@dataclass(frozen=True, slots=True)
class RawFile:
    """One file as it was read: its values and body, and what kept it from being read whole."""

    path: str
    yaml: str = ""
    yaml_line: int = 1
    values: Value | None = None
    body: str = ""
    body_line: int = 1
    faults: tuple[Fault, ...] = ()

    @property
    def text(self) -> str:
        """All of a record as it was read, fences included."""
        return f"---\n{self.yaml}---\n{self.body}"

    def location(self, loc: FieldPath) -> Location:
        """The place of the value at `loc`, or of the nearest value above it."""
        return yaml_values.location(self.yaml, loc, self.path, self.yaml_line)

    def key_location(self, loc: FieldPath) -> Location:
        """The place of the name of the field at `loc`."""
        return yaml_values.key_location(self.yaml, loc, self.path, self.yaml_line)


def read_record(path: Path, name: str) -> RawFile:
    """A Markdown file with front matter, known as `name` in findings."""
    read = read_text(path, name)
    if not read.text.startswith("---\n"):
        return RawFile(name, faults=read.faults or (_unopened(name),))
    try:
        front, body = StrictHandler().split(read.text)
    except ValueError:
        return RawFile(name, faults=(*read.faults, unclosed(read.text, name)))
    yaml_line, body_line = 2, front.count("\n") + 3
    found, faults = yaml_values.values(front, name, yaml_line)
    return RawFile(name, front, yaml_line, found, body, body_line, (*read.faults, *faults))


def read_yaml(path: Path, name: str) -> RawFile:
    """A YAML file, known as `name` in findings."""
    read = read_text(path, name)
    if read.faults and not read.text:
        return RawFile(name, faults=read.faults)
    found, faults = yaml_values.values(read.text, name, 1)
    return RawFile(name, read.text, 1, found, faults=(*read.faults, *faults))


def _unopened(name: str) -> Fault:
    return Fault(Location(name), FaultKind.FENCE, "the first line is not `---`")
