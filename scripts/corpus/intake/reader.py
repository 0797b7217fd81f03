"""Open a file from outside with care, and read it in its format."""

import re
from collections.abc import Callable, Mapping
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TypeAlias

from corpus.intake import libreoffice, mail, plain_text, web_page
from corpus.intake.document import LARGEST, RefusedError, SourceDocument
from corpus.intake.doubtful_words import with_remarks_on_doubtful_words
from corpus.intake.hidden_signs import without_hidden_signs
from corpus.intake.pdf import reader as pdf
from corpus.intake.remarks import RemarkKind
from corpus.intake.typed_notes import with_remarks_on_typed_notes
from corpus.intake.word import reader as word
from corpus.model.commission import Commission

Reader: TypeAlias = Callable[[bytes, Commission], SourceDocument]

READERS: Mapping[str, Reader] = {
    ".txt": plain_text.read,
    ".pdf": pdf.read,
    ".docx": word.read,
    ".html": web_page.read,
    ".htm": web_page.read,
    ".eml": mail.read,
    **{ending: partial(libreoffice.read, ending) for ending in libreoffice.ENDINGS},
}
"""How a file is read, by the ending of its name."""
READERS_WITH_OCR: Mapping[str, Reader] = {**READERS, ".pdf": pdf.read_with_ocr}
"""The same, with text recognition where a page is only a picture."""

_HEADERS = {RemarkKind.HEADER, RemarkKind.MAIL_HEADER}
"""Words that a draft leaves out and that may cite something."""

_SAVE_AS = {
    ".msg": "This is a message of Outlook. Open it in Outlook and save it as .html or .txt.",
    ".pages": "This is a Pages document. Open it in Pages and export it to Word.",
    ".docm": "This is a Word file with macros. Open it in Word and save it as .docx.",
    ".dotx": "This is a template of Word. Open it in Word and save it as .docx.",
    ".mht": "This is a web page in one file. Open it in Word and save it as .docx.",
}
"""What to do with files that no reader reads."""

_TEXTS = (".txt", ".html", ".htm", ".eml")
_WEB_PAGE = re.compile(rb"(?i)(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html)\b")
_STARTS = {
    b"\xd0\xcf\x11\xe0": (".doc",),
    b"{\\rtf": (".rtf", ".doc"),
    b"\xffWPC": (".wpd",),
    b"PK\x03\x04": (".docx", ".odt"),
}
"""How files begin, and the endings that their names can have."""


def read_document(
    path: Path, commission: Commission, readers: Mapping[str, Reader] = READERS
) -> tuple[SourceDocument, str]:
    """A document and the hash of its file; raises `RefusedError` if it is of no use."""
    ending = path.suffix.lower()
    if path.exists() and not path.is_file():
        raise RefusedError("This is a folder or a device. Type the name of a file.")
    if ending not in readers and path.exists():
        names = ".docx, .pdf or .txt (or .doc, .rtf, .odt, .wpd, .html or .eml)"
        message = f"The file name must end with {names}. Save the document as one of them."
        raise RefusedError(_SAVE_AS.get(ending, message))
    data = _read_bytes(path)
    _check_content(data, ending)
    document = readers[ending](data, commission)
    if not (document.blocks or document.footnotes):
        message = "There is no text in this file. If it has pictures of words, save it as .pdf,"
        raise RefusedError(f"{message} and type `make ingest FILE=… OCR=yes`.")
    document = with_remarks_on_typed_notes(without_hidden_signs(document))
    document = with_remarks_on_doubtful_words(document)
    return document, sha256(data).hexdigest()


def document_text(path: Path, commission: Commission) -> str:
    """The words of a document, with an empty line between its paragraphs.

    Raise `RefusedError` if it cannot be read.
    """
    document, _ = read_document(path, commission)
    return _words_of(document)


def _words_of(document: SourceDocument) -> str:
    blocks = (*document.blocks, *document.footnotes)
    return "\n\n".join(block.text_with_mark for block in blocks)


def all_words(path: Path, commission: Commission) -> str:
    """Return the words of a document, with its page headers and footers.

    Raise `RefusedError` if it cannot be read.
    """
    document, _ = read_document(path, commission)
    headers = [remark.words for remark in document.remarks if remark.kind in _HEADERS]
    return "\n\n".join([_words_of(document), *dict.fromkeys(filter(None, headers))])


def _read_bytes(path: Path) -> bytes:
    try:
        if (size := path.stat().st_size) > LARGEST:
            message = f"The file has {size:,} bytes, more than {LARGEST:,}."
            raise RefusedError(f"{message} Save it with fewer or smaller pictures.")
        data = path.read_bytes()
    except OSError as error:
        message = f"The file cannot be read ({error.strerror}). Check its name and folder."
        raise RefusedError(f"{message} Put a name with spaces in quotation marks.") from None
    if not data.strip():
        raise RefusedError("The file is empty. Check that it is the right one.")
    return data


def _check_content(data: bytes, ending: str) -> None:
    """Raise `RefusedError` unless the content is what the ending of the name says."""
    endings = _endings_by_content(data)
    if ending in endings:
        return
    if endings == (".doc",) and ending == ".docx":
        message = "This file has a password or is an old Word file."
        raise RefusedError(f"{message} Save it as .docx without a password.")
    name = f"although its name ends with {ending}"
    message = f"This is not a {ending} file, {name}. Save the document again as {ending}."
    if endings:
        message = f"This is a {endings[0]} file, {name}. Change the ending to {endings[0]}."
    raise RefusedError(message)


def _endings_by_content(data: bytes) -> tuple[str, ...]:
    """The endings that fit the content, the likeliest first; none if no reader reads it."""
    if b"%PDF-" in data[:1024]:
        return (".pdf",)
    for start, endings in _STARTS.items():
        if data.startswith(start):
            return endings
    if _WEB_PAGE.match(data):
        return (".html", ".htm", ".eml")
    return _TEXTS if plain_text.is_text(data) else ()
