"""Blocks of text as the Markdown body of a record."""

import re
from collections.abc import Iterable
from itertools import groupby

from corpus.intake.document import TextBlock, TextRun, list_mark
from corpus.text.blocks import Role

_INLINE_MARKUP = re.compile(r"[\\*]|<(?=[A-Za-z/!])")
_LIST_INDENT = "    "


def body(blocks: Iterable[TextBlock]) -> str:
    """Return the body; a heading at its beginning becomes the title."""
    parts: list[str] = []
    previous: Role | None = None
    for block in blocks:
        parts.append("\n" if block.role is previous is Role.ITEM else "\n\n")
        parts.append(_block(block, block.level if previous else 0))
        previous = block.role
    return "".join(parts).strip("\n") + "\n"


def _block(block: TextBlock, heading_level: int) -> str:
    text = _inline(block.runs)
    if block.role is Role.HEADING:
        return f"{'#' * (heading_level + 1)} {text}"
    item = f"{_LIST_INDENT * (block.level - 1)}{block.mark} "
    prefix = {Role.ITEM: item, Role.QUOTE: "> "}.get(block.role, "")
    return f"{prefix}{_escape_start(text)}"


def _escape_start(text: str) -> str:
    """Escape what would make a heading, a quotation or a list item of the text."""
    if text.startswith(("#", ">")):
        return f"\\{text}"
    if mark := list_mark(text):
        return f"{mark[:-1]}\\{text[len(mark) - 1 :]}"
    return text


def _inline(runs: Iterable[TextRun]) -> str:
    formats = groupby(runs, key=lambda run: (run.bold, run.italic))
    parts = (
        _with_stars("".join(run.text for run in group), "**" * bold + "*" * italic)
        for (bold, italic), group in formats
    )
    return " ".join("".join(parts).split())


def _with_stars(text: str, stars: str) -> str:
    """Put stars around the text, inside its outer white space, and escape its markup."""
    escaped = _INLINE_MARKUP.sub(r"\\\g<0>", text)
    core = escaped.strip()
    if not stars or not core:
        return escaped
    before, _, after = escaped.partition(core)
    return f"{before}{stars}{core}{stars}{after}"
