"""Damaged, empty and overlong documents are refused with a sentence that says why."""

from pathlib import Path

import pytest

from corpus.intake.document import RefusedError
from corpus.intake.file_kinds import LARGEST
from corpus.intake.reader import read_document
from intake.sample_documents import BOARD, DOCUMENTS, package

ENTITIES = b'<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><a>&c;</a>'
EMPTY_PAGE = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n"
    b"trailer<</Root 1 0 R>>\n%%EOF"
)


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("memo.txt", b"caf\xe9", "Byte 4 is not UTF-8 text"),
        ("memo.txt", b"many words " * 30_000, "a record can hold"),
        ("memo.docx", package(a=b"x"), "not a Word document"),
        ("memo.docx", b"PK\x03\x04 broken", "damaged"),
        ("memo.docx", package(word__document=b"<a><b></a>"), "word/document.xml cannot be read"),
        ("memo.docx", package(word__document=ENTITIES), "declares entities"),
        ("memo.docx", package(word__document=b"0" * (LARGEST + 1)), "when unpacked"),
        ("memo.docx", package(word__document=b"<a/>"), "There is no text"),
        ("memo.pdf", b"%PDF-1.4 broken", "The PDF is damaged"),
        ("memo.pdf", EMPTY_PAGE, "only pictures of words"),
    ],
)
def test_a_document_without_usable_text_is_refused(
    tmp_path: Path, name: str, data: bytes, message: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(RefusedError, match=message):
        read_document(path, BOARD)


def test_a_pdf_with_a_password_is_refused() -> None:
    with pytest.raises(RefusedError, match="has a password"):
        read_document(DOCUMENTS / "locked.pdf", BOARD)
