"""The text of a new opinion beside the document that the collection keeps."""

import hashlib
import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from shutil import copy

import docx
import pytest
import yaml

from commands import run
from corpus.intake.document import SourceDocument
from corpus.model.commission import Commission
from corpus.paths import REPOSITORY, SCRIPTS
from corpus.review.documents.comparison import compare_with_document
from corpus.review.documents.text import DocumentText, NotReadError, text_of_document
from corpus.review.documents.text_of_opinion import own_part
from corpus.text.approved_text import parse_approved_text
from factories import COMMISSION, Files, full_record, write_corpus

SETTINGS = Commission.model_validate(yaml.safe_load(COMMISSION))
HEADING = "# Opinion Number 12 (2010)"
APPROVAL = "(Approved by the Board on November 7, 2010.)"
FIRST = "A mediator asks whether the mediator may tell a neighbor of a threat."
SECOND = "The mediator is not required to tell, and the judgment is the mediator’s own."
THIRD = "The report to the court should not mention the threat that was made."
LETTERHEAD = ("MEMORANDUM", "To: All Certified Mediators", "Re: Threats made in a private session.")
TEXT = f"{HEADING}\n\n{APPROVAL}\n\n## Opinion\n\n{FIRST}\n\n{SECOND}\n\n{THIRD}"
OTHER = "Opinion Number 11 (2010)"
DROPPED = "This opinion does not apply to family cases, in which a mediator must never tell."
DOCUMENT = (HEADING[2:], APPROVAL, "OPINION", FIRST, SECOND, THIRD)
NEW = "opinions/2010/12.md"
KEPT = "opinions/sources/2010/12.txt"


def seen(text: str, *paragraphs: str, left_out: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """Where a text and a document differ; then what stands elsewhere; then what was left out."""
    commission = SETTINGS
    approved = parse_approved_text(text, commission.is_approval_line)
    document = own_part(approved, DocumentText(paragraphs, (), left_out), commission)
    found = compare_with_document("AO 12", KEPT, approved, document, commission)
    others = [(other.where, other.in_document, other.in_text) for other in found.others]
    return [*others, found.moved, found.left_out]


@pytest.mark.parametrize(
    ("paragraphs", "left_out"),
    [
        (DOCUMENT, ()),
        ((*LETTERHEAD, *DOCUMENT), LETTERHEAD),
        ((HEADING[2:], "OPINION", FIRST, SECOND, THIRD, APPROVAL), ()),
        ((HEADING[2:], APPROVAL, "OPINION", f"{FIRST} {SECOND}", THIRD), ()),
        ((*DOCUMENT[:3], FIRST[:27], FIRST[27:], SECOND, THIRD), ()),
        ((*DOCUMENT[:4], SECOND.replace("required", "re-\nquired"), THIRD), ()),
        ((*DOCUMENT[:3], f"• {FIRST}", SECOND, THIRD), ()),
        (("Number 12 of 2010", *DOCUMENT[1:]), ("Number 12 of 2010",)),
        ((*DOCUMENT, "12"), ("12",)),
        ((*DOCUMENT, "(Approved by the Board on November 8, 2010.)"), None),
        ((OTHER, APPROVAL, "No.", *DOCUMENT, "Opinion Number 13 (2010)", APPROVAL, "No."), ()),
        ((HEADING[2:], OTHER, "Preface.", *DOCUMENT, OTHER, APPROVAL, "No."), ()),
        ((*DOCUMENT[:4], HEADING[2:], *DOCUMENT[4:]), (HEADING[2:],)),
    ],
)
def test_what_a_text_seldom_has_is_left_out_and_speaks_not_against_it(
    paragraphs: tuple[str, ...], left_out: tuple[str, ...] | None
) -> None:
    expected = paragraphs[-1:] if left_out is None else left_out
    assert seen(TEXT, *paragraphs) == [(), expected]


@pytest.mark.parametrize(
    ("in_document", "in_text", "agrees"),
    [
        ("10-15", "1015", False),
        ("1,544", "1.544", False),
        ("1/2", "1.2", False),
        ("A-10-15", "A-1015", False),
        ("10-15", "10–15", True),
        ("10-\n15", "10-15", True),
        ("10-day", "10day", True),
        ("re-sign", "resign", True),
        ("7A-38", "7A38", False),
        ("7A-38", "7-A38", False),
        ("7A-\n38", "7A–38", True),
        ("A-1", "A1", False),
        ("7A-38.2", "7A-38,2", False),
        ("7A–38.2", "7A-38.2", True),
        (".50", "50", False),
        ("−5", "5", False),
        ("−5", "-5", True),
        ("< 5", "5", False),
        ("50%", "50", False),
        ("§ 1.2", "1.2", False),
        ("“own” and ‘other’", "\"own\" and 'other'", True),
        ("“own”", "own", False),
        ("‘‘own’’", "“own”", True),
        ("so-called—", "so-called --", True),
        ("many … of the", "many... of the", True),
        ("_____", "________", True),
    ],
)
def test_other_signs_are_other_words_unless_they_are_only_printed_otherwise(
    in_document: str, in_text: str, *, agrees: bool
) -> None:
    text = TEXT.replace("the threat", f"the {in_text} threats")
    document = (*DOCUMENT[:-1], THIRD.replace("the threat", f"the {in_document} threats"))
    assert (seen(text, *document) == [(), ()]) is agrees


def test_what_the_reader_left_out_at_the_edge_of_pages_is_named() -> None:
    assert seen(TEXT, *DOCUMENT, left_out=("Page 2",)) == [(), ("Page 2",)]


@pytest.mark.parametrize(
    ("text", "others", "moved"),
    [
        (
            TEXT.replace("is not required", "is required"),
            [("¶ 2", SECOND, SECOND.replace("is not required", "is required"))],
            (),
        ),
        (TEXT.replace(f"\n\n{THIRD}", ""), [("", THIRD, "")], ()),
        (TEXT.replace(f"{FIRST}\n\n", ""), [("", FIRST, "")], ()),
        (f"{TEXT}\n\nNobody may ever tell.", [("¶ 4", "", "Nobody may ever tell.")], ()),
        (TEXT.replace("7, 2010", "8, 2010"), [("the approval line", APPROVAL, None)], ()),
        (f"{HEADING}\n\n{APPROVAL}\n\n## Opinion\n\n{SECOND}\n\n{FIRST}\n\n{THIRD}", [], ("¶ 1",)),
    ],
)
def test_other_words_and_another_order_speak_against_a_text(
    text: str, others: list[tuple[str, str, str | None]], moved: tuple[str, ...]
) -> None:
    changed = APPROVAL.replace("7, 2010", "8, 2010")
    expected = [(where, old, changed if new is None else new) for where, old, new in others]
    assert seen(text, *DOCUMENT) == [*expected, moved, ()]


@pytest.mark.parametrize(
    ("paragraphs", "only_in_document"),
    [
        ((*DOCUMENT, OTHER, DROPPED), [OTHER, DROPPED]),
        ((HEADING[2:], *DOCUMENT[2:], OTHER, DROPPED, APPROVAL), [OTHER, DROPPED]),
        ((HEADING[2:], DROPPED, *DOCUMENT), [DROPPED]),
        ((HEADING[2:], DROPPED, *DOCUMENT, OTHER, APPROVAL, "No."), [DROPPED]),
        ((OTHER, DROPPED, *DOCUMENT), [DROPPED]),
    ],
)
def test_a_line_like_a_heading_hides_no_words_that_were_dropped(
    paragraphs: tuple[str, ...], only_in_document: list[str]
) -> None:
    others = [("", words, "") for words in only_in_document]
    assert seen(TEXT, *paragraphs)[:-1] == [*others, ()]


def kept(text: str, document: str | bytes, name: str = KEPT) -> Files:
    """A new opinion, and its document."""
    content = document.encode() if isinstance(document, str) else document
    digest = hashlib.sha256(content).hexdigest()
    source = f"source: {{title: Minutes, file: {name}, sha256: {digest}}}"
    record = full_record(12, 2010, source, "What a test replaces.")
    return {NEW: record[: record.rindex("---\n")] + "---\n\n" + text + "\n", name: content}


def comment(root: Path, after: Files) -> str:
    old, new = write_corpus(root / "a").root, write_corpus(root / "b", after).root
    return run("effects", "--root", new, old, "--published", "none").stdout


def test_the_comment_has_a_box_with_each_place_and_says_what_was_left_out(tmp_path: Path) -> None:
    text = TEXT.replace("is not required", "is required").replace(f"\n\n{THIRD}", "")
    shown = comment(tmp_path, kept(text, "\n\n".join([*LETTERHEAD, *DOCUMENT])))
    box = shown[shown.index("> [!CAUTION]") :].partition("\n\n")[0]
    assert "**The new text differs from the kept document.**" in box
    assert "> - **¶ 2**: The mediator is<del> not</del> required" in box
    place = "**Only in the document**, after “the mediator’s own.”"
    assert f"> - {place}: “{THIRD}”" in box
    left_out = shown[shown.index("### What was left out of the document") :].partition("\n\n##")[0]
    assert all(f"“{line}”" in left_out for line in LETTERHEAD)


def test_the_comment_says_that_every_word_agrees(tmp_path: Path) -> None:
    shown = comment(tmp_path, kept(TEXT, "\n\n".join(DOCUMENT)))
    assert "**Letters or signs of the same words differ from the document.**" in shown
    assert "- **heading “Opinion”**: <del>OPINION</del><ins>Opinion</ins>" in shown
    assert f"every word below the heading line is in {KEPT}" in shown
    assert "CAUTION" not in shown
    assert "What was left out" not in shown
    same = comment(tmp_path, kept(TEXT, "\n\n".join(DOCUMENT).replace("OPINION", "Opinion")))
    assert f"every word and sign below the heading line is in {KEPT}" in same


@pytest.mark.parametrize(
    ("paragraphs", "breaks"),
    [
        (DOCUMENT, ""),
        ((*DOCUMENT[:3], f"{FIRST} {SECOND}", THIRD), "¶ 1 and ¶ 2 are one paragraph"),
        ((*DOCUMENT[:3], FIRST[:27], FIRST[27:], SECOND, THIRD), "¶ 1 is 2 paragraphs"),
    ],
)
def test_the_comment_names_paragraphs_that_begin_elsewhere_in_the_document(
    tmp_path: Path, paragraphs: tuple[str, ...], breaks: str
) -> None:
    shown = comment(tmp_path, kept(TEXT, "\n\n".join(paragraphs)))
    assert breaks in shown
    assert ("**Headings or paragraphs begin elsewhere in the document.**" in shown) is bool(breaks)
    assert "CAUTION" not in shown


def test_the_comment_names_the_part_of_a_volume_that_was_compared(tmp_path: Path) -> None:
    volume = [*DOCUMENT, OTHER, APPROVAL, "No."]
    part = "Compared with its part of a volume: from “Opinion Number 12"
    assert part in comment(tmp_path / "1", kept(TEXT, "\n\n".join(volume)))
    changed = kept(TEXT.replace("is not", "is"), "\n\n".join(volume))
    assert part in comment(tmp_path / "2", changed).partition("[!CAUTION]")[2]


def test_texts_of_one_document_are_compared_with_their_own_parts(tmp_path: Path) -> None:
    volume = "\n\n".join([HEADING[2:], FIRST, OTHER, SECOND])
    other = full_record(11, 2010, f"source: {{title: Minutes, file: {KEPT}}}", "x")
    fields = other[: other.rindex("---\n")]
    files = kept(f"{HEADING}\n\n{FIRST}", volume)
    second = {"opinions/2010/11.md": f"{fields}---\n\n# {OTHER}\n\n{SECOND}\n"}
    shown = comment(tmp_path, {**files, **second})
    assert shown.count("Compared with its part of a volume") == 2
    assert "CAUTION" not in shown


def test_a_text_that_was_only_listed_is_compared(tmp_path: Path) -> None:
    files = kept(TEXT.replace("is not", "is"), "\n\n".join(DOCUMENT))
    listed = {
        NEW: "---\nnumber: 12\nyear: 2010\ntitle: T\ntext: elsewhere\n"
        "source: {title: Minutes, url: https://example.com/12}\n---\n"
    }
    old, new = write_corpus(tmp_path / "a", listed).root, write_corpus(tmp_path / "b", files).root
    assert "is<del> not</del> required" in run("effects", "--root", new, old).stdout


def test_without_a_kept_document_the_comment_says_so(tmp_path: Path) -> None:
    shown = comment(tmp_path, {NEW: full_record(12, 2010, "", "It may.")})
    assert "**Not compared with a document**" in shown
    assert "`source` has no `file`" in shown.replace("\\`", "`")


@pytest.mark.parametrize("slip", ["title: Fees: old", 'title: "Fees', "source: [Minutes]"])
def test_a_slip_in_the_fields_does_not_say_that_no_document_is_kept(
    tmp_path: Path, slip: str
) -> None:
    shown = comment(tmp_path, {NEW: full_record(12, 2010, slip, "It may.")})
    assert "**Not compared with a document**" in shown
    assert "The field `source` cannot be read yet" in shown
    assert "No document is kept" not in shown


@pytest.mark.parametrize("name", ["opinion-05-2003.docx", "opinion-05-2003.pdf"])
def test_word_and_pdf_files_are_read_as_intake_reads_them(tmp_path: Path, name: str) -> None:
    copy(REPOSITORY / "tests/intake/documents" / name, tmp_path)
    assert "Concern Raised" in text_of_document(tmp_path, name, SETTINGS).paragraphs


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("", "No document is kept"),
        ("gone.txt", "does not have this file"),
        ("../outside.txt", "does not have this file"),
        ("empty.pdf", "No program that reads such files is installed"),
        ("bad.txt", "not UTF-8"),
    ],
)
def test_the_reason_why_a_document_is_not_compared(tmp_path: Path, path: str, why: str) -> None:
    root = tmp_path / "root"
    root.mkdir()
    (tmp_path / "outside.txt").write_text("Secret.")
    (root / "empty.pdf").write_bytes(b"%PDF-")
    (root / "bad.txt").write_bytes(b"\x00\x01\x81\x8d\x8f" * 40)
    with pytest.raises(NotReadError, match=why):
        text_of_document(root, path, SETTINGS, {})


def test_a_reader_whose_program_is_not_installed_is_a_reason(tmp_path: Path) -> None:
    def not_installed(_data: bytes, _commission: Commission) -> SourceDocument:
        raise ModuleNotFoundError

    (tmp_path / "a.pdf").write_bytes(b"%PDF-")
    with pytest.raises(NotReadError, match="is installed"):
        text_of_document(tmp_path, "a.pdf", SETTINGS, {".pdf": not_installed})


def test_without_the_packages_of_intake_no_document_goes_to_a_reader() -> None:
    program = (
        "import sys; sys.modules['pypdfium2'] = None;"
        "from corpus.review.documents.text import INSTALLED; print(*INSTALLED)"
    )
    command = [sys.executable, "-c", program]
    shown = subprocess.check_output(command, env={"PYTHONPATH": str(SCRIPTS)}, text=True)
    assert shown == "\n"


def test_the_workflow_that_seals_installs_no_package_of_intake() -> None:
    workflow = (REPOSITORY / ".github/workflows/seal.yml").read_text(encoding="utf-8")
    assert re.findall(r"make .*", workflow) == ["make -C programs -f Makefile clean .venv/site"]
    assert "pypdfium2" not in (REPOSITORY / "requirements.txt").read_text(encoding="utf-8")


def test_the_comment_names_what_the_kept_document_holds_besides_its_text(tmp_path: Path) -> None:
    file = BytesIO()
    document = docx.Document()
    for paragraph in DOCUMENT:
        document.add_paragraph(paragraph)
    document.paragraphs[-1].add_run(" Secret.").font.hidden = True
    document.core_properties.author = "Pat Doe"
    document.save(file)
    shown = comment(tmp_path, kept(TEXT, file.getvalue(), "opinions/sources/12.docx"))
    box = shown[shown.index("> **The kept document holds what no text shows.**") :]
    assert "hidden text; the name `Pat Doe` as author or editor." in box.partition("\n\n")[0]
    assert "Secret" not in shown
