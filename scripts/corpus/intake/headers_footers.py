"""Running heads and feet: lines at the edge of a page that come again, and numbers of pages."""

import re
from collections import Counter, defaultdict

from corpus.intake.document import Line

_EDGE = 2
"""So many lines at the top and at the bottom of a page may run."""

_PAGE_NUMBER = re.compile(r"(?i)\W*(?:page\W*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*")


def without_running(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], tuple[str, ...]]:
    """The lines of the text itself, and the words of those that were left out."""
    edges = _edges(lines)
    seen = Counter(shape for page in edges.values() for shape in {_shape(line) for line in page})
    dropped = {
        id(line)
        for page in edges.values()
        for line in page
        if seen[_shape(line)] > 1 or _PAGE_NUMBER.fullmatch(line.words)
    }
    words = dict.fromkeys(line.words for line in lines if id(line) in dropped)
    return tuple(line for line in lines if id(line) not in dropped), tuple(words)


def _edges(lines: tuple[Line, ...]) -> dict[int, list[Line]]:
    """The lines at the edges of each page."""
    pages: defaultdict[int, list[Line]] = defaultdict(list)
    for line in lines:
        pages[line.page].append(line)
    return {page: [*those[:_EDGE], *those[-_EDGE:]] for page, those in pages.items()}


def _shape(line: Line) -> str:
    """What a running line has in common on all pages: everything but its numbers."""
    return re.sub(r"\d+", "#", line.words)
