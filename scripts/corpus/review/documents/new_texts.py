"""A whole text compared with its kept document."""

from collections.abc import Callable, Iterable
from pathlib import Path

from corpus.model.commission import Commission
from corpus.review.changes.record_changes import NewText
from corpus.review.documents.comparison import DocumentComparison, compare_with_document
from corpus.review.documents.text import DocumentText, NotReadError, text_of_document
from corpus.review.documents.text_of_opinion import own_part

_UNREAD = (
    "The field `source` cannot be read yet, so the document is not known. Correct the fields,"
    " and the text is compared with it."
)


def text_or_reason(root: Path, path: str, commission: Commission) -> DocumentText | str:
    """What a kept document says, or why it cannot be compared."""
    try:
        return text_of_document(root, path, commission)
    except NotReadError as error:
        return str(error)


def compare_text(
    new: NewText,
    read: Callable[[str], DocumentText | str],
    all_texts: Iterable[NewText],
    commission: Commission,
) -> DocumentComparison:
    """A text beside its document, or the reason why it could not be compared.

    `all_texts` are those that may share the document.
    """
    document = _UNREAD if new.document is None else read(new.document)
    if isinstance(document, str):
        return DocumentComparison(
            opinion=new.opinion, document=new.document or "", why_not_compared=document
        )
    others = [it.text for it in all_texts if it.document == new.document and it is not new]
    part = own_part(new.text, document, commission, others)
    return compare_with_document(new.opinion, new.document or "", new.text, part, commission)
