"""Lines joined to blocks of text, across line breaks and page ends."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.intake.document import Line, TextBlock, TextRun, list_mark, remove_mark
from corpus.model.commission import Commission
from corpus.text.blocks import Role

_SENTENCE_END = re.compile(r"[.?!:;][”’\"')\]]*[⁰¹²³⁴-⁹]*$")
_CUT_WORD = re.compile(r"\w-$")
_LONGEST_HEADING = 80
_INDENT = 2
"""An indentation is at least this many letters wide."""
_FULL_LINE = 0.95
"""A line that reaches this part of the width could hold no further word."""


@dataclass(frozen=True, slots=True)
class PageLayout:
    """What the lines of one document have in common."""

    commission: Commission
    letter_width: float
    left_margin: float
    """Where most lines start."""
    right_edge: float
    """Where the longest line ends."""

    @property
    def indent(self) -> float:
        """The width of an indentation."""
        return _INDENT * self.letter_width

    def stands_alone(self, line: Line) -> bool:
        """Whether a line is the title or the approval line of an opinion."""
        is_title = self.commission.heading_in(line.text) is not None
        return is_title or self.commission.is_approval_line(line.text)


def join_lines(
    lines: tuple[Line, ...], commission: Commission, letter_width: float
) -> tuple[TextBlock, ...]:
    """Return the blocks that the lines form."""
    if not lines:
        return ()
    layout = _page_layout(lines, commission, letter_width)
    groups = list(_lines_of_blocks(lines, layout))
    following = [*(group[0] for group in groups[1:]), None]
    depths = _list_depths(groups, letter_width)
    return tuple(
        _block(group, next_line, depth, layout)
        for group, next_line, depth in zip(groups, following, depths, strict=True)
    )


def _page_layout(lines: Sequence[Line], commission: Commission, letter_width: float) -> PageLayout:
    left_margin = Counter(round(line.left) for line in lines).most_common(1)[0][0]
    right_edge = max(line.right for line in lines)
    return PageLayout(commission, letter_width, left_margin, right_edge)


def _lines_of_blocks(lines: Sequence[Line], layout: PageLayout) -> Iterator[list[Line]]:
    """Yield the lines of each block."""
    group = [lines[0]]
    for line in lines[1:]:
        if _continues_block(group, line, layout):
            group.append(line)
        else:
            yield group
            group = [line]
    yield group


def _continues_block(group: list[Line], line: Line, layout: PageLayout) -> bool:
    """Whether a line belongs to the same block as the lines above it."""
    last = group[-1]
    if layout.stands_alone(line) or layout.stands_alone(last) or list_mark(line.text):
        return False
    is_open_sentence = not _SENTENCE_END.search(last.text)
    starts_lower = line.text[:1].islower()
    if line.gap_above:
        return is_open_sentence and starts_lower
    if last.is_bold != line.is_bold:
        return starts_lower or (is_open_sentence and not _is_short(last))
    return is_open_sentence or not _starts_paragraph(group, line, layout)


def _starts_paragraph(group: list[Line], line: Line, layout: PageLayout) -> bool:
    """Whether a line after the end of a sentence starts a paragraph, though without a gap.

    It does if it is indented, or if its first word would have fit on the line above.
    """
    last = group[-1]
    is_below_list_mark = len(group) == 1 and list_mark(last.text)
    if line.left - last.left >= layout.indent and not is_below_list_mark:
        return True
    right_edge = max(line.right for line in group) if len(group) > 1 else layout.right_edge
    first_word = line.text.partition(" ")[0]
    needed = (1 + len(first_word)) * layout.letter_width
    return last.right + needed < _FULL_LINE * right_edge


def _block(group: list[Line], following: Line | None, depth: int, layout: PageLayout) -> TextBlock:
    runs = tuple(_joined_runs(group))
    if _is_heading(group, following, layout):
        return TextBlock(Role.HEADING, tuple(TextRun(run.text) for run in runs))
    if mark := list_mark(group[0].text):
        return TextBlock(Role.ITEM, remove_mark(runs, mark), depth, mark)
    role = Role.QUOTE if _is_quotation(group, layout) else Role.PARAGRAPH
    return TextBlock(role, runs)


def _is_heading(group: list[Line], following: Line | None, layout: PageLayout) -> bool:
    line = group[0]
    if layout.commission.heading_in(line.text):
        return True
    if len(group) > 1 or not _reads_like_heading(line):
        return False
    has_gaps_around = line.gap_above and following is not None and following.gap_above
    return line.is_bold or has_gaps_around


def _reads_like_heading(line: Line) -> bool:
    """Whether a line is short, begins with no small letter or list mark, and ends no sentence."""
    if not _is_short(line) or _SENTENCE_END.search(line.text) or line.text.endswith(","):
        return False
    return not line.text[:1].islower() and not list_mark(line.text)


def _is_short(line: Line) -> bool:
    return len(line.text) <= _LONGEST_HEADING


def _is_quotation(group: list[Line], layout: PageLayout) -> bool:
    """Whether there are several lines and all are indented, not only the first."""
    indent = 2 * layout.indent
    return len(group) > 1 and all(line.left - layout.left_margin >= indent for line in group)


def _list_depths(groups: list[list[Line]], letter_width: float) -> list[int]:
    """Return the list depth of each block by the indentation of its first line; 1 outside lists."""
    depths: list[int] = []
    open_lists: list[float] = []  # where their items start, the outermost list first
    for first, *_ in groups:
        if not list_mark(first.text):
            depths.append(1)
            if open_lists and first.left <= open_lists[0]:
                open_lists = []
            continue
        while open_lists and first.left < open_lists[-1] - letter_width / 2:
            open_lists.pop()
        if not open_lists or first.left > open_lists[-1] + _INDENT * letter_width:
            open_lists.append(first.left)
        depths.append(len(open_lists))
    return depths


def _joined_runs(group: list[Line]) -> Iterator[TextRun]:
    """Yield the runs of all lines, with a space for each line break unless it cuts a word."""
    for index, line in enumerate(group):
        if index and not _CUT_WORD.search(group[index - 1].text):
            last_run = group[index - 1].runs[-1]
            yield TextRun(" ", last_run.bold, last_run.italic)
        yield from line.runs
