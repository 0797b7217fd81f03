"""Whether a document that the collection keeps has the old words of a change, not the new ones."""

import re
from collections.abc import Iterable
from pathlib import Path

from corpus.review.changes.text_passages import Passage

_WORD = re.compile(r"[^\W_]+")
PLAIN_TEXT = (".txt", ".md")
"""How the names of documents end that need no program to be read."""
_BREAK = " ¶ "
"""What stands between two paragraphs."""


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


def has_only_old_passage(document: Path, passage: Passage) -> bool:
    """Whether a document has the old paragraphs of a passage in their order, and not the new ones.

    Paragraphs of a plain text end at an empty line or at each line end; if these two readings do
    not agree, the document does not speak against the change.
    """
    text = plain_text(document)
    words = _words(text)
    if not (passage.old or passage.is_inside):
        return bool(text) and not all(_words(line) in words for line in passage.new)
    readings = (_paragraphs(text, r"\n\s*\n"), _paragraphs(text, r"\n"), words)
    found = [_found_in(reading, passage) for reading in readings]
    return (True, False) in found and (False, True) not in found


def _found_in(reading: str, passage: Passage) -> tuple[bool, bool]:
    """Whether a reading of a document has the old, and whether it has the new passage."""
    joint = _BREAK if _BREAK in reading else " "
    old, new = (
        joint.join(_words(line).strip() for line in (*passage.before, *lines, *passage.after))
        for lines in (passage.old, passage.new)
    )
    can_tell = bool(passage.new) or passage.is_inside
    return f" {old} " in reading, can_tell and f" {new} " in reading


def _paragraphs(text: str, end: str) -> str:
    """The words of a text, with a sign between its paragraphs."""
    pieces = (_words(piece).strip() for piece in re.split(end, text))
    return f" {_BREAK.join(filter(None, pieces))} "


def is_plain_text(document: Path) -> bool:
    """Whether the words of a document can be read without another program."""
    return document.suffix.lower() in PLAIN_TEXT


def plain_text(document: Path) -> str:
    """The text of a document; empty if it is not plain text or cannot be read."""
    if not is_plain_text(document):
        return ""
    try:
        return document.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def _words(text: str) -> str:
    """The letters and digits of a text, with one space around each word."""
    return f" {' '.join(_WORD.findall(text.casefold()))} "
