"""Open a file from outside with care: its kind, its size, and whether it is what it says."""

from enum import StrEnum
from pathlib import Path
from stat import S_ISREG

from corpus.intake.document import RefusedError

LARGEST = 20 * 1024 * 1024
"""The most bytes of a document, and of each part of a Word document when unpacked."""

_PDF_START = b"%PDF-"
_ZIP_START = b"PK\x03\x04"
_OLE_START = b"\xd0\xcf\x11\xe0"
"""Word files before 2007, and Word files with a password."""


class DocumentKind(StrEnum):
    """The kinds of documents that can be read, by the ending of the file name."""

    TEXT = ".txt"
    PDF = ".pdf"
    WORD = ".docx"


def open_document(path: Path) -> tuple[DocumentKind, bytes]:
    """Return the kind and the bytes of a document; raise `RefusedError` if it is no document."""
    kind = _kind_by_name(path)
    data = _read_bytes(path)
    content_kind = _kind_by_content(data)
    if content_kind is not kind:
        raise RefusedError(_wrong_content(kind, content_kind, data))
    return kind, data


def _kind_by_name(path: Path) -> DocumentKind:
    ending = path.suffix.lower()
    if ending == ".doc":
        raise RefusedError("This is an old Word file. Open it in Word and save it as .docx.")
    try:
        return DocumentKind(ending)
    except ValueError:
        message = "The file name must end with .docx, .pdf or .txt. Save the document as one."
        raise RefusedError(message) from None


def _read_bytes(path: Path) -> bytes:
    try:
        status = path.stat()
        if not S_ISREG(status.st_mode):
            raise RefusedError("This is a folder or a device. Type the name of a file.")
        if status.st_size > LARGEST:
            message = f"The file has {status.st_size:,} bytes, more than {LARGEST:,}."
            raise RefusedError(f"{message} Save it with fewer or smaller pictures.")
        data = path.read_bytes()
    except OSError as error:
        message = f"The file cannot be read ({error.strerror}). Check its name and folder."
        raise RefusedError(message) from None
    if not data.strip():
        raise RefusedError("The file is empty. Check that it is the right one.")
    return data


def _kind_by_content(data: bytes) -> DocumentKind | None:
    if _PDF_START in data[:1024]:
        return DocumentKind.PDF
    if data.startswith(_ZIP_START):
        return DocumentKind.WORD
    if data.startswith(_OLE_START) or b"\x00" in data[:4096]:
        return None
    return DocumentKind.TEXT


def _wrong_content(kind: DocumentKind, content_kind: DocumentKind | None, data: bytes) -> str:
    if data.startswith(_OLE_START):
        return (
            "This file has a password or is an old Word file. Save it as .docx without a password."
        )
    name = f"although its name ends with {kind}"
    if content_kind is None:
        return f"This is not a {kind} file, {name}. Save the document again as {kind}."
    return f"This is a {content_kind} file, {name}. Change the ending to {content_kind}."
