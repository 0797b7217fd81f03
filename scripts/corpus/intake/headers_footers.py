"""Page headers and footers: lines at the edge of most pages, and page numbers."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, takewhile, zip_longest

from corpus.intake.document import Line
from corpus.intake.remarks import Remark, RemarkKind
from corpus.model.commission import Commission

_EDGE = 3
"""How many lines at the top and at the bottom of a page can be header or footer."""
_ENOUGH_PAGES = 3
"""On this many pages on the left or on the right, a line can be their header or footer."""

_NUMBER = re.compile(r"\d+")
_BARE_NUMBER = re.compile(r"\d{1,4}")
_MARKED_NUMBER = re.compile(
    r"""(?ix) [-–—|\[(\s]* (?:
        (?:page|p\.|pg\.)\s*\d{1,4} (?:\s*(?:of|/)\s*\d{1,4})?
      | \d{1,4}\s*(?:of|/)\s*\d{1,4}
      | (?<=[-–—|\[(\s])\d{1,4}(?=\s*[-–—|\])])
    ) [-–—|\])\s]*"""
)
_SENTENCE = re.compile(r"(?:\S+\s+){2,}\S*[a-z]{2}[.?!][”’\"')]*")
_LABEL = re.compile(r"\W*\w+\W+#\W*")
"""One word and a number, such as `Issue 2`: a heading."""


def remove_headers_and_footers(
    lines: Sequence[Line],
    commission: Commission,
    is_in_margin: Callable[[Line], bool] = lambda _: True,
) -> tuple[list[Line], tuple[Remark, ...]]:
    """Return the lines of the text itself, and a remark for each line that was removed.

    Only the outermost lines of a page that are in the margin can be removed. A line of the text
    is never removed, nor is what stands between it and the text.
    """
    pages = [list(page) for _, page in groupby(lines, key=lambda line: line.page)]
    tops = _Edges([page[:_EDGE] for page in pages], commission)
    bottoms = _Edges([page[: -_EDGE - 1 : -1] for page in pages], commission)
    removed = {
        id(line)
        for line in (*tops.outer_lines(tops.is_header), *bottoms.outer_lines(bottoms.is_footer))
        if is_in_margin(line)
    }
    remarks = (
        Remark(RemarkKind.HEADER, line.place, line.text) for line in lines if id(line) in removed
    )
    return list(_without(removed, lines)), tuple(remarks)


def _without(removed: set[int], lines: Iterable[Line]) -> Iterator[Line]:
    """Yield the lines that stay; below a page break there is no empty space."""
    page = None
    for line in lines:
        if id(line) not in removed:
            is_first = page is not None and line.page != page
            yield replace(line, gap_above=False) if is_first and line.gap_above else line
            page = line.page


class _Edges:
    """The lines at the top, or at the bottom, of all pages; the outermost line comes first."""

    def __init__(self, edges: Sequence[Sequence[Line]], commission: Commission) -> None:
        self._edges = edges
        self._commission = commission
        self._repeated = frozenset(_repeated_texts(edges))
        numbers = (line for edge in edges for line in edge if _BARE_NUMBER.fullmatch(line.text))
        self._offsets = Counter(int(line.text) - line.page for line in numbers)
        """How often a number on its own is how much more than the number of its page."""
        titles = [{line.text for line in edge if self._is_title(line.text)} for edge in edges]
        self._titles_again = {
            (edge[0].page, title)
            for edge, above, here in zip(edges[1:], titles, titles[1:], strict=False)
            for title in above & here
        }
        """The headings of opinions that the page before has in the same place."""

    def outer_lines(self, is_outer: Callable[[Line, Line | None], bool]) -> Iterator[Line]:
        """Yield the lines outside the text: those above the first one that is not `is_outer`."""
        for edge in self._edges:
            pairs = zip_longest(edge, edge[1:])
            yield from (line for line, _ in takewhile(lambda pair: is_outer(*pair), pairs))

    def is_header(self, line: Line, below: Line | None) -> bool:
        """Whether a line is a page header if all lines above it are."""
        if self._is_title(line.text):
            is_opinion = below is not None and self._commission.is_approval_line(below.text)
            return (line.page, line.text) in self._titles_again and not is_opinion
        return self._is_outside(line, has_gap=below is not None and below.gap_above)

    def is_footer(self, line: Line, _above: Line | None) -> bool:
        """Whether a line is a page footer if all lines below it are."""
        return not self._is_title(line.text) and self._is_outside(line, has_gap=line.gap_above)

    def _is_title(self, text: str) -> bool:
        return self._commission.heading_in(text) is not None

    def _is_outside(self, line: Line, *, has_gap: bool) -> bool:
        text = line.text
        if self._commission.is_approval_line(text) or _SENTENCE.fullmatch(text):
            return False
        if _BARE_NUMBER.fullmatch(text):
            offset = int(text) - line.page
            return self._offsets[offset] > 1 or (offset == 1 and has_gap)
        return text in self._repeated or _MARKED_NUMBER.fullmatch(text) is not None


def _repeated_texts(edges: Sequence[Sequence[Line]]) -> Iterator[str]:
    """Yield the texts that stand on most pages, though the page number in them differs."""
    pages = {edge[0].page for edge in edges}
    by_wording: dict[str, list[Line]] = {}
    for line in (line for edge in edges for line in edge):
        by_wording.setdefault(_NUMBER.sub("#", line.text), []).append(line)
    for wording, lines in by_wording.items():
        by_key: dict[object, list[Line]] = {}
        for line in lines:
            by_key.setdefault(line.text, []).append(line)
            if not _LABEL.fullmatch(wording):
                for position, number in enumerate(_NUMBER.findall(line.text)):
                    by_key.setdefault((position, int(number) - line.page), []).append(line)
        for same in by_key.values():
            if _are_most({line.page for line in same}, pages):
                yield from (line.text for line in same)


def _are_most(some: set[int], pages: set[int]) -> bool:
    """Whether these are more than half of all pages, or of those on the left or right side."""
    if len(some) > 1 and len(some) > len(pages) / 2:
        return True
    sides = [({page for page in some if page % 2 == side}, side) for side in (0, 1)]
    return any(
        len(on_side) >= _ENOUGH_PAGES and len(on_side) > sum(page % 2 == side for page in pages) / 2
        for on_side, side in sides
    )
