"""What the documents that the collection keeps say of the changes of opinions."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

from corpus.model.commission import Commission
from corpus.review.changes.record_changes import NewText, Objection, RecordChanges
from corpus.review.documents.comparison import DocumentComparison, compare_with_document
from corpus.review.documents.source_words import (
    has_only_old_passage,
    has_only_old_words,
    is_plain_text,
)
from corpus.review.documents.text import DocumentText, NotReadError, document_text
from corpus.review.documents.text_of_opinion import own_part


def compare_with_documents(
    changes: RecordChanges, before: Path, after: Path, commission: Commission
) -> RecordChanges:
    """The changes, with what the kept documents say of them and of new texts, as far as known.

    A document counts as it was in the folder `before`, or as it is if it was not there.
    """
    objections = dict.fromkeys(_objections(changes, before, after))
    unread = dict.fromkeys(_unread(changes, before, after))
    read = cache(partial(_text_or_reason, before, after, commission))
    comparisons = (
        _comparison(new, read(new.document), changes.new_texts, commission)
        for new in changes.new_texts
    )
    return replace(
        changes,
        objections=tuple(objections),
        unread=tuple(unread),
        comparisons=tuple(comparisons),
    )


def _text_or_reason(
    before: Path, after: Path, commission: Commission, path: str
) -> DocumentText | str:
    """What a document says, or why it cannot be compared."""
    root = before if path and (before / path).is_file() else after
    try:
        return document_text(root, path, commission)
    except NotReadError as error:
        return str(error)


def _comparison(
    new: NewText, document: DocumentText | str, all_new: Sequence[NewText], commission: Commission
) -> DocumentComparison:
    """A new text beside its document, or the reason why it could not be compared."""
    if isinstance(document, str):
        return DocumentComparison(opinion=new.opinion, document=new.document, not_read=document)
    others = [it.text for it in all_new if it.document == new.document and it is not new]
    part = own_part(new.text, document, commission, others)
    return compare_with_document(new.opinion, new.document, new.text, part, commission)


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
    """Each changed word or day of an opinion whose document is kept, but is not plain text."""
    changed = [(str(change), change.document) for change in changes.texts if change.is_of_words]
    changed += [(str(change), change.document) for change in changes.approvals]
    for what, path in changed:
        document = _kept(path, before, after)
        if path and document.is_file() and not is_plain_text(document):
            yield Objection(what, path)


def _kept(path: str, before: Path, after: Path) -> Path:
    """Where a document is read: as it was, or else as it is."""
    return before / path if (before / path).is_file() else after / path
