"""Which lines are headings of what is below them."""

from collections.abc import Sequence
from itertools import pairwise

from corpus.intake.document import Line, is_bold, is_italic
from corpus.intake.headings import introduces, may_be_sentence, reads_like_heading
from corpus.intake.layout import Layout, is_bold_throughout
from corpus.model.approval_words import reads_as_approval_day

_OPENING = "“‘\"'(["
_SHORT = 0.5
"""A line that ends before this part of the width leaves room for words."""


def is_title_of_paragraph(line: Line, below: Line, layout: Layout) -> bool:
    """Whether a line reads like a heading, and had room for the first word of the line below it.

    There is room up to the end of the line below, or to the middle of the page.
    """
    begins_anew = below.text.lstrip(_OPENING)[:1].isupper() and below.page == line.page
    if not (begins_anew and reads_like_heading(line)) or may_be_sentence(line):
        return False
    middle = layout.left_margin + _SHORT * (layout.right_edge - layout.left_margin)
    return layout.had_room(line, below, max(below.right, middle))


def is_above_its_text(line: Line, below: Line | None, layout: Layout) -> bool:
    """Whether a plain line is a title directly above the text of its paragraph."""
    if below is None or below.gap_above or reads_like_heading(below):
        return False
    is_plain = not (is_bold(line.runs) or layout.stands_alone(line))
    return is_plain and is_title_of_paragraph(line, below, layout)


def are_headings(groups: Sequence[Sequence[Line]], layout: Layout) -> list[bool]:
    """Whether each group of lines is a heading."""
    are_apart = [True, *(_is_apart(*pair) for pair in pairwise(groups)), False]
    return [
        _is_heading(group, below, layout, has_gap_below=has_gap, is_first=index == 0)
        for index, (group, below, has_gap) in enumerate(
            zip(groups, [*(group[0] for group in groups[1:]), None], are_apart[1:], strict=True)
        )
    ]


def _is_heading(
    group: Sequence[Line],
    below: Line | None,
    layout: Layout,
    *,
    has_gap_below: bool,
    is_first: bool,
) -> bool:
    """Whether lines are the title of an opinion, or read and look like a heading."""
    first = group[0]
    if first.is_table_row or reads_as_approval_day(first.text, layout.commission):
        return False
    if first.begins_opinion or layout.commission.heading_in(first.text):
        return True
    if len(group) > 1 and not (layout.are_centered(group) and is_bold_throughout(group)):
        return False
    if not is_bold(first.runs):
        is_head = is_first and is_italic(first.runs)
        is_signature = layout.is_on_right(first) and not first.text.isupper()
        if is_head or is_signature or introduces(first, below):
            return False
    has_space = first.gap_above and (has_gap_below or is_above_its_text(first, below, layout))
    is_emphasized = is_bold(first.runs) or has_space or layout.gives_number(first)
    return is_emphasized and all(map(reads_like_heading, group))


def _is_apart(above: Sequence[Line], below: Sequence[Line]) -> bool:
    """Whether there is empty space, or the end of a page, between two blocks."""
    return below[0].gap_above or below[0].page != above[-1].page
