"""Where a document divides a text into other paragraphs, or has other headings."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from corpus.text.blocks import Block, Role


def other_numbers(
    blocks: Sequence[Block], places: Mapping[int, range], headings: AbstractSet[int]
) -> Iterator[str]:
    """Each block below the title that is not one paragraph, or one heading, in the document too.

    `places` has, for the index of a block, the paragraphs of the document with its words.
    `headings` are those of its paragraphs that are headings.
    """
    present = [
        (blocks[index], places[index])
        for index in sorted(places)
        if index or blocks[index].role is not Role.HEADING
    ]
    ends = Counter(place for _, within in present for place in {within[0], within[-1]})
    for block, within in present:
        if block.number:
            yield from _of_paragraph(block, within, headings)
        elif block.role is Role.HEADING and headings.isdisjoint(within) and ends[within[0]] == 1:
            yield f"{name_of(block)} is a paragraph"
    for (block, within), (following, next_within) in pairwise(present):
        if within[-1] == next_within[0]:
            kind = "heading" if within[-1] in headings else "paragraph"
            yield f"{name_of(block)} and {name_of(following)} are one {kind}"


def name_of(block: Block) -> str:
    """What a clerk calls a block: `¶ 4`, or what it is, with the words of a heading."""
    if block.number:
        return f"¶ {block.number}"
    return "the approval line" if block.role is Role.APPROVAL else f"heading “{block.words}”"


def _of_paragraph(block: Block, within: range, headings: AbstractSet[int]) -> Iterator[str]:
    count = sum(place not in headings for place in within)
    heading = "a heading" if count < len(within) else ""
    if heading or count > 1:
        paragraphs = f"{count} paragraph{'s' * (count > 1)}" if count else ""
        yield f"{name_of(block)} is {' and '.join(filter(None, (heading, paragraphs)))}"
