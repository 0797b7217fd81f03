"""Lines joined to blocks of text, across line breaks and page ends."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.intake.document import Line, TextBlock, TextRun, is_bold, list_mark, remove_mark
from corpus.intake.remarks import Remark, RemarkKind
from corpus.model.approval_words import gives_approval_day
from corpus.model.commission import Commission
from corpus.text.blocks import Role

SENTENCE_END = re.compile(r"[.?!:;][”’\"')\]]*(?: ?[⁰¹²³⁴-⁹]+|\[\d{1,3}\])?$")
_BEFORE_NUMBER = re.compile(
    r"(?:§|\b(?:article|number|paragraph|rule|section|standard))$",
    re.IGNORECASE,
)
"""What stands before the number that it names."""
_NUMBER = re.compile(r"[0-9]{1,3}\. +\S")
_FEW_WORDS = 3
"""A line of fewer words can be the heading of a list."""
_CUT_WORD = re.compile(r"\w-$")
_RAISED = re.compile("[⁰¹²³⁴-⁹]")
_LONGEST_HEADING = 80
_TITLE_START = re.compile(r"[“‘\"'(\[¶§]*[^\W_]")
_INDENT = 2
"""An indentation is at least this many letters wide."""
_QUOTE_INDENT = 3
"""A quotation is indented by at least this many letters on all its lines."""
_ENOUGH_INDENTS = 3
"""From this many indented first lines on, the document indents them."""
_LAST_WORDS = 5
"""How many words at the end of a line are quoted."""
_FULL_LINE = 0.95
"""A line that reaches this part of the width could hold no further word."""


@dataclass(frozen=True, slots=True)
class _Layout:
    """What the lines of one document have in common."""

    commission: Commission
    letter_width: float
    left_margin: float
    """Where most lines start."""
    right_edge: float
    """Where the longest line ends."""

    first_indent: float | None
    """Where the first lines of paragraphs start, if they are indented."""

    def is_indented(self, group: Sequence[Line]) -> bool:
        """Whether all lines are indented as those of a quotation are."""
        indent = _QUOTE_INDENT * self.letter_width
        return min(line.left for line in group) >= self.left_margin + indent

    def are_first_lines(self, *lines: Line) -> bool:
        """Whether each of some lines starts where the first lines of paragraphs do.

        The upper one is a whole paragraph then, and reaches the right edge of the text.
        """
        if self.first_indent is None or lines[0].right < _FULL_LINE * self.right_edge:
            return False
        return all(abs(line.left - self.first_indent) <= self.letter_width / 2 for line in lines)

    def stands_alone(self, line: Line) -> bool:
        """Whether a line is the title or the approval line of an opinion."""
        is_title = self.commission.heading_in(line.text) is not None
        return is_title or self.commission.is_approval_line(line.text)


def join_lines(
    lines: Sequence[Line], commission: Commission, letter_width: float
) -> tuple[TextBlock, ...]:
    """The blocks that the lines form."""
    if not lines:
        return ()
    layout = _layout(lines, commission, letter_width)
    groups = _lines_of_blocks(lines, layout)
    gaps_below = [*(_is_apart(*pair) for pair in pairwise(groups)), False]
    depths = _list_depths([group[0] for group in groups], layout)
    return tuple(
        _block(group, depth, layout, has_gap_below=gap_below)
        for group, depth, gap_below in zip(groups, depths, gaps_below, strict=True)
    )


def remarks_on_ends(
    lines: Sequence[Line], commission: Commission, letter_width: float
) -> Iterator[Remark]:
    """Yield a remark on each line that may end a paragraph which `join_lines` goes on with.

    A number that may be cited, or begin a list item, is one too.
    """
    if not lines:
        return
    for line, following in pairwise(lines):
        if may_be_cited(line, following):
            words = f"{line.text.split()[-1]} {list_mark(following.text)}"
            yield Remark(RemarkKind.PERHAPS_CITED, following.place, words)
    layout = _layout(lines, commission, letter_width)
    groups = _lines_of_blocks(lines, layout)
    only_room_shows_ends = _only_room_shows_ends(groups, layout)
    for line, following in (pair for group in groups for pair in pairwise(group)):
        is_last = (line.page, line.column) != (following.page, following.column)
        is_end = SENTENCE_END.search(line.text) is not None
        words = " ".join(line.text.split()[-_LAST_WORDS:])
        if is_last and is_end:
            yield Remark(RemarkKind.PAGE_END, line.place, words)
        elif following.gap_above:
            yield Remark(RemarkKind.SPACE_WITHIN, line.place, words)
        elif following.text[:1].islower():
            continue
        elif following.may_begin_paragraph or (is_end and only_room_shows_ends):
            yield Remark(RemarkKind.PARAGRAPH_END, line.place, words)


def _only_room_shows_ends(groups: Sequence[Sequence[Line]], layout: _Layout) -> bool:
    """Whether most paragraphs end with a line that has room left, and with no other sign."""
    if layout.first_indent is not None:
        return False
    indent = _INDENT * layout.letter_width
    only_room = [
        not below[0].gap_above and below[0].left < layout.left_margin + indent
        for above, below in pairwise(groups)
        if SENTENCE_END.search(above[-1].text) and above[-1].page == below[0].page
        if not list_mark(below[0].text) and not layout.stands_alone(below[0])
        if not layout.stands_alone(above[-1]) and not _looks_like_heading(below)
    ]
    return sum(only_room) > len(only_room) / 2


def _looks_like_heading(group: Sequence[Line]) -> bool:
    """Whether lines are a single one that has space above and reads like a heading."""
    return len(group) == 1 and group[0].gap_above and _reads_like_heading(group[0])


def _layout(lines: Sequence[Line], commission: Commission, letter_width: float) -> _Layout:
    usual_left = Counter(round(line.left) for line in lines).most_common(1)[0][0]
    left_margin = min(line.left for line in lines if round(line.left) == usual_left)
    right_edge = max(line.right for line in lines)
    first_indent = _first_indent(lines, left_margin + _INDENT * letter_width)
    return _Layout(commission, letter_width, left_margin, right_edge, first_indent)


def _first_indent(lines: Sequence[Line], least: float) -> float | None:
    """Where lines start, from `least` on, that stand alone among lines at the margin."""
    starts = Counter(
        round(line.left)
        for above, line, below in zip(lines, lines[1:], lines[2:], strict=False)
        if above.left < least <= line.left and below.left < least and not list_mark(line.text)
    )
    start, count = starts.most_common(1)[0] if starts else (0, 0)
    return start if count >= _ENOUGH_INDENTS else None


def _is_apart(above: Sequence[Line], below: Sequence[Line]) -> bool:
    """Whether there is empty space, or the end of a page, between two blocks."""
    return below[0].gap_above or below[0].page != above[-1].page


def _lines_of_blocks(lines: Sequence[Line], layout: _Layout) -> list[list[Line]]:
    groups = [[lines[0]]]
    for line in lines[1:]:
        if _continues_block(groups[-1], line, layout):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _continues_block(group: list[Line], line: Line, layout: _Layout) -> bool:
    """Whether a line belongs to the same block as the lines above it."""
    last = group[-1]
    if layout.stands_alone(line) or layout.stands_alone(last) or _begins_item(group, line):
        return False
    is_open_sentence = not SENTENCE_END.search(last.text)
    starts_lower = line.text[:1].islower()
    if line.is_table_row or last.is_table_row:
        return is_open_sentence and starts_lower and not line.is_table_row
    if line.gap_above:
        return is_open_sentence and starts_lower and not _is_heading_above(group, line, layout)
    if is_bold(last.runs) != is_bold(line.runs):
        return starts_lower or (is_open_sentence and len(last.text) > _LONGEST_HEADING)
    if is_open_sentence and line.page != last.page and not starts_lower:
        return not _is_heading_above(group, line, layout)
    return is_open_sentence or not _starts_paragraph(group, line, layout)


def _begins_item(group: list[Line], line: Line) -> bool:
    """Whether a line has a list mark that is not the number of what the sentence above cites."""
    is_sentence = len(group[-1].text.split()) >= _FEW_WORDS and not list_mark(group[0].text)
    is_cited = is_sentence and may_be_cited(group[-1], line)
    return list_mark(line.text) != "" and not is_cited


def may_be_cited(last: Line, line: Line) -> bool:
    """Whether a line begins with a number that the last word above may name."""
    has_number = _NUMBER.match(line.text) is not None and not line.gap_above
    return has_number and _BEFORE_NUMBER.search(last.text) is not None


def _is_heading_above(group: list[Line], line: Line, layout: _Layout) -> bool:
    """Whether a line is below one that looks like a heading and had room for its first word."""
    return _looks_like_heading(group) and _had_room(group, line, layout)


def _starts_paragraph(group: list[Line], line: Line, layout: _Layout) -> bool:
    """Whether a line after the end of a sentence starts a paragraph, though without a gap.

    It does if it is indented as first lines are, if it is outside the edges of a quotation, or if
    its first word would have fit on the line above.
    """
    last = group[-1]
    indent = _INDENT * layout.letter_width
    is_below_list_mark = len(group) == 1 and list_mark(last.text)
    if line.left - last.left >= indent and not is_below_list_mark:
        return True
    if len(group) == 1 and layout.are_first_lines(last, line):
        return True
    return _is_outside(group, line, layout) or _had_room(group, line, layout)


def _is_outside(group: list[Line], line: Line, layout: _Layout) -> bool:
    """Whether a line begins left of all lines above, or ends right of those of a quotation."""
    indent = _INDENT * layout.letter_width
    if len(group) == 1:
        return False
    if line.left <= min(line.left for line in group) - indent:
        return True
    return layout.is_indented(group) and line.right > max(line.right for line in group) + indent


def _had_room(group: list[Line], line: Line, layout: _Layout) -> bool:
    """Whether the first word of a line would have fit on the line above."""
    right_edge = max(line.right for line in group) if len(group) > 1 else layout.right_edge
    first_word = line.text.partition(" ")[0]
    needed = (1 + len(first_word)) * layout.letter_width
    return group[-1].right + needed < _FULL_LINE * right_edge


def _block(group: list[Line], depth: int, layout: _Layout, *, has_gap_below: bool) -> TextBlock:
    first, last = group[0], group[-1]
    place = first.place.to(last.place) if first.place and last.place else None
    runs = tuple(_joined_runs(group))
    if len(group) == 1 and gives_approval_day(first.text, layout.commission):
        return TextBlock(Role.PARAGRAPH, runs, place=place)
    if first.is_table_row:
        return TextBlock(Role.PARAGRAPH, runs, place=place)
    is_emphasized = is_bold(first.runs) or (first.gap_above and has_gap_below)
    reads_like_heading = len(group) == 1 and is_emphasized and _reads_like_heading(first)
    if reads_like_heading or layout.commission.heading_in(first.text):
        return TextBlock(Role.HEADING, tuple(TextRun(run.text) for run in runs), place=place)
    if mark := list_mark(first.text):
        return TextBlock(Role.ITEM, remove_mark(runs, mark), depth, mark, place)
    # A quotation is indented on all its lines, a paragraph on the first.
    is_quotation = len(group) > 1 and layout.is_indented(group)
    return TextBlock(Role.QUOTE if is_quotation else Role.PARAGRAPH, runs, place=place)


def _reads_like_heading(line: Line) -> bool:
    """Whether a line is short, begins like a title without a list mark, and ends no sentence."""
    text = line.text
    if (
        len(text) > _LONGEST_HEADING
        or not _TITLE_START.match(text)
        or SENTENCE_END.search(text)
        or text.endswith(",")
    ):
        return False
    return not text[:1].islower() and not list_mark(text)


def _list_depths(first_lines: list[Line], layout: _Layout) -> Iterator[int]:
    """Yield the list depth of each block by the indentation of its first line; 1 outside lists."""
    open_lists: list[float] = []  # where their items start, the outermost list first
    for line in first_lines:
        if list_mark(line.text):
            while open_lists and line.left < open_lists[-1] - layout.letter_width / 2:
                open_lists.pop()
            if not open_lists or line.left > open_lists[-1] + _INDENT * layout.letter_width:
                open_lists.append(line.left)
            yield len(open_lists)
        else:
            if open_lists and line.left <= open_lists[0]:
                open_lists.clear()
            yield 1


def _joined_runs(group: list[Line]) -> Iterator[TextRun]:
    """Yield the runs of all lines, with a space for each line break, except within a word."""
    for index, line in enumerate(group):
        if index and not (_CUT_WORD.search(group[index - 1].text) or _RAISED.match(line.text)):
            last_run = group[index - 1].runs[-1]
            yield TextRun(" ", last_run.bold, last_run.italic)
        yield from line.runs
