"""Lines that recur at the same place near the top or the bottom of most pages."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from corpus.intake.document import Line
from corpus.intake.page_edges.page_numbers import can_be_page_number

_ENOUGH_PAGES = 3
"""On this many pages on the left or on the right, a line can be their header or footer."""
_NUMBER = re.compile(r"\d+")
_LABEL = re.compile(r"\W*\w+\W+#\W*")
"""One word and a number, such as `Issue 2`: a heading."""


def repeated_texts(edges: Sequence[Sequence[Line]]) -> Iterator[tuple[str, int]]:
    """Yield the texts that are equally near the edge on most pages, with the number of these pages.

    Texts that differ only in the number of the page count as one.
    """
    pages = {edge[0].page for edge in edges}
    by_wording = defaultdict[tuple[int, str], list[Line]](list)
    for index, line in (numbered for edge in edges for numbered in enumerate(edge)):
        by_wording[index, _NUMBER.sub("#", line.text)].append(line)
    for (_, wording), lines in by_wording.items():
        for same in (*_with_same_text(lines), *_with_page_numbers(wording, lines)):
            pages_with = {line.page for line in same}
            if _are_most(pages_with, pages):
                yield from ((line.text, len(pages_with)) for line in same)


def _with_same_text(lines: Sequence[Line]) -> Iterable[list[Line]]:
    by_text = defaultdict[str, list[Line]](list)
    for line in lines:
        by_text[line.text].append(line)
    return by_text.values()


def _with_page_numbers(wording: str, lines: Sequence[Line]) -> Iterable[list[Line]]:
    """The lines in which a number at one place rises with the pages; none for labels."""
    by_distance = defaultdict[tuple[int, int], list[Line]](list)
    for line in () if _LABEL.fullmatch(wording) else lines:
        if not can_be_page_number(line.text):
            for position, number in enumerate(_NUMBER.findall(line.text)):
                by_distance[position, int(number) - line.page].append(line)
    return by_distance.values()


def _are_most(some: set[int], pages: set[int]) -> bool:
    """Whether these are more than half of all pages, or of those on the left or right side."""
    if len(some) > 1 and len(some) > len(pages) / 2:
        return True
    sides = [({page for page in some if page % 2 == side}, side) for side in (0, 1)]
    return any(
        len(on_side) >= _ENOUGH_PAGES and len(on_side) > sum(page % 2 == side for page in pages) / 2
        for on_side, side in sides
    )
