"""What is wrong, where, and what to type instead."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from typing import TypeAlias


class Level(StrEnum):
    """How grave a finding is: an error keeps a record off the site."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, order=True, slots=True)
class Spot:
    """A place in a file: path below the root, line and column counted from 1."""

    path: str
    line: int = 1
    column: int = 1


Verdict: TypeAlias = tuple[Spot, str]
"""What a rule says: a place, and a sentence on what is wrong there."""


@dataclass(frozen=True, order=True, slots=True)
class Fault:
    """Something that is not as it should be, found in reading; a rule claims it by its kind."""

    spot: Spot
    kind: str
    message: str


@dataclass(frozen=True, order=True, slots=True)
class Finding:
    """A fault with the code, name, level and hint of the rule that reports it."""

    spot: Spot
    code: str
    rule: str
    level: Level
    message: str
    hint: str


def guess(word: str, known: Iterable[str]) -> str:
    """`; did you mean …?` with the known word closest to `word`, or nothing where none is close."""
    close = get_close_matches(word, sorted(known), n=1)
    return f"; did you mean `{close[0]}`?" if close else ""
