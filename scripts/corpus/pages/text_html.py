"""The approved text as HTML: its exact words, with paragraph numbers and links on citations.

The style sheet shows the numbers. They are not part of the text, so that what a reader copies
and what a program reads are the words as approved.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from types import MappingProxyType
from typing import NamedTuple

from markupsafe import Markup, escape

from corpus.analysis.citing import correction_note
from corpus.analysis.history import ChangedProvision
from corpus.analysis.index import CorpusIndex, IncomingRelation, once
from corpus.analysis.linked_words import LinkedCitation, Stretch, linked_citations, stretches
from corpus.analysis.paragraph_status import paragraph_status, paragraph_statuses
from corpus.analysis.status import opinion_status
from corpus.analysis.status_labels import label_without_caution
from corpus.citations.finder import CitationFinder
from corpus.library.record import Record
from corpus.library.references import References
from corpus.model.opinion import Catalogued, Opinion
from corpus.model.opinion_id import OpinionId
from corpus.pages.unbroken import unbroken
from corpus.text.blocks import Block, Role
from corpus.text.inline import Run
from corpus.text.separate_parts import SeparatePart

_HEADINGS_ABOVE = 2
"""The page's own headings above the text have two levels."""


class ChangeMark(NamedTuple):
    """What happened to one paragraph, and the URL of the last later opinion or of the law."""

    words: str
    url: str


def change_marks(record: Record, index: CorpusIndex) -> dict[int, tuple[ChangeMark, ...]]:
    """The marks of the paragraphs whose answer a later opinion changed, or that cite changed law.

    What was done to the opinion as a whole is said only at the top of its page.
    """
    by_opinions = _marks_by_opinions(record, index)
    of_law = _marks_of_law(record, index)
    return {
        number: tuple(marks[number] for marks in (by_opinions, of_law) if number in marks)
        for number in by_opinions.keys() | of_law.keys()
    }


def _marks_by_opinions(record: Record, index: CorpusIndex) -> dict[int, ChangeMark]:
    if record.opinion.withdrawn:
        return {}
    marks = {}
    for change in opinion_status(record, index).changes:
        for number in _paragraphs_of(change, record.opinion):
            words = label_without_caution(
                paragraph_status(record, number, index), index.names
            ).by_opinions
            place = "".join(f"#p{at}" for at in change.relation.at[:1])
            marks[number] = ChangeMark(words, f"{change.record.id.url}{place}")
    return marks


def _marks_of_law(record: Record, index: CorpusIndex) -> dict[int, ChangeMark]:
    """The marks of the paragraphs that cite law with other words now; not of what ended."""
    marks = {}
    for number, status in paragraph_statuses(record, index).items():
        own = replace(
            status,
            changed_law=_reworded_in(number, record, status.changed_law),
            undecided_law=_reworded_in(number, record, status.undecided_law),
        )
        if words := label_without_caution(own, index.names).by_law:
            marks[number] = ChangeMark(words, f"{record.id.url}#then-and-now")
    return marks


def _reworded_in(
    number: int, record: Record, changed: Iterable[ChangedProvision]
) -> tuple[ChangedProvision, ...]:
    """The law that a paragraph cites itself and that was not only renumbered."""
    return tuple(
        law
        for law in changed
        if not law.is_only_renumbered and number in record.paragraphs_citing(law.citation)
    )


def _paragraphs_of(change: IncomingRelation, opinion: Opinion | Catalogued) -> Iterator[int]:
    answer = change.relation.holding
    return (number for each in opinion.holdings if each.id == answer for number in each.at)


def approved_text_html(
    record: Record,
    references: References,
    root: str,
    prefix: str = "",
    changes: Mapping[int, Sequence[ChangeMark]] = MappingProxyType({}),
) -> Markup:
    """The whole text. `root` leads from the page to the site's root.

    Every anchor starts with `prefix`, which keeps apart several texts on one page. `changes` has
    what happened to single paragraphs.
    """
    links = linked_citations(record, references)
    marks = _marks(record, references, root, prefix, changes)
    separate = {block.start: part for part in record.separate_parts for block in part.blocks}
    parts = []
    for part, blocks in groupby(record.text.blocks, lambda block: separate.get(block.start)):
        html = "\n".join(
            _list_or_blocks(list(group), links, marks, root, prefix)
            for _, group in groupby(blocks, lambda block: block.role is Role.ITEM)
        )
        parts.append(_separate(part, html, prefix) if part else html)
    return Markup("\n".join(parts))  # noqa: S704 - every word, mark and URL is escaped below


def with_opinion_links(text: str, index: CorpusIndex, root: str) -> Markup:
    """Words of the editors with a link on each opinion that is listed here."""
    html, end = [], 0
    for citation in _finder(index).find(text) if text else ():
        if isinstance(citation.target, OpinionId) and citation.target in index.by_id:
            words = unbroken(_escape(text[citation.start : citation.end]))
            before = unbroken(_escape(text[end : citation.start]))
            html.append(f'{before}<a href="{_escape(root + citation.target.url)}">{words}</a>')
            end = citation.end
    return Markup("".join([*html, unbroken(_escape(text[end:]))]))  # noqa: S704 - every word is escaped


@once
def _finder(index: CorpusIndex) -> CitationFinder:
    return CitationFinder(index.commission, index.by_id)


def _list_or_blocks(
    blocks: Sequence[Block],
    links: Mapping[int, list[LinkedCitation]],
    marks: Mapping[int | None, str],
    root: str,
    prefix: str,
) -> str:
    """The items of one list, or blocks outside of lists."""
    html = "\n".join(
        _block(
            block,
            _words(block, links.get(block.start, []), root) + marks.get(block.number, ""),
            prefix,
        )
        for block in blocks
    )
    return f'<ol role="list">\n{html}\n</ol>' if blocks[0].role is Role.ITEM else html


def _separate(part: SeparatePart, html: str, prefix: str) -> str:
    """A concurrence or a dissent, marked as such by the style sheet alone."""
    heading = _escape(f"{prefix}{part.blocks[0].anchor}")
    return (
        f'<section class="separate-opinion" aria-labelledby="{heading}" data-mark="{part.mark}">\n'
        f"{html}\n</section>"
    )


def _marks(
    record: Record,
    references: References,
    root: str,
    prefix: str,
    changes: Mapping[int, Sequence[ChangeMark]],
) -> dict[int | None, str]:
    """The links after each corrected or changed paragraph, without words of their own."""
    names = references.names
    corrected = {number for each in record.opinion.corrections for number in each.at}
    marks: defaultdict[int | None, str] = defaultdict(str)
    for number in corrected:
        note = correction_note(record, names, number)
        marks[number] += _mark("correction-mark", note, f"#{prefix}corrections")
    for number, of_paragraph in changes.items():
        for words, url in of_paragraph:
            marks[number] += _mark("change-mark", words, f"{root}{url}")
    return marks


def _mark(css_class: str, words: str, url: str) -> str:
    shown = _escape(words)
    return (
        f'<a class="{css_class}" href="{_escape(url)}"'
        f' data-mark="{shown}" aria-label="{shown}"></a>'
    )


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


def _words(block: Block, links: list[LinkedCitation], root: str) -> str:
    """The words of a block with links on citations."""
    return "".join(_stretch(stretch, root) for stretch in stretches(block, links))


def _stretch(stretch: Stretch, root: str) -> str:
    words = "".join(map(_styled, stretch.runs))
    if address := stretch.address or (stretch.path and root + stretch.path):
        return f'<a href="{_escape(address)}">{words}</a>'
    return words


def _styled(run: Run) -> str:
    html = unbroken(_escape(run.words))
    if run.emphasis:
        html = f"<em>{html}</em>"
    return f"<strong>{html}</strong>" if run.strong else html


def _escape(words: str) -> str:
    """Escaped words as a plain string, which is joined much faster than markup."""
    return str(escape(words))
