"""Change one block of the approved text, and nothing else in the file."""

import re

from corpus.library.record import Record
from corpus.text.blocks import Role

_EMPTY_LINE = re.compile(r"\n\s*\n")
_HASHES = re.compile(r"#{1,6} +$")


class NoSuchBlockError(ValueError):
    """The block that should change is not in the file."""


def with_block(text: str, record: Record, position: int, words: str, *, is_heading: bool) -> str:
    """The file with other words in one block; raises `NoSuchBlockError` if it is not there.

    An empty line in the words makes two blocks of one. Without words, the block is removed.
    """
    if not 0 <= position < len(record.text.blocks):
        raise NoSuchBlockError("there is no such block")
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
