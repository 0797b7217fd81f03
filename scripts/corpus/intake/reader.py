"""Open a file from outside with care, and read it in its format."""

from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import TypeAlias

from corpus.intake import pdf, plain_text, word
from corpus.intake.document import LARGEST, RefusedError, SourceDocument, text_of
from corpus.model.commission import Commission

Reader: TypeAlias = Callable[[bytes, Commission], SourceDocument]

READERS: Mapping[str, Reader] = {".txt": plain_text.read, ".pdf": pdf.read, ".docx": word.read}
"""How a file is read, by the ending of its name."""
READERS_WITH_OCR: Mapping[str, Reader] = {**READERS, ".pdf": pdf.read_with_ocr}
"""The same, with text recognition where a page is only a picture."""

_OLE_START = b"\xd0\xcf\x11\xe0"
"""Word files before 2007, and Word files with a password."""


def read_document(
    path: Path, commission: Commission, readers: Mapping[str, Reader] = READERS
) -> tuple[SourceDocument, str]:
    """Return a document and the hash of its file; raise `RefusedError` if it is of no use."""
    ending = path.suffix.lower()
    if ending == ".doc":
        raise RefusedError("This is an old Word file. Open it in Word and save it as .docx.")
    if ending not in readers:
        message = "The file name must end with .docx, .pdf or .txt. Save the document as one."
        raise RefusedError(message)
    data = _read_bytes(path)
    _check_content(data, ending)
    document = readers[ending](data, commission)
    if not (document.blocks or document.footnotes):
        raise RefusedError("There is no text in this file. Check that it is the right one.")
    return document, sha256(data).hexdigest()


def document_text(path: Path, commission: Commission) -> str:
    """Return the words of a document, with an empty line between its paragraphs.

    Raise `RefusedError` if it cannot be read.
    """
    document, _ = read_document(path, commission)
    blocks = (*document.blocks, *document.footnotes)
    return "\n\n".join(f"{block.mark} {text_of(block.runs)}".strip() for block in blocks)


def _read_bytes(path: Path) -> bytes:
    try:
        if path.exists() and not path.is_file():
            raise RefusedError("This is a folder or a device. Type the name of a file.")
        if (size := path.stat().st_size) > LARGEST:
            message = f"The file has {size:,} bytes, more than {LARGEST:,}."
            raise RefusedError(f"{message} Save it with fewer or smaller pictures.")
        data = path.read_bytes()
    except OSError as error:
        message = f"The file cannot be read ({error.strerror}). Check its name and folder."
        raise RefusedError(message) from None
    if not data.strip():
        raise RefusedError("The file is empty. Check that it is the right one.")
    return data


def _check_content(data: bytes, ending: str) -> None:
    """Raise `RefusedError` unless the content is what the ending of the name says."""
    if data.startswith(_OLE_START):
        message = "This file has a password or is an old Word file."
        raise RefusedError(f"{message} Save it as .docx without a password.")
    content = _ending_by_content(data)
    if content == ending:
        return
    name = f"although its name ends with {ending}"
    message = f"This is not a {ending} file, {name}. Save the document again as {ending}."
    if content:
        message = f"This is a {content} file, {name}. Change the ending to {content}."
    raise RefusedError(message)


def _ending_by_content(data: bytes) -> str:
    """Return the ending that fits the content, or an empty string if none does."""
    if b"%PDF-" in data[:1024]:
        return ".pdf"
    if data.startswith(b"PK\x03\x04"):  # a zip file
        return ".docx"
    return "" if b"\x00" in data[:4096] else ".txt"
