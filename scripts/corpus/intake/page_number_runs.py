"""The page numbers that were left out of a text, as runs: `i` to `iv` and `1` to `20`."""

import re
from collections.abc import Iterable

from corpus.intake.quoted_words import code_span
from corpus.model.roman_numerals import from_roman
from corpus.model.words import listed

_PAGE = re.compile(r"[0-9]+|\b[ivxlc]+\b", re.IGNORECASE)


def page_numbers_in_words(printed: Iterable[str]) -> str:
    """The first and the last number of each run: `i` to `iv` and `1` to `20`."""
    runs: list[list[str]] = []
    last = (False, 0)
    for words in printed:
        page = _page(words) or last
        if not runs or page[0] != last[0] or page[1] < last[1]:
            runs.append([])
        runs[-1].append(words)
        last = page
    ends = (dict.fromkeys((code_span(run[0]), code_span(run[-1]))) for run in runs)
    return listed(list(dict.fromkeys(map(" to ".join, ends))))


def _page(words: str) -> tuple[bool, int] | None:
    """Whether a page has a Roman number, and its number."""
    match = _PAGE.search(words)
    if match is None:
        return None
    if match[0].isdecimal():
        return False, int(match[0])
    number = from_roman(match[0].upper())
    return (True, number) if number else None
