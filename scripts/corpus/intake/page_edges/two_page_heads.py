"""Lines at the edge of only one page or two: running heads, or headings of the text."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import zip_longest
from typing import TypeAlias

from corpus.intake.document import Line, ends_clause, is_italic
from corpus.intake.page_edges.edge_lines import EdgeLine

_TWO = 2
_SMALLER = 0.95
"""Letters of less than this part of the size of the text are smaller."""
_LABEL = re.compile(r"\W*\w+\W+\d+\W*")
"""One word and a number, such as `Issue 2`: a heading."""

_Edge: TypeAlias = Sequence[EdgeLine]
_Places: TypeAlias = list[tuple[EdgeLine, Line | None]]


def doubtful_heads(
    edges: Sequence[_Edge],
    tops: Sequence[_Edge],
    repeated: Collection[str],
    begins_opinion: Callable[[Line], bool],
    right_edge: float,
) -> list[Line]:
    """Lines repeated on exactly two pages, with no evidence of being running heads.

    `edges` are `tops` or the bottoms of the pages; `repeated` are the texts of lines that may be
    running heads; `right_edge` is where the longest line ends. Evidence is empty space next to
    one, and one of these: smaller letters, italics or a place on the right that the text does not
    have, a sentence that continues past one, or the title of an opinion below one.
    """
    in_sentence = set(_pages_in_sentence(tops, repeated))
    is_top = edges is tops

    def is_beside_text(line: Line, beside: Line | None) -> bool:
        if line.page + (not is_top) in in_sentence:
            return True
        if beside is None:
            return False
        is_small = line.font_size < _SMALLER * beside.font_size
        return (
            is_small
            or _is_set_as_head(line, beside, right_edge)
            or (is_top and begins_opinion(beside))
        )

    doubtful: list[Line] = []
    for text, places in _places_by_text(edges, repeated).items():
        stands_apart = any(at.has_gap for at, _ in places)
        is_head = stands_apart and any(is_beside_text(at.line, beside) for at, beside in places)
        if _is_on_two_pages(places) and not (is_head and _may_be_head(text)):
            doubtful += (at.line for at, _ in places)
    return doubtful


def _is_on_two_pages(places: _Places) -> bool:
    return len({at.line.page for at, _ in places}) == _TWO


def _may_be_head(text: str) -> bool:
    """Whether a text is neither a label such as `Issue 2` nor the end of a clause."""
    return not (_LABEL.fullmatch(text) or ends_clause(text))


def _places_by_text(edges: Sequence[_Edge], repeated: Collection[str]) -> dict[str, _Places]:
    """Each line with one of these texts, and the line next to it on the side of the text."""
    places: dict[str, _Places] = {}
    for edge in edges:
        for at, inner in zip_longest(edge, edge[1:]):
            if at.line.text in repeated:
                beside = inner.line if inner else None
                places.setdefault(at.line.text, []).append((at, beside))
    return places


def heads_of_single_page(tops: Sequence[_Edge], right_edge: float) -> Iterator[Line]:
    """Yield the top line of a document of one page, if it is set like a running head."""
    if len(tops) == 1 and len(tops[0]) > 1:
        first, second = (at.line for at in tops[0][:2])
        if _is_set_as_head(first, second, right_edge):
            yield first


def _is_set_as_head(line: Line, beside: Line, right_edge: float) -> bool:
    """Whether a line is in italics or on the right, and the line beside it is not."""
    is_slanted = is_italic(line.runs) and not is_italic(beside.runs)
    middle = (beside.left + right_edge) / 2
    return is_slanted or beside.left < middle <= line.left


def _pages_in_sentence(tops: Sequence[_Edge], repeated: Collection[str]) -> Iterator[int]:
    """Yield the pages that begin in the middle of a sentence, below what may be a head."""
    for top in tops:
        text = next((at.line for at in top if at.line.text not in repeated), None)
        if text is not None and text.text[:1].islower():
            yield text.page
