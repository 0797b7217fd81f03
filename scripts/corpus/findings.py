"""What can be wrong, where, and how it is reported."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import StrEnum
from typing import NamedTuple, Self


class Level(StrEnum):
    """How serious a finding is. An error keeps the site from being published."""

    ERROR = "error"
    WARNING = "warning"


class FaultKind(StrEnum):
    """What can be wrong with a file or a value by itself; `FAULT_RULES` has the rule for each."""

    UNREADABLE = "unreadable"
    NOT_A_FILE = "not-a-file"
    TOO_LARGE = "too-large"
    ENCODING = "encoding"
    INVISIBLE = "invisible"
    CONFLICT = "conflict"
    MISREAD = "misread"
    LINE_ENDS = "line-ends"
    NO_FENCE = "no-fence"
    NO_SECOND_FENCE = "no-second-fence"
    YAML = "yaml"
    COLON = "colon"
    TAB = "tab"
    CURLY_QUOTES = "curly-quotes"
    COMMENT = "comment"
    YAML_FEATURE = "yaml-feature"
    DUPLICATE = "duplicate"
    UNKNOWN = "unknown"
    MISSING = "missing"
    SHAPE = "shape"
    EMPTY = "empty"
    DAY = "day"
    NUMBER = "number"
    YEAR = "year"
    SLUG = "slug"
    URL = "url"
    CITATION = "citation"
    PATH = "path"
    SOURCE = "source"
    FORM = "form"
    CHOICE = "choice"
    OPINION = "opinion"
    EDITION = "edition"
    SEAL = "seal"
    OTHER = "other"


@dataclass(frozen=True, order=True, slots=True)
class Location:
    """A place in a file: the path relative to the root; line and column count from 1."""

    path: str
    line: int = 1
    column: int = 1

    @classmethod
    def in_text(cls, path: str, text: str, first_line: int, offset: int) -> Self:
        """The location of a character of a text that begins at `first_line` of a file."""
        line = first_line + text.count("\n", 0, offset)
        return cls(path, line, offset - text.rfind("\n", 0, offset))


class Violation(NamedTuple):
    """Where a rule is broken, and a sentence on what is wrong there."""

    location: Location
    message: str
    hint: str = ""
    """What to type instead, if it is not what the rule says."""
    subject: str = ""
    """The value, as the message shows it: `12-34.5(b)`. An exception names it."""
    field_path: tuple[str | int, ...] = ()
    """The path of the field, if its place cannot show it."""


@dataclass(frozen=True, order=True, slots=True)
class Fault:
    """A mistake that the parser finds, with its location and a sentence that shows the value."""

    location: Location
    kind: FaultKind
    message: str
    hint: str = ""
    """What to type instead, if it is not what the rule of this kind says."""
    field_path: tuple[str | int, ...] = field(default=(), compare=False)
    """The path of a field whose place does not show it, because it is missing or there twice."""


@dataclass(frozen=True, order=True, slots=True)
class Finding:
    """A fault or a violation as it is reported, with the code, name, level and hint of its rule."""

    location: Location
    code: str
    rule: str
    level: Level
    message: str
    hint: str
    subject: str = ""
    """The value that it is about, by which an exception can name it."""
    field_path: tuple[str | int, ...] = field(default=(), compare=False)
    """The path of a field whose place does not show it, because it is missing or there twice."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`; did you mean …?` with the known word closest to `word`, or "" if none is close."""
    close = get_close_matches(word[:80], sorted(known), n=1)
    return f"; did you mean `{close[0]}`?" if close else ""
