"""The numbers of lines that a text file has at a margin, as a pleading does."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate, pairwise

from corpus.intake.place import Place
from corpus.intake.remarks import Remark, RemarkKind

_NUMBERED = re.compile(r"(\s*)([0-9]{1,3})(?=[ \t]+\S|\s*$)")
_WIDE = re.compile(r"\s*[0-9]{1,3}(?:[ \t]{2,}\S|\s*$)")
_AT_LEFT = re.compile(r"^[ \t]*([0-9]{1,3})(?=[ \t]{2,}\S|\s*$)")
_AT_RIGHT = re.compile(r"(?<=[ \t]{2})([0-9]{1,3})\s*$")
_FIFTHS = (5, 10)
_ANY = (1, *_FIFTHS)
_ENOUGH = 3
"""At least this many numbers in a row are line numbers."""
_FULL_PAGE = 10
"""At the right margin, where a table has numbers too, at least this many are line numbers."""
_ENOUGH_OPEN = 1 / 3
"""In at least this part of the lines of a text, a sentence continues in the next one."""
_LONG_LINE = 60
"""A list has shorter lines; numbers with only one space behind them need at least one so long."""


def without_line_numbers(text: str) -> tuple[str, tuple[Remark, ...]]:
    """The text without its line numbers, and a remark on each row of them.

    Lines are numbered where each counts one more, and a sentence continues from one to the next.
    """
    lines = text.split("\n")
    remarks = list[Remark]()
    ends = list[int]()
    for row in _rows(lines):
        kept = _without_numbers([lines[index] for index in row])
        if not _are_numbered([lines[index] for index in row], kept):
            continue
        numbers = " ".join(lines[index].split()[0] for index in row)
        place = Place("line", row[0] + 1, row[-1] + 1)
        remarks.append(Remark(RemarkKind.LINE_NUMBER, place, numbers))
        for index, line in zip(row, kept, strict=True):
            lines[index] = line
        ends.append(row[-1])
    return "\n".join(lines), (*remarks, *_remarks_on_lone_lines(lines, ends, _AT_LEFT))


def without_other_line_numbers(text: str) -> tuple[str, tuple[Remark, ...]]:
    """The text without numbers at the left of every fifth line, or at the right margin.

    Those that may be other numbers stay. Remarks name all of them.
    """
    lines = text.split("\n")
    remarks = list[Remark]()
    for pattern, steps, enough in ((_AT_LEFT, _FIFTHS, _ENOUGH), (_AT_RIGHT, _ANY, _FULL_PAGE)):
        ends = list[int]()
        for row in _counting_rows(lines, pattern, steps):
            is_certain = len(row) >= enough and _number_a_text(lines, row, pattern)
            kind = RemarkKind.LINE_NUMBER if is_certain else RemarkKind.PERHAPS_LINE_NUMBER
            remarks.append(_remark(kind, lines, row, pattern))
            for index in row if is_certain else ():
                lines[index] = pattern.sub(lambda match: " " * len(match[0]), lines[index])
            ends += row[-1:] if is_certain else []
        remarks += _remarks_on_lone_lines(lines, ends, pattern)
    return "\n".join(lines), tuple(remarks)


def _counting_rows(
    lines: Sequence[str], pattern: re.Pattern[str], steps: Collection[int]
) -> Iterator[list[int]]:
    """Yield the indexes of lines whose numbers grow as the lines do, by one of these steps."""
    filled = list(accumulate(bool(line.strip()) for line in lines))
    numbers = {i: int(match[1]) for i, line in enumerate(lines) if (match := pattern.search(line))}
    row: list[int] = []
    for index, number in numbers.items():
        step = number - numbers[row[-1]] if row else 0
        distances = {index - row[-1], filled[index] - filled[row[-1]]} if row else set[int]()
        if step not in steps or step not in distances or number % step:
            yield from [row] if len(row) > 1 else []
            row = []
        row.append(index)
    yield from [row] if len(row) > 1 else []


def _number_a_text(lines: Sequence[str], row: Sequence[int], pattern: re.Pattern[str]) -> bool:
    """Whether sentences continue from line to line, as in a text and hardly in a table."""
    within = (pattern.sub("", line) for line in lines[row[0] : row[-1] + 1])
    pairs = list(pairwise(line for line in within if line.strip()))
    return sum(_goes_on(*pair) for pair in pairs) >= _ENOUGH_OPEN * len(pairs) > 0


def _remarks_on_lone_lines(
    lines: Sequence[str], ends: Sequence[int], pattern: re.Pattern[str]
) -> Iterator[Remark]:
    """Yield a remark on each 1 that follows numbered lines: a page may have this line alone."""
    for end in ends:
        following = next((i for i in range(end + 1, len(lines)) if lines[i].strip()), end)
        match = pattern.search(lines[following])
        if match and match[1] == "1":
            yield _remark(RemarkKind.PERHAPS_LINE_NUMBER, lines, [following], pattern)


def _remark(
    kind: RemarkKind, lines: Sequence[str], row: Sequence[int], pattern: re.Pattern[str]
) -> Remark:
    numbers = (pattern.search(lines[index]) for index in row)
    words = " ".join(number[1] for number in numbers if number)
    return Remark(kind, Place("line", row[0] + 1, row[-1] + 1), words)


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
