"""The text of one opinion in a kept document; in a volume, only the part of that opinion."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.model.commission import Commission
from corpus.review.documents.normal_words import normal_words
from corpus.review.documents.text import DocumentText
from corpus.text.approved_text import ApprovedText


def own_part(
    text: ApprovedText,
    document: DocumentText,
    commission: Commission,
    others: Sequence[ApprovedText] = (),
) -> DocumentText:
    """All of a document, or what is below the heading of a text if it has other opinions too.

    `others` are the other texts that have the same document.
    """
    paragraphs = document.paragraphs
    sections = _sections(paragraphs, commission)
    own = heading_words(text)
    # A line of a table of contents has nothing below it.
    mine = [
        start
        for start, end in sections
        if normal_words(paragraphs[start]) == own and end - start > 1
    ]
    ends = [
        start
        for start in _starts_of_opinions(paragraphs, sections, commission, others)
        if normal_words(paragraphs[start]) != own
    ]
    if not mine or not ends:
        return document
    ranges = list(_ranges(mine, [*ends, len(paragraphs)]))
    places = [place for start, end in ranges for place in range(start, end)]
    return replace(
        document,
        paragraphs=tuple(paragraphs[place] for place in places),
        headings=frozenset(own for own, place in enumerate(places) if place in document.headings),
        of_volume="; ".join(_named(paragraphs, start, end) for start, end in ranges),
    )


def heading_words(text: ApprovedText) -> list[str]:
    """The words of the heading of a text, to be compared."""
    return normal_words(text.heading.words) if text.heading else []


def _sections(paragraphs: Sequence[str], commission: Commission) -> list[tuple[int, int]]:
    """From each line that looks like the heading of an opinion to the next one."""
    starts = (index for index, words in enumerate(paragraphs) if commission.heading_in(words))
    return list(pairwise([*starts, len(paragraphs)]))


def _starts_of_opinions(
    paragraphs: Sequence[str],
    sections: Sequence[tuple[int, int]],
    commission: Commission,
    others: Sequence[ApprovedText],
) -> Iterator[int]:
    """Where other texts begin, and sections with an approval line that is not the only one.

    A heading that is only named within a text begins nothing.
    """
    headings = [heading_words(other) for other in others]
    approvals = [
        index for index, words in enumerate(paragraphs) if commission.is_approval_line(words)
    ]
    for start, end in sections:
        inside = [index for index in approvals if start < index < end]
        if normal_words(paragraphs[start]) in headings or 0 < len(inside) < len(approvals):
            yield start


def _ranges(mine: Sequence[int], ends: Sequence[int]) -> Iterator[tuple[int, int]]:
    """From each own heading to where another opinion begins, unless it is in an earlier range."""
    last = 0
    for start in mine:
        if start >= last:
            last = next(end for end in ends if end > start)
            yield start, last


def _named(paragraphs: Sequence[str], start: int, end: int) -> str:
    until = f"“{paragraphs[end]}”" if end < len(paragraphs) else "the end"
    return f"from “{paragraphs[start]}” to {until}"
