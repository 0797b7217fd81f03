"""Split a file into front matter and body, and parse its YAML."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from frontmatter.default_handlers import YAMLHandler

from corpus.findings import Fault, FaultKind, Location
from corpus.parsing import yaml_values
from corpus.parsing.files import read_text
from corpus.parsing.yaml_text import YamlText
from corpus.parsing.yaml_values import FieldPath, Value


class StrictHandler(YAMLHandler):
    """Front matter between two lines of exactly three hyphens, the first at the very top."""

    FM_BOUNDARY = re.compile(r"---(?:(?<=\A---)|(?<=\n---))(?:\n|\Z)")


@dataclass(frozen=True, slots=True)
class RawFile:
    """A file as read, before its fields are checked against a schema."""

    yaml: YamlText
    """The front matter, or all of a YAML file."""
    unusual: str
    """All characters of the file besides visible ASCII, tabs and line ends, and maybe others."""
    fields: Value | None = None
    """The parsed YAML; None if it could not be parsed."""
    body: str = ""
    """The Markdown below the front matter."""
    body_line: int = 1
    """The line of the file on which `body` begins."""
    faults: tuple[Fault, ...] = ()

    @property
    def path(self) -> str:
        """The file's path below the root, as findings name it."""
        return self.yaml.name

    @property
    def text(self) -> str:
        """The whole text of a Markdown file, with its fences."""
        return f"---\n{self.yaml.text}---\n{self.body}"

    def location(self, field_path: FieldPath) -> Location:
        """Where the value at `field_path` is, or the nearest value above it."""
        return yaml_values.location(self.yaml, field_path)

    def key_location(self, field_path: FieldPath) -> Location:
        """Where the name of the field at `field_path` is."""
        return yaml_values.key_location(self.yaml, field_path)

    def field_at(self, location: Location) -> FieldPath:
        """The path of the field at a place of the file: `("issues", 0, "question")`."""
        best: FieldPath = ()
        for path in _paths(self.fields):
            place = self.location(path)
            name_place = self.key_location(path)
            start = min(place, name_place) if isinstance(path[-1], str) else place
            if start <= location:
                best = path
        return best


def body_of(text: str) -> str:
    """What a Markdown file has below its fields; nothing if it is not clear where they end."""
    try:
        _, body = StrictHandler().split(text)
    except ValueError:
        return ""
    return body


def read_markdown(path: Path | str, name: str) -> RawFile:
    """Read a Markdown file with front matter, called `name` in findings."""
    file = read_text(path, name)
    if file.is_in_conflict:
        return RawFile(YamlText(name), file.unusual, faults=file.faults)
    if not file.text.startswith("---\n"):
        faults = file.faults or (missing_fence(file.text, name),)
        return RawFile(YamlText(name), file.unusual, faults=faults)
    try:
        front_matter, body = StrictHandler().split(file.text)
        is_closed = "\n--- " not in front_matter
    except ValueError:
        is_closed = False
    if not is_closed:
        fault = unclosed_front_matter(file.text, name)
        return RawFile(YamlText(name), file.unusual, faults=(*file.faults, fault))
    yaml = YamlText(name, front_matter, first_line=2)
    fields, faults = yaml_values.parse_yaml(yaml)
    body_line = front_matter.count("\n") + 3
    return RawFile(yaml, file.unusual, fields, body, body_line, (*file.faults, *faults))


def read_yaml(path: Path, name: str) -> RawFile:
    """Read a YAML file, called `name` in findings."""
    file = read_text(path, name)
    if file.is_in_conflict or (file.faults and not file.text):
        return RawFile(YamlText(name), file.unusual, faults=file.faults)
    yaml = YamlText(name, file.text)
    fields, faults = yaml_values.parse_yaml(yaml)
    return RawFile(yaml, file.unusual, fields, faults=(*file.faults, *faults))


def _paths(value: Value | None, above: FieldPath = ()) -> list[FieldPath]:
    """The path of every value, in the order of the file."""
    items = value.items() if isinstance(value, dict) else enumerate(value or ())
    if isinstance(value, str):
        return []
    return [
        path for name, child in items for path in ((*above, name), *_paths(child, (*above, name)))
    ]


_LIKE_A_FENCE = re.compile(r"(?:\s*-\s*){3,}|\.\.\.\s*|—+\s*|–+\s*")


def missing_fence(text: str, name: str) -> Fault:
    """Why the first line does not open the fields."""
    lines = text.split("\n")
    message = "the first line is not `---`"
    if lines[0].rstrip() == "---":
        message = "there are spaces after the `---` of the first line; delete them"
    elif _LIKE_A_FENCE.fullmatch(lines[0]):
        message = f"`{lines[0]}` does not open the fields; type `---` only"
    elif not lines[0].strip() and "---" in lines:
        message = "the first line is empty; delete every line above the first `---`"
    return Fault(Location(name), FaultKind.NO_FENCE, message)


def unclosed_front_matter(text: str, name: str) -> Fault:
    """Where the second line `---` should be, or what is there instead."""
    lines = text.split("\n")
    place = len(lines)
    message = "no second line `---` closes the fields"
    for number, line in enumerate(lines[1:], 2):
        if line.rstrip() == "---":
            place = number
            message = "there are spaces after this `---`; delete them"
            break
        if _LIKE_A_FENCE.fullmatch(line):
            place = number
            message = f"`{line}` does not close the fields; type `---` only"
            break
        if not line.strip() or line.startswith("# "):
            place = number
            message = "the fields seem to end here, but no line `---` closes them"
            break
    return Fault(Location(name, place), FaultKind.NO_SECOND_FENCE, message)
