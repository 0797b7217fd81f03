"""What the comment says of the documents that the collection keeps, and of warnings."""

import hashlib
from pathlib import Path

import pytest

from commands import run
from factories import RECORD, Files, full_record, record_text, write_corpus

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


def test_a_change_is_compared_where_it_is_even_if_the_paragraph_has_another_mistake(
    tmp_path: Path,
) -> None:
    files = kept(MINUTES.replace("3(c)).", "3(c)), if asked."))
    after = {**files, OPINION: str(files[OPINION]).replace("It may (", "It must (")}
    assert CAUTION in comment(tmp_path, files, after)


def test_a_change_to_the_words_of_the_document_says_so(tmp_path: Path) -> None:
    files = kept(MINUTES.replace("may", "must"))
    after = {**files, OPINION: str(files[OPINION]).replace("It may (", "It must (")}
    shown = comment(tmp_path, files, after).replace("\\", "")
    assert f"paragraph 2 changes: the new words are in {DOCUMENT}." in shown
    assert "Not compared" not in shown


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("It must (see Standard 3(c));", "The document has the new words, but a sign in them"),
        ("It must (see Standard 3(d)).", "but it differs from the text in other words"),
        ("It shall (see Standard 3(c)).", "A program found neither the old wording nor the new"),
    ],
)
def test_a_change_of_which_the_document_has_other_signs_or_words_says_so(
    tmp_path: Path, words: str, reason: str
) -> None:
    files = kept(MINUTES.replace("It may (see Standard 3(c)).", words))
    after = {**files, OPINION: str(files[OPINION]).replace("It may (", "It must (")}
    shown = comment(tmp_path, files, after)
    box = shown.partition("> **Not compared with a document.**")[2].partition("\n\n")[0]
    assert reason in box, shown


def test_a_change_without_a_document_was_not_compared(tmp_path: Path) -> None:
    after: Files = {OPINION: RECORD.replace("It may (", "It must (")}
    shown = comment(tmp_path, {}, after).replace("\\", "")
    box = shown.partition("> **Not compared with a document.**")[2].partition("\n\n")[0]
    assert "No document is kept: `source` has no `file`." in box
    assert "paragraph 2 changes" in box


BLOCKS = [
    "Opinion Number 05 (2003)",
    "(Approved by the Board on November 7, 2003.)",
    "May it?",
    "It may (see Standard 3(c)).",
    "It need not.",
    "A judge may ask.",
]


def text_of(blocks: list[str]) -> str:
    """The text of a record with these paragraphs below its heading."""
    return "\n# " + "\n\n".join(blocks) + "\n"


def cautions(root: Path, blocks: list[str], document: str) -> str:
    """The cautions if a text of `BLOCKS` becomes one of other blocks."""
    files = kept(document)
    before, after = (
        {**files, OPINION: str(files[OPINION]).replace(text_of(BLOCKS[:4]), text_of(text))}
        for text in (BLOCKS, blocks)
    )
    lines = comment(root, before, after).replace("\\", "").splitlines()
    return "\n".join(line for line in lines if line.startswith("> **The document has"))


@pytest.mark.parametrize(
    ("blocks", "what"),
    [
        (BLOCKS[:4] + BLOCKS[5:], "paragraph 3 is taken out"),
        (BLOCKS[:5], "paragraph 4 is taken out"),
        (BLOCKS[:3] + BLOCKS[5:], "paragraphs 2 to 3 are taken out"),
        ([*BLOCKS[:4], BLOCKS[5], BLOCKS[4]], "is moved"),
        ([*BLOCKS[:4], f"{BLOCKS[4]} {BLOCKS[5]}"], "paragraphs 3 to 4 are replaced by"),
        (
            [*BLOCKS[:3], "It may", "(see Standard 3(c)).", *BLOCKS[4:]],
            "paragraph 2 is replaced by paragraphs 2 to 3",
        ),
        ([*BLOCKS[:4], "Nobody may.", *BLOCKS[4:]], "paragraph 3 is new"),
        ([*BLOCKS, "Nobody may."], "paragraph 5 is new"),
        ([BLOCKS[0], *BLOCKS[2:]], "the approval line is taken out"),
    ],
)
@pytest.mark.parametrize("end", ["\n\n", "\n"])
def test_paragraphs_that_go_come_or_move_are_compared_with_the_document(
    tmp_path: Path, blocks: list[str], what: str, end: str
) -> None:
    (line,) = cautions(tmp_path, blocks, end.join(BLOCKS)).splitlines()
    assert what in line
    assert line.endswith("still has the old wording.")


@pytest.mark.parametrize("end", ["\n\n", "\n"])
@pytest.mark.parametrize(
    "blocks",
    [
        BLOCKS[:4] + BLOCKS[5:],
        [*BLOCKS[:4], BLOCKS[5], BLOCKS[4]],
        [*BLOCKS[:4], f"{BLOCKS[4]} {BLOCKS[5]}"],
        [*BLOCKS, "Nobody may."],
    ],
)
def test_what_the_document_has_in_the_new_order_is_no_caution(
    tmp_path: Path, blocks: list[str], end: str
) -> None:
    assert cautions(tmp_path, blocks, end.join(blocks)) == ""


def test_lines_of_a_document_that_end_anywhere_are_no_paragraphs(tmp_path: Path) -> None:
    joined = [*BLOCKS[:4], f"{BLOCKS[4]} {BLOCKS[5]}"]
    document = "\n\n".join(BLOCKS[:5]) + f"\n{BLOCKS[5]}\n"
    assert cautions(tmp_path, joined, document) == ""


@pytest.mark.parametrize("ending", ["pdf", "DOCX"])
def test_a_change_says_that_it_was_not_compared_with_a_word_or_pdf_file(
    tmp_path: Path, ending: str
) -> None:
    path = f"opinions/sources/5.{ending}"
    document = b"%PDF-1.7"
    digest = hashlib.sha256(document).hexdigest()
    source = f"source: {{title: Minutes, file: {path}, sha256: {digest}}}"
    before: Files = {OPINION: record_text(source), path: document}
    after = {**before, OPINION: str(before[OPINION]).replace("It may (", "It must (")}
    shown = comment(tmp_path, before, after).replace("\\", "")
    assert "First read “Not compared with a document” below." in shown
    box = shown.partition("> **Not compared with a document.**")[2].partition("\n\n")[0]
    assert f"Open {path} and compare it yourself" in box
    assert "paragraph 2 changes" in box


def test_no_label_is_asked_for_above_a_caution(tmp_path: Path) -> None:
    files = kept(MINUTES)
    after = {**files, OPINION: str(files[OPINION]).replace("It may (", "It must (")}
    shown = comment(tmp_path, kept(MINUTES), after)
    assert shown.startswith("## What is still to do: look below before you set the label"), shown
    assert "First read “The document has the old words, not the new ones” below." in shown
    assert "The program found no error" not in shown


@pytest.mark.parametrize(
    ("after", "words"),
    [
        (kept(MINUTES.replace("may", "must")), "It <del>may</del><ins>must</ins>"),
        ({OPINION: RECORD}, f"- {DOCUMENT} is **removed**"),
        (kept(MINUTES + "It may not tell. " * 500), f"- {DOCUMENT} is a different file now."),
        (kept(b"\xff" * 9), f"- {DOCUMENT} is a different file now."),
    ],
)
def test_a_changed_document_has_a_section_of_its_own(
    tmp_path: Path, after: Files, words: str
) -> None:
    shown = comment(tmp_path, kept(MINUTES), after)
    section = shown.partition("## The kept document changes")[2].partition("\n## ")[0]
    assert words in section, shown
    assert "The program found no error" not in shown
    assert "First read “The kept document changes” below." in shown


def test_an_opinion_to_seal_is_no_warning(tmp_path: Path) -> None:
    ledger = "opinions/ledger/2004/06.txt"
    six = full_record(6, 2004)
    before = write_corpus(tmp_path / "a", {"opinions/2004/06.md": six})
    assert run("seal", "--root", before.root).returncode == 0
    files: Files = {
        "opinions/2004/06.md": six,
        ledger: (before.root / ledger).read_bytes(),
        OPINION: RECORD,
    }
    shown = comment(tmp_path / "b", {**files, OPINION: None}, files)
    assert shown.startswith("## What is still to do: set the label `seal`"), shown
    assert "## What to look at" not in shown


def test_a_new_opinion_names_the_document_to_compare_it_with(tmp_path: Path) -> None:
    shown = comment(tmp_path, {OPINION: None}, kept(MINUTES)).replace("\\", "")
    section = shown.partition("## New: ")[2].partition("\n- **Title**")[0]
    assert f"- **Compare it with the source**: Minutes (kept as {DOCUMENT})" in section


def test_a_new_opinion_that_no_page_can_show_is_not_called_compared(tmp_path: Path) -> None:
    shown = comment(tmp_path, {OPINION: None}, {OPINION: record_text("title: ''")})
    assert f"New, but not shown: {OPINION}. No page can be made of it yet." in shown
    assert "Not compared: " not in shown


def test_a_warning_is_listed_with_the_line_to_add(tmp_path: Path) -> None:
    usual = "(Approved by the Board on November 7, 2003.)"
    files: Files = {OPINION: RECORD.replace(usual, "Approved November 7, 2003.")}
    shown = comment(tmp_path, {OPINION: None}, files)
    section = shown.partition("## What to look at")[2].partition("\n## ")[0]
    assert "this approval line is read as paragraph 1" in section.casefold(), shown
    assert '- "Approved {date}."' in section
    assert "The program found no error" not in shown
    assert "## What to look at" not in comment(tmp_path / "c", files, files)
