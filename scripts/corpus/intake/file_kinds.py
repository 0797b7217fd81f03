"""A file from outside, opened with care: what it is, and nothing beyond what is allowed."""

from enum import StrEnum
from io import BytesIO
from pathlib import Path
from stat import S_ISREG
from zipfile import BadZipFile, ZipFile

from corpus.intake.document import RefusedError

LARGEST = 20 * 1024 * 1024
"""The most bytes of a document, and of each part of a Word document when it is unpacked."""

_OLE = b"\xd0\xcf\x11\xe0"


class DocumentKind(StrEnum):
    """What kinds of documents are read, by the ending of their names."""

    TEXT = ".txt"
    PDF = ".pdf"
    WORD = ".docx"


def opened(path: Path) -> tuple[DocumentKind, bytes]:
    """The kind and the bytes of a document; raises `RefusedError`."""
    try:
        kind = DocumentKind(path.suffix.lower())
    except ValueError:
        raise RefusedError(_other_ending(path)) from None
    data = _bytes(path)
    if (found := _kind_of(data)) is not kind:
        raise RefusedError(_other_content(kind, found, data))
    return kind, data


def part(data: bytes, name: str) -> bytes | None:
    """A part of a Word document, unpacked; None where there is none; raises `RefusedError`."""
    try:
        with ZipFile(BytesIO(data)) as parts:
            if name not in parts.namelist():
                return None
            with parts.open(name) as packed:
                unpacked = packed.read(LARGEST + 1)
    except (BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError) as error:
        raise RefusedError(f"the Word document is damaged: {error}") from None
    except Exception as error:  # noqa: BLE001 - zlib and lzma have errors of their own
        raise RefusedError(f"the Word document is damaged: {error}") from None
    if len(unpacked) > LARGEST:
        raise RefusedError(f"{name} in it is larger than {LARGEST:,} bytes when it is unpacked")
    return unpacked


def _bytes(path: Path) -> bytes:
    try:
        status = path.stat()
        if not S_ISREG(status.st_mode):
            raise RefusedError("this is a folder or a device, not a file")
        if status.st_size > LARGEST:
            raise RefusedError(f"it has {status.st_size:,} bytes, more than {LARGEST:,}")
        data = path.read_bytes()
    except OSError as error:
        raise RefusedError(f"it cannot be read: {error.strerror}") from None
    if not data.strip():
        raise RefusedError("it is empty")
    return data


def _kind_of(data: bytes) -> DocumentKind | None:
    if b"%PDF-" in data[:1024]:
        return DocumentKind.PDF
    if data.startswith(b"PK\x03\x04"):
        return DocumentKind.WORD
    if data.startswith(_OLE) or b"\x00" in data[:4096]:
        return None
    return DocumentKind.TEXT


def _other_ending(path: Path) -> str:
    if path.suffix.lower() == ".doc":
        return "it is of Word’s old kind; open it in Word and save it as .docx"
    return "its name must end with .docx, .pdf or .txt"


def _other_content(kind: DocumentKind, found: DocumentKind | None, data: bytes) -> str:
    if data.startswith(_OLE):
        return "it is protected by a password, or of Word’s old kind; save it as a plain .docx"
    if found is None:
        return f"it is no {kind} file, whatever its name says"
    return f"it is a {found} file by its content; give it that ending"
