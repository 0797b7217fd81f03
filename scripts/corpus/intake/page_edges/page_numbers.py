"""Page numbers: numbers at the edge of most pages that go up by one from page to page."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from corpus.intake.document import Line
from corpus.intake.number_words import NUMBER_WORD, from_cardinal
from corpus.intake.page_edges.edge_lines import EDGE, EdgeLine
from corpus.model.roman_numerals import from_roman

_NUMBER = re.compile(r"\d+")
_PRINTED = re.compile(
    r"""(?ix) \d{1,4} | [-–—|\[(\s]* (?:
        (?:page|p\.|pg\.)\s*\d{1,4} (?:\s*(?:of|/)\s*\d{1,4})?
      | \d{1,4}\s*(?:of|/)\s*\d{1,4}
      | (?<=[-–—|\[(\s])\d{1,4}(?=\s*[-–—|\])])
    ) [-–—|\])\s]*"""
)
_COUNTER = rf"\d{{1,4}}|[ivxlc]{{1,8}}|[IVXLC]{{1,8}}|[A-Z]|(?i:{NUMBER_WORD})"
_COUNTED = re.compile(
    rf"""(?x) (?P<before> (?:[-–—|\[(\s]* | [^?!]{{1,40}}[-–—|,/]\s*)
        (?P<page> (?:[Pp]age|PAGE|p\.|pg\.)\s* )? )
    (?P<counter> {_COUNTER} )
    (?P<after> (?:\s*(?:of|OF|/)\s*(?:{_COUNTER}))? [-–—|\])\s]* )"""
)
"""A number, a roman numeral, a letter or a number word, maybe after words that all pages have."""
_STAMPED = re.compile(
    r"""(?x) (?P<before> (?:[A-Z][\w.&]*[\s_-]+){0,4} [A-Z]{0,8}[\s_-]* )
        (?P<counter> \d{5,12} | 0\d{2,} )"""
)
"""A number that a stamp put on each page: `SMITH 000123`."""
_NO_OTHER_WORD = re.compile(r"(?i)\W*(?:page|p|pg)?\W*")
_WORDED = re.compile(rf"(?i)\W*page\s+(?:{NUMBER_WORD})(?:\s+of\s+(?:{NUMBER_WORD}))?\W*")
_SMALL_ROMAN = re.compile(r"[-–—|\[(\s]*([ivxlc]{1,8})[-–—|\])\s]*")
_OWN_NUMBER = re.compile(r"(?i)[\W_]page\s+(\d{1,4})\s+of\s+(\d{1,4})\W*$")
_ENOUGH_PAGES = 3
"""On this many pages, numbers that go up with the pages are not an accident."""
_NEAR = 2
"""Lines that begin less than this many points from each other have the same margin."""
_Edge: TypeAlias = Sequence[EdgeLine]


def can_be_page_number(text: str) -> bool:
    """Whether a line consists of a number as pages have it: `7`, `- 7 -`, `Page 7 of 9`, `iv`.

    A number word must be after `Page`.
    """
    roman = _SMALL_ROMAN.fullmatch(text)
    is_roman = roman is not None and from_roman(roman[1].upper()) is not None
    forms = (_PRINTED, _WORDED)
    return is_roman or any(form.fullmatch(text) for form in forms)


def ends_with_own_number(line: Line, page_count: int) -> bool:
    """Whether a line ends with its own page and the count of all, as `Opinion 5, page 1 of 2`."""
    match = _OWN_NUMBER.search(line.text)
    return match is not None and (int(match[1]), int(match[2])) == (line.page + 1, page_count)


def page_numbers(
    tops: Sequence[_Edge], bottoms: Sequence[_Edge], in_text: Collection[int]
) -> dict[int, bool]:
    """The indexes of the lines that are page numbers, and whether there can be no doubt about each.

    They are on most pages, or on all but the first, and go up with the pages. A page has one:
    that of a run without doubt, or on most pages. `in_text` has the indexes of lines of the text.
    """
    like_text = {*_set_like_text(tops, are_tops=True), *_set_like_text(bottoms, are_tops=False)}
    runs = [
        _Run(tuple(lines), len(edges), like_text)
        for edges in (tops, bottoms)
        for lines in _runs(edges, in_text)
    ]
    numbered: set[int] = set()
    is_sure: dict[int, bool] = {}
    for run in sorted(runs, key=lambda run: (run.is_certain, len(run.pages)), reverse=True):
        if run.numbers_most_pages and numbered.isdisjoint(run.pages):
            numbered |= run.pages
            is_sure |= {edge_line.line.index: run.is_certain for edge_line, *_ in run.lines}
    return is_sure


def section_numbers(pages: Sequence[Sequence[Line]]) -> Iterator[int]:
    """Yield the indexes of numbers at the tops of pages that continue from one within the text."""
    last: int | None = None
    for page in pages:
        for place, line in enumerate(page):
            if not line.text.isdecimal():
                continue
            if EDGE <= place < len(page) - EDGE:
                last = int(line.text)
            elif place < EDGE and last is not None and int(line.text) == last + 1:
                last += 1
                yield line.index


def _set_like_text(edges: Sequence[_Edge], *, are_tops: bool) -> Iterator[int]:
    """Yield the lines that begin where the line next to them does, in letters of the same size.

    At the bottom of a page, no space is between the two.
    """
    for (line, has_gap, _), (inner, *_) in (pair for edge in edges for pair in pairwise(edge)):
        is_alike = abs(line.left - inner.left) < _NEAR and line.font_size == inner.font_size
        if is_alike and (are_tops or not has_gap):
            yield line.index


class _NumberedLine(NamedTuple):
    """A line as a page number: a letter can also be a roman numeral."""

    edge_line: EdgeLine
    form: str
    """All that page numbers of one run have in common."""
    value: int
    is_usual: bool
    """Whether it has digits, and no words but `page`."""
    has_other_words: bool = False
    """Whether words other than `page` are before it, or it is itself a word that may be text."""
    says_page: bool = False
    """Whether `page` is before it."""

    @property
    def distance(self) -> int:
        """How much more the number is than the place of its page."""
        return self.value - self.edge_line.line.page


@dataclass(frozen=True, slots=True)
class _Run:
    """Numbers of one form, at the top or at the bottom, that count with the pages."""

    lines: tuple[_NumberedLine, ...]
    page_count: int
    like_text: Collection[int]
    """The indexes of lines that are set like the text."""

    @property
    def pages(self) -> set[int]:
        return {edge_line.line.page for edge_line, *_ in self.lines}

    @property
    def numbers_most_pages(self) -> bool:
        is_on_all_but_first = len(self.pages) == self.page_count - 1 and 0 not in self.pages
        return len(self.pages) > self.page_count / 2 or is_on_all_but_first

    @property
    def is_certain(self) -> bool:
        """Whether they are on all pages, or apart from the text on enough of them.

        Other words before the numbers may be of the text, and so may numerals and letters if
        the pages are few, and lines that are set like the text.
        """
        if any(edge_line.line.index in self.like_text for edge_line, *_ in self.lines):
            return False
        first = self.lines[0]
        is_unusual = not first.is_usual and len(self.pages) < _ENOUGH_PAGES
        if first.has_other_words or is_unusual:
            return False
        if 1 < len(self.pages) == self.page_count:
            return True
        are_apart = all(edge_line.has_gap for edge_line, *_ in self.lines)
        return are_apart and len(self.pages) >= _ENOUGH_PAGES


def _runs(edges: Sequence[_Edge], in_text: Collection[int]) -> Iterator[list[_NumberedLine]]:
    """Yield the numbers of each form that go up with the pages, one on each page."""
    by_form: dict[str, dict[int, _NumberedLine]] = {}
    lines = (edge_line for edge in edges for edge_line in edge)
    for edge_line in (edge_line for edge_line in lines if edge_line.line.index not in in_text):
        for numbered in _numbered(edge_line):
            by_form.setdefault(numbered.form, {}).setdefault(edge_line.line.page, numbered)
    for of_form in by_form.values():
        distances = Counter(numbered.distance for numbered in of_form.values())
        counted = [
            numbered
            for numbered in of_form.values()
            if distances[numbered.distance] > 1 or _may_count_alone(numbered)
        ]
        if counted:
            yield counted


def _numbered(edge_line: EdgeLine) -> Iterator[_NumberedLine]:
    """Yield a line as each page number that it can be."""
    text = edge_line.line.text
    if _PRINTED.fullmatch(text):
        form = "".join(sorted(_NUMBER.sub("#", text)))
        yield _NumberedLine(edge_line, form, int(_NUMBER.findall(text)[0]), is_usual=True)
    elif match := _COUNTED.fullmatch(text):
        for kind, value in _values(match["counter"]):
            form = f"{match['before']}{kind}{match['after']}"
            has_words = _NO_OTHER_WORD.fullmatch(match["before"]) is None
            is_word_alone = kind == "one" and not match["before"]
            yield _NumberedLine(
                edge_line,
                form,
                value,
                is_usual=False,
                has_other_words=has_words or is_word_alone,
                says_page=match["page"] is not None and not has_words,
            )
    elif match := _STAMPED.fullmatch(text):
        form = f"{match['before']}#"
        value = int(match["counter"])
        yield _NumberedLine(edge_line, form, value, is_usual=False, has_other_words=True)


def _values(counter: str) -> Iterator[tuple[str, int]]:
    """Yield the kinds of counter that the signs can be, each with its value."""
    if counter.isdecimal():
        yield "1", int(counter)
        return
    if set(counter.upper()) <= set("IVXLC") and (value := from_roman(counter.upper())):
        yield "I" if counter.isupper() else "i", value
    if len(counter) == 1 and counter.isupper():
        yield "A", ord(counter) - ord("A") + 1
    if value := from_cardinal(counter):
        yield "one", value


def _may_count_alone(numbered: _NumberedLine) -> bool:
    """Whether a number can be a page number even if no other number counts up with it."""
    edge_line = numbered.edge_line
    number = numbered.value
    if not (numbered.is_usual or numbered.says_page):
        return False
    is_bare = edge_line.line.text.isdecimal()
    is_its_own = number == edge_line.line.page + 1 and edge_line.has_gap
    return is_its_own or (not is_bare and (number == 1 or edge_line.line.page == 0))
