"""The document beside the text: its pages as pictures, and the words that differ."""

import struct
import zlib
from pathlib import Path

from corpus.analysis.word_diff import DiffSpan, compare_words
from corpus.desk.collection import Collection
from corpus.desk.in_progress.work import Work
from corpus.desk.in_progress.workspace import Workspace
from corpus.intake.document import RefusedError
from corpus.intake.pdf.file import open_pdf
from corpus.intake.reader import document_text

_SCALE = 1.6
"""Pixels for each point of a page."""
_MOST_PIXELS = 4_000
"""The longest side of a picture."""


def document_of(work: Work, collection: Collection, workspace: Workspace) -> Path | None:
    """The file of the document that a text was taken from; None if it is not held."""
    if work.document:
        file = workspace.documents.file(work.document)
        return file if file.is_file() else None
    record = collection.edited(work).record
    source = record.readable("source", None) if record else None
    if not source or not source.file:
        return None
    folder = (collection.paths.opinions / "sources").resolve()
    file = (collection.paths.root / source.file).resolve()
    return file if file.is_file() and file.is_relative_to(folder) else None


def number_of_pages(document: Path) -> int:
    """How many pages a PDF has; 0 for other documents."""
    if document.suffix.lower() != ".pdf":
        return 0
    with open_pdf(document.read_bytes()) as pdf:
        return len(pdf)


def page_picture(document: Path, number: int) -> bytes:
    """A page of a PDF as a PNG picture; raises `RefusedError` if there is no such page."""
    if not number_of_pages(document):
        raise RefusedError("Only a PDF is shown page by page.")
    with open_pdf(document.read_bytes()) as pdf:
        if not 1 <= number <= len(pdf):
            raise RefusedError("The document has no such page.")
        page = pdf[number - 1]
        scale = min(_SCALE, _MOST_PIXELS / max(page.get_size()))
        bitmap = page.render(scale=scale, grayscale=True)
        rows = bytes(bitmap.buffer)
        lines = (
            b"\0" + rows[start : start + bitmap.width]
            for start in range(0, bitmap.stride * bitmap.height, bitmap.stride)
        )
        return _png(bitmap.width, bitmap.height, b"".join(lines))


def differing_words(document: Path, work: Work, collection: Collection) -> tuple[DiffSpan, ...]:
    """The words of the document and of the text, one by one; raises `RefusedError`."""
    record = collection.edited(work).record
    words = document_text(document, collection.references.commission)
    text = record.text.plain_text if record else ""
    return tuple(compare_words(" ".join(words.split()), " ".join(text.split())))


def _png(width: int, height: int, rows: bytes) -> bytes:
    """A gray picture; each row begins with a zero."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 6)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in parts)


def _chunk(kind: bytes, data: bytes) -> bytes:
    checksum = zlib.crc32(kind + data)
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", checksum)
