"""Only documents are read, and another file is refused with a sentence that says why."""

import hashlib
from pathlib import Path

import pytest

from corpus.intake.document import LARGEST, RefusedError
from corpus.intake.reader import read_document
from corpus.intake.remarks import RemarkKind
from intake.sample_documents import BOARD, DOCUMENTS, TITLE, package

ENTITIES = b'<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><a>&c;</a>'
NO_PARAGRAPHS = (
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
)
EMPTY_PAGE = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n"
    b"trailer<</Root 1 0 R>>\n%%EOF"
)


@pytest.mark.parametrize("name", ["memo.docx", "memo.pdf"])
def test_the_ending_tells_the_format_in_any_case(tmp_path: Path, name: str) -> None:
    path = tmp_path / name.upper()
    path.write_bytes((DOCUMENTS / name).read_bytes())
    assert read_document(path, BOARD) == read_document(DOCUMENTS / name, BOARD)


@pytest.mark.parametrize("name", ["memo.txt", "MEMO.TXT"])
def test_a_text_file_is_read_with_its_hash(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"Words")
    document, sha256 = read_document(path, BOARD)
    assert document.second_reading == "Words"
    assert sha256 == hashlib.sha256(b"Words").hexdigest()


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("memo.doc", b"x", "is a .txt file"),
        ("memo.doc", b"<!DOCTYPE html><p>x", "is a .html file"),
        ("memo.txt", b"<!DOCTYPE html><p>x", "is a .html file"),
        ("memo.pages", b"x", "export it to Word"),
        ("memo.msg", b"x", "save it as .html or .txt"),
        ("memo", b"x", "must end with .docx, .pdf or .txt"),
        ("memo.txt", b"  \n", "is empty"),
        ("memo.txt", b"a" * (LARGEST + 1), "bytes, more than"),
        ("memo.txt", b"a\x00b", "not a .txt file"),
        ("memo.docx", b"\xd0\xcf\x11\xe0rest", "has a password"),
        ("memo.docx", b"{\\rtf1 words}", "This is a .rtf file"),
        ("memo.docx", b"%PDF-1.4", "is a .pdf file"),
        ("memo.pdf", package(a=b"x"), "is a .docx file"),
        ("memo.txt", b"caf\x81", "Byte 4 is not UTF-8 text"),
        ("memo.txt", b"{\\rtf1 x}", "is a .rtf file"),
        ("memo.docx", package(a=b"x"), "not a Word document"),
        ("memo.docx", b"PK\x03\x04 broken", "damaged"),
        ("memo.docx", package(word__document=b"<a><b></a>"), "word/document.xml cannot be read"),
        ("memo.docx", package(word__document=ENTITIES), "declares entities"),
        ("memo.docx", package(word__document=b"0" * (LARGEST + 1)), "when unpacked"),
        ("memo.docx", package(word__document=b"<a/>"), "not a Word document"),
        ("memo.docx", package(word__document=NO_PARAGRAPHS), "There is no text"),
        ("memo.pdf", b"%PDF-1.4 broken", "The PDF is damaged"),
        ("memo.pdf", EMPTY_PAGE, "no words that can be read"),
    ],
)
def test_a_file_without_usable_text_is_refused(
    tmp_path: Path, name: str, data: bytes, message: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(RefusedError, match=message):
        read_document(path, BOARD)


def test_a_pdf_with_a_password_is_refused() -> None:
    with pytest.raises(RefusedError, match="has a password"):
        read_document(DOCUMENTS / "locked.pdf", BOARD)


def test_a_folder_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    (tmp_path / "folder.txt").mkdir()
    with pytest.raises(RefusedError, match="is a folder"):
        read_document(tmp_path / "folder.txt", BOARD)
    with pytest.raises(RefusedError, match="cannot be read"):
        read_document(tmp_path / "missing.txt", BOARD)
    with pytest.raises(RefusedError, match="name with spaces in quotation marks"):
        read_document(tmp_path / "my", BOARD)


def test_a_note_that_was_typed_by_hand_is_named(tmp_path: Path) -> None:
    path = tmp_path / "memo.txt"
    path.write_text(f"{TITLE}\n\nMay she?[1] So.\n\n[2] and more.\n\n[1] See there.\n")
    document, _ = read_document(path, BOARD)
    assert [(r.kind, r.words) for r in document.remarks] == [
        (RemarkKind.TYPED_NOTE, "[1] See there.")
    ]
