"""The title of an opinion at the edge of a page, on one line with the page number."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from corpus.citations.finder import CitationFinder
from corpus.intake.document import Line, TextRun, is_bold
from corpus.intake.number_words import NUMBER_WORD
from corpus.intake.opening_number import number_in_name
from corpus.intake.page_edges.page_numbers import can_be_page_number
from corpus.intake.remarks import Remark, RemarkKind
from corpus.model.commission import Commission

_WORD = f"{NUMBER_WORD}|[ivxlc]{{1,8}}"
_NUMBER = (
    rf"(?P<marked>page|p\.|pg\.)?\s*(?:\d{{1,4}}|(?(marked)(?:{_WORD})|(?!)))"
    rf"(?:\s*(?:of|/)\s*(?:\d{{1,4}}|{_WORD}))?"
)
"""In figures; after `page`, in words or roman numerals too."""
_BESIDE_TITLE = (
    re.compile(rf"(?i)[\s,;:|–—-]+{_NUMBER}\W*$"),
    re.compile(rf"(?i)^\W*{_NUMBER}[\s,;:|–—-]+"),
)


def titles_without_numbers(
    edges: Iterable[Line], commission: Commission
) -> dict[int, tuple[Line, Remark]]:
    """The titles with a remark on the page number that stood beside each.

    `edges` are lines at the edges of pages; the keys are the indexes of these lines. A number that
    does not say that it is one of a page counts only if several pages have the title.
    """
    finder = CitationFinder(commission)

    def names_opinion(text: str) -> bool:
        is_listed = commission.heading_in(text) is not None
        return is_listed or number_in_name(text, finder, commission) is not None

    titled_lines = [
        (line, title, match)
        for line in edges
        if not can_be_page_number(line.text)
        for match in filter(None, (pattern.search(line.text) for pattern in _BESIDE_TITLE))
        for title in [line.text.replace(match[0], "")]
        if names_opinion(title) and not names_opinion(line.text)
    ]
    counts = Counter(title for _, title, _ in titled_lines)
    return {
        line.index: (
            replace(line, runs=(TextRun(title, is_bold(line.runs)),)),
            Remark(_number_kind(counts[title]), line.place, match[0].strip()),
        )
        for line, title, match in titled_lines
        if match["marked"] or counts[title] > 1
    }


def _number_kind(count: int) -> RemarkKind:
    return RemarkKind.PAGE_NUMBER if count > 1 else RemarkKind.PERHAPS_PAGE_NUMBER
