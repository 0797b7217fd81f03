"""Whether a document that the collection keeps has the old words of a change, not the new ones."""

import re
from pathlib import Path

from corpus.build.text_changes import TextChange

_WORD = re.compile(r"[^\W_]+")
_PLAIN_TEXT = (".txt", ".md")
"""How the names of documents end that need no program to be read."""


def has_only_old_words(root: Path, change: TextChange) -> bool:
    """Whether the kept document of an opinion speaks against a change of its words.

    False if the document is not plain text, or has neither the old nor the new words.
    """
    if not change.document.lower().endswith(_PLAIN_TEXT):
        return False
    try:
        document = _words((root / change.document).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return False
    old, new = _words(change.old), _words(change.new)
    return bool(old.strip() and new.strip()) and old in document and new not in document


def _words(text: str) -> str:
    """The letters and digits of a text, with one space around each word."""
    return f" {' '.join(_WORD.findall(text.casefold()))} "
