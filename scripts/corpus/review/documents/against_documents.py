"""Changes of opinions, compared with their kept documents."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

from corpus.model.commission import Commission
from corpus.review.changes.field_changes import FieldChange
from corpus.review.changes.record_changes import ComparedChange, RecordChanges, Verdict
from corpus.review.changes.text_changes import TextChange
from corpus.review.changes.text_passages import Passage
from corpus.review.documents.new_texts import compare_text, text_or_reason
from corpus.review.documents.source_words import (
    PlacesOfChange,
    has_new_words,
    has_new_words_with_other_signs,
    has_only_old_passage,
    has_only_old_words,
    places_of_change,
    plain_text,
)
from corpus.review.documents.text import DocumentText

_NOT_FOUND = "A program found neither the old wording nor the new one there."
_OTHER_WORDS = (
    "The document has the new words where the text changes, but it differs from the text in "
    "other words beside them."
)
_OTHER_SIGNS = "The document has the new words, but a sign in them or beside them differs."


def compare_with_documents(
    changes: RecordChanges, before: Path, after: Path, commission: Commission
) -> RecordChanges:
    """The changes, with what the kept documents say of them and of new texts, as far as known.

    A document counts as it was in the folder `before`, or as it is if it was not there.
    """
    read = cache(partial(_text_or_reason, before, after, commission))
    comparisons = (
        compare_text(new, read, changes.new_texts, commission) for new in changes.new_texts
    )
    words = cache(partial(_words_or_reason, before, after, read))
    compared = list(dict.fromkeys(_compared(changes, words)))
    return replace(changes, compared=tuple(compared), comparisons=tuple(comparisons))


def _text_or_reason(
    before: Path, after: Path, commission: Commission, path: str
) -> DocumentText | str:
    """What a document says, or why it cannot be compared."""
    root = before if path and (before / path).is_file() else after
    return text_or_reason(root, path, commission)


def _compared(
    changes: RecordChanges, words_of: Callable[[str], tuple[str, str]]
) -> Iterator[ComparedChange]:
    """What the document of each changed text says of the change.

    New texts are compared as a whole, so only what speaks against them is named.
    """
    new = {text.opinion for text in changes.new_texts}
    for change in _comparable(changes):
        words, reason = words_of(change.document)
        verdict = Verdict.UNKNOWN if reason else _verdict(change, words)
        if change.subject not in new or verdict is Verdict.AGAINST:
            unknown = (reason or _not_found(change, words)) if verdict is Verdict.UNKNOWN else ""
            yield ComparedChange(str(change), change.document, verdict, unknown)


def _comparable(changes: RecordChanges) -> Iterator[TextChange | Passage | FieldChange]:
    """The changes that a document can speak of.

    Where paragraphs come, go or move, their numbers say nothing, so passages are compared.
    """
    in_passages = {passage.subject for passage in changes.passages}
    for change in changes.texts:
        if change.is_of_words and change.subject not in in_passages:
            yield change
    yield from changes.passages
    yield from changes.approvals


def _verdict(change: TextChange | Passage | FieldChange, words: str) -> Verdict:
    """What the words of a document say of a change."""
    lines = _lines(change)
    only_old = isinstance(change, Passage) and has_only_old_passage(words, change)
    if only_old or has_only_old_words(words, *lines):
        return Verdict.AGAINST
    if has_new_words(words, *lines):
        return Verdict.FOR
    has_old_place = _places(change, words) is PlacesOfChange.OLD
    return Verdict.AGAINST if has_old_place else Verdict.UNKNOWN


def _places(change: TextChange | Passage | FieldChange, words: str) -> PlacesOfChange:
    """What the words of a document say of the places that change within a paragraph."""
    if isinstance(change, TextChange):
        return places_of_change(words, *_lines(change))
    return PlacesOfChange.UNKNOWN


def _not_found(change: TextChange | Passage | FieldChange, words: str) -> str:
    """Why a document with these words speaks neither for a change nor against it."""
    _, new = _lines(change)
    if has_new_words_with_other_signs(words, new):
        return _OTHER_SIGNS
    return _OTHER_WORDS if _places(change, words) is PlacesOfChange.NEW else _NOT_FOUND


def _lines(change: TextChange | Passage | FieldChange) -> tuple[Sequence[str], Sequence[str]]:
    """The old and the new lines of a change."""
    match change:
        case TextChange():
            return change.old_lines, change.new_lines
        case Passage():
            return change.old, change.new
    return [change.old], [change.new]


def _words_or_reason(
    before: Path, after: Path, read: Callable[[str], DocumentText | str], path: str
) -> tuple[str, str]:
    """The words of a kept document, line by line or by paragraphs; or why it cannot be read."""
    if words := plain_text(_kept(path, before, after)) if path else "":
        return words, ""
    document = read(path)
    if isinstance(document, str):
        return "", document
    return "\n\n".join((*document.paragraphs, *document.footnotes, *document.left_out)), ""


def _kept(path: str, before: Path, after: Path) -> Path:
    """Where a document is read: as it was, or else as it is."""
    return before / path if (before / path).is_file() else after / path
