"""What is wrong, where, and what to type instead."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from typing import TypeAlias


class Level(StrEnum):
    """How grave a finding is: an error keeps the site from being published."""

    ERROR = "error"
    WARNING = "warning"


class FaultKind(StrEnum):
    """What can be wrong with a file or a value by itself; each is claimed by one rule."""

    UNREADABLE = "unreadable"
    NOT_A_FILE = "not-a-file"
    HUGE = "huge"
    ENCODING = "encoding"
    CONTROL = "control"
    FENCE = "fence"
    UNCLOSED = "unclosed"
    YAML = "yaml"
    COLON = "colon"
    TAB = "tab"
    CURLY = "curly"
    CUT = "cut"
    EXTRA = "extra"
    DUPLICATE = "duplicate"
    UNKNOWN = "unknown"
    MISSING = "missing"
    SHAPE = "shape"
    EMPTY = "empty"
    DAY = "day"
    WHOLE = "whole"
    YEAR = "year"
    SLUG = "slug"
    URL = "url"
    CITATION = "citation"
    FILE = "file"
    SOURCE = "source"
    FORM = "form"
    CHOICE = "choice"
    OPINION = "opinion"
    EDITION = "edition"
    SEAL = "seal"
    OTHER = "other"


@dataclass(frozen=True, order=True, slots=True)
class Location:
    """A place in a file: path below the root, line and column counted from 1."""

    path: str
    line: int = 1
    column: int = 1


Violation: TypeAlias = tuple[Location, str]
"""What a rule says: a place, and a sentence on what is wrong there."""


@dataclass(frozen=True, order=True, slots=True)
class Fault:
    """A flaw found in reading, at its place, with a sentence that names the value."""

    location: Location
    kind: FaultKind
    message: str


@dataclass(frozen=True, order=True, slots=True)
class Finding:
    """What a rule reports: its verdict with its code, name, level and hint."""

    location: Location
    code: str
    rule: str
    level: Level
    message: str
    hint: str


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`; did you mean …?` with the known word closest to `word`, or nothing where none is close."""
    close = get_close_matches(word[:80], sorted(known), n=1)
    return f"; did you mean `{close[0]}`?" if close else ""
