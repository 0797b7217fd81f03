"""Change one block of the approved text, and nothing else in the file."""

import re
from typing import Any

from corpus.library.record import Record
from corpus.text.approved_text import ApprovedText
from corpus.text.blocks import Block, Role

_EMPTY_LINE = re.compile(r"\n\s*\n")
_HASHES = re.compile(r"#{1,6} +$")


class NoSuchBlockError(ValueError):
    """The block that should change is not in the file."""


def require_block(record: Record, position: Any, words: Any) -> int:
    """The position, if the block there has the words that the page shows.

    A second click that comes after the block is gone names another one by its position. Raises
    `NoSuchBlockError`.
    """
    blocks = record.text.blocks
    if not isinstance(position, int) or not 0 <= position < len(blocks):
        raise NoSuchBlockError("there is no such block")
    if blocks[position].markdown != words:
        raise NoSuchBlockError("another block is in its place")
    return position


def with_block(text: str, record: Record, position: int, words: str, *, is_heading: bool) -> str:
    """The file with other words in one block; raises `NoSuchBlockError` if it is not there.

    An empty line in the words makes two blocks of one. Without words, the block is removed.
    """
    block = record.text.blocks[position]
    body = record.text.body
    start, end = block.start, block.start + len(block.markdown)
    if body[start:end] != block.markdown:
        raise NoSuchBlockError("the words of this block cannot be found in the file")
    line_start = body.rfind("\n", 0, start) + 1
    mark = body[line_start:start]
    if (block.role is Role.HEADING) != is_heading:
        mark = _mark_of_heading(position) if is_heading else _HASHES.sub("", mark)
        words = _as_heading_words(words) if is_heading else words
    parts = [" ".join(part.split()) for part in _EMPTY_LINE.split(words) if part.strip()]
    before, after = body[:line_start], body[end:]
    if not parts:
        changed = _joined(before, after)
    else:
        if len(parts) > 1 or mark != body[line_start:start]:
            before, after = _apart(before, after)
        changed = before + "\n\n".join([f"{mark}{parts[0]}", *parts[1:]]) + after
    return text[: len(text) - len(body)] + changed


def _joined(before: str, after: str) -> str:
    """What is around a removed block, as far apart as the farther of the two was from the block."""
    above = before.rstrip("\n")
    below = after.lstrip("\n")
    if not above.strip():
        return before + below
    if not below:
        return above + after
    newlines = max(len(before) - len(above), len(after) - len(below))
    return above + "\n" * newlines + below


def _apart(before: str, after: str) -> tuple[str, str]:
    """What is around a block whose kind has changed, with empty lines on both sides of it."""
    if before.strip() and not before.endswith("\n\n"):
        before += "\n"
    if after.strip() and not after.startswith("\n\n"):
        after = "\n" + after
    return before, after


def _mark_of_heading(position: int) -> str:
    return "## " if position else "# "


def with_heading(text: str, record: Record, position: int) -> str:
    """The file with this block as the heading of the opinion, without what is above it."""
    blocks = record.text.blocks
    body = record.text.body
    block = blocks[position]
    top = _line_start(body, blocks[0])
    if block.role is Role.HEADING and block.level == 1:
        lines = body[_line_start(body, block) :]
    else:
        end = block.start + len(block.markdown)
        lines = f"# {_as_heading_words(block.markdown)}{body[end:]}"
    return text[: len(text) - len(body)] + body[:top] + lines


def _line_start(body: str, block: Block) -> int:
    return body.rfind("\n", 0, block.start) + 1


def _as_heading_words(words: str) -> str:
    """The words of a block as a heading: neither quoted nor bold as a whole."""
    parts = (Block(Role.QUOTE, 0, part).unquoted for part in _EMPTY_LINE.split(words))
    return "\n\n".join(_without_style(" ".join(part.split())) for part in parts)


def _without_style(line: str) -> str:
    """A line without the stars around all of it."""
    runs = Block(Role.PARAGRAPH, 0, line).runs
    bare = line.strip("*")
    is_styled = len(runs) == 1 and (runs[0].strong or runs[0].emphasis)
    return bare if is_styled and Block(Role.PARAGRAPH, 0, bare).words == runs[0].words else line


def lines_of(text: ApprovedText, position: int) -> str:
    """The lines of a block as they are typed, with the marks before its words."""
    block = text.blocks[position]
    body = text.body
    line_start = body.rfind("\n", 0, block.start) + 1
    return body[line_start : block.start + len(block.markdown)]


def with_lines(text: str, record: Record, before: int, lines: str) -> str:
    """The file with the lines of a block, before the block at this position or at the end."""
    blocks = record.text.blocks
    body = record.text.body
    head = text[: len(text) - len(body)]
    rest = ""
    if before < len(blocks):
        start = body.rfind("\n", 0, blocks[before].start) + 1
        body, rest = body[:start], body[start:]
    above = body.rstrip("\n")
    return f"{head}{above}\n\n{lines}\n" + (f"\n{rest}" if rest else "")
