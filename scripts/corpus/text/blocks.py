"""The body of a record block by block, as written.

The body is a small part of Markdown: headings with `#`, paragraphs between blank lines,
list items with the marks of the opinion (`1)`, `a.`, `-`), quotations with `>`.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property, partial
from typing import NamedTuple

from corpus.text import inline

MARK = r"\(?(?:\d{1,3}|[A-Za-z]|[ivxlc]{1,6})[.)]|[-*•]"
"""What stands before a list item: `1)`, `(a)`, `iv.`, `-`."""

_SPACE = r"[^\S\n]"
_BLANK = rf"(?:{_SPACE}|>)*(?:\n|\Z)"
_GOES_ON = rf"\n (?! {_BLANK} | \#{{1,6}}[ ]+\S"
"""The end of a line whose block goes on with the next one: it is neither blank nor a heading."""

_BLOCK = re.compile(
    rf"""^(?:
      (?P<hashes> \#{{1,6}} ) [ ]+ (?=\S) (?P<heading> .+ )
    | (?P<indent> [ ]* ) (?P<mark> {MARK} ) [ ]+ (?=\S)
      (?P<item> .+ (?: {_GOES_ON} | [ ]*(?:{MARK})[ ]+\S ) .+ )* )
    | {_SPACE}* > {_SPACE}* (?!{_BLANK}) (?P<quote> \S.* (?: {_GOES_ON} ) .+ )* )
    | {_SPACE}* (?P<paragraph> [^\s>].* (?: {_GOES_ON} ) .+ )* )
    )""",
    re.VERBOSE | re.MULTILINE,
)
_LINE_END = re.compile("\n")
_QUOTE_BELOW = re.compile(r"(?<=\n) *>")
_OTHER_BLOCK = re.compile(rf" *(?:#{{1,6}}\s|#\w|>|(?:{MARK}) +(?=\S))")
"""A line that looks as if it should open a block of its own."""

_DOUBTFUL = re.compile(rf"\n(?!\#{{1,6}}[ ]+\S)(?={_OTHER_BLOCK.pattern})")


def may_have_ambiguous_lines(body: str) -> bool:
    """A quick look whether any line of a body looks like a block that it may not open."""
    return _DOUBTFUL.search(f"\n{body}") is not None


class Role(StrEnum):
    """What a block of the text is."""

    HEADING = "heading"
    APPROVAL = "approval"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    QUOTE = "quote"


class _Fields(NamedTuple):
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


class Block(_Fields):
    """A heading, the approval line, a paragraph, a list item or a quotation.

    A tuple, since a corpus has a hundred thousand of them.
    """

    def with_anchor(self, number: int | None, anchor: str) -> "Block":
        """The same with its place in the text; `_replace` would take three times as long."""
        return Block(self.role, self.start, self.markdown, self.level, self.mark, number, anchor)

    @cached_property
    def runs(self) -> tuple[inline.Run, ...]:
        """The words, run by run of one look."""
        return inline.runs(self._unquoted)

    @cached_property
    def words(self) -> str:
        """The plain words, white space folded, without the list mark."""
        plain = inline.plain(self._unquoted)
        return "".join(run.words for run in self.runs) if plain is None else plain

    @property
    def text_with_mark(self) -> str:
        """The words with the list mark, as one line."""
        return f"{self.mark} {self.words}" if self.mark else self.words

    def source_offset(self, offset: int) -> int:
        """Where in the body the character of the words at `offset` was written."""
        return self.start + self._origins[offset]

    @cached_property
    def _origins(self) -> inline.SourceOffsets:
        return inline.SourceOffsets(self._unquoted)

    @property
    def unmatched_stars(self) -> tuple[int, ...]:
        """Where in the body stars stand that begin an emphasis and do not end it."""
        return tuple(self.start + place for place in inline.unmatched_stars(self._unquoted))

    @property
    def ambiguous_lines(self) -> tuple[int, ...]:
        """Where in the body lines begin that look like another block but go on with this one."""
        if self.role is Role.QUOTE:
            return ()
        starts = [0] if self.role is Role.PARAGRAPH else []
        if "\n" in self.markdown:
            starts += (found.end() for found in _LINE_END.finditer(self.markdown))
        looks_so = partial(_OTHER_BLOCK.match, self.markdown)
        return tuple(self.start + start for start in starts if looks_so(start))

    @property
    def _unquoted(self) -> str:
        """The Markdown with blanks in place of a quotation's marks, so that places stay."""
        if self.role is not Role.QUOTE:
            return self.markdown
        return _QUOTE_BELOW.sub(lambda found: " " * len(found[0]), self.markdown)


def blocks(body: str) -> Iterator[Block]:
    """The blocks as written; a blank line, a heading or a list mark begins a new one."""
    for found in _BLOCK.finditer(body):
        name = found.lastgroup or "paragraph"
        if name == "paragraph":
            yield Block(Role.PARAGRAPH, found.start(name), found[name])
            continue
        level = len(found["hashes"] or "")
        if name == "item":
            level = 1 + (len(found["indent"]) + 2) // 4
        yield Block(Role(name), found.start(name), found[name], level, found["mark"] or "")
