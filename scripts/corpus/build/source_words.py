"""Whether a document that the collection keeps has the old words of a change, not the new ones."""

import re
from collections.abc import Iterable
from pathlib import Path

_WORD = re.compile(r"[^\W_]+")
PLAIN_TEXT = (".txt", ".md")
"""How the names of documents end that need no program to be read."""


def has_only_old_words(document: Path, old: Iterable[str], new: Iterable[str]) -> bool:
    """Whether a document speaks against a change of these lines.

    False if the document is not plain text, or does not have the old words.
    """
    words = _words(plain_text(document))
    before, after = ([line for line in map(_words, lines) if line.strip()] for lines in (old, new))
    return (
        bool(before and after)
        and all(line in words for line in before)
        and not all(line in words for line in after)
    )


def plain_text(document: Path) -> str:
    """The text of a document; empty if it is not plain text or cannot be read."""
    if document.suffix.lower() not in PLAIN_TEXT:
        return ""
    try:
        return document.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def _words(text: str) -> str:
    """The letters and digits of a text, with one space around each word."""
    return f" {' '.join(_WORD.findall(text.casefold()))} "
