"""Page numbers: numbers at the edge of most pages that count with the pages."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from corpus.intake.document import Line
from corpus.intake.page_edges import EdgeLine

_NUMBER = re.compile(r"\d+")
_PRINTED = re.compile(
    r"""(?ix) \d{1,4} | [-–—|\[(\s]* (?:
        (?:page|p\.|pg\.)\s*\d{1,4} (?:\s*(?:of|/)\s*\d{1,4})?
      | \d{1,4}\s*(?:of|/)\s*\d{1,4}
      | (?<=[-–—|\[(\s])\d{1,4}(?=\s*[-–—|\])])
    ) [-–—|\])\s]*"""
)
_ENOUGH_PAGES = 3
"""On this many pages, numbers that count with the pages are no accident."""
_Edge: TypeAlias = Sequence[EdgeLine]


def can_be_page_number(text: str) -> bool:
    """Whether a line consists of a number as pages have it: `7`, `- 7 -` or `Page 7 of 9`."""
    return _PRINTED.fullmatch(text) is not None


def page_numbers(tops: Sequence[_Edge], bottoms: Sequence[_Edge]) -> dict[int, bool]:
    """The ids of the lines that are page numbers, and whether there can be no doubt about each.

    They stand on most pages, or on all but the first, and count with the pages. A page has one:
    that of the series on most pages.
    """
    all_series = [
        _Series(tuple(lines), len(edges)) for edges in (tops, bottoms) for lines in _series(edges)
    ]
    numbered: set[int] = set()
    is_sure: dict[int, bool] = {}
    for series in sorted(all_series, key=lambda series: len(series.pages), reverse=True):
        if series.numbers_most_pages and numbered.isdisjoint(series.pages):
            numbered |= series.pages
            is_sure |= {id(edge_line.line): series.is_certain for edge_line in series.lines}
    return is_sure


@dataclass(frozen=True, slots=True)
class _Series:
    """Numbers of one form, at the top or at the bottom, that count with the pages."""

    lines: tuple[EdgeLine, ...]
    page_count: int

    @property
    def pages(self) -> set[int]:
        return {edge_line.line.page for edge_line in self.lines}

    @property
    def numbers_most_pages(self) -> bool:
        is_on_all_but_first = len(self.pages) == self.page_count - 1 and 0 not in self.pages
        return len(self.pages) > self.page_count / 2 or is_on_all_but_first

    @property
    def is_certain(self) -> bool:
        """Whether they stand on all pages, or apart from the text on enough of them."""
        if 1 < len(self.pages) == self.page_count:
            return True
        are_apart = all(edge_line.has_gap for edge_line in self.lines)
        return are_apart and len(self.pages) >= _ENOUGH_PAGES


def _series(edges: Sequence[_Edge]) -> Iterator[list[EdgeLine]]:
    """Yield the numbers of each form that count with the pages, one on each page."""
    by_form: dict[str, dict[int, EdgeLine]] = {}
    for edge_line in (edge_line for edge in edges for edge_line in edge):
        if can_be_page_number(edge_line.line.text):
            form = "".join(sorted(_NUMBER.sub("#", edge_line.line.text)))
            by_form.setdefault(form, {}).setdefault(edge_line.line.page, edge_line)
    for of_form in by_form.values():
        distances = Counter(_distance(edge_line.line) for edge_line in of_form.values())
        counted = [
            edge_line
            for edge_line in of_form.values()
            if distances[_distance(edge_line.line)] > 1 or _may_count_alone(edge_line)
        ]
        if counted:
            yield counted


def _may_count_alone(edge_line: EdgeLine) -> bool:
    """Whether a number can be that of its page though no other one counts with it."""
    number, is_bare = _value(edge_line.line), edge_line.line.text.isdecimal()
    is_its_own = number == edge_line.line.page + 1 and edge_line.has_gap
    return is_its_own or (not is_bare and (number == 1 or edge_line.line.page == 0))


def _value(line: Line) -> int:
    numbers = _NUMBER.findall(line.text)
    return int(numbers[0])


def _distance(line: Line) -> int:
    """How much more a number is than the place of its page."""
    return _value(line) - line.page
