"""The parts of an approved text that are concurrences or dissents of single members."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.model.separate_opinions import SeparateHeading, SeparateKind, SeparateOpinions
from corpus.text.approved_text import ApprovedText
from corpus.text.blocks import Block, Role


@dataclass(frozen=True, slots=True)
class SeparatePart:
    """A concurrence or a dissent with its blocks; the first block is its heading."""

    heading: SeparateHeading
    blocks: tuple[Block, ...]

    @property
    def mark(self) -> str:
        """What the editors say above it."""
        return f"{self.heading.kind.capitalize()}: not part of what was decided"

    @property
    def paragraphs(self) -> tuple[int, ...]:
        """The numbers of its paragraphs, which continue the numbers of the opinion."""
        return tuple(block.number for block in self.blocks if block.number)


def separate_parts(text: ApprovedText, headings: SeparateOpinions) -> tuple[SeparatePart, ...]:
    """The concurrences and dissents of a text, in order.

    Each ends at the next heading of its own level or above, at the approval line, which is the
    body's own, or at the end of the text.
    """
    is_used = headings.concurrence or headings.dissent
    return tuple(_parts(text.blocks, headings)) if is_used else ()


def kinds_by_paragraph(parts: Iterable[SeparatePart]) -> dict[int, SeparateKind]:
    """The paragraphs of these parts, each with the kind of its part."""
    return {number: part.heading.kind for part in parts for number in part.paragraphs}


def _parts(blocks: tuple[Block, ...], headings: SeparateOpinions) -> Iterator[SeparatePart]:
    starts = [
        (position, heading)
        for position, block in enumerate(blocks)
        if block.role is Role.HEADING and (heading := headings.heading(block.words))
    ]
    for start, heading in starts:
        yield SeparatePart(heading, blocks[start : _end(blocks, start)])


def _end(blocks: tuple[Block, ...], start: int) -> int:
    """The position of the first block after the part that begins at `start`."""
    level = blocks[start].level
    after = range(start + 1, len(blocks))
    return next((at for at in after if _ends_part(blocks[at], level)), len(blocks))


def _ends_part(block: Block, level: int) -> bool:
    """Whether a block ends a part whose heading has this level."""
    is_heading = block.role is Role.HEADING and block.level <= level
    return is_heading or block.role is Role.APPROVAL
