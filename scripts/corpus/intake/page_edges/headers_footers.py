"""Page headers and footers: lines at the edge of most pages, and page numbers."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain, groupby, takewhile

from corpus.intake.document import Line
from corpus.intake.page_edges.edge_lines import EDGE, EdgeLine, from_bottom, from_top
from corpus.intake.page_edges.numbered_titles import titles_without_numbers
from corpus.intake.page_edges.page_numbers import (
    can_be_page_number,
    ends_with_own_number,
    page_numbers,
)
from corpus.intake.page_edges.running_heads import changing_heads, perhaps_heads
from corpus.intake.page_edges.two_page_heads import doubtful_heads, heads_of_single_page
from corpus.intake.remarks import Remark, RemarkKind
from corpus.model.commission import Commission

_ENOUGH_PAGES = 3
"""On this many pages on the left or on the right, a line can be their header or footer."""

_NUMBER = re.compile(r"\d+")
_SENTENCE = re.compile(r"(?:\S+\s+){2,}\S*[a-z]{2}[.?!][”’\"')]*")
_LABEL = re.compile(r"\W*\w+\W+#\W*")
"""One word and a number, such as `Issue 2`: a heading."""


def remove_headers_and_footers(
    lines: Iterable[Line], commission: Commission
) -> tuple[list[Line], tuple[Remark, ...]]:
    """The lines of the text itself, and a remark for each line that was removed.

    A line is removed only if it is in the margin or certainly a page number, and all lines
    between it and the edge of the page are removed. Empty space divides them from the text,
    unless all pages have them.
    """
    indexed = [replace(line, index=index) for index, line in enumerate(lines)]
    pages = [list(page) for _, page in groupby(indexed, key=lambda line: line.page)]
    edges = (line for page in pages for line in {*page[:EDGE], *page[-EDGE:]} if line.is_in_margin)
    titles = titles_without_numbers(edges, commission)
    pages = [
        [titles[line.index][0] if line.index in titles else line for line in page] for page in pages
    ]
    tops = [list(from_top(page, commission)) for page in pages]
    bottoms = [list(from_bottom(page)) for page in pages]
    numbers = page_numbers(tops, bottoms)
    certain = titles.keys() | {line for line, is_certain in numbers.items() if is_certain}
    right_edge = max((line.right for line in indexed), default=0)
    all_edges = [_Edges(edges, tops, numbers, commission, right_edge) for edges in (tops, bottoms)]
    outer_lines = (line for edges in all_edges for line in edges.outer_lines())
    removed = {line.index for line in outer_lines if line.is_in_margin or line.index in certain}
    kept = list(chain.from_iterable(pages))
    remarks = [_remark(line, numbers) for line in kept if line.index in removed]
    remarks += (remark for _, remark in titles.values())
    doubtful = chain(
        perhaps_heads(tops, bottoms, removed),
        heads_of_single_page(tops, right_edge),
        *(edges.doubtful_lines(removed) for edges in all_edges),
    )
    remarks += (
        Remark(RemarkKind.PERHAPS_HEADER, line.place, line.text)
        for line in {line.index: line for line in doubtful}.values()
        if line.is_in_margin and not _is_line_of_opinion(line.text, commission)
    )
    return list(_without(removed, kept)), tuple(remarks)


def _remark(line: Line, numbers: Mapping[int, bool]) -> Remark:
    kind = RemarkKind.HEADER
    if line.index in numbers:
        is_certain = numbers[line.index] and line.is_in_margin
        kind = RemarkKind.PAGE_NUMBER if is_certain else RemarkKind.PERHAPS_PAGE_NUMBER
    return Remark(kind, line.place, line.text)


def _is_line_of_opinion(text: str, commission: Commission) -> bool:
    """Whether a line is a heading line or an approval line."""
    return commission.heading_in(text) is not None or commission.is_approval_line(text)


def _without(removed: set[int], lines: Iterable[Line]) -> Iterator[Line]:
    """Yield the lines that stay; below a page break there is no empty space."""
    page = None
    for line in lines:
        if line.index not in removed:
            is_first = page is not None and line.page != page
            yield replace(line, gap_above=False) if is_first and line.gap_above else line
            page = line.page


class _Edges:
    """The lines at the top, or at the bottom, of all pages; the outermost line comes first."""

    def __init__(
        self,
        edges: Sequence[Sequence[EdgeLine]],
        tops: Sequence[Sequence[EdgeLine]],
        numbers: Collection[int],
        commission: Commission,
        right_edge: float,
    ) -> None:
        self._edges = edges
        self._is_top = edges is tops
        self._numbers = numbers
        self._commission = commission
        lines = [[edge_line.line for edge_line in edge] for edge in edges]
        self._repeated = dict(_repeated_texts(lines))
        doubtful = doubtful_heads(edges, tops, self._repeated, self._begins_opinion, right_edge)
        self._doubtful = {line.index for line in doubtful}
        self._heads = {line.index for line in changing_heads(edges, self._can_be_head)}

    def outer_lines(self) -> Iterator[Line]:
        """Yield the lines outside the text."""
        titles: set[str] = set()
        for edge in self._edges:
            outer = list(takewhile(partial(self._is_outer, titles), edge))
            titles = {line.text for line, _, _ in edge if self._is_title(line.text)}
            is_divided = self._is_divided
            if not any(map(is_divided, outer)):
                is_divided = self._is_on_all_pages
            while outer and not is_divided(outer[-1]):
                outer.pop()
            yield from (line for line, _, _ in outer)

    def doubtful_lines(self, removed: Collection[int]) -> Iterator[Line]:
        """Yield the lines outermost on two pages that stay, and are perhaps running heads."""
        for edge in self._edges:
            kept = (line for line, _, _ in edge if line.index not in removed)
            doubtful = takewhile(lambda line: line.index in self._doubtful, kept)
            yield from filter(self._can_be_head, doubtful)

    def _begins_opinion(self, line: Line) -> bool:
        return _is_line_of_opinion(line.text, self._commission)

    def _is_outer(self, titles_before: Collection[str], edge_line: EdgeLine) -> bool:
        """Whether a line is outside the text if all lines between it and the edge are."""
        text = edge_line.line.text
        if self._is_title(text):
            return text in titles_before and not edge_line.begins_opinion
        if not self._can_be_head(edge_line.line) or self._names_opinion(edge_line):
            return False
        index = edge_line.line.index
        if ends_with_own_number(edge_line.line, len(self._edges)):
            return True
        is_repeated = text in self._repeated and index not in self._doubtful
        return is_repeated or index in self._heads or index in self._numbers

    def _names_opinion(self, edge_line: EdgeLine) -> bool:
        """Whether a line with a number is at the top of a page, above an approval line."""
        has_number = _NUMBER.search(edge_line.line.text) is not None
        return self._is_top and edge_line.begins_opinion and has_number

    def _can_be_head(self, line: Line) -> bool:
        """Whether a line is neither of the lines that an opinion begins with, nor a sentence."""
        is_text = _SENTENCE.fullmatch(line.text) is not None
        return not is_text and not _is_line_of_opinion(line.text, self._commission)

    def _is_divided(self, edge_line: EdgeLine) -> bool:
        """Whether a line outside the text is clearly apart from the text."""
        return edge_line.has_gap or edge_line.line.index in self._numbers

    def _is_on_all_pages(self, edge_line: EdgeLine) -> bool:
        """Whether all pages have a line, except perhaps a title page."""
        return self._repeated.get(edge_line.line.text, 0) >= len(self._edges) - 1

    def _is_title(self, text: str) -> bool:
        return self._commission.heading_in(text) is not None


def _repeated_texts(edges: Sequence[Sequence[Line]]) -> Iterator[tuple[str, int]]:
    """Yield the texts that are as near the edge on most pages, with the number of these pages.

    Texts that differ only in the number of the page count as one.
    """
    pages = {edge[0].page for edge in edges}
    by_wording: dict[tuple[int, str], list[Line]] = {}
    for index, line in (numbered for edge in edges for numbered in enumerate(edge)):
        by_wording.setdefault((index, _NUMBER.sub("#", line.text)), []).append(line)
    for (_, wording), lines in by_wording.items():
        by_key: dict[object, list[Line]] = {}
        for line in lines:
            by_key.setdefault(line.text, []).append(line)
            if not _LABEL.fullmatch(wording) and not can_be_page_number(line.text):
                for position, number in enumerate(_NUMBER.findall(line.text)):
                    by_key.setdefault((position, int(number) - line.page), []).append(line)
        for same in by_key.values():
            pages_with = {line.page for line in same}
            if _are_most(pages_with, pages):
                yield from ((line.text, len(pages_with)) for line in same)


def _are_most(some: set[int], pages: set[int]) -> bool:
    """Whether these are more than half of all pages, or of those on the left or right side."""
    if len(some) > 1 and len(some) > len(pages) / 2:
        return True
    sides = [({page for page in some if page % 2 == side}, side) for side in (0, 1)]
    return any(
        len(on_side) >= _ENOUGH_PAGES and len(on_side) > sum(page % 2 == side for page in pages) / 2
        for on_side, side in sides
    )
