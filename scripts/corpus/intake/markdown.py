"""Blocks of text as the Markdown body of a record."""

import re
from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from corpus.intake.document import TextBlock, TextRun, list_mark
from corpus.text.blocks import Role

_INLINE_MARKUP = re.compile(r"[\\*]|<(?=[A-Za-z/!])")
_ESCAPED = r"\\\g<0>"
_PUNCTUATION = re.compile(r"[\W_]+")
_LIST_INDENT = "    "
_BULLET = "•"


def body(blocks: Iterable[TextBlock]) -> str:
    """The body; a heading at its beginning becomes the title."""
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
    """Escape what would make a heading, a quotation or a list item of the text.

    A bullet cannot be escaped, and a text that begins with one is a list item.
    """
    if text.startswith(("#", ">")):
        return f"\\{text}"
    mark = list_mark(text)
    if mark and mark != _BULLET:
        return f"{mark[:-1]}\\{text[len(mark) - 1 :]}"
    return text


def _inline(runs: Iterable[TextRun]) -> str:
    stretches = list[_Stretch]()
    for (bold, italic), group in groupby(runs, key=lambda run: (run.bold, run.italic)):
        text = "".join(run.text for run in group)
        core = text.strip()
        before, _, after = text.partition(core) if core else (text, "", "")
        _append(stretches, _Stretch(before))
        _append(stretches, _Stretch(core, bold, italic))
        _append(stretches, _Stretch(after))
    return " ".join("".join(map(str, stretches)).split())


class _Stretch(NamedTuple):
    """Text in one style."""

    text: str
    bold: bool = False
    italic: bool = False

    def __str__(self) -> str:
        """The text with stars around it, and with its own markup escaped."""
        stars = self.stars
        return f"{stars}{_INLINE_MARKUP.sub(_ESCAPED, self.text)}{stars}"

    @property
    def stars(self) -> str:
        return "**" * self.bold + "*" * self.italic


def _append(stretches: list[_Stretch], stretch: _Stretch) -> None:
    """Append a stretch so that its stars do not touch those of the last one.

    Punctuation between the two is left without style; if there is none, both get the style
    that they share.
    """
    if not stretch.text:
        return
    last = stretches[-1] if stretches else _Stretch("")
    if not (last.stars and stretch.stars):
        stretches.append(stretch)
    elif punctuation := _PUNCTUATION.match(stretch.text):
        stretches.append(_Stretch(punctuation[0]))
        _append(stretches, stretch._replace(text=stretch.text[punctuation.end() :]))
    else:
        bold = last.bold and stretch.bold
        italic = last.italic and stretch.italic
        stretches[-1] = _Stretch(last.text + stretch.text, bold, italic)
