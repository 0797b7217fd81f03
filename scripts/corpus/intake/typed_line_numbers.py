"""The numbers of lines that a text file has at its left margin, as a pleading does."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpus.intake.place import Place
from corpus.intake.remarks import Remark, RemarkKind

_NUMBERED = re.compile(r"(\s*)([0-9]{1,3})(?=[ \t]+\S|\s*$)")
_WIDE = re.compile(r"\s*[0-9]{1,3}(?:[ \t]{2,}\S|\s*$)")
_ENOUGH = 3
"""At least this many numbers in a row are line numbers."""
_LONG_LINE = 60
"""A list has shorter lines; numbers with only one space behind them need at least one so long."""


def without_line_numbers(text: str) -> tuple[str, tuple[Remark, ...]]:
    """The text without its line numbers, and a remark on each row of them.

    Lines are numbered where each counts one more, and a sentence continues from one to the next.
    """
    lines = text.split("\n")
    remarks = list[Remark]()
    for row in _rows(lines):
        kept = _without_numbers([lines[index] for index in row])
        if not _are_numbered([lines[index] for index in row], kept):
            continue
        numbers = " ".join(lines[index].split()[0] for index in row)
        place = Place("line", row[0] + 1, row[-1] + 1)
        remarks.append(Remark(RemarkKind.LINE_NUMBER, place, numbers))
        for index, line in zip(row, kept, strict=True):
            lines[index] = line
    return "\n".join(lines), tuple(remarks)


def _rows(lines: Sequence[str]) -> Iterator[list[int]]:
    """Yield the indexes of lines whose numbers count on, with nothing but empty lines between."""
    row: list[int] = []
    last = 0
    for index, line in enumerate(lines):
        if not line.strip():
            continue
        match = _NUMBERED.match(line)
        number = int(match[2]) if match else 0
        if row and number != last + 1:
            yield row
            row = []
        if match:
            row.append(index)
        last = number
    yield row


def _without_numbers(lines: Sequence[str]) -> list[str]:
    """The lines without their numbers; those that begin farthest left are not indented."""
    blank = [_NUMBERED.sub(lambda match: " " * len(match[0]), line, count=1) for line in lines]
    indents = [len(line) - len(line.lstrip()) for line in blank if line.strip()]
    return [line[min(indents, default=0) :] for line in blank]


def _are_numbered(lines: Sequence[str], kept: Sequence[str]) -> bool:
    """Whether lines are numbered: a list has items, not one sentence over several lines."""
    is_set_apart = all(map(_WIDE.match, lines)) or max(map(len, kept), default=0) >= _LONG_LINE
    goes_on = any(_goes_on(*pair) for pair in pairwise(kept))
    return len(lines) >= _ENOUGH and is_set_apart and goes_on


def _goes_on(line: str, following: str) -> bool:
    """Whether a sentence continues in the next line."""
    return line.strip()[-1:] not in set(".?!:;") and following.strip()[:1].islower()
