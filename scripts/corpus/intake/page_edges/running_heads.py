"""Running heads that change from chapter to chapter, or from year to year."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

from corpus.intake.document import TO_PLAIN_DIGITS, Line, ends_clause
from corpus.intake.page_edges.edge_lines import EdgeLine
from corpus.intake.page_edges.page_numbers import can_be_page_number

_ENOUGH_PAGES = 3
"""A line on this many pages in a row is a running head, whatever the other pages have."""
_LEFT_AND_RIGHT = 2
"""Left pages may have another running head than right ones."""
_ENOUGH_ALTERNATING = 4
"""On this many pages, lines that alternate belong to left and right pages."""
_NEAR = 3
"""Lines of the same place stand within this many points."""
_FAR = 3
"""A line more than this many font sizes from the text stands apart from it."""
_RAISED = TO_PLAIN_DIGITS.keys()
"""The first character of a footnote."""
_NUMBER = re.compile("[0-9]+")

_Edge: TypeAlias = Sequence[EdgeLine]
_Pair: TypeAlias = tuple[EdgeLine, Line]
_Place: TypeAlias = tuple[int, int, int]


def changing_heads(edges: Sequence[_Edge], can_be_head: Callable[[Line], bool]) -> list[Line]:
    """The lines that are apart from the text, in one place on several pages in a row.

    If such lines are on most pages, and not only on two, two pages in a row are enough. If left
    and right pages have a line of their own each, two of each are enough.
    """
    by_place: dict[_Place, dict[str, list[Line]]] = {}
    for edge in edges:
        for index, (line, has_gap, _) in enumerate(edge):
            if has_gap and can_be_head(line):
                wordings = by_place.setdefault(_place(index, line), {})
                wordings.setdefault(line.text, []).append(line)
    heads: list[Line] = []
    for wordings in by_place.values():
        in_place = [line for lines in wordings.values() for line in lines]
        if _alternate(in_place, len(edges)):
            heads += in_place
            continue
        stretches = [part for lines in wordings.values() for part in _in_a_row(lines)]
        repeated = [part for part in stretches if any(map(_follows, part[1:], part))]
        count = sum(map(len, repeated))
        are_most = count >= _ENOUGH_PAGES and count > len(edges) / 2
        for part in stretches:
            if len(part) >= _ENOUGH_PAGES or (are_most and part in repeated):
                heads += part
    return heads


def _alternate(lines: Sequence[Line], page_count: int) -> bool:
    """Whether all pages, except perhaps the first, have the line of the page two before.

    It may differ in the number of the page.
    """
    if len(lines) < _ENOUGH_ALTERNATING or len(lines) < page_count - 1:
        return False
    by_page = {line.page: line for line in lines}
    pairs = [
        (by_page[page - _LEFT_AND_RIGHT], line)
        for page, line in by_page.items()
        if page - _LEFT_AND_RIGHT in by_page
    ]
    return all(
        before.text == line.text or _without_page(before) == _without_page(line)
        for before, line in pairs
    )


def _without_page(line: Line) -> str:
    """The text with each number counted from the page."""
    return _NUMBER.sub(lambda number: f"#{int(number[0]) - line.page}", line.text)


def _follows(line: Line, last: Line) -> bool:
    return line.page == last.page + 1


def perhaps_heads(
    tops: Sequence[_Edge], bottoms: Sequence[_Edge], removed: Collection[int]
) -> Iterator[Line]:
    """Yield the lines that stay in the text and may be running heads or page numbers.

    They are apart from the text where other pages have one, or within a sentence that continues
    from the page before, or in one place on several pages, whatever their words are.
    """
    goes_on = False
    places = {_place(*at) for edges in (tops, bottoms) for at in _removed_lines(edges, removed)}
    enough = max(2, min(_ENOUGH_PAGES, len(tops)), len(tops) // 2 + 1)
    places |= _places_on_pages(tops, removed, enough)
    places |= _places_on_pages(bottoms, removed, 2)
    repeated = Counter(
        (_place(index, at.line), at.line.text)
        for edges in (tops, bottoms)
        for edge in edges
        for index, at in _outermost(edge, removed)
        if at.line.baseline or edges is tops
    )
    for top, bottom in zip(tops, bottoms, strict=True):
        for edge, is_in_sentence in ((top, goes_on), (bottom, False)):
            for index, (line, *_) in _outermost(edge, removed):
                is_known = _place(index, line) in places or can_be_page_number(line.text)
                is_sentence = ends_clause(line.text)
                is_repeated = repeated[_place(index, line), line.text] > 1
                if is_repeated or ((is_known or is_in_sentence) and not is_sentence):
                    yield line
        last = next((at.line for at in bottom if at.line.index not in removed), None)
        goes_on = last is not None and not ends_clause(last.text)


def lines_apart(
    tops: Sequence[_Edge], bottoms: Sequence[_Edge], removed: Collection[int]
) -> Iterator[Line]:
    """Yield the first and last lines of pages that stay, and are far from the text or numbers.

    A letterhead may begin the first page, and a sentence another one. Short pages have no foot.
    """
    for outer, inner in _outer_pairs((*tops, *bottoms), removed):
        is_aligned = abs(outer.line.left - inner.left) <= _NEAR
        if can_be_page_number(outer.line.text) and not is_aligned:
            yield outer.line
    far_at_top = (pair for pair in _outer_pairs(tops[1:], removed) if _are_far(*pair))
    yield from (outer.line for outer, _ in far_at_top if not ends_clause(outer.line.text))
    at_top = {at.line.index for top in tops for at in top}
    far_at_bottom = (pair for pair in _outer_pairs(bottoms, removed) if _are_far(*pair))
    yield from (outer.line for outer, _ in far_at_bottom if outer.line.index not in at_top)


def _outer_pairs(edges: Iterable[_Edge], removed: Collection[int]) -> Iterator[_Pair]:
    """Yield the outermost line of each page that stays, and the next one."""
    for edge in edges:
        kept = [at for at in edge if at.line.index not in removed]
        yield from ((outer, inner.line) for outer, inner in pairwise(kept[:2]))


def _are_far(outer: EdgeLine, inner: Line) -> bool:
    """Whether wide space is between a line at the edge, which is no footnote, and the text."""
    distance = abs(outer.line.baseline - inner.baseline)
    is_text = not can_be_page_number(inner.text) and ord(outer.line.text[:1] or " ") not in _RAISED
    return outer.has_gap and is_text and distance > _FAR * outer.line.font_size


def _outermost(edge: _Edge, removed: Collection[int]) -> Iterator[tuple[int, EdgeLine]]:
    """Yield the outermost line that stays, if it is apart from the text."""
    for index, at in list(enumerate(edge))[:-1]:
        if at.line.index not in removed:
            if at.has_gap:
                yield index, at
            return


def _places_on_pages(
    edges: Sequence[_Edge], removed: Collection[int], enough_pages: int
) -> set[_Place]:
    """The places where this many printed pages have a line apart that does not end a clause."""
    counts = Counter(
        _place(index, at.line)
        for edge in edges
        for index, at in _outermost(edge, removed)
        if at.line.baseline and not ends_clause(at.line.text)
    )
    return {place for place, count in counts.items() if count >= enough_pages}


def _removed_lines(edges: Sequence[_Edge], removed: Collection[int]) -> Iterator[tuple[int, Line]]:
    for edge in edges:
        for index, edge_line in enumerate(edge):
            if edge_line.line.index in removed and not can_be_page_number(edge_line.line.text):
                yield index, edge_line.line


def _place(index: int, line: Line) -> _Place:
    return index, round(line.baseline / _NEAR), round(line.font_size)


def _in_a_row(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the lines whose pages follow each other, or are all left or all right ones."""
    part: list[Line] = []
    for line in lines:
        if part and line.page - part[-1].page > _LEFT_AND_RIGHT:
            yield part
            part = []
        part.append(line)
    yield part
