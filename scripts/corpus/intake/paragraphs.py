"""Lines become headings, paragraphs, list items and quotations."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from corpus.intake.block_headings import are_headings, is_above_its_text, is_title_of_paragraph
from corpus.intake.document import Line, TextBlock, TextRun, is_bold, list_mark, remove_mark
from corpus.intake.headings import (
    LONGEST_HEADING,
    SENTENCE_OR_NOTE_END,
    may_be_sentence,
    reads_like_heading,
)
from corpus.intake.layout import Layout, is_bold_throughout, layout_of
from corpus.intake.place import Place
from corpus.intake.remarks import Remark, RemarkKind
from corpus.model.approval_words import reads_as_approval_day
from corpus.model.commission import Commission
from corpus.text.blocks import Role

_BEFORE_NUMBER = re.compile(
    r"(?:§|\b(?:article|number|paragraph|rule|section|standard))$", re.IGNORECASE
)
"""What stands before the number that it names."""
_NUMBER = re.compile(r"[0-9]{1,3}\. +\S")
_OWN_LINE = re.compile(r"[A-Z0-9/]|b?cc:")
_EARLY = 0.7
"""A line that ends before this part of the width may have been broken by hand."""
_FEW_WORDS = 3
"""A line of fewer words can be the heading of a list."""
_CUT_WORD = re.compile(r"\w-$")
_RAISED = re.compile("[⁰¹²³⁴-⁹]")
_LAST_WORDS = 5
"""How many words at the end of a line are quoted."""


def join_lines(
    lines: Sequence[Line], commission: Commission, letter_width: float
) -> tuple[TextBlock, ...]:
    """The blocks that the lines form."""
    if not lines:
        return ()
    layout = layout_of(lines, commission, letter_width)
    groups = _lines_of_blocks(lines, layout)
    depths = _list_depths([group[0] for group in groups], layout)
    headings = are_headings(groups, layout)
    return tuple(
        _block(group, depth, layout, is_heading=is_heading)
        for group, depth, is_heading in zip(groups, depths, headings, strict=True)
    )


def remarks_on_ends(
    lines: Sequence[Line], commission: Commission, letter_width: float
) -> Iterator[Remark]:
    """Yield a remark on each line that may end a paragraph which `join_lines` continues.

    A number that may be cited, or begin a list item, is one too, and a heading that may be text.
    """
    if not lines:
        return
    yield from _numbers_perhaps_cited(lines)
    layout = layout_of(lines, commission, letter_width)
    groups = _lines_of_blocks(lines, layout)
    below = [*(group[0] for group in groups[1:]), None]
    for group, line, is_heading in zip(groups, below, are_headings(groups, layout), strict=True):
        if is_heading and (may_be_sentence(group[0]) or is_above_its_text(group[0], line, layout)):
            yield Remark(RemarkKind.PERHAPS_HEADING, group[0].place, group[0].text)
    only_room_shows_ends = _only_room_shows_ends(groups, layout)
    for line, following in (pair for group in groups for pair in pairwise(group)):
        is_title = layout.are_centered((line, following)) and is_bold_throughout((line, following))
        if is_title or _is_broken_early(line, following, layout):
            yield Remark(RemarkKind.LINE_BREAK, line.place, line.text)
        elif kind := _doubt_about_end(
            line, following, layout, only_room_shows_ends=only_room_shows_ends
        ):
            yield Remark(kind, line.place, " ".join(line.text.split()[-_LAST_WORDS:]))


def _is_broken_early(line: Line, following: Line, layout: Layout) -> bool:
    """Whether a line ends far from the edge, as the lines of an address do.

    The first word of the next line would have fit on it, and both begin like such lines.
    """
    are_like_address = all(_OWN_LINE.match(each.text) for each in (line, following))
    is_on_page = line.page == following.page and not (line.column or following.column)
    is_whole = is_on_page and not line.text.endswith("-") and not may_be_cited(line, following)
    edge = layout.left_margin + _EARLY * (layout.right_edge - layout.left_margin)
    return are_like_address and is_whole and layout.had_room(line, following, edge)


def _numbers_perhaps_cited(lines: Sequence[Line]) -> Iterator[Remark]:
    for line, following in pairwise(lines):
        if may_be_cited(line, following):
            words = f"{line.text.split()[-1]} {list_mark(following.text)}"
            yield Remark(RemarkKind.PERHAPS_CITED, following.place, words)


def _doubt_about_end(
    line: Line, following: Line, layout: Layout, *, only_room_shows_ends: bool
) -> RemarkKind | None:
    """Why a line may end a paragraph, although the next one is in the same block.

    Space below a full line is no reason, as its sentence goes on in small letters.
    """
    is_last = (line.page, line.column) != (following.page, following.column)
    is_end = SENTENCE_OR_NOTE_END.search(line.text) is not None
    if is_last and is_end:
        return RemarkKind.PAGE_END
    if following.gap_above:
        had_room = layout.had_room(line, following, layout.right_edge)
        return RemarkKind.SPACE_WITHIN if had_room else None
    may_begin = following.may_begin_paragraph or (is_end and only_room_shows_ends)
    starts_lower = following.text[:1].islower()
    return RemarkKind.PARAGRAPH_END if may_begin and not starts_lower else None


def _only_room_shows_ends(groups: Sequence[Sequence[Line]], layout: Layout) -> bool:
    """Whether most paragraphs end with a line that has room left, and with no other sign."""
    if layout.first_indent is not None:
        return False
    only_room = [
        not below[0].gap_above and below[0].left < layout.left_margin + layout.indent
        for above, below in pairwise(groups)
        if SENTENCE_OR_NOTE_END.search(above[-1].text) and above[-1].page == below[0].page
        if not list_mark(below[0].text) and not layout.stands_alone(below[0])
        if not layout.stands_alone(above[-1]) and not _looks_like_heading(below)
    ]
    return sum(only_room) > len(only_room) / 2


def _looks_like_heading(group: Sequence[Line]) -> bool:
    """Whether lines are a single one that has space above and reads like a heading."""
    return len(group) == 1 and group[0].gap_above and reads_like_heading(group[0])


def _lines_of_blocks(lines: Sequence[Line], layout: Layout) -> list[list[Line]]:
    groups = [[lines[0]]]
    is_below_title = False
    for line, below in zip_longest(lines[1:], lines[2:]):
        last = groups[-1][-1]
        is_title = below is not None and _is_title_of_page(last, line, below, layout)
        goes_on = last.is_in_sentence or line.is_in_sentence
        goes_on = goes_on or _continues_block(groups[-1], line, layout)
        if is_title or is_below_title or not goes_on:
            groups.append([line])
        else:
            groups[-1].append(line)
        is_below_title = is_title
    return groups


def _is_title_of_page(last: Line, line: Line, below: Line, layout: Layout) -> bool:
    """Whether a page begins with a line that reads like a heading and had room for more words."""
    if line.page == last.page or not (
        SENTENCE_OR_NOTE_END.search(last.text) and reads_like_heading(line)
    ):
        return False
    goes_on = below.text[:1].islower() or below.page != line.page
    return not goes_on and _had_room([line], below, layout)


def _continues_block(group: list[Line], line: Line, layout: Layout) -> bool:
    """Whether a line belongs to the same block as the lines above it."""
    last = group[-1]
    is_alone = layout.stands_alone(line) or layout.stands_alone(last)
    if is_alone or _begins_item(group, line) or _are_set_apart(last, line, layout):
        return False
    is_open_sentence = not SENTENCE_OR_NOTE_END.search(last.text)
    starts_lower = line.text[:1].islower()
    if line.is_table_row or last.is_table_row:
        return is_open_sentence and starts_lower and not line.is_table_row
    if line.gap_above:
        return is_open_sentence and starts_lower and not _is_heading_above(group, line, layout)
    if is_bold(last.runs) != is_bold(line.runs):
        return starts_lower or (is_open_sentence and len(last.text) > LONGEST_HEADING)
    if is_open_sentence:
        return _may_go_on(group, line, layout)
    return not _starts_paragraph(group, line, layout)


def _may_go_on(group: list[Line], line: Line, layout: Layout) -> bool:
    """Whether a line with no space above it can continue the open sentence there."""
    if line.page != group[-1].page and not line.text[:1].islower():
        return not _is_heading_above(group, line, layout)
    return len(group) > 1 or not is_title_of_paragraph(group[-1], line, layout)


def _are_set_apart(last: Line, line: Line, layout: Layout) -> bool:
    """Whether two plain lines are centered or on the right, and the second one begins anew.

    Such are the lines of a letterhead and of a signature.
    """
    if is_bold(line.runs) or line.text[:1].islower():
        return False
    are_on_right = layout.is_on_right(last) and layout.is_on_right(line)
    is_set_apart = are_on_right or layout.are_centered((last, line))
    return is_set_apart and layout.had_room(last, line, layout.right_edge)


def _begins_item(group: list[Line], line: Line) -> bool:
    """Whether a line has a list mark that is not the number of what the sentence above cites."""
    is_sentence = len(group[-1].text.split()) >= _FEW_WORDS and not list_mark(group[0].text)
    is_cited = is_sentence and may_be_cited(group[-1], line)
    return list_mark(line.text) != "" and not is_cited


def may_be_cited(last: Line, line: Line) -> bool:
    """Whether a line begins with a number that the last word above may name."""
    has_number = _NUMBER.match(line.text) is not None and not line.gap_above
    return has_number and _BEFORE_NUMBER.search(last.text) is not None


def _is_heading_above(group: list[Line], line: Line, layout: Layout) -> bool:
    """Whether a line is below one that looks like a heading and had room for its first word."""
    return _looks_like_heading(group) and _had_room(group, line, layout)


def _starts_paragraph(group: list[Line], line: Line, layout: Layout) -> bool:
    """Whether a line after the end of a sentence starts a paragraph, though without a gap.

    It does if it is indented as first lines are, if it is outside the edges of a quotation, or if
    its first word would have fit on the line above.
    """
    last = group[-1]
    is_below_list_mark = len(group) == 1 and list_mark(last.text)
    if line.left - last.left >= layout.indent and not is_below_list_mark:
        return True
    if len(group) == 1 and layout.are_first_lines(last, line):
        return True
    return _is_outside(group, line, layout) or _had_room(group, line, layout)


def _is_outside(group: list[Line], line: Line, layout: Layout) -> bool:
    """Whether a line begins left of all lines above, or ends right of those of a quotation."""
    if len(group) == 1:
        return False
    if line.left <= min(line.left for line in group) - layout.indent:
        return True
    ends_right_of_all = line.right > max(line.right for line in group) + layout.indent
    return layout.is_indented(group) and ends_right_of_all


def _had_room(group: list[Line], line: Line, layout: Layout) -> bool:
    """Whether the first word of a line would have fit on the line above."""
    right_edge = max(line.right for line in group) if len(group) > 1 else layout.right_edge
    return layout.had_room(group[-1], line, right_edge)


def _block(group: list[Line], depth: int, layout: Layout, *, is_heading: bool) -> TextBlock:
    first, last = group[0], group[-1]
    place = Place.spanning(first.place, last.place)
    runs = tuple(_joined_runs(group))
    if is_heading:
        return TextBlock(Role.HEADING, tuple(TextRun(run.text) for run in runs), place=place)
    is_approval = len(group) == 1 and reads_as_approval_day(first.text, layout.commission)
    if is_approval or first.is_table_row:
        return TextBlock(Role.PARAGRAPH, runs, place=place)
    if mark := list_mark(first.text):
        return TextBlock(Role.ITEM, remove_mark(runs, mark), depth, mark, place)
    # A quotation is indented on all its lines, a paragraph on the first.
    is_indented = len(group) > 1 and layout.is_indented(group)
    is_quotation = is_indented and not layout.are_centered(group)
    return TextBlock(Role.QUOTE if is_quotation else Role.PARAGRAPH, runs, place=place)


def _list_depths(first_lines: list[Line], layout: Layout) -> Iterator[int]:
    """Yield the list depth of each block by the indentation of its first line; 1 outside lists."""
    open_lists: list[float] = []  # where their items start, the outermost list first
    for line in first_lines:
        if list_mark(line.text):
            while open_lists and line.left < open_lists[-1] - layout.letter_width / 2:
                open_lists.pop()
            if not open_lists or line.left > open_lists[-1] + layout.indent:
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
