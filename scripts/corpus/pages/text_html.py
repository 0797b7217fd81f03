"""The approved text as HTML: its exact words, with paragraph numbers and links on citations.

The style sheet shows the numbers. They are no part of the text, so that what a reader copies
and what a program reads are the words as approved.
"""

from collections.abc import Iterator
from itertools import groupby

from markupsafe import Markup, escape

from corpus.analysis.citing import correction_note
from corpus.citations.found_citation import CitationTarget, FoundCitation
from corpus.citations.names import Names
from corpus.library.record import Record
from corpus.library.references import References
from corpus.model.opinion import OpinionId
from corpus.text.blocks import Block, Role
from corpus.text.inline import Run

_HEADINGS_ABOVE = 2
"""The page's own headings above the text have two levels."""


def approved_text_html(
    record: Record, references: References, root: str, prefix: str = ""
) -> Markup:
    """The whole text. `root` leads from the page to the site's root.

    Every anchor starts with `prefix`, which keeps apart several texts on one page.
    """
    links = _links(record, references)
    marks = _correction_marks(record, references, prefix)
    parts = []
    for is_item, blocks in groupby(record.text.blocks, lambda block: block.role is Role.ITEM):
        html = "\n".join(
            _block(
                block,
                _words(block, links.get(block.start, []), root) + marks.get(block.number, ""),
                prefix,
            )
            for block in blocks
        )
        parts.append(f'<ol role="list">\n{html}\n</ol>' if is_item else html)
    return Markup("\n".join(parts))  # noqa: S704 - every word, mark and URL is escaped below


def _links(record: Record, references: References) -> dict[int, list[FoundCitation]]:
    """The listed citations of something that has a page, by the start of their block."""
    links: dict[int, list[FoundCitation]] = {}
    for block, citation in record.text_citations:
        if citation.target in record.listed_citations and _has_page(citation.target, references):
            links.setdefault(block.start, []).append(citation)
    return links


def _correction_marks(record: Record, references: References, prefix: str) -> dict[int | None, str]:
    """A link to the list of corrections for each corrected paragraph, without words of its own."""
    names = Names(references.commission)
    numbers = {number for correction in record.opinion.corrections for number in correction.at}
    return {
        number: f'<a class="correction-mark" href="#{prefix}corrections"'
        f' data-corrected="{note}" aria-label="{note}"></a>'
        for number in numbers
        if (note := _escape(correction_note(record, names, number)))
    }


def _has_page(listed: CitationTarget, references: References) -> bool:
    """Every opinion that a valid record lists has a page, and every authority that is held."""
    return isinstance(listed, OpinionId) or references.authority(listed) is not None


def _block(block: Block, words: str, prefix: str) -> str:
    anchor = _escape(f"{prefix}{block.anchor}")
    if block.role is Role.HEADING:
        level = min(block.level + _HEADINGS_ABOVE, 6)
        return f'<h{level} id="{anchor}">{words}</h{level}>'
    if block.role is Role.APPROVAL:
        return f'<p class="approval">{words}</p>'
    number = (
        f'<a class="paragraph-number" href="#{anchor}" data-number="{block.number}"'
        f' aria-label="Paragraph {block.number}"></a>'
    )
    if block.role is Role.ITEM:
        mark = f'<span class="item-marker">{_escape(block.mark)}</span>'
        return f'<li id="{anchor}" class="depth-{block.level}">{number}{mark} {words}</li>'
    if block.role is Role.QUOTE:
        return f'<blockquote id="{anchor}">{number}<p>{words}</p></blockquote>'
    return f'<p id="{anchor}">{number}{words}</p>'


def _words(block: Block, links: list[FoundCitation], root: str) -> str:
    """The words of a block with links on citations."""
    parts: list[str] = []
    end = 0
    for citation in links:
        if citation.start < end:  # part of a range that is already one link
            continue
        parts += _styled(block.runs, end, citation.start)
        words = "".join(_styled(block.runs, citation.start, citation.end))
        parts.append(f'<a href="{_escape(root + citation.target.url)}">{words}</a>')
        end = citation.end
    parts += _styled(block.runs, end, len(block.words))
    return "".join(parts)


def _styled(runs: tuple[Run, ...], start: int, end: int) -> Iterator[str]:
    """The words from `start` to `end` with emphasis."""
    for run in runs:
        words = run.words[max(start - run.start, 0) : max(end - run.start, 0)]
        if not words:
            continue
        html = _escape(words)
        if run.emphasis:
            html = f"<em>{html}</em>"
        yield f"<strong>{html}</strong>" if run.strong else html


def _escape(words: str) -> str:
    """Escaped words as a plain string, which is joined much faster than markup."""
    return str(escape(words))
