"""Where the lines of a document are on the page: at the margin, indented, centered or right."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.intake.document import Line, is_bold, list_mark
from corpus.intake.opening_number import number_in_other_form
from corpus.model.commission import Commission

_INDENT = 2
"""An indentation is at least this many letters wide."""
FULL_LINE = 0.95
"""A line that reaches this part of the width could hold no further word."""
_QUOTE_INDENT = 3
"""A quotation is indented by at least this many letters on all its lines."""
_ENOUGH_INDENTS = 3
"""A document with at least this many indented first lines indents them."""
_ON_RIGHT = 0.4
"""A quotation begins before this part of the width."""
_OFF_CENTER = 2
"""The room on both sides of a centered line differs by no more than this many letters."""
_LONGEST_NUMBER_LINE = 60


@dataclass(frozen=True, slots=True)
class Layout:
    """What the lines of one document have in common."""

    commission: Commission
    letter_width: float
    left_margin: float
    """Where most lines start."""
    right_edge: float
    """Where the longest line ends."""

    first_indent: float | None
    """Where the first lines of paragraphs start, if they are indented."""

    @property
    def indent(self) -> float:
        """A line that begins this much farther right is indented."""
        return _INDENT * self.letter_width

    def is_indented(self, group: Sequence[Line]) -> bool:
        """Whether all lines are indented like a quotation."""
        indent = _QUOTE_INDENT * self.letter_width
        return min(line.left for line in group) >= self.left_margin + indent

    def is_centered(self, line: Line) -> bool:
        """Whether a line has as much room on its left as on its right."""
        room_left = line.left - self.left_margin
        room_right = self.right_edge - line.right
        is_even = abs(room_left - room_right) <= _OFF_CENTER * self.letter_width
        return is_even and room_left >= _QUOTE_INDENT * self.letter_width

    def are_centered(self, group: Sequence[Line]) -> bool:
        """Whether lines are centered one by one; the lines of a quotation start at one place."""
        if is_bold_throughout(group) and all(map(self.is_centered, group)):
            return True
        starts = [line.left for line in group]
        centers = [(line.left + line.right) / 2 for line in group]
        is_ragged = max(starts) - min(starts) > self.letter_width
        have_one_center = max(centers) - min(centers) <= self.letter_width
        return is_ragged and have_one_center and self.is_indented(group)

    def is_on_right(self, line: Line) -> bool:
        """Whether a line begins far on the right, as signatures and dates do."""
        start = self.left_margin + _ON_RIGHT * (self.right_edge - self.left_margin)
        return line.left >= start and not self.is_centered(line)

    def are_first_lines(self, *lines: Line) -> bool:
        """Whether each of some lines starts where the first lines of paragraphs do.

        The upper one is a whole paragraph then, and reaches the right edge of the text.
        """
        if self.first_indent is None or lines[0].right < FULL_LINE * self.right_edge:
            return False
        return all(abs(line.left - self.first_indent) <= self.letter_width / 2 for line in lines)

    def stands_alone(self, line: Line) -> bool:
        """Whether a line is the title or the approval line of an opinion."""
        if line.is_in_sentence:
            return False
        is_title = line.begins_opinion or self.commission.heading_in(line.text) is not None
        is_title = is_title or self.commission.is_approval_line(line.text)
        return is_title or self.gives_number(line)

    def gives_number(self, line: Line) -> bool:
        """Whether a line set as a heading has a number, and else only words of headings.

        It is bold, centered, or on the right.
        """
        if not (is_bold(line.runs) or self.is_centered(line) or self.is_on_right(line)):
            return False
        text = line.text
        is_short = len(text) <= _LONGEST_NUMBER_LINE and not text.endswith(".")
        return is_short and number_in_other_form(text, self.commission) is not None

    def had_room(self, last: Line, line: Line, right_edge: float) -> bool:
        """Whether the first word of a line would have fit on the line above."""
        first_word = line.text.partition(" ")[0]
        needed = (1 + len(first_word)) * self.letter_width
        return last.right + needed < FULL_LINE * right_edge


def layout_of(lines: Sequence[Line], commission: Commission, letter_width: float) -> Layout:
    """The layout of a document with at least one line."""
    usual_left = Counter(round(line.left) for line in lines).most_common(1)[0][0]
    left_margin = min(line.left for line in lines if round(line.left) == usual_left)
    right_edge = max(line.right for line in lines)
    first_indent = _first_indent(lines, left_margin + _INDENT * letter_width)
    return Layout(commission, letter_width, left_margin, right_edge, first_indent)


def is_bold_throughout(group: Sequence[Line]) -> bool:
    """Whether all that is visible in some lines is bold."""
    return all(is_bold(line.runs) for line in group)


def _first_indent(lines: Sequence[Line], least: float) -> float | None:
    """Where lines start, from `least` on, that stand alone among lines at the margin."""
    starts = Counter(
        round(line.left)
        for above, line, below in zip(lines, lines[1:], lines[2:], strict=False)
        if above.left < least <= line.left and below.left < least and not list_mark(line.text)
    )
    start, count = starts.most_common(1)[0] if starts else (0, 0)
    return start if count >= _ENOUGH_INDENTS else None
