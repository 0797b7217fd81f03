"""Which kept documents a change alters or removes."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.review.comment.headings import Heading
from corpus.review.comment.markdown_parts import KEY, difference_of_words
from corpus.review.documents.source_words import plain_text
from corpus.text.alignment import differences
from corpus.text.markdown_escape import escape_markdown

_MOST_CHARACTERS = 6_000
"""How much of a text may change to be shown word for word."""
_MOST_LINES = 5_000
"""How many lines a text may have to be compared line by line."""


@dataclass(frozen=True, slots=True)
class DocumentChange:
    """A kept document that a change alters or removes."""

    path: str
    old_sha256: str
    new_sha256: str
    """Empty if it is removed."""
    old: str
    """Its text as it was; empty if it is not plain text."""
    new: str


def document_changes(paths: Iterable[str], old: Path, new: Path) -> Iterator[DocumentChange]:
    """Each document of the old folder that is missing or has other contents in the new one."""
    for path in sorted(paths):
        before, after = _sha256(old / path), _sha256(new / path)
        if before and before != after:
            yield DocumentChange(
                path, before, after, plain_text(old / path), plain_text(new / path)
            )


def document_changes_as_markdown(changes: Sequence[DocumentChange]) -> Iterator[str]:
    """What a reviewer must compare with the document as the body published it."""
    if changes:
        yield (
            f"## {Heading.DOCUMENT_CHANGES}\n\nThe document is the proof of the text. It changes"
            " only if the wrong file was kept."
        )
        yield "\n".join(map(_document_change, changes))


def _document_change(change: DocumentChange) -> str:
    path = escape_markdown(change.path)
    if not change.new_sha256:
        return f"- {path} is **removed** (SHA-256 {change.old_sha256})"
    places = _changed_lines(change.old, change.new)
    if places and sum(len(old) + len(new) for old, new in places) <= _MOST_CHARACTERS:
        shown = (f"    > {difference_of_words(old, new)}" for old, new in places)
        return "\n\n".join([f"- {path} ({KEY})", *shown])
    return (
        f"- {path} is a different file now. Open both and compare them. SHA-256 before:"
        f" {change.old_sha256}, now: {change.new_sha256}"
    )


def _changed_lines(old: str, new: str) -> list[tuple[str, str]]:
    """The old and the new words of each place where the lines of two texts differ."""
    before, after = (
        list(filter(None, (" ".join(line.split()) for line in text.splitlines())))
        for text in (old, new)
    )
    if not (before and after) or max(len(before), len(after)) > _MOST_LINES:
        return []
    return [
        (" ".join(before[was]), " ".join(after[now])) for was, now in differences(before, after)
    ]


def _sha256(path: Path) -> str:
    """The hash of a file; empty if there is none."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
