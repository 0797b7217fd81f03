"""The approved text: the body of a record as numbered paragraphs of plain words.

The body is a small part of Markdown: headings with `#`, paragraphs between blank lines,
list items with the marks of the opinion (`1)`, `a.`, `-`), quotations with `>`,
`*emphasis*`, `**strong**`, and a backslash before a character that is meant as it stands.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from itertools import count, groupby

_HEADING = re.compile(r"(#{1,6}) +(?=\S)")
_ITEM = re.compile(r"( *)(\(?(?:\d{1,3}|[A-Za-z]|[ivxlc]{1,6})[.)]|[-*•]) +(?=\S)")
_QUOTE = re.compile(r" *> *(?=\S)")
_TOKEN = re.compile(
    r"""
    (?P<space> \s+ (?: (?<=\n)\ *>\s* )? )  # white space, and the mark of a quotation's line
    | \\(?P<escaped> [!-/:-@\[-`{-~] )      # a character that is meant as it stands
    | (?P<stars> \*{1,3} )                  # the beginning or end of an emphasis
    | (?P<plain> [^\s\\*]+ | \\ )
    """,
    re.VERBOSE,
)
_NOT_IN_ANCHORS = re.compile(r"[^a-z0-9]+")


class Role(StrEnum):
    """What a block of the text is."""

    HEADING = "heading"
    APPROVAL = "approval"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look, with their offset in the block's words and in its Markdown."""

    words: str
    start: int
    origin: int
    strong: bool = False
    emphasis: bool = False

    @property
    def end(self) -> int:
        """The offset in the block's words at which the run ends."""
        return self.start + len(self.words)


@dataclass(frozen=True)
class Block:
    """A heading, the approval line, a paragraph, a list item or a quotation."""

    role: Role
    start: int
    """Where its Markdown starts in the body, without the block's own mark."""
    markdown: str
    """As written, line breaks and marks included."""
    number: int | None = None
    """The paragraph number; headings and the approval line have none."""
    level: int = 0
    """1 for a heading's first level; for an item the depth of its list, from 1."""
    mark: str = ""
    """A list item's own mark, as printed: `1)`."""

    @cached_property
    def words(self) -> str:
        """The plain words, white space folded, without the list mark."""
        if self._has_marks:
            return "".join(run.words for run in _tokens(self.markdown))
        return " ".join(self.markdown.split())

    @property
    def printed(self) -> str:
        """The words with the list mark, as one line."""
        return f"{self.mark} {self.words}" if self.mark else self.words

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """The words, run by run of one look."""
        if not self._has_marks:
            return (Run(self.words, 0, 0),)
        looks = groupby(_tokens(self.markdown), key=lambda run: (run.strong, run.emphasis))
        return tuple(_merged(list(runs)) for _, runs in looks)

    @property
    def closed(self) -> bool:
        """Whether every emphasis that opens in the block closes in it."""
        if "*" not in self.markdown:
            return True
        stars = [found["stars"] for found in _TOKEN.finditer(self.markdown) if _is_mark(found)]
        return sum(map(len, stars)) % 2 == 0 and sum(star == "*" for star in stars) % 2 == 0

    @property
    def anchor(self) -> str:
        """Where the block stands on the page: `p4` or `section-concern-raised`."""
        if self.number:
            return f"p{self.number}"
        return "section-" + _NOT_IN_ANCHORS.sub("-", self.words.lower()).strip("-")

    @property
    def _has_marks(self) -> bool:
        """Whether there is more in the Markdown than words and white space; mostly there is not."""
        return "*" in self.markdown or "\\" in self.markdown or self.role is Role.QUOTE

    def origin(self, offset: int) -> int:
        """Where in the body the character of the words at `offset` was written."""
        runs = (run for run in _tokens(self.markdown) if run.end > offset)
        run = next(runs, Run("", offset, 0))
        return self.start + run.origin + offset - run.start


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

    def place(self, block: Block, offset: int = 0) -> tuple[int, int]:
        """Line and column in the body, from 1, of a character of the block's words."""
        origin = block.origin(offset)
        return self.body.count("\n", 0, origin) + 1, origin - self.body.rfind("\n", 0, origin)


def approved_text(body: str) -> ApprovedText:
    """Read the body of a record."""
    return ApprovedText(body, tuple(_numbered(_with_approval(_blocks(body)))))


def _blocks(body: str) -> Iterator[Block]:
    """The blocks as written: a blank line, a heading or a list mark begins a new one."""
    block: Block | None = None
    offset = 0
    for line in body.splitlines(keepends=True):
        opened = _opened(line, offset, block)
        if block and (opened or not line.strip()):
            yield block
            block = None
        if block:
            block = replace(block, markdown=block.markdown + line)
        block = opened or block
        offset += len(line)
    if block:
        yield block


def _opened(line: str, offset: int, current: Block | None) -> Block | None:
    """The block that this line opens, or None where it is blank or goes on with another."""
    if not line.strip():
        return None
    within = current is not None and current.role is not Role.HEADING
    if heading := _HEADING.match(line):
        start = heading.end()
        return Block(Role.HEADING, offset + start, line[start:], level=len(heading[1]))
    item = _ITEM.match(line)
    if item and (not within or (current and current.role is Role.ITEM)):
        start, depth = item.end(), 1 + (len(item[1]) + 2) // 4
        return Block(Role.ITEM, offset + start, line[start:], level=depth, mark=item[2])
    if within:
        return None
    quote = _QUOTE.match(line)
    start = quote.end() if quote else len(line) - len(line.lstrip())
    return Block(Role.QUOTE if quote else Role.PARAGRAPH, offset + start, line[start:])


def _with_approval(blocks: Iterator[Block]) -> Iterator[Block]:
    """The second block is the approval line when it follows the heading in parentheses."""
    heading = next(blocks, None)
    second = next(blocks, None)
    if heading:
        yield heading
    if second:
        told = heading and heading.role is Role.HEADING and second.role is Role.PARAGRAPH
        is_approval = told and second.markdown.startswith("(")
        yield replace(second, role=Role.APPROVAL) if is_approval else second
    yield from blocks


def _numbered(blocks: Iterator[Block]) -> Iterator[Block]:
    numbers = count(1)
    for block in blocks:
        bare = block.role in (Role.HEADING, Role.APPROVAL)
        yield block if bare else replace(block, number=next(numbers))


def _tokens(markdown: str) -> Iterator[Run]:
    """The words piece by piece, each piece written without a break at its origin."""
    strong = emphasis = False
    start = 0
    for found in _TOKEN.finditer(markdown.rstrip()):
        if _is_mark(found):
            stars = found["stars"]
            strong, emphasis = strong ^ (len(stars) > 1), emphasis ^ (stars != "**")
            continue
        words = " " if found["space"] else found["escaped"] or found[0]
        origin = found.start("escaped") if found["escaped"] else found.start()
        yield Run(words, start, origin, strong, emphasis)
        start += len(words)


def _is_mark(found: re.Match[str]) -> bool:
    """Whether a match is stars that begin or end an emphasis, not stars between spaces."""
    if not found["stars"]:
        return False
    around = found.string[found.start() - 1 : found.start()], found.string[found.end() :][:1]
    return any(character.strip() for character in around)


def _merged(runs: list[Run]) -> Run:
    return replace(runs[0], words="".join(run.words for run in runs))
