"""Passages as the body of a record."""

import re
from collections.abc import Iterable
from itertools import groupby

from corpus.intake.document import Passage, Piece, typed_mark
from corpus.text.blocks import Role

_SIGNS = re.compile(r"[\\*]|<(?=[A-Za-z/!])")
_OPENS = re.compile(r"#|>")


def body(passages: Iterable[Passage]) -> str:
    """The text in Markdown; the first heading is of the first level."""
    parts, before = [], None
    for passage in passages:
        is_next_item = passage.role is before is Role.ITEM
        parts.append("\n" if is_next_item else "\n\n")
        is_first = passage.role is Role.HEADING and before is None
        parts.append("# " + _words(passage.pieces) if is_first else _block(passage))
        before = passage.role
    return "".join(parts).strip("\n") + "\n"


def _block(passage: Passage) -> str:
    words = _words(passage.pieces)
    if passage.role is Role.HEADING:
        return f"{'#' * (passage.level + 1)} {words}"
    if passage.role is Role.ITEM:
        return f"{'    ' * (passage.level - 1)}{passage.mark} {_safe(words)}"
    return f"> {_safe(words)}" if passage.role is Role.QUOTE else _safe(words)


def _safe(words: str) -> str:
    """Words that open no block of their own: the sign that would do so is escaped."""
    if _OPENS.match(words):
        return f"\\{words}"
    end = max(len(typed_mark(words)) - 1, 0)
    return f"{words[:end]}\\{words[end:]}" if typed_mark(words) else words


def _words(pieces: Iterable[Piece]) -> str:
    looks = groupby(pieces, key=lambda piece: (piece.strong, piece.emphasis))
    shown = (_look("".join(one.words for one in same), *look) for look, same in looks)
    return " ".join("".join(shown).split())


def _look(words: str, strong: bool, emphasis: bool) -> str:  # noqa: FBT001 - two looks of words
    escaped = _SIGNS.sub(lambda found: f"\\{found[0]}", words)
    stars = "**" * strong + "*" * emphasis
    inner = escaped.strip()
    if not stars or not inner:
        return escaped
    before, _, after = escaped.partition(inner)
    return f"{before}{stars}{inner}{stars}{after}"
