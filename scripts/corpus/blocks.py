"""The body of a record block by block, as written.

The body is a small part of Markdown: headings with `#`, paragraphs between blank lines,
list items with the marks of the opinion (`1)`, `a.`, `-`), quotations with `>`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from corpus import inline

_LINE = re.compile(r"[^\n]*\n|[^\n]+\Z")
_HEADING = re.compile(r"(#{1,6}) +(?=\S)")
_ITEM = re.compile(r"( *)(\(?(?:\d{1,3}|[A-Za-z]|[ivxlc]{1,6})[.)]|[-*•]) +(?=\S)")
_QUOTE = re.compile(r" *>[ \t]*")
_QUOTE_BELOW = re.compile(r"(?<=\n) *>")
_OTHER_BLOCK = re.compile(r" *(?:#{1,6}\s|#\w|>)|" + _ITEM.pattern)
"""A line that looks as if it should open a block of its own."""


class Role(StrEnum):
    """What a block of the text is."""

    HEADING = "heading"
    APPROVAL = "approval"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    QUOTE = "quote"


@dataclass(frozen=True)
class Block:
    """A heading, the approval line, a paragraph, a list item or a quotation."""

    role: Role
    start: int
    """Where its Markdown starts in the body, without the block's own mark."""
    markdown: str
    """As written, line breaks and marks included."""
    level: int = 0
    """1 for a heading's first level; for an item the depth of its list, from 1."""
    mark: str = ""
    """A list item's own mark, as printed: `1)`."""
    number: int | None = None
    """The paragraph number; headings and the approval line have none."""
    anchor: str = ""
    """Where the block stands on the page: `p4`, `section-concern-raised`."""

    @cached_property
    def runs(self) -> tuple[inline.Run, ...]:
        """The words, run by run of one look."""
        return inline.runs(self._unquoted)

    @cached_property
    def words(self) -> str:
        """The plain words, white space folded, without the list mark."""
        return "".join(run.words for run in self.runs)

    @property
    def printed(self) -> str:
        """The words with the list mark, as one line."""
        return f"{self.mark} {self.words}" if self.mark else self.words

    def origin(self, offset: int) -> int:
        """Where in the body the character of the words at `offset` was written."""
        return self.start + inline.origin(self._unquoted, offset)

    @property
    def loose(self) -> tuple[int, ...]:
        """Where in the body stars stand that begin an emphasis and do not end it."""
        return tuple(self.start + place for place in inline.loose(self._unquoted))

    @property
    def doubtful_lines(self) -> tuple[int, ...]:
        """Where in the body lines begin that look like another block but go on with this one."""
        starts = (found.end() for found in re.finditer("\n", self.markdown))
        first = (0,) if self.role is Role.PARAGRAPH else ()
        return tuple(
            self.start + start
            for start in (*first, *starts)
            if self.role is not Role.QUOTE and _OTHER_BLOCK.match(self.markdown, start)
        )

    @property
    def _unquoted(self) -> str:
        """The Markdown with blanks in place of a quotation's marks, so that places stay."""
        if self.role is not Role.QUOTE:
            return self.markdown
        return _QUOTE_BELOW.sub(lambda found: " " * len(found[0]), self.markdown)


def blocks(body: str) -> Iterator[Block]:
    """The blocks as written; a blank line, a heading or a list mark begins a new one."""
    block: Block | None = None
    for found in _LINE.finditer(body):
        line, offset = found[0], found.start()
        opened = _opened(line, offset, block)
        if block and (opened or _is_blank(line)):
            yield replace(block, markdown=body[block.start : offset])
            block = None
        block = opened or block
    if block:
        yield replace(block, markdown=body[block.start :])


def _is_blank(line: str) -> bool:
    """Whether the line is empty, in a quotation or not."""
    return not line.strip(" \t\n>")


def _opened(line: str, offset: int, current: Block | None) -> Block | None:
    """The block that this line opens, or None where it is blank or goes on with another."""
    if _is_blank(line):
        return None
    within = current is not None and current.role is not Role.HEADING
    if heading := _HEADING.match(line):
        start = heading.end()
        return Block(Role.HEADING, offset + start, line[start:], len(heading[1]))
    item = _ITEM.match(line)
    if item and (not within or (current and current.role is Role.ITEM)):
        start, depth = item.end(), 1 + (len(item[1]) + 2) // 4
        return Block(Role.ITEM, offset + start, line[start:], depth, item[2])
    if within:
        return None
    quote = _QUOTE.match(line)
    start = quote.end() if quote else len(line) - len(line.lstrip())
    return Block(Role.QUOTE if quote else Role.PARAGRAPH, offset + start, line[start:])
