"""A file is opened only if it is a document, and is what its name says."""

from pathlib import Path

import pytest

from corpus.intake.document import RefusedError
from corpus.intake.file_kinds import LARGEST, DocumentKind, open_document
from intake.sample_documents import package


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("memo.txt", b"Words", DocumentKind.TEXT),
        ("MEMO.TXT", b"Words", DocumentKind.TEXT),
        ("memo.pdf", b"%PDF-1.4", DocumentKind.PDF),
        ("memo.docx", package(a=b"x"), DocumentKind.WORD),
    ],
)
def test_the_ending_and_the_content_tell_the_kind(
    tmp_path: Path, name: str, data: bytes, kind: DocumentKind
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert open_document(path) == (kind, data)


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("memo.doc", b"x", "save it as .docx"),
        ("memo", b"x", "must end with .docx, .pdf or .txt"),
        ("memo.txt", b"  \n", "is empty"),
        ("memo.txt", b"a" * (LARGEST + 1), "bytes, more than"),
        ("memo.txt", b"a\x00b", "not a .txt file"),
        ("memo.docx", b"\xd0\xcf\x11\xe0rest", "has a password"),
        ("memo.docx", b"%PDF-1.4", "is a .pdf file"),
        ("memo.pdf", package(a=b"x"), "is a .docx file"),
    ],
)
def test_another_file_is_refused(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(RefusedError, match=message):
        open_document(path)


def test_a_folder_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    (tmp_path / "folder.txt").mkdir()
    with pytest.raises(RefusedError, match="is a folder"):
        open_document(tmp_path / "folder.txt")
    with pytest.raises(RefusedError, match="cannot be read"):
        open_document(tmp_path / "missing.txt")
