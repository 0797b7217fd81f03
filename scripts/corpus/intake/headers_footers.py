"""Page headers and footers: lines at the edge of a page that repeat, and page numbers."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from corpus.intake.document import Line
from corpus.intake.markdown import code_span

_EDGE = 2
"""How many lines at the top and at the bottom of a page can be header or footer."""

_PAGE_NUMBER = re.compile(r"(?i)\W*(?:page\W*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*")


def remove_headers_and_footers(
    lines: tuple[Line, ...],
) -> tuple[tuple[Line, ...], tuple[str, ...]]:
    """Return the lines of the text itself, and the text of the lines that were removed."""
    edges = [_edge_lines(page) for page in _pages(lines)]
    pages_with = Counter(wording for page in edges for wording in set(map(_wording, page)))
    removed = {
        id(line)
        for page in edges
        for line in page
        if pages_with[_wording(line)] > 1 or _PAGE_NUMBER.fullmatch(line.text)
    }
    texts = dict.fromkeys(line.text for line in lines if id(line) in removed)
    return tuple(line for line in lines if id(line) not in removed), tuple(texts)


def removal_notices(removed: Iterable[str]) -> Iterator[str]:
    """Yield a sentence for each header or footer that was removed."""
    for text in removed:
        yield (
            f"Removed as a page header or footer: {code_span(text)}. "
            "If it belongs to the opinion, type it into the draft."
        )


def _pages(lines: Iterable[Line]) -> Iterable[list[Line]]:
    pages: defaultdict[int, list[Line]] = defaultdict(list)
    for line in lines:
        pages[line.page].append(line)
    return pages.values()


def _edge_lines(page: list[Line]) -> list[Line]:
    return [*page[:_EDGE], *page[-_EDGE:]]


def _wording(line: Line) -> str:
    """Return what a header or footer has in common on all pages: everything but numbers."""
    return re.sub(r"\d+", "#", line.text)
