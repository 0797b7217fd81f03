"""Read a document of any format into blocks of text."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from corpus.intake import pdf, plain_text, word
from corpus.intake.document import RefusedError, SourceDocument
from corpus.intake.file_kinds import DocumentKind, open_document
from corpus.model.commission import Commission
from corpus.parsing.files import MAX_FILE_SIZE

_READERS = {
    DocumentKind.TEXT: plain_text.read,
    DocumentKind.PDF: pdf.read,
    DocumentKind.WORD: word.read,
}


def read_document(path: Path, commission: Commission) -> SourceDocument:
    """Read a file; raise `RefusedError` if it cannot become a record."""
    kind, data = open_document(path)
    document = _READERS[kind](data, commission)
    if not document.blocks:
        raise RefusedError("There is no text in this file. Check that it is the right one.")
    size = sum(len(block.text.encode()) for block in document.blocks)
    if size > MAX_FILE_SIZE:
        message = f"The text has {size:,} bytes, and a record can hold {MAX_FILE_SIZE:,}."
        raise RefusedError(f"{message} Make a file for each opinion.")
    return replace(document, sha256=sha256(data).hexdigest())
