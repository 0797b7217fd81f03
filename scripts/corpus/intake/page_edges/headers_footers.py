"""Page headers and footers: lines at the edge of most pages, and page numbers."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby, pairwise, takewhile
from typing import TypeAlias

from corpus.intake.document import Line, ends_sentence
from corpus.intake.page_edges.edge_lines import EDGE, EdgeLine, from_bottom, from_top
from corpus.intake.page_edges.numbered_titles import titles_without_numbers
from corpus.intake.page_edges.opinion_titles import OpinionTitles, opinion_titles
from corpus.intake.page_edges.page_numbers import (
    can_be_page_number,
    ends_with_own_number,
    page_numbers,
    section_numbers,
)
from corpus.intake.page_edges.repeated_texts import repeated_texts
from corpus.intake.page_edges.running_heads import changing_heads, lines_apart, perhaps_heads
from corpus.intake.page_edges.two_page_heads import doubtful_heads, heads_of_single_page
from corpus.intake.remarks import Remark, RemarkKind
from corpus.model.commission import Commission

_NUMBER = re.compile(r"\d+")
_CLOSE = 3
"""The lines of a running head are at most this many font sizes apart."""
_SENTENCE = re.compile(r"(?:\S+\s+){2,}\S*[a-z]{2}[.?!][”’\"')]*")
_REST_OF_SENTENCE = re.compile(r"(?!page|pg?\.|https?:|www\.)[a-z]\S*(?:\s+\S+){3,}")


def remove_headers_and_footers(
    lines: Iterable[Line], commission: Commission
) -> tuple[list[Line], tuple[Remark, ...]]:
    """The lines of the text itself, and a remark for each line that was removed.

    A line is removed only if it is in the margin, close below a head there or certainly a page
    number, and all lines between it and the edge of the page are removed. Empty space divides
    them from the text, unless all pages have them.
    """
    indexed = [replace(line, index=index) for index, line in enumerate(lines)]
    pages = [list(page) for _, page in groupby(indexed, key=lambda line: line.page)]
    edges = (line for page in pages for line in {*page[:EDGE], *page[-EDGE:]} if line.is_in_margin)
    titles = titles_without_numbers(edges, commission)
    pages = [
        [titles[line.index][0] if line.index in titles else line for line in page] for page in pages
    ]
    names = opinion_titles(pages, commission)
    pages = [
        [replace(line, begins_opinion=line.index in names.beginning) for line in page]
        for page in pages
    ]
    tops = [list(from_top(page, commission)) for page in pages]
    bottoms = [list(from_bottom(page)) for page in pages]
    sections = frozenset(section_numbers(pages))
    numbers = page_numbers(tops, bottoms, names.beginning | names.repeated | sections)
    certain = titles.keys() | {line for line, is_certain in numbers.items() if is_certain}
    right_edge = max((line.right for line in indexed), default=0)
    in_document = _Document(tops, bottoms, numbers, names, commission, right_edge)
    all_edges = [_Edges(edges, in_document) for edges in (tops, bottoms)]
    outer_lines = [line for edges in all_edges for line in edges.outer_lines()]
    removed = {line.index for line in outer_lines if line.is_in_margin or line.index in certain}
    removed |= {line.index for line in _close_below(outer_lines) if line.index not in numbers}
    kept = list(chain.from_iterable(pages))
    remarks = [_remark(line, numbers) for line in kept if line.index in removed]
    remarks += (remark for _, remark in titles.values())
    remarks += _remarks_on_doubtful(in_document, all_edges, removed)
    return list(_without(removed, kept)), tuple(remarks)


def _close_below(outer_lines: Iterable[Line]) -> Iterator[Line]:
    """Yield the lines of heads that reach out of the margin at the top of their page."""
    for upper, lower in pairwise(outer_lines):
        is_close = 0 < lower.baseline - upper.baseline <= _CLOSE * lower.font_size
        if upper.page == lower.page and upper.is_in_margin and is_close:
            yield lower


def _remark(line: Line, numbers: Mapping[int, bool]) -> Remark:
    kind = RemarkKind.HEADER
    if line.index in numbers:
        is_certain = numbers[line.index] and line.is_in_margin
        kind = RemarkKind.PAGE_NUMBER if is_certain else RemarkKind.PERHAPS_PAGE_NUMBER
    return Remark(kind, line.place, line.text)


def _remarks_on_doubtful(
    document: "_Document", all_edges: Sequence["_Edges"], removed: set[int]
) -> Iterator[Remark]:
    """Yield a remark for each line that stays in the text and may be a running head."""
    doubtful = chain(
        perhaps_heads(document.tops, document.bottoms, removed),
        lines_apart(document.tops, document.bottoms, removed),
        heads_of_single_page(document.tops, document.right_edge),
        *(edges.doubtful_lines(removed) for edges in all_edges),
    )
    for line in {line.index: line for line in doubtful}.values():
        is_at_edge = line.is_in_margin or can_be_page_number(line.text)
        if is_at_edge and not document.begins_opinion(line):
            yield Remark(RemarkKind.PERHAPS_HEADER, line.place, line.text)


def _without(removed: set[int], lines: Iterable[Line]) -> Iterator[Line]:
    """Yield the lines that stay; below a page break there is no empty space."""
    page = None
    for line in lines:
        if line.index not in removed:
            is_first = page is not None and line.page != page
            yield replace(line, gap_above=False) if is_first and line.gap_above else line
            page = line.page


@dataclass(frozen=True, slots=True)
class _Document:
    """The edges of all pages, and what is known of their lines."""

    tops: Sequence[Sequence[EdgeLine]]
    bottoms: Sequence[Sequence[EdgeLine]]
    numbers: Collection[int]
    names: OpinionTitles
    commission: Commission
    right_edge: float

    def begins_opinion(self, line: Line) -> bool:
        """Whether a line is a heading line or an approval line."""
        is_listed = self.commission.heading_in(line.text) is not None
        is_heading = is_listed or line.begins_opinion
        return is_heading or self.commission.is_approval_line(line.text)

    def texts_within_sentences(self) -> set[str]:
        """The repeated texts past which a sentence continues."""
        repeated = [text for edges in (self.tops, self.bottoms) for text, _ in _repeated(edges)]
        return _texts_within_sentences(self.tops, self.bottoms, set(repeated))


def _repeated(edges: Sequence[Sequence[EdgeLine]]) -> Iterator[tuple[str, int]]:
    return repeated_texts([[edge_line.line for edge_line in edge] for edge in edges])


class _Edges:
    """The lines at the top, or at the bottom, of all pages; the outermost line comes first."""

    def __init__(self, edges: Sequence[Sequence[EdgeLine]], document: _Document) -> None:
        self._edges = edges
        self._is_top = edges is document.tops
        self._document = document
        self._repeated = dict(_repeated(edges))
        self._in_sentences = document.texts_within_sentences()
        doubtful = doubtful_heads(
            edges, document.tops, self._repeated, document.begins_opinion, document.right_edge
        )
        self._doubtful = {line.index for line in doubtful if line.text not in self._in_sentences}
        self._heads = {line.index for line in changing_heads(edges, self._can_be_head)}

    def outer_lines(self) -> Iterator[Line]:
        """Yield the lines outside the text."""
        titles: set[str] = set()
        for edge in self._edges:
            outer: list[EdgeLine] = []
            for edge_line in edge:
                above = outer[-1] if outer else None
                if not (self._is_outer(titles, edge_line) or self._ends_head(above, edge_line)):
                    break
                outer.append(edge_line)
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
            yield from (line for line in doubtful if self._is_top or self._can_be_head(line))

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
        if index in self._document.names.repeated:
            return True
        is_repeated = text in self._repeated and index not in self._doubtful
        return is_repeated or index in self._heads or index in self._document.numbers

    def _ends_head(self, above: EdgeLine | None, edge_line: EdgeLine) -> bool:
        """Whether a line at the top is the second one of a running head that is a sentence."""
        if above is None or above.has_gap or not self._is_top:
            return False
        is_second = above.line.text in self._repeated and edge_line.line.text in self._repeated
        is_in_doubt = edge_line.line.index in self._doubtful
        is_cut = not ends_sentence(above.line)
        return is_second and is_cut and not (is_in_doubt or self._begins_opinion(edge_line.line))

    def _names_opinion(self, edge_line: EdgeLine) -> bool:
        """Whether a line with a number is at the top of a page, above an approval line."""
        has_number = _NUMBER.search(edge_line.line.text) is not None
        return self._is_top and edge_line.begins_opinion and has_number

    def _can_be_head(self, line: Line) -> bool:
        """Whether a line is not one that an opinion or a section begins with, nor a sentence."""
        is_sentence = _SENTENCE.fullmatch(line.text) or _REST_OF_SENTENCE.fullmatch(line.text)
        is_text = is_sentence is not None and line.text not in self._in_sentences
        is_section = line.text.isdecimal() and line.index not in self._document.numbers
        return not (is_text or is_section or self._begins_opinion(line))

    def _begins_opinion(self, line: Line) -> bool:
        return self._document.begins_opinion(line)

    def _is_divided(self, edge_line: EdgeLine) -> bool:
        """Whether a line outside the text is clearly apart from the text."""
        return edge_line.has_gap or edge_line.line.index in self._document.numbers

    def _is_on_all_pages(self, edge_line: EdgeLine) -> bool:
        """Whether all pages have a line, except perhaps a title page."""
        return self._repeated.get(edge_line.line.text, 0) >= len(self._edges) - 1

    def _is_title(self, text: str) -> bool:
        return self._document.commission.heading_in(text) is not None


_Edge: TypeAlias = Sequence[EdgeLine]


def _texts_within_sentences(
    tops: Sequence[_Edge], bottoms: Sequence[_Edge], repeated: Collection[str]
) -> set[str]:
    """The repeated texts that are not part of the text, because a sentence continues past them."""
    texts = set[str]()
    for bottom, top in pairwise(zip(bottoms, tops, strict=True)):
        below = _outer(bottom[0], repeated)
        above = _outer(top[1], repeated)
        last = bottom[0][len(below) :]
        first = top[1][len(above) :]
        is_open = bool(last) and not ends_sentence(last[0].line)
        if is_open and first and first[0].line.text[:1].islower():
            texts.update(at.line.text for at in (*below, *above))
    return texts


def _outer(edge: _Edge, repeated: Collection[str]) -> list[EdgeLine]:
    """The lines that stand between the text and the edge of the page."""
    return list(
        takewhile(lambda at: at.line.text in repeated or can_be_page_number(at.line.text), edge)
    )
