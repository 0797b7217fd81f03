"""Page headers and footers: lines at the edge of a page that repeat, and page numbers."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from corpus.intake.document import Line
from corpus.intake.remarks import Remark, RemarkKind

_EDGE = 2
"""How many lines at the top and at the bottom of a page can be header or footer."""

_PAGE_NUMBER = re.compile(r"(?i)\W*(?:page\W*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*")


def remove_headers_and_footers(lines: Sequence[Line]) -> tuple[list[Line], tuple[Remark, ...]]:
    """Return the lines of the text itself, and a remark for each line that was removed."""
    pages = [list(page) for _, page in groupby(lines, key=lambda line: line.page)]
    edges = [[*page[:_EDGE], *page[-_EDGE:]] for page in pages]
    pages_with = Counter(wording for edge in edges for wording in set(map(_wording, edge)))
    removed = {
        id(line)
        for edge in edges
        for line in edge
        if pages_with[_wording(line)] > 1 or _PAGE_NUMBER.fullmatch(line.text)
    }
    remarks = (
        Remark(RemarkKind.HEADER, line.place, line.text) for line in lines if id(line) in removed
    )
    return [line for line in lines if id(line) not in removed], tuple(remarks)


def _wording(line: Line) -> str:
    """Return what a header or footer has in common on all pages: everything but numbers."""
    return re.sub(r"\d+", "#", line.text)
