from pathlib import Path

import pytest

from corpus.filing.kept_document import keep_document, name_to_keep
from corpus.paths import CorpusPaths

SHA256 = "0123456789abcdef"


@pytest.mark.parametrize(
    ("there", "kept_as"),
    [
        ({}, "5.docx"),
        ({"5.docx": "Words"}, "5.docx"),
        ({"5.docx": "Others"}, "5-01234567.docx"),
        ({"5.docx": "Others", "5-01234567.docx": "More"}, None),
    ],
)
def test_a_copy_never_takes_the_place_of_another_document(
    tmp_path: Path, there: dict[str, str], kept_as: str | None
) -> None:
    document, paths = tmp_path / "Minutes.DOCX", CorpusPaths(tmp_path)
    document.write_text("Words")
    folder = paths.opinions / "sources"
    folder.mkdir(parents=True)
    for name, words in there.items():
        (folder / name).write_text(words)
    kept = keep_document(document, "5", SHA256, paths)
    assert (kept and kept.path.name) == kept_as
    assert kept is None or kept.is_new == (kept_as not in there)
    expected = there | ({kept_as: "Words"} if kept_as else {})
    assert {file.name: file.read_text() for file in folder.iterdir()} == expected


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Opinion 5 (final).docx", "Opinion-5-final"),
        ("Niños & café.pdf", "Niños-café"),
        ("...pdf", "document"),
        (f"{'é' * 100}.pdf", "é" * 60),
    ],
)
def test_a_name_has_only_letters_digits_and_hyphens(name: str, kept: str) -> None:
    assert name_to_keep(name) == kept
