"""The approved text: blocks with their paragraph numbers and anchors."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from corpus.text.blocks import Block, Role, blocks

_WITHOUT_NUMBER = frozenset({Role.HEADING, Role.APPROVAL})


@dataclass(frozen=True)
class ApprovedText:
    """The text of an opinion, block by block in reading order."""

    body: str
    blocks: tuple[Block, ...]

    @cached_property
    def paragraphs(self) -> dict[int, Block]:
        """The numbered blocks by their number."""
        return {block.number: block for block in self.blocks if block.number}

    @property
    def heading(self) -> Block | None:
        """The first line, where it is a heading."""
        first = next(iter(self.blocks), None)
        return first if first and first.role is Role.HEADING else None

    @property
    def approval(self) -> Block | None:
        """The line that tells the approval."""
        return next((block for block in self.blocks if block.role is Role.APPROVAL), None)

    def blocks_at(self, offsets: Iterable[int]) -> list[Block]:
        """The blocks in which these characters of the body stand, in reading order."""
        starts = [block.start for block in self.blocks]
        found = {bisect_right(starts, place) - 1 for place in offsets}
        return [self.blocks[index] for index in sorted(found) if index >= 0]

    @property
    def plain_text(self) -> str:
        """All words as printed, list marks and headings included, one line a block."""
        return "\n".join(block.text_with_mark for block in self.blocks)

    def line_and_column(self, origin: int) -> tuple[int, int]:
        """Line and column, from 1, of a character of the body."""
        return self.body.count("\n", 0, origin) + 1, origin - self.body.rfind("\n", 0, origin)


def parse_approved_text(body: str, is_approval: Callable[[str], bool]) -> ApprovedText:
    """Read the body of a record; `is_approval` knows the words that tell an approval."""
    read = list(blocks(body))
    if _has_approval(read, is_approval):
        read[1] = read[1]._replace(role=Role.APPROVAL)
    return ApprovedText(body, tuple(_placed(read)))


def _has_approval(read: Sequence[Block], is_approval: Callable[[str], bool]) -> bool:
    """Whether the line below the heading tells the approval: by its form, or in parentheses."""
    match read[:2]:
        case [Block(role=Role.HEADING), Block(role=Role.PARAGRAPH) as below]:
            return below.words.startswith("(") or is_approval(below.words)
    return False


def _placed(read: Iterable[Block]) -> Iterator[Block]:
    """Paragraphs are known by number, headings by their words and, if said again, a count."""
    number = 0
    seen: Counter[str] = Counter()
    for block in read:
        if block.role in _WITHOUT_NUMBER:
            name = _section(block.words)
            seen[name] += 1
            anchor = name if seen[name] == 1 else f"{name}--{seen[name]}"
            yield block.with_anchor(None, anchor)
        else:
            number += 1
            yield block.with_anchor(number, f"p{number}")


def _section(words: str) -> str:
    return "-".join(["section", *re.findall(r"[a-z0-9]+", words.lower())])
