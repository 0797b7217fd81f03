"""Headings that fit no pattern in the settings: lines that are nothing but a citation."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile
from typing import NamedTuple

from corpus.citations.finder import CitationFinder
from corpus.intake.document import TextBlock, TextRun, is_bold
from corpus.intake.opening_number import number_in_name
from corpus.intake.place import Place
from corpus.model.approval_words import proposed_day
from corpus.model.commission import Commission
from corpus.model.series import PrintedNumber
from corpus.text.blocks import Role

NEAR_HEADING = 3
"""How many blocks below a heading the approval line may be."""
_LONGEST_LETTERHEAD = 8
"""How many short lines may stand above the first heading."""
_LONGEST_LINE = 100
_ENOUGH_HEADINGS = 2
"""This many lines of one form are headings wherever they stand: each above a date of approval, or
each first on a page, with other numbers."""
_ENDS_SENTENCE = re.compile(r"[.?!]\W*$")
_NUMBER = re.compile("[0-9]+")


class CitedHeading(NamedTuple):
    """A line, maybe of two blocks, that is nothing but a citation of an opinion."""

    start: int
    """The index of its first block."""
    end: int
    """The index of the block below it."""
    block: TextBlock
    """The line as one block."""
    printed: PrintedNumber
    is_dated: bool
    """Whether a line that reads like an approval line is below it."""
    begins_page: bool
    """Whether it is the first line of a page."""

    @property
    def form(self) -> str:
        """The line without its numbers."""
        return _NUMBER.sub("#", self.block.text)

    @property
    def is_marked(self) -> bool:
        """Whether it looks like a heading, begins a page, or has a date of approval."""
        is_heading = self.block.role is Role.HEADING or is_bold(self.block.runs)
        return self.is_dated or is_heading or self.begins_page

    def is_like(self, first: "CitedHeading") -> bool:
        """Whether it is a heading if the first one is: it has the same form, and looks like it."""
        is_as_sure = self.is_dated if first.is_dated else self.is_marked
        return self.form == first.form and is_as_sure


def cited_headings(blocks: Sequence[TextBlock], commission: Commission) -> list[CitedHeading]:
    """The headings of a document that has none in a form of the settings."""
    lines = cited_lines(blocks, CitationFinder(commission), commission)
    forms = Counter(line.form for line in lines if line.is_dated)
    numbers = {(line.form, line.printed) for line in lines if line.begins_page}
    forms_on_pages = Counter(form for form, _ in numbers)
    top = _length_of_top(blocks)
    firsts = (
        line
        for line in lines
        if line.start < top
        or (line.is_dated and forms[line.form] >= _ENOUGH_HEADINGS)
        or (line.begins_page and forms_on_pages[line.form] >= _ENOUGH_HEADINGS)
    )
    first = next(firsts, None)
    if first is None:
        return []
    return [first, *(line for line in lines if line.start > first.start and line.is_like(first))]


def cited_lines(
    blocks: Sequence[TextBlock], finder: CitationFinder, commission: Commission
) -> list[CitedHeading]:
    """All lines that only cite an opinion and are not heading lines; no two of them in a row."""
    lines = list(_cited_lines(blocks, finder, commission))
    in_lists = {
        line for pair in pairwise(lines) if pair[0].end == pair[1].start for line in pair[:2]
    }
    return [line for line in lines if line.is_dated or line not in in_lists]


def _cited_lines(
    blocks: Sequence[TextBlock], finder: CitationFinder, commission: Commission
) -> Iterator[CitedHeading]:
    end = 0
    for start in range(len(blocks)):
        for length in (2, 1):
            lines = blocks[start : start + length]
            if start < end or not all(map(_is_short_line, lines)):
                continue
            block = _joined(lines)
            if printed := _number_in(block.text, finder, commission):
                end = start + len(lines)
                below = [other.text for other in blocks[start + length :][:NEAR_HEADING]]
                is_dated = _gives_day(below, commission)
                begins_page = start > 0 and _is_on_next_page(blocks[start - 1], block)
                yield CitedHeading(start, end, block, printed, is_dated, begins_page)


def _is_on_next_page(above: TextBlock, block: TextBlock) -> bool:
    if above.place is None or block.place is None:
        return False
    return block.place.unit == "page" and above.place.last < block.place.first


def _number_in(text: str, finder: CitationFinder, commission: Commission) -> PrintedNumber | None:
    """The number of a line that only cites an opinion, maybe after the name of its series."""
    if not _NUMBER.search(text) or commission.heading_in(text):
        return None
    return number_in_name(text, finder, commission)


def _gives_day(below: Sequence[str], commission: Commission) -> bool:
    """Whether an approval line is below, or the next line reads like one."""
    reads_like_one = any(proposed_day(words, commission) for words in below[:1])
    return reads_like_one or any(map(commission.is_approval_line, below))


def _length_of_top(blocks: Sequence[TextBlock]) -> int:
    """How many short lines a document begins with, as far as its heading may be one."""
    return len(list(takewhile(_is_short_line, blocks[: _LONGEST_LETTERHEAD + 2])))


def _is_short_line(block: TextBlock) -> bool:
    text = block.text
    is_line = block.role in {Role.HEADING, Role.PARAGRAPH} and not block.mark
    return is_line and len(text) <= _LONGEST_LINE and not _ENDS_SENTENCE.search(text)


def _joined(lines: Sequence[TextBlock]) -> TextBlock:
    """One or two lines as one."""
    if len(lines) == 1:
        return lines[0]
    first, last = lines[0], lines[-1]
    place = Place.spanning(first.place, last.place)
    words = " ".join(line.text for line in lines)
    bold = is_bold((*first.runs, *last.runs))
    return replace(first, runs=(TextRun(words, bold=bold),), place=place)
