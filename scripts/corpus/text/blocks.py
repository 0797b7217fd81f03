"""The body of a record, block by block.

The body is written in a small part of Markdown: headings with `#`, paragraphs between blank
lines, list items with the marks of the opinion (`1)`, `a.`, `-`), quotations with `>`.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from corpus.text import inline

_INITIALS = r"[A-Z]\.\s[A-Z]\.(?!\S)"
"""`U. S.` at the beginning of a paragraph; `A. U.S.` is a list mark and initials."""

LIST_MARK = rf"(?!{_INITIALS})\(?(?:\d{{1,3}}|[A-Za-z]|[ivxlc]{{1,6}}|[IVX]{{2,6}})[.)]|[-*•]"
"""What stands before a list item: `1)`, `(a)`, `iv.`, `-`."""

_SPACE = r"[^\S\n]"
_BLANK_LINE = rf"(?:{_SPACE}|>)*(?:\n|\Z)"
_NEXT_LINE = rf"\n (?! {_BLANK_LINE} | \#{{1,6}}[ ]+\S ) .+"
"""A further line of a block: one that is neither blank nor a heading."""

_BLOCK = re.compile(
    rf"""^(?:
      (?P<hashes> \#{{1,6}} ) [ ]+ (?=\S) (?P<heading> .+ )
    | (?P<indent> [ ]* ) (?P<mark> {LIST_MARK} ) [ ]+ (?=\S)
      (?P<item> .+ (?: (?! \n [ ]*(?:{LIST_MARK})[ ]+\S ) {_NEXT_LINE} )* )
    | {_SPACE}* > {_SPACE}* (?!{_BLANK_LINE}) (?P<quote> \S.* (?: {_NEXT_LINE} )* )
    | {_SPACE}* (?P<paragraph> [^\s>].* (?: {_NEXT_LINE} )* )
    )""",
    re.VERBOSE | re.MULTILINE,
)
_QUOTE_MARK = re.compile(r"(?<=\n) *>")
_LOOKS_LIKE_A_BLOCK = re.compile(rf" *(?:#{{1,6}}\s|#{{1,6}}\w|>|(?:{LIST_MARK}) +(?=\S))")


class Role(StrEnum):
    """What a block of the text is."""

    HEADING = "heading"
    APPROVAL = "approval"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    QUOTE = "quote"


_ROLES = {role.value: role for role in Role}
"""Each role by the name of its group in `_BLOCK`; a look-up takes a tenth of the time of `Role`."""


class _Fields(NamedTuple):
    role: Role
    start: int
    """The offset in the body of the block's Markdown, after the block's own mark."""
    markdown: str
    """The Markdown with its line breaks and inline marks."""
    level: int = 0
    """The level of a heading, or the depth of an item's list, from 1."""
    mark: str = ""
    """The mark of a list item: `1)`."""
    number: int | None = None
    """The paragraph number; None for headings and the approval line."""
    anchor: str = ""
    """The id on the page: `p4`, `section-concern-raised`."""


class Block(_Fields):
    """A heading, the approval line, a paragraph, a list item or a quotation.

    A tuple, because a corpus has a hundred thousand of them.
    """

    def with_anchor(self, number: int | None, anchor: str) -> "Block":
        """The block with its number and anchor; three times as fast as `_replace`."""
        return Block(self.role, self.start, self.markdown, self.level, self.mark, number, anchor)

    @cached_property
    def runs(self) -> tuple[inline.Run, ...]:
        """The words in runs of one style."""
        return inline.runs(self.unquoted)

    @cached_property
    def words(self) -> str:
        """The plain words with single spaces, without the list mark."""
        words = inline.words_without_marks(self.unquoted)
        return "".join(run.words for run in self.runs) if words is None else words

    @property
    def text_with_mark(self) -> str:
        """The plain words after the list mark, on one line: `1) It may.`."""
        return f"{self.mark} {self.words}" if self.mark else self.words

    def source_offset(self, offset: int) -> int:
        """The offset in the body of a character of the words."""
        return self.source_offsets[offset]

    @cached_property
    def source_offsets(self) -> inline.SourceOffsets:
        """The offsets in the body of all characters of the words, for more than one lookup."""
        return inline.SourceOffsets(self.unquoted, self.start)

    @property
    def unmatched_stars(self) -> tuple[int, ...]:
        """The offsets in the body of stars that begin an emphasis that does not end."""
        return tuple(self.start + offset for offset in inline.unmatched_stars(self.unquoted))

    @property
    def ambiguous_lines(self) -> tuple[int, ...]:
        """The offsets in the body of lines that look like another block but belong to this one."""
        markdown = self.markdown
        if "\n" not in markdown and not markdown.startswith("#"):  # as in nearly all blocks
            return ()
        if self.role is Role.QUOTE:
            return ()
        first = (0,) if self.role is Role.PARAGRAPH else ()
        starts = (*first, *(match.end() for match in re.finditer("\n", markdown)))
        hidden = (start for start in starts if _LOOKS_LIKE_A_BLOCK.match(markdown, start))
        return tuple(self.start + start for start in hidden)

    @property
    def unquoted(self) -> str:
        """The Markdown with spaces for the marks of a quotation, so that offsets stay."""
        if self.role is not Role.QUOTE:
            return self.markdown
        return _QUOTE_MARK.sub(lambda match: " " * len(match[0]), self.markdown)


def parse_blocks(body: str) -> Iterator[Block]:
    """The blocks of a body; each begins after a blank line, at a heading or at a list mark."""
    for match in _BLOCK.finditer(body):
        group = match.lastgroup or "paragraph"
        level, mark = 0, ""
        if group == "heading":
            level = len(match["hashes"])
        elif group == "item":
            level = 1 + (len(match["indent"]) + 2) // 4
            mark = match["mark"]
        yield Block(_ROLES[group], match.start(group), match[group], level, mark)
