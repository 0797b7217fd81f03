"""Lines joined to passages: over hard breaks, and over the ends of pages."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.intake.document import Line, Passage, Piece, typed_mark, without
from corpus.model.commission import Commission
from corpus.text.blocks import Role

_ENDS_SENTENCE = re.compile(r"[.?!:;][”’\"')\]]*[⁰¹²³⁴-⁹]*$")
_LONGEST_HEADING = 80
_SHIFT = 2
"""So many units to the right are an indentation."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What the lines of one document have in common."""

    commission: Commission
    unit: float
    margin: float
    """Where most lines start."""
    edge: float
    """Where the longest line ends."""

    def stands_alone(self, line: Line) -> bool:
        """Whether a line is the first of an opinion, or tells its approval."""
        words = line.words
        is_first = self.commission.heading_in(words) is not None
        return is_first or self.commission.tells_approval(words)


def joined(lines: tuple[Line, ...], commission: Commission, unit: float) -> tuple[Passage, ...]:
    """The passages; `unit` is the width of a letter."""
    if not lines:
        return ()
    margin = Counter(round(line.start) for line in lines).most_common(1)[0][0]
    sheet = _Sheet(commission, unit, margin, max(line.end for line in lines))
    groups = list(_groups(lines, sheet))
    following = [group[0] for group in groups[1:]]
    depths = _depths(groups, unit)
    return tuple(
        _passage(group, next_line, depth, sheet)
        for group, next_line, depth in zip(groups, [*following, None], depths, strict=True)
    )


def _groups(lines: tuple[Line, ...], sheet: _Sheet) -> Iterator[list[Line]]:
    """The lines of each passage."""
    group = [lines[0]]
    for line in lines[1:]:
        if _goes_on(group, line, sheet):
            group.append(line)
        else:
            yield group
            group = [line]
    yield group


def _goes_on(group: list[Line], line: Line, sheet: _Sheet) -> bool:
    """Whether a line goes on with the passage above it."""
    last = group[-1]
    if sheet.stands_alone(line) or sheet.stands_alone(last) or typed_mark(line.words):
        return False
    is_open = not _ENDS_SENTENCE.search(last.words)
    if line.has_gap:
        return is_open and line.words[0].islower()
    if last.is_strong != line.is_strong and (last.is_strong or line.is_strong):
        return (is_open and not _is_short(last)) or line.words[0].islower()
    if is_open:
        return True
    return not _begins(group, line, sheet)


def _begins(group: list[Line], line: Line, sheet: _Sheet) -> bool:
    """Whether a line below the end of a sentence begins a paragraph without a gap."""
    last = group[-1]
    is_first_of_item = len(group) == 1 and typed_mark(last.words)
    if line.start - last.start >= _SHIFT * sheet.unit and not is_first_of_item:
        return True
    edge = max(one.end for one in group) if len(group) > 1 else sheet.edge
    first_word = len(line.words.split()[0]) * sheet.unit
    return last.end + sheet.unit + first_word < 0.95 * edge


def _is_short(line: Line) -> bool:
    return len(line.words) <= _LONGEST_HEADING


def _passage(group: list[Line], following: Line | None, depth: int, sheet: _Sheet) -> Passage:
    pieces = tuple(_together(group))
    if _is_heading(group, following, sheet):
        return Passage(Role.HEADING, tuple(Piece(piece.words) for piece in pieces))
    if mark := typed_mark(group[0].words):
        return Passage(Role.ITEM, without(pieces, mark), depth, mark)
    role = Role.QUOTE if _is_quote(group, sheet) else Role.PARAGRAPH
    return Passage(role, pieces)


def _is_heading(group: list[Line], following: Line | None, sheet: _Sheet) -> bool:
    line = group[0]
    if sheet.commission.heading_in(line.words):
        return True
    is_title = len(group) == 1 and _is_short(line) and not _ENDS_SENTENCE.search(line.words)
    if not is_title or line.words[0].islower() or line.words[-1] == "," or typed_mark(line.words):
        return False
    is_apart = line.has_gap and following is not None and following.has_gap
    return line.is_strong or is_apart


def _is_quote(group: list[Line], sheet: _Sheet) -> bool:
    """Whether all lines stand in from the margin, and none is a first line alone."""
    shift = 2 * _SHIFT * sheet.unit
    return len(group) > 1 and all(line.start - sheet.margin >= shift for line in group)


def _depths(groups: list[list[Line]], unit: float) -> list[int]:
    """How deep each passage stands in its list, by where its first line starts; 1 outside."""
    depths: list[int] = []
    starts: list[float] = []
    for group in groups:
        line = group[0]
        if not typed_mark(line.words):
            depths.append(1)
            starts = [] if group[0].start <= min(starts, default=0) else starts
            continue
        while starts and line.start < starts[-1] - unit / 2:
            starts.pop()
        if not starts or line.start > starts[-1] + unit * _SHIFT:
            starts.append(line.start)
        depths.append(len(starts))
    return depths


def _together(group: list[Line]) -> Iterator[Piece]:
    """The pieces of all lines, with a space between two unless a hyphen ends the first."""
    for place, line in enumerate(group):
        yield from line.pieces
        is_cut = re.search(r"\w-$", line.words)
        if place < len(group) - 1 and not is_cut:
            yield Piece(" ", line.pieces[-1].strong, line.pieces[-1].emphasis)
