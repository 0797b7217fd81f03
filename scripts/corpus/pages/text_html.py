"""The approved text as HTML: the very words, their paragraph numbers, links on the citations.

A number is shown by the style sheet and is no part of the text, so that what a reader
copies, and what a program reads, are the words as approved.
"""

from collections.abc import Iterator
from itertools import groupby

from markupsafe import Markup, escape

from corpus.citations.found_citation import CitationTarget, FoundCitation
from corpus.library.record import Record
from corpus.library.references import References
from corpus.model.opinion import OpinionId
from corpus.text.blocks import Block, Role
from corpus.text.inline import Run

_NUMBER = Markup(
    '<a class="paragraph-number" href="#%s" data-number="%s" aria-label="Paragraph %s"></a>'
)
_EMPHASIS = Markup("<em>%s</em>")
_STRONG = Markup("<strong>%s</strong>")
_HEADING_BELOW = 2
"""Headings of the text stand below the page's own, of which there are two levels."""


def typeset(record: Record, references: References, up: str, within: str = "") -> Markup:
    """The whole text; `up` leads from the page to the site's root.

    Every anchor begins with `within`, which keeps the texts on one page apart.
    """
    links = _links(record, references)
    parts = []

    def shown_block(block: Block) -> Markup:
        return _block(block, links.get(block.start, []), up, within)

    for is_item, blocks in groupby(record.text.blocks, lambda block: block.role is Role.ITEM):
        shown = Markup("\n").join(map(shown_block, blocks))
        parts.append(Markup('<ol role="list">\n%s\n</ol>') % shown if is_item else shown)
    return Markup("\n").join(parts)


def _links(record: Record, references: References) -> dict[int, list[FoundCitation]]:
    """The citations that lead somewhere, by the start of their block."""
    links: dict[int, list[FoundCitation]] = {}
    for block, found in record.text_citations:
        if _has_page(found.target, record, references):
            links.setdefault(block.start, []).append(found)
    return links


def _has_page(cited: CitationTarget, record: Record, references: References) -> bool:
    """Whether it has a page, as each opinion has that a sound record declares."""
    if isinstance(cited, OpinionId):
        return cited in record.listed_citations
    return references.authority(cited) is not None


def _block(block: Block, links: list[FoundCitation], up: str, within: str) -> Markup:
    words = Markup("").join(_words(block, links, up))
    anchor = f"{within}{block.anchor}"
    if block.role is Role.HEADING:
        level = min(block.level + _HEADING_BELOW, 6)
        return Markup('<h%s id="%s">%s</h%s>') % (level, anchor, words, level)
    if block.role is Role.APPROVAL:
        return Markup('<p class="approval">%s</p>') % words
    number = _NUMBER % (anchor, block.number, block.number)
    if block.role is Role.ITEM:
        shape = Markup('<li id="%s" class="depth-%s">%s<span class="item-marker">%s</span> %s</li>')
        return shape % (anchor, block.level, number, block.mark, words)
    shape = Markup('<p id="%s">%s%s</p>')
    if block.role is Role.QUOTE:
        shape = Markup('<blockquote id="%s">%s<p>%s</p></blockquote>')
    return shape % (anchor, number, words)


def _words(block: Block, links: list[FoundCitation], up: str) -> Iterator[Markup]:
    done = 0
    for found in links:
        if found.start < done:  # one of a range, whose sign is linked already
            continue
        yield from _looks(block.runs, done, found.start)
        cited = Markup("").join(_looks(block.runs, found.start, found.end))
        yield Markup('<a href="%s%s">%s</a>') % (up, found.target.url, cited)
        done = found.end
    yield from _looks(block.runs, done, len(block.words))


def _looks(runs: tuple[Run, ...], start: int, end: int) -> Iterator[Markup]:
    """The words from `start` up to `end`, each run in its look."""
    for run in runs:
        words = run.words[max(start - run.start, 0) : max(end - run.start, 0)]
        if not words:
            continue
        shown = _EMPHASIS % words if run.emphasis else escape(words)
        yield _STRONG % shown if run.strong else shown
