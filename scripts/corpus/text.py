"""The approved text: blocks with their paragraph numbers and anchors."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import count

from corpus.blocks import Block, Role, blocks


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

    @property
    def printed(self) -> str:
        """All words as printed, list marks and headings included, one line a block."""
        return "\n".join(block.printed for block in self.blocks)

    def place(self, origin: int) -> tuple[int, int]:
        """Line and column, from 1, of a character of the body."""
        return self.body.count("\n", 0, origin) + 1, origin - self.body.rfind("\n", 0, origin)


def approved_text(body: str, is_approval: Callable[[str], bool]) -> ApprovedText:
    """Read the body of a record; `is_approval` knows the words that tell an approval."""
    read = _with_approval(blocks(body), is_approval)
    return ApprovedText(body, tuple(_anchored(_numbered(read))))


def _with_approval(read: Iterator[Block], is_approval: Callable[[str], bool]) -> Iterator[Block]:
    """The line below the heading tells the approval when it says so or is in parentheses."""
    above: Block | None = None
    for index, block in enumerate(read):
        below_heading = index == 1 and above and above.role is Role.HEADING
        if below_heading and block.role is Role.PARAGRAPH and _tells(block.words, is_approval):
            yield replace(block, role=Role.APPROVAL)
        else:
            yield block
        above = block


def _tells(words: str, is_approval: Callable[[str], bool]) -> bool:
    return words.startswith("(") or is_approval(words)


def _numbered(read: Iterator[Block]) -> Iterator[Block]:
    numbers = count(1)
    for block in read:
        bare = block.role in (Role.HEADING, Role.APPROVAL)
        yield block if bare else replace(block, number=next(numbers))


def _anchored(read: Iterator[Block]) -> Iterator[Block]:
    """Paragraphs are known by number, headings by their words and, if said again, a count."""
    seen: Counter[str] = Counter()
    for block in read:
        name = f"p{block.number}" if block.number else _section(block.words)
        seen[name] += 1
        yield replace(block, anchor=name if seen[name] == 1 else f"{name}--{seen[name]}")


def _section(words: str) -> str:
    return "-".join(["section", *re.findall(r"[a-z0-9]+", words.lower())])
