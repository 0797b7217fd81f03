"""The approved text as HTML: its exact words, with paragraph numbers and links on citations.

The style sheet shows the numbers. They are no part of the text, so that what a reader copies
and what a program reads are the words as approved.
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
    '<a class="paragraph-number" href="#{id}" data-number="{number}"'
    ' aria-label="Paragraph {number}"></a>'
)
_BLOCKS = {
    Role.HEADING: Markup('<h{level} id="{id}">{words}</h{level}>'),
    Role.APPROVAL: Markup('<p class="approval">{words}</p>'),
    Role.PARAGRAPH: Markup('<p id="{id}">{number}{words}</p>'),
    Role.ITEM: Markup(
        '<li id="{id}" class="depth-{depth}">{number}'
        '<span class="item-marker">{mark}</span> {words}</li>'
    ),
    Role.QUOTE: Markup('<blockquote id="{id}">{number}<p>{words}</p></blockquote>'),
}
_LIST = Markup('<ol role="list">\n{items}\n</ol>')
_LINK = Markup('<a href="{root}{url}">{words}</a>')
_EMPHASIS = Markup("<em>{}</em>")
_STRONG = Markup("<strong>{}</strong>")

_HEADINGS_ABOVE = 2
"""The page's own headings above the text have two levels."""


def approved_text_html(
    record: Record, references: References, root: str, prefix: str = ""
) -> Markup:
    """The whole text. `root` leads from the page to the site's root.

    Every anchor starts with `prefix`, which keeps apart several texts on one page.
    """
    links = _links(record, references)
    parts = []
    for is_item, blocks in groupby(record.text.blocks, lambda block: block.role is Role.ITEM):
        html = Markup("\n").join(
            _block(block, _words(block, links.get(block.start, []), root), prefix)
            for block in blocks
        )
        parts.append(_LIST.format(items=html) if is_item else html)
    return Markup("\n").join(parts)


def _links(record: Record, references: References) -> dict[int, list[FoundCitation]]:
    """The listed citations of something that has a page, by the start of their block."""
    links: dict[int, list[FoundCitation]] = {}
    for block, citation in record.text_citations:
        if citation.target in record.listed_citations and _has_page(citation.target, references):
            links.setdefault(block.start, []).append(citation)
    return links


def _has_page(listed: CitationTarget, references: References) -> bool:
    """Every opinion that a valid record lists has a page, and every authority that is held."""
    return isinstance(listed, OpinionId) or references.authority(listed) is not None


def _block(block: Block, words: Markup, prefix: str) -> Markup:
    anchor = f"{prefix}{block.anchor}"
    return _BLOCKS[block.role].format(
        id=anchor,
        number=_NUMBER.format(id=anchor, number=block.number),
        level=min(block.level + _HEADINGS_ABOVE, 6),
        depth=block.level,
        mark=block.mark,
        words=words,
    )


def _words(block: Block, links: list[FoundCitation], root: str) -> Markup:
    """The words of a block with links on citations."""
    parts: list[Markup] = []
    end = 0
    for citation in links:
        if citation.start < end:  # part of a range that is already one link
            continue
        parts += _styled(block.runs, end, citation.start)
        words = Markup("").join(_styled(block.runs, citation.start, citation.end))
        parts.append(_LINK.format(root=root, url=citation.target.url, words=words))
        end = citation.end
    parts += _styled(block.runs, end, len(block.words))
    return Markup("").join(parts)


def _styled(runs: tuple[Run, ...], start: int, end: int) -> Iterator[Markup]:
    """The words from `start` to `end` with emphasis."""
    for run in runs:
        words = run.words[max(start - run.start, 0) : max(end - run.start, 0)]
        if not words:
            continue
        html = _EMPHASIS.format(words) if run.emphasis else escape(words)
        yield _STRONG.format(html) if run.strong else html
