"""The approved text of an opinion: blocks with paragraph numbers and anchors."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import takewhile

from corpus.text.blocks import Block, Role, parse_blocks

_LONGEST_SIGNATURE = 80
"""How long a line below the approval line at the end of a text may be."""

_WITHOUT_NUMBER = (Role.HEADING, Role.APPROVAL)


@dataclass(frozen=True)
class ApprovedText:
    """The body of a record, and its blocks in reading order."""

    body: str
    blocks: tuple[Block, ...]
    named_line: str = ""
    """The words that the fields give to the approval line; empty if they give none."""

    @cached_property
    def paragraphs(self) -> dict[int, Block]:
        """The numbered blocks by number."""
        return {block.number: block for block in self.blocks if block.number}

    @cached_property
    def heading(self) -> Block | None:
        """The first block, if it is a heading."""
        first = next(iter(self.blocks), None)
        return first if first and first.role is Role.HEADING else None

    @property
    def approval(self) -> Block | None:
        """The line that states the approval; the first, if there are several."""
        return next(iter(self.approvals), None)

    @cached_property
    def approvals(self) -> tuple[Block, ...]:
        """The lines that state the approval and its revisions, or the one at the end that does."""
        return tuple(block for block in self.blocks if block.role is Role.APPROVAL)

    @cached_property
    def named_approvals(self) -> tuple[Block, ...]:
        """The lines with the words that the fields give to the approval line."""
        return tuple(line for line in self.approvals if line.words == self.named_line)

    @cached_property
    def opening(self) -> tuple[Block, ...]:
        """The heading, if there is one, and the approval lines below it."""
        return tuple(takewhile(self._may_be_above, self.blocks))

    def _may_be_above(self, block: Block) -> bool:
        return block.role is Role.APPROVAL or block is self.heading

    @property
    def plain_text(self) -> str:
        """All words, with list marks and headings, one line for each block."""
        return "\n".join(block.text_with_mark for block in self.blocks)

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """The line and the column, both from 1, of an offset in the body."""
        return self.body.count("\n", 0, offset) + 1, offset - self.body.rfind("\n", 0, offset)


def parse_approved_text(
    body: str,
    is_approval: Callable[[str], bool],
    is_further_approval: Callable[[str], bool] = lambda _words: False,
    named_line: str = "",
) -> ApprovedText:
    """Read the body of a record; `is_approval` recognizes the words of an approval line.

    `is_further_approval` recognizes those of the lines that may follow it, and of the line at the
    end of a text that has none below its heading. The line with the words `named_line` is the
    approval line wherever it stands.
    """
    blocks = list(parse_blocks(body))
    named = Block(Role.PARAGRAPH, 0, named_line).words if named_line else ""
    has_named = False
    for place, block in enumerate(blocks[1:] if named else (), start=1):
        if _is_named(block, named):
            blocks[place] = block._replace(role=Role.APPROVAL)
            has_named = True
    if _has_approval(blocks, is_approval, may_be_unknown=not has_named):
        blocks[1] = blocks[1]._replace(role=Role.APPROVAL)
        for place, block in enumerate(blocks[2:], start=2):
            if block.role is not Role.PARAGRAPH or not is_further_approval(block.words):
                break
            blocks[place] = block._replace(role=Role.APPROVAL)
    elif not has_named:
        place = closing_line([block.words for block in blocks], is_further_approval)
        if place and blocks[place].role is Role.PARAGRAPH:
            blocks[place] = blocks[place]._replace(role=Role.APPROVAL)
    return ApprovedText(body, tuple(_with_anchors(blocks)), named)


def _is_named(block: Block, named: str) -> bool:
    """Whether a block has the words that the fields give to the approval line."""
    return not block.mark and block.words == named


def _has_approval(
    blocks: Sequence[Block], is_approval: Callable[[str], bool], *, may_be_unknown: bool
) -> bool:
    """Whether the line below the heading is an approval: named, recognized, or in parentheses."""
    match blocks[:2]:
        case [Block(role=Role.HEADING), Block(role=Role.APPROVAL)]:
            return True
        case [Block(role=Role.HEADING), Block(role=Role.PARAGRAPH) as line]:
            return (may_be_unknown and line.words.startswith("(")) or is_approval(line.words)
    return False


def closing_line(lines: Sequence[str], is_approval: Callable[[str], bool]) -> int:
    """The place of an approval line with only short lines below it, such as names; 0 if none."""
    for place in range(len(lines) - 1, 1, -1):
        if is_approval(lines[place]):
            return place
        if len(lines[place]) > _LONGEST_SIGNATURE:
            break
    return 0


def _with_anchors(blocks: Iterable[Block]) -> Iterator[Block]:
    """Number the paragraphs; the anchor of a heading is its words, with a count if they recur."""
    number = 0
    counts: Counter[str] = Counter()
    for block in blocks:
        if block.role in _WITHOUT_NUMBER:
            anchor = _heading_anchor(block.words)
            counts[anchor] += 1
            count = counts[anchor]
            yield block.with_anchor(None, anchor if count == 1 else f"{anchor}--{count}")
        else:
            number += 1
            yield block.with_anchor(number, f"p{number}")


@lru_cache(maxsize=1_000)  # many texts have the same headings
def _heading_anchor(words: str) -> str:
    """`section-concern-raised`."""
    return "-".join(["section", *re.findall(r"[a-z0-9]+", words.lower())])
