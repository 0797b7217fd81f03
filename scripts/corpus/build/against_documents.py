"""What the documents that the collection keeps say of the changes of opinions."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from corpus.build.record_changes import Objection, RecordChanges
from corpus.build.source_words import has_only_old_passage, has_only_old_words, is_plain_text


def compare_with_documents(changes: RecordChanges, before: Path, after: Path) -> RecordChanges:
    """The changes, with those that a kept document speaks against or that it could not be read for.

    A document counts as it was in the folder `before`, or as it is if it was not there.
    """
    objections = dict.fromkeys(_objections(changes, before, after))
    unread = dict.fromkeys(_unread(changes, before, after))
    return replace(changes, objections=tuple(objections), unread=tuple(unread))


def _objections(changes: RecordChanges, before: Path, after: Path) -> Iterator[Objection]:
    """Each change of which the document has the old words, and not the new ones.

    Where paragraphs come, go or move, their numbers say nothing, so passages are compared.
    """
    in_passages = {passage.opinion for passage in changes.passages}
    for change in changes.texts:
        document = _kept(change.document, before, after)
        lines = change.old_lines, change.new_lines
        if change.opinion not in in_passages and has_only_old_words(document, *lines):
            yield Objection(str(change), change.document)
    for passage in changes.passages:
        document = _kept(passage.document, before, after)
        has_only_old = has_only_old_passage(document, passage)
        if has_only_old or has_only_old_words(document, passage.old, passage.new):
            yield Objection(str(passage), passage.document)
    for approval in changes.approvals:
        document = _kept(approval.document, before, after)
        if has_only_old_words(document, [approval.old], [approval.new]):
            yield Objection(str(approval), approval.document)


def _unread(changes: RecordChanges, before: Path, after: Path) -> Iterator[Objection]:
    """Each changed word or day of an opinion whose document is kept, but is no plain text."""
    changed = [(str(change), change.document) for change in changes.texts if change.is_of_words]
    changed += [(str(change), change.document) for change in changes.approvals]
    for what, path in changed:
        document = _kept(path, before, after)
        if path and document.is_file() and not is_plain_text(document):
            yield Objection(what, path)


def _kept(path: str, before: Path, after: Path) -> Path:
    """Where a document is read: as it was, or else as it is."""
    return before / path if (before / path).is_file() else after / path
