"""The approved text as a PDF shows it: headings, paragraphs, quotations and nested lists."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby

from corpus.analysis.index import CorpusIndex
from corpus.analysis.linked_words import LinkedCitation, Stretch, linked_citations, stretches
from corpus.library.record import Record
from corpus.pages.text_html import change_marks
from corpus.text.blocks import Block, Role

_LIST = "list"


@dataclass(frozen=True, slots=True)
class StyledWords:
    """Words in one style."""

    text: str
    emphasis: bool
    strong: bool
    url: str
    """The address of what the words cite; empty if they cite nothing that has one."""


@dataclass(frozen=True, slots=True)
class ListItem:
    """An item of a list, and the list inside it."""

    mark: str
    number: int | None
    anchor: str
    spans: tuple[StyledWords, ...]
    items: tuple["ListItem", ...]
    change: str
    """What a later opinion did to an answer in it, and what became of law that it cites."""


@dataclass(frozen=True, slots=True)
class PrintedBlock:
    """A heading, the approval line, a paragraph, a quotation, or a list with all its items."""

    role: str
    """A `Role`, or `list`."""
    number: int | None = None
    anchor: str = ""
    level: int = 0
    """The level of a heading, below the headings of the document; no level is skipped."""
    spans: tuple[StyledWords, ...] = ()
    items: tuple[ListItem, ...] = ()
    mark: str = ""
    """What the editors say above a heading that begins a concurrence or a dissent."""
    change: str = ""
    """What a later opinion did to an answer in it, and what became of law that it cites."""


_LEVEL_ABOVE = 2
"""The level of the heading above the text, in a PDF of one opinion and in a volume."""


def text_blocks(record: Record, index: CorpusIndex) -> tuple[PrintedBlock, ...]:
    """The whole text, whose headings are below that of its section."""
    links = linked_citations(record, index.references)
    spans = partial(_spans, links=links, index=index)
    changes = {
        number: "; ".join(mark.words for mark in of_paragraph)
        for number, of_paragraph in change_marks(record, index).items()
    }
    marks = {part.blocks[0].start: part.mark for part in record.separate_parts}
    blocks: list[PrintedBlock] = []
    level = _LEVEL_ABOVE
    for is_item, group in groupby(record.text.blocks, lambda block: block.role is Role.ITEM):
        if is_item:
            items = tuple((block.level, _item(block, spans(block), changes)) for block in group)
            blocks.append(PrintedBlock(_LIST, items=_nested(items)))
            continue
        for block in group:
            if block.role is Role.HEADING:
                level = min(level + 1, _LEVEL_ABOVE + block.level)
            blocks.append(
                PrintedBlock(
                    str(block.role),
                    block.number,
                    block.anchor,
                    level,
                    spans(block),
                    mark=marks.get(block.start, ""),
                    change=changes.get(block.number or 0, ""),
                )
            )
    return tuple(blocks)


def _item(block: Block, spans: tuple[StyledWords, ...], changes: Mapping[int, str]) -> ListItem:
    change = changes.get(block.number or 0, "")
    return ListItem(block.mark, block.number, block.anchor, spans, (), change)


def _nested(items: Sequence[tuple[int, ListItem]]) -> tuple[ListItem, ...]:
    """Items with their depth as a list; each deeper item belongs to the one before it."""
    nested: list[ListItem] = []
    for position, end in _ranges(items):
        inner = _nested(items[position + 1 : end])
        nested.append(replace(items[position][1], items=inner))
    return tuple(nested)


def _ranges(items: Sequence[tuple[int, ListItem]]) -> Iterator[tuple[int, int]]:
    """The position of each outer item, and where the items inside it end."""
    start = 0
    for position in range(1, len(items) + 1):
        if position == len(items) or items[position][0] <= items[start][0]:
            yield start, position
            start = position


def _spans(
    block: Block, links: dict[int, list[LinkedCitation]], index: CorpusIndex
) -> tuple[StyledWords, ...]:
    linked = stretches(block, links.get(block.start, []))
    return tuple(span for stretch in linked for span in _stretch_spans(stretch, index))


def _stretch_spans(stretch: Stretch, index: CorpusIndex) -> Iterator[StyledWords]:
    on_this_site = index.commission.address(stretch.path) if stretch.path else None
    address = stretch.address or on_this_site or ""
    for run in stretch.runs:
        yield StyledWords(run.words, run.emphasis, run.strong, address)
