"""Change one block of the approved text, and nothing else in the file."""

import re
from typing import Any

from corpus.library.record import Record
from corpus.text.approved_text import ApprovedText
from corpus.text.blocks import Role

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
    block, body = record.text.blocks[position], record.text.body
    start, end = block.start, block.start + len(block.markdown)
    if body[start:end] != block.markdown:
        raise NoSuchBlockError("the words of this block cannot be found in the file")
    line_start = body.rfind("\n", 0, start) + 1
    mark = body[line_start:start]
    if (block.role is Role.HEADING) != is_heading:
        mark = "## " if is_heading else _HASHES.sub("", mark)
    parts = [" ".join(part.split()) for part in _EMPTY_LINE.split(words) if part.strip()]
    before, after = body[:line_start], body[end:]
    if not parts:
        changed = before.rstrip("\n") + after
    else:
        changed = before + "\n\n".join([f"{mark}{parts[0]}", *parts[1:]]) + after
    return text[: len(text) - len(body)] + changed


def lines_of(text: ApprovedText, position: int) -> str:
    """The lines of a block as they are typed, with the marks before its words."""
    block, body = text.blocks[position], text.body
    line_start = body.rfind("\n", 0, block.start) + 1
    return body[line_start : block.start + len(block.markdown)]


def with_lines(text: str, record: Record, before: int, lines: str) -> str:
    """The file with the lines of a block, before the block at this position or at the end."""
    blocks, body = record.text.blocks, record.text.body
    head, rest = text[: len(text) - len(body)], ""
    if before < len(blocks):
        start = body.rfind("\n", 0, blocks[before].start) + 1
        body, rest = body[:start], body[start:]
    above = body.rstrip("\n")
    return f"{head}{above}\n\n{lines}\n" + (f"\n{rest}" if rest else "")
