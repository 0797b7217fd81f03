"""What the comment says of the documents that the collection keeps, and of warnings."""

import hashlib
from pathlib import Path

import pytest

from commands import run
from factories import RECORD, Files, record_text, write_corpus

DOCUMENT = "opinions/sources/5.txt"
OPINION = "opinions/2003/05.md"
MINUTES = """\
Opinion Number 05 (2003)
(Approved by the Board on November 7, 2003.)
May it?
It may (see Standard 3(c)).
"""


def kept(document: str | bytes, fields: str = "") -> Files:
    """An opinion, and the document from which it was taken."""
    content = document.encode() if isinstance(document, str) else document
    digest = hashlib.sha256(content).hexdigest()
    source = f"source: {{title: Minutes, file: {DOCUMENT}, sha256: {digest}}}"
    return {OPINION: record_text(f"{source}\n{fields}"), DOCUMENT: document}


def comment(root: Path, before: Files, after: Files) -> str:
    """What `effects` writes on a pull request that goes into a published collection."""
    old, new = write_corpus(root / "a", before).root, write_corpus(root / "b", after).root
    done = run("effects", "--root", new, old, "--published", "none")
    assert done.stdout, done.stderr
    return done.stdout


CAUTION = "> [!CAUTION]\n> **The document has the old words"


@pytest.mark.parametrize(
    ("old", "new", "fields"),
    [
        ("It may (", "It must (", ""),
        ("# Opinion Number 05 (2003)", "# Opinion Number 05 (2003), of the Board", ""),
        ("on November 7, 2003", "on November 6, 2003", "approved: 2003-11-06"),
        ("no such words", "", "approved: 2003-11-06"),
    ],
)
def test_a_change_is_compared_with_the_document_as_it_was(
    tmp_path: Path, old: str, new: str, fields: str
) -> None:
    files = kept(MINUTES.replace(old.removeprefix("# "), new.removeprefix("# ")), fields)
    after = {**files, OPINION: str(files[OPINION]).replace(old, new)}
    assert CAUTION in comment(tmp_path, kept(MINUTES), after)


def test_no_label_is_asked_for_above_a_caution(tmp_path: Path) -> None:
    files = kept(MINUTES)
    after = {**files, OPINION: str(files[OPINION]).replace("It may (", "It must (")}
    shown = comment(tmp_path, kept(MINUTES), after)
    assert shown.startswith("## What is still to do: look below before you set the label"), shown
    assert "First read “The document has the old words, not the new ones” below." in shown
    assert "Nothing is wrong" not in shown


@pytest.mark.parametrize(
    ("after", "words"),
    [
        (kept(MINUTES.replace("may", "must")), "It <del>may</del><ins>must</ins>"),
        ({OPINION: RECORD}, f"- {DOCUMENT} is **removed**"),
        (kept(MINUTES + "It may not tell. " * 500), f"- {DOCUMENT} is another file now."),
        (kept(b"\xff" * 9), f"- {DOCUMENT} is another file now."),
    ],
)
def test_a_changed_document_has_a_section_of_its_own(
    tmp_path: Path, after: Files, words: str
) -> None:
    shown = comment(tmp_path, kept(MINUTES), after)
    section = shown.partition("## The kept document changes")[2].partition("\n## ")[0]
    assert words in section, shown
    assert "Nothing is wrong" not in shown
    assert "First read “The kept document changes” below." in shown


def test_a_warning_is_listed_with_the_line_to_add(tmp_path: Path) -> None:
    usual = "(Approved by the Board on November 7, 2003.)"
    files: Files = {OPINION: RECORD.replace(usual, "Approved November 7, 2003.")}
    shown = comment(tmp_path, {OPINION: None}, files)
    section = shown.partition("## What to look at")[2].partition("\n## ")[0]
    assert "this approval line is read as paragraph 1" in section.casefold(), shown
    assert '- "Approved {date}."' in section
    assert "Nothing is wrong" not in shown
    assert "## What to look at" not in comment(tmp_path / "c", files, files)
