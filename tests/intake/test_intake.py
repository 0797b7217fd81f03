"""Documents of many layouts become drafts in which no word is lost."""

import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import papers
from corpus.checks.runner import check
from corpus.intake.cleaning import cleaned
from corpus.intake.document import Passage, Piece, RefusedError
from corpus.intake.draft import Drafted, drafted
from corpus.intake.file_kinds import LARGEST
from corpus.intake.markdown import body
from corpus.intake.metadata import told
from corpus.intake.word_diff import differences
from corpus.library.loader import load, load_without_records
from corpus.model.opinion import OpinionId
from corpus.paths import REPOSITORY, CorpusPaths
from corpus.text.approved_text import parse_approved_text
from corpus.text.blocks import Role
from factories import corpus, library, sound

DOCUMENTS = Path(__file__).parent / "documents"
SOURCE = REPOSITORY / "opinions/sources/2003/05.txt"
TODAY = date(2020, 1, 1)


def take(document: Path, root: Path) -> Drafted:
    """The draft of a document for the fictional Board."""
    read = load_without_records(corpus(root))
    assert read.references
    return drafted(document, read.filed_ids, read.references.commission, TODAY)


def text_of(draft: Drafted) -> str:
    return draft.text.split("---\n", 2)[2].strip()


def written(folder: Path, made: Callable[[], object]) -> Path:
    path = folder / f"{made.__name__}.docx"
    path.write_bytes(papers.data(made()))
    return path


@pytest.mark.parametrize("made", papers.LAYOUTS, ids=lambda made: made.__name__)
def test_no_word_of_a_word_document_is_lost(tmp_path: Path, made: Callable[[], object]) -> None:
    draft = take(written(tmp_path, made), tmp_path / "board")
    assert draft.differences == ()
    assert draft.id == OpinionId(2004, 9)
    assert text_of(draft).startswith("# Opinion Number 09 (2004)\n\n")
    assert "approved: 2004-05-06\n" in draft.text


@pytest.mark.parametrize(
    "name", ["memo.docx", "memo.pdf", "numbered.pdf", "running.pdf", "styled.pdf", "typed.pdf"]
)
def test_no_word_of_what_libreoffice_made_is_lost(tmp_path: Path, name: str) -> None:
    draft = take(DOCUMENTS / name, tmp_path)
    assert draft.differences == ()
    assert draft.id == OpinionId(2004, 9)
    assert "(Approved by the Board on May 6, 2004.)\n" in draft.text.replace("**", "")


@pytest.mark.parametrize("name", ["typed", "numbered", "running"])
def test_a_pdf_gives_the_text_of_the_word_document_that_it_was(tmp_path: Path, name: str) -> None:
    made = written(tmp_path, getattr(papers, name))
    one, other = (take(path, tmp_path / "x") for path in (made, DOCUMENTS / f"{name}.pdf"))
    assert text_of(one) == text_of(other)


def test_styles_become_headings_quotations_and_emphasis(tmp_path: Path) -> None:
    text = text_of(take(written(tmp_path, papers.styled), tmp_path / "x"))
    for part in (
        "\n## Concern Raised\n",
        "\nShe must **not** tell *ex parte*. A mediator",
        "\n### Background\n",
        "\n> A mediator keeps what a party tells in caucus.\n",
        "\n> A party may release the mediator from that duty.\n",
        "\n## Advisory Opinion\n",
    ):
        assert part in text


def test_bold_lines_are_headings_and_hard_breaks_are_joined(tmp_path: Path) -> None:
    text = text_of(take(written(tmp_path, papers.bold), tmp_path / "x"))
    assert "\n## Concern Raised\n\nMay she tell one party what the other said?\n\n## Adv" in text


@pytest.mark.parametrize("name", ["memo.docx", "memo.pdf"])
def test_lists_keep_their_own_numbers_depths_and_notes(tmp_path: Path, name: str) -> None:
    draft = take(DOCUMENTS / name, tmp_path)
    items = (
        "1) May she tell one party what the other said in caucus?\n"
        "    i. If that party agrees, and its attorney does not?\n"
        "    ii. If neither was asked?\n"
        "2) May she name the person who said it?\n"
    )
    assert items in draft.text
    assert "of the harbor¹ asked the Board" in draft.text
    assert draft.text.rstrip().endswith("Harbor Stat. § 7A-38.2(b) says the same.")
    assert "Confidential until published" not in draft.text
    assert "Page 1" not in draft.text


def test_the_numbers_that_word_makes_are_those_of_the_draft(tmp_path: Path) -> None:
    text = text_of(take(written(tmp_path, papers.numbered), tmp_path / "x"))
    assert "\n1. May she tell?\n    (a) If he agrees?\n    (b) If not?\n2. Whom?\n" in text
    assert text.endswith("\n• A point")


def test_what_was_inserted_is_in_and_what_was_deleted_is_not(tmp_path: Path) -> None:
    draft = take(written(tmp_path, papers.tracked), tmp_path / "x")
    assert text_of(draft).endswith("She may now tell.")
    assert any("tracked" in one for one in draft.decisions)


def test_signs_of_markdown_are_kept_as_signs(tmp_path: Path) -> None:
    draft = take(written(tmp_path, papers.signs), tmp_path / "x")
    words = parse_approved_text(text_of(draft), lambda _: True).plain_text
    assert "2 * 3 is not * <party> \\ “worker’s” office mediator § 7." in words
    assert words.endswith("# no heading\n> no quotation")


def test_what_is_cited_and_asked_is_proposed(tmp_path: Path) -> None:
    draft = take(written(tmp_path, papers.typed), tmp_path / "x")
    assert 'standards: ["3(c)"]\nstatutes: ["7A-38.2(b)"]\n' in draft.text
    assert '  - id: 1\n    question: "May she tell what was said?"\n    at: [2]\n' in draft.text
    assert "  - id: 3\n    answers: 3\n    text:\n" in draft.text


def test_the_draft_lacks_only_what_a_person_must_write(tmp_path: Path) -> None:
    draft = take(written(tmp_path, papers.typed), tmp_path / "x")
    found = check(library(tmp_path / "y", {f"opinions/{draft.id}.md": draft.text}))
    assert {finding.code for finding in found} <= {"OP104", "OP108", "OP107"}
    assert found


def test_a_text_without_a_number_gets_the_next_one_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "memo.txt"
    path.write_text("A mediator may tell.\n", encoding="utf-8")
    draft = take(path, tmp_path / "x")
    assert draft.id == OpinionId(2020, 1)
    assert any("only the next free one" in one for one in draft.decisions)
    assert any("day of approval" in one for one in draft.decisions)


PLAIN = """\
Opinion Number 09 (2004)
(Approved by the Board on May 6, 2004.)

Concern Raised

   A mediator asked the Board about what she may tell, and about
what she may not tell when a mediation has ended.
   The Board answers both, since it was asked about
both of them.

1)  May she tell what was said by the other party, and
    in what words?
2)  May she name the person, provided

that he agrees? She was to re-
convene the parties.
                                   3
\fOpinion of 2004
She may.
                                   4
"""

FIRST = (
    "A mediator asked the Board about what she may tell, and about what she may not tell when "
    "a mediation has ended."
)
ITEMS = (
    "1) May she tell what was said by the other party, and in what words?\n"
    "2) May she name the person, provided that he agrees? She was to re-convene the parties."
)


def test_lines_of_a_text_file_are_joined_to_its_paragraphs(tmp_path: Path) -> None:
    path = tmp_path / "memo.txt"
    path.write_text(PLAIN, encoding="utf-8")
    draft = take(path, tmp_path / "x")
    assert draft.differences == ()
    assert text_of(draft).split("\n\n")[2:] == [
        "## Concern Raised",
        FIRST,
        "The Board answers both, since it was asked about both of them.",
        ITEMS,
        "Opinion of 2004 She may.",
    ]


@pytest.mark.parametrize("ending", ["txt", "docx", "pdf"])
def test_the_first_opinion_comes_out_as_its_record(ending: str) -> None:
    read = load_without_records(CorpusPaths(REPOSITORY))
    assert read.references
    document = SOURCE if ending == "txt" else DOCUMENTS / f"opinion-05-2003.{ending}"
    draft = drafted(document, read.filed_ids, read.references.commission, TODAY)
    record = (REPOSITORY / "opinions/2003/05.md").read_text(encoding="utf-8")
    assert draft.text.split("---\n", 2)[2] == record.split("---\n", 2)[2]
    assert draft.differences == ()
    assert draft.id == OpinionId(2003, 5)


def _zip(**parts: bytes) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as made:
        for name, words in parts.items():
            made.writestr(name.replace("__", "/") + ".xml", words)
    return packed.getvalue()


BOMB = b'<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><a>&c;</a>'
EMPTY_PAGE = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n"
    b"trailer<</Root 1 0 R>>\n%%EOF"
)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("memo.doc", b"x", "save it as .docx"),
        ("memo", b"x", "must end with .docx, .pdf or .txt"),
        ("memo.txt", b"  \n", "it is empty"),
        ("memo.docx", b"\xd0\xcf\x11\xe0rest", "protected by a password"),
        ("memo.docx", b"%PDF-1.4", "it is a .pdf file by its content"),
        ("memo.pdf", _zip(a=b"x"), "it is a .docx file by its content"),
        ("memo.txt", b"a\x00b", "it is no .txt file"),
        ("memo.txt", b"caf\xe9", "is not UTF-8 text"),
        ("memo.docx", _zip(a=b"x"), "no Word document"),
        ("memo.docx", b"PK\x03\x04 broken", "damaged"),
        ("memo.docx", _zip(word__document=b"<a><b></a>"), "word/document.xml cannot be read"),
        ("memo.docx", _zip(word__document=BOMB), "declares entities"),
        ("memo.docx", _zip(word__document=b"0" * (LARGEST + 1)), "when it is unpacked"),
        ("memo.docx", _zip(word__document=b"<a/>"), "there is no text in it"),
        ("memo.pdf", b"%PDF-1.4 broken", "PDF file"),
        ("memo.pdf", EMPTY_PAGE, "it has no text, only pictures"),
        ("memo.txt", b"a" * (LARGEST + 1), "bytes, more than"),
        ("memo.txt", b"many words " * 30_000, "of a record"),
    ],
)
def test_what_cannot_be_taken_is_refused_in_words(
    tmp_path: Path, name: str, data: bytes, words: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(RefusedError) as refused:
        take(path, tmp_path / "x")
    assert words in str(refused.value)


DOCUMENT = """<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:body><w:p><w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="1"/></w:numPr></w:pPr>
<w:r><w:t>May she tell?</w:t></w:r></w:p></w:body></w:document>"""
NUMBERING = """<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="{start}"/>
<w:numFmt w:val="{form}"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>"""


@pytest.mark.parametrize(
    ("depth", "start", "form", "mark"),
    [
        ("0", "3", "lowerRoman", "iii)"),
        ("0", "44", "upperRoman", "XLIV)"),
        ("0", "2", "upperLetter", "B)"),
        ("0", "1", "bullet", "•"),
        ("0", "9" * 5000, "lowerLetter", ""),
        ("0", "9" * 12, "lowerRoman", ""),
        ("9" * 12, "1", "decimal", ""),
        ("٣", "1", "decimal", "1)"),
    ],
)
def test_a_number_of_word_is_as_word_shows_it_and_never_large(
    tmp_path: Path, depth: str, start: str, form: str, mark: str
) -> None:
    path = tmp_path / "memo.docx"
    parts = {
        "word__document": DOCUMENT.format(depth=depth).encode(),
        "word__numbering": NUMBERING.format(start=start, form=form).encode(),
    }
    path.write_bytes(_zip(**parts))
    text = text_of(take(path, tmp_path / "x"))
    assert text.endswith(f"{mark} May she tell?".strip())
    assert len(text) < 100


def test_a_pdf_with_a_password_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="protected by a password"):
        take(DOCUMENTS / "locked.pdf", tmp_path)


def test_a_folder_and_a_file_that_is_not_there_are_refused(tmp_path: Path) -> None:
    (tmp_path / "memo.txt").mkdir()
    for name in ("memo.txt", "other.txt"):
        with pytest.raises(RefusedError):
            take(tmp_path / name, tmp_path / "x")


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([".txt", ".pdf", ".docx"]), st.binary(max_size=400))
def test_any_bytes_are_taken_or_refused(
    tmp_path_factory: pytest.TempPathFactory, ending: str, data: bytes
) -> None:
    path = tmp_path_factory.mktemp("any") / f"memo{ending}"
    start = {".pdf": b"%PDF-1.4\n", ".docx": b"PK\x03\x04", ".txt": b""}[ending]
    path.write_bytes(start + data)
    with suppress(RefusedError):
        assert take(path, path.parent / "x").text


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp"]), max_size=60))
def test_whatever_a_paragraph_says_its_words_come_back(words: str) -> None:
    said = cleaned(words)
    passage = Passage(Role.PARAGRAPH, (Piece(said),))
    text = parse_approved_text(body([passage]), lambda _: False)
    assert " ".join(block.text_with_mark for block in text.blocks) == passage.words


def test_a_difference_is_told_with_its_surroundings() -> None:
    (told_of,) = differences("a b c d e f", "a b c d x f")
    assert told_of == "After `a b c d` the document has `e`, the draft `x`."


def test_words_of_a_document_call_nobody_where_they_are_told() -> None:
    (told_of,) = differences("a", "a `@harbor` <img> [x](y)\n# 1")
    assert told_of == "After `a` the document has nothing, the draft `’@harbor’ <img> [x](y) # 1`."


def test_questions_of_paragraphs_serve_where_no_item_asks(tmp_path: Path) -> None:
    commission = sound(tmp_path).references.commission
    found = told("# A\n\nShe asked, i.e., once: May it? It may.\n", commission)
    assert found.questions == (("May it?", 1),)


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, REPOSITORY / "scripts/ingest.py", *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def test_the_command_writes_the_draft_and_never_over_another_file(tmp_path: Path) -> None:
    root = corpus(tmp_path / "x").root
    document = written(tmp_path, papers.typed)
    first = run(document, "--root", root)
    assert first.returncode == 0
    assert first.stdout.startswith("The draft of opinion 2004/09 is `opinions/2004/09.md`.")
    assert "None: every word of the document is in the draft" in first.stdout
    assert load(CorpusPaths(root)).records
    before = (root / "opinions/2004/09.md").read_bytes()
    again = run(document, "--root", root)
    assert again.returncode == 2
    assert "is not overwritten" in again.stderr
    assert (root / "opinions/2004/09.md").read_bytes() == before


def test_the_command_refuses_in_one_sentence(tmp_path: Path) -> None:
    done = run(tmp_path / "memo.doc", "--root", corpus(tmp_path / "x").root)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr
