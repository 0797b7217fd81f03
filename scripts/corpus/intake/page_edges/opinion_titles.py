"""Lines that are nothing but the name of an opinion, and fit no pattern in the settings."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from corpus.citations.finder import CitationFinder
from corpus.intake.document import Line, ends_sentence
from corpus.intake.opening_number import LONGEST_NAME, number_in_name
from corpus.intake.page_edges.edge_lines import EDGE
from corpus.intake.page_edges.page_numbers import can_be_page_number
from corpus.model.commission import Commission
from corpus.model.series import PrintedNumber

_NUMBER = re.compile("[0-9]+")


class OpinionTitles(NamedTuple):
    """The indexes of the lines that name an opinion."""

    beginning: frozenset[int]
    """An opinion begins at the line, at the top of a page."""
    repeated: frozenset[int]
    """The line repeats the name of the opinion that it stands in, or above."""


class _Title(NamedTuple):
    line: Line
    number: PrintedNumber
    is_listed: bool
    """Whether the settings list its form."""
    is_at_top: bool
    below: Line | None
    above: Line | None
    """The last line of the page before, but for a page number."""

    @property
    def is_within_sentence(self) -> bool:
        """Whether a sentence continues past it from the page before."""
        is_open = self.above is not None and not ends_sentence(self.above)
        return is_open and self.below is not None and self.below.text[:1].islower()

    @property
    def form(self) -> str:
        """The line without its numbers."""
        return _NUMBER.sub("#", self.line.text)


def opinion_titles(pages: Sequence[Sequence[Line]], commission: Commission) -> OpinionTitles:
    """The lines that name an opinion; none unless opinions with different numbers begin.

    No opinion begins at lines of a form if a sentence continues below one: then they count pages.
    """
    titles = list(_titles(pages, commission))
    beginning: list[_Title] = []
    repeated: list[_Title] = []
    last: PrintedNumber | None = None
    for title, following in zip_longest(titles, titles[1:]):
        is_above_same = (
            following is not None
            and following.line is title.below
            and following.number == title.number
        )
        if not title.is_listed and (title.number == last or is_above_same):
            repeated.append(title)
        elif not title.is_listed and title.is_at_top:
            beginning.append(title)
        last = last if is_above_same else title.number
    counting = {title.form for title in beginning if title.is_within_sentence}
    beginning = [title for title in beginning if title.form not in counting]
    if len({title.number for title in beginning}) < 2:  # noqa: PLR2004 - a volume has several
        return OpinionTitles(frozenset(), frozenset())
    forms = {title.form for title in beginning}
    return OpinionTitles(
        frozenset(title.line.index for title in beginning),
        frozenset(title.line.index for title in repeated if title.form in forms),
    )


def _titles(pages: Sequence[Sequence[Line]], commission: Commission) -> Iterator[_Title]:
    """Yield the lines near the top of a page, or apart from the text, that name an opinion."""
    finder = CitationFinder(commission)
    above: Line | None = None
    for page in pages:
        for place, (line, below) in enumerate(zip_longest(page, page[1:])):
            is_apart = line.gap_above or below is None or below.gap_above
            text = line.text
            if not (is_apart or place < EDGE) or not _can_be_title(text):
                continue
            listed = commission.heading_in(text)
            if number := listed or number_in_name(text, finder, commission):
                yield _Title(line, number, listed is not None, place < EDGE, below, above)
        above = next((line for line in reversed(page) if not can_be_page_number(line.text)), None)


def _can_be_title(text: str) -> bool:
    has_number = _NUMBER.search(text) is not None
    return len(text) <= LONGEST_NAME and has_number
