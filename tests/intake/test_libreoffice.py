"""Files of other word processors are converted by LibreOffice, or refused with a way out."""

import shutil
from pathlib import Path

import pytest

from corpus.intake.document import RefusedError
from corpus.intake.reader import read_document
from intake.sample_documents import BOARD, DOCUMENTS, TITLE, body_of, draft_from

STARTS = {
    "doc": b"\xd0\xcf\x11\xe0",
    "rtf": b"{\\rtf1",
    "odt": b"PK\x03\x04",
    "wpd": b"\xffWPC",
}
RICH_TEXT = f"{{\\rtf1\\ansi {TITLE}\\par (Approved by the Board on May 6, 2004.)\\par May she?}}"


def save(folder: Path, ending: str) -> Path:
    path = folder / f"memo.{ending}"
    path.write_bytes(STARTS[ending] + b" more")
    return path


def install(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Put a program in the place of LibreOffice."""
    program = folder / "bin" / "soffice"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:/usr/bin:/bin")


@pytest.mark.parametrize(
    ("ending", "advice"),
    [
        ("doc", "old Word file. Open it in Word and save it as .docx, or install LibreOffice"),
        ("rtf", "rich text file. Open it in Word and save it as .docx, or install LibreOffice"),
        ("odt", "OpenDocument file. Open it in its program and save it as .docx, or install"),
        ("wpd", "WordPerfect file. Open it in WordPerfect or Word and save it as .docx, or"),
    ],
)
def test_without_libreoffice_a_file_is_refused_with_a_way_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str, advice: str
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(RefusedError, match=advice):
        read_document(save(tmp_path, ending), BOARD)


@pytest.mark.parametrize("ending", STARTS)
def test_the_converted_file_becomes_the_draft_and_the_conversion_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    # The arguments are: profile, --headless, --norestore, --convert-to, docx, --outdir, folder.
    install(tmp_path, monkeypatch, f"cp {DOCUMENTS / 'memo.docx'} $7/document.docx")
    draft = draft_from(save(tmp_path, ending))
    assert body_of(draft) == body_of(draft_from(DOCUMENTS / "memo.docx"))
    assert any("LibreOffice converted the file" in remark for remark in draft.remarks)


def test_a_file_that_libreoffice_cannot_convert_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, monkeypatch, "exit 1")
    with pytest.raises(RefusedError, match="cannot convert this file"):
        read_document(save(tmp_path, "rtf"), BOARD)


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_itself_converts_rich_text(tmp_path: Path) -> None:
    path = tmp_path / "memo.rtf"
    path.write_text(RICH_TEXT, encoding="ascii")
    assert body_of(draft_from(path)).startswith(f"# {TITLE}\n\n(Approved")
