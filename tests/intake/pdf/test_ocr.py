"""Pages that are only pictures are read by Tesseract, if it is installed."""

import shutil
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest

from corpus.intake.document import RefusedError
from corpus.intake.pdf import reader as pdf
from corpus.intake.remarks import RemarkKind
from intake.sample_documents import APPROVAL, BOARD, TITLE
from intake.sample_pdfs import FULL, SCAN, at, heading, lines, remarks_of, text_of_pdf
from intake.sample_pdfs import pdf as pdf_of

pytestmark = pytest.mark.slow

NEEDS_TESSERACT = pytest.mark.skipif(
    shutil.which("tesseract") is None, reason="Tesseract is not installed"
)


def scanned(page: str) -> bytes:
    """A PDF file with one page that is a picture of this page."""
    with pypdfium2.PdfDocument(pdf_of(page)) as drawn, pypdfium2.PdfDocument.new() as scan:
        bitmap = drawn[0].render(scale=200 / 72)
        picture = pypdfium2.PdfImage.new(scan)
        picture.set_bitmap(bitmap)
        picture.set_matrix(pypdfium2.PdfMatrix().scale(612, 792))
        sheet = scan.new_page(612, 792)
        sheet.insert_obj(picture)
        sheet.gen_content()
        return saved(scan)


def saved(document: pypdfium2.PdfDocument) -> bytes:
    file = BytesIO()
    document.save(file)
    return file.getvalue()


@NEEDS_TESSERACT
def test_a_scan_is_read_and_named_as_read_by_a_machine() -> None:
    document = pdf.read_with_ocr(
        scanned(heading() + lines("The mediator asks the Board.", "May she tell it?")), BOARD
    )
    assert text_of_pdf(document) == ["The mediator asks the Board.", "May she tell it?"]
    kinds = [(place, kind) for place, kind, _ in remarks_of(document)]
    assert ("page 1", RemarkKind.MACHINE_READ) in kinds
    assert {kind for _, kind in kinds} <= {RemarkKind.MACHINE_READ, RemarkKind.UNSURE_WORD}


@NEEDS_TESSERACT
def test_headings_of_a_scan_are_headings() -> None:
    bold = at(72, 700, "Question", font="F2") + lines(FULL, "said in 7 caucuses.", top=686)
    large = at(72, 640, "Answer", 16) + lines(FULL, "she may tell it.", top=620)
    document = pdf.read_with_ocr(scanned(heading() + bold + large), BOARD)
    assert text_of_pdf(document) == [
        "## Question", f"{FULL} said in 7 caucuses.", "## Answer", f"{FULL} she may tell it.",
    ]  # fmt: skip


@NEEDS_TESSERACT
def test_words_that_were_read_as_one_are_named() -> None:
    narrow = f"-1.5 Tw\n{lines(FULL, 'other said to her, and so it is one.')}0 Tw\n"
    document = pdf.read_with_ocr(scanned(heading() + narrow), BOARD)
    printed = set(f"{FULL} other said to her, and so it is one. {TITLE} {APPROVAL}".split())
    words = [word for text in text_of_pdf(document) for word in text.split()]
    glued = [word for word in words if word not in printed]
    named = [words for _, kind, words in remarks_of(document) if kind is RemarkKind.PERHAPS_TWO]
    assert named == glued != []


@pytest.fixture
def tesseract(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a program that answers as Tesseract does, as the only one that is found."""
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path / "tesseract"


COLUMNS = "level page_num block_num par_num line_num word_num left top width height conf text"
ROWS = [
    ("1", 300, 300, 200, 40, 96.5, "Opinion"),
    ("1", 520, 300, 200, 40, 95.5, "Number"),
    ("2", 300, 400, 100, 40, 41.0, "M4y"),
    ("2", 420, 410, 100, 30, 90.0, "she?"),
]


def answering(rows: list[tuple[str, int, int, int, int, float, str]]) -> str:
    table = "\n".join(
        "\t".join(map(str, (5, 1, 1, 1, line, 1, left, top, width, height, sure, text)))
        for line, left, top, width, height, sure, text in rows
    )
    heads = COLUMNS.replace(" ", "\t")
    return f"#!/bin/sh\n/bin/cat > /dev/null\n/bin/cat <<'END'\n{heads}\n{table}\nEND\n"


def test_words_read_with_little_confidence_are_named_with_their_page(tesseract: Path) -> None:
    tesseract.write_text(answering(ROWS))
    tesseract.chmod(0o755)
    document = pdf.read_with_ocr(pdf_of(heading() + lines("She asks."), SCAN), BOARD)
    assert remarks_of(document) == [
        ("page 2", RemarkKind.MACHINE_READ, ""),
        ("page 2", RemarkKind.UNSURE_WORD, "M4y"),
    ]
    assert " ".join(text_of_pdf(document)).endswith("M4y she?")


def test_a_word_with_space_in_it_is_named(tesseract: Path) -> None:
    rows = [
        ("1", 300, 340, 168, 55, 95.0, "mayshe"),
        ("1", 483, 340, 65, 55, 95.0, "tell"),
        ("1", 562, 340, 28, 55, 95.0, "it"),
    ]
    tesseract.write_text(answering(rows))
    tesseract.chmod(0o755)
    words = at(72, 700, "may") + at(96, 700, "she") + at(116, 700, "tell") + at(135, 700, "it")
    document = pdf.read_with_ocr(pdf_of(SCAN + words), BOARD)
    assert ("page 1", RemarkKind.PERHAPS_TWO, "mayshe") in remarks_of(document)


def test_a_stamp_on_a_scan_is_named_if_the_machine_did_not_read_it(tesseract: Path) -> None:
    tesseract.write_text(answering(ROWS))
    tesseract.chmod(0o755)
    document = pdf.read_with_ocr(pdf_of(SCAN + at(300, 30, "Received in March")), BOARD)
    assert ("page 1", RemarkKind.LACKS, "Received in March") in remarks_of(document)


def test_without_tesseract_one_sentence_says_what_to_install(tesseract: Path) -> None:
    assert not tesseract.exists()
    with pytest.raises(RefusedError, match="apt-get install tesseract-ocr"):
        pdf.read_with_ocr(pdf_of(SCAN), BOARD)


def test_a_tesseract_that_fails_is_named(tesseract: Path) -> None:
    tesseract.write_text("#!/bin/sh\nexit 1\n")
    tesseract.chmod(0o755)
    with pytest.raises(RefusedError, match="Tesseract cannot read page 1"):
        pdf.read_with_ocr(pdf_of(SCAN), BOARD)


def test_a_scan_without_words_is_refused(tesseract: Path) -> None:
    tesseract.write_text(answering([]))
    tesseract.chmod(0o755)
    with pytest.raises(RefusedError, match="There are no words in this PDF"):
        pdf.read_with_ocr(pdf_of(SCAN), BOARD)


def test_a_file_with_text_needs_no_tesseract(tesseract: Path) -> None:
    assert not tesseract.exists()
    data = pdf_of(at(72, 740, TITLE) + at(72, 720, APPROVAL) + lines("May she?"))
    assert pdf.read_with_ocr(data, BOARD) == pdf.read(data, BOARD)
