"""The documents that the collection keeps: which of them a change alters or removes."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.build.marked_words import KEY, differences_in_long_text
from corpus.build.source_words import plain_text
from corpus.text.markdown_escape import escape_markdown

DOCUMENT_CHANGES = "The kept document changes"
_MOST_CHARACTERS = 20_000
"""How long a text may be to be compared word for word."""


@dataclass(frozen=True, slots=True)
class DocumentChange:
    """A kept document that a change alters or removes."""

    path: str
    old_sha256: str
    new_sha256: str
    """Empty if it is removed."""
    old: str
    """Its words as they were; empty if it is not plain text."""
    new: str


def document_changes(paths: Iterable[str], old: Path, new: Path) -> Iterator[DocumentChange]:
    """Each document of the old folder that the new folder has not, or has with other contents."""
    for path in sorted(paths):
        before, after = _sha256(old / path), _sha256(new / path)
        if before and before != after:
            words = (" ".join(plain_text(root / path).split()) for root in (old, new))
            yield DocumentChange(path, before, after, *words)


def document_changes_as_markdown(changes: Sequence[DocumentChange]) -> Iterator[str]:
    """What a reviewer must compare with the document as the body published it."""
    if changes:
        yield (
            f"## {DOCUMENT_CHANGES}\n\nThe document is the proof of the text. It changes only if"
            " the wrong file was kept."
        )
        yield "\n".join(map(_document_change, changes))


def _document_change(change: DocumentChange) -> str:
    path = escape_markdown(change.path)
    if not change.new_sha256:
        return f"- {path} is **removed** (SHA-256 {change.old_sha256})"
    longest = max(len(change.old), len(change.new))
    if change.old != change.new and change.old and change.new and longest <= _MOST_CHARACTERS:
        return f"- {path}: {differences_in_long_text(change.old, change.new)} ({KEY})"
    return (
        f"- {path} is another file now. Open both and compare them. SHA-256 before:"
        f" {change.old_sha256}, now: {change.new_sha256}"
    )


def _sha256(path: Path) -> str:
    """The hash of a file; empty if there is none."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
