"""Changed words beside the document that the collection keeps."""

from pathlib import Path

import pytest

from corpus.review.documents.source_words import has_only_old_words

OLD, NEW = ["a) It *may*\ntell."], ["a) It must tell."]


@pytest.mark.parametrize(
    ("name", "document", "is_against"),
    [
        ("a.txt", "Opinion 5\n\n  a) It may\n  tell.\n", True),
        ("A.TXT", "a) IT MAY TELL.", True),
        ("a.md", "a) It **may** tell.", True),
        ("a.txt", "a) It must tell.", False),
        ("a.txt", "Draft: a) It may tell. Final: a) It must tell.", False),
        ("a.txt", "a) It may telling.", False),
        ("a.txt", "Something else.", False),
        ("a.docx", "a) It may tell.", False),
    ],
)
def test_a_document_speaks_against_a_change_if_it_has_only_the_old_words(
    tmp_path: Path, name: str, document: str, *, is_against: bool
) -> None:
    (tmp_path / name).write_text(document)
    assert has_only_old_words(tmp_path / name, OLD, NEW) is is_against


@pytest.mark.parametrize("name", ["", "gone.txt", "binary.txt"])
def test_what_cannot_be_read_speaks_against_nothing(tmp_path: Path, name: str) -> None:
    (tmp_path / "binary.txt").write_bytes(b"\xff\xfe")
    assert not has_only_old_words(tmp_path / name, OLD, NEW)
