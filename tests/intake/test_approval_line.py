"""The line with the date of approval is never a heading, however it is set."""

from io import BytesIO

import pytest
from docx import Document as WordDocument

from corpus.intake import plain_text, web_page
from corpus.intake.document import SourceDocument
from corpus.intake.word import reader as word
from corpus.text.blocks import Role
from intake.sample_documents import BOARD, TITLE
from intake.sample_pdfs import at, heading, read_pdf

SEAL = "Given under seal on {date}"
BODY = BOARD.model_copy(update={"approval_lines": (*BOARD.approval_lines, SEAL)})
LINE = "Given under seal on March 4, 2024"


def roles(document: SourceDocument) -> dict[str, Role]:
    return {block.text: block.role for block in document.blocks}


@pytest.mark.parametrize(
    ("line", "role"),
    [(LINE, Role.PARAGRAPH), ("Given under seal on paper", Role.HEADING)],
)
def test_between_empty_lines_of_a_text_file(line: str, role: Role) -> None:
    text = f"{TITLE}\n\n{line}\n\nFacts\n\nMay she tell?\n"
    found = roles(plain_text.read(text.encode(), BODY))
    assert (found[line], found["Facts"]) == (role, Role.HEADING)


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Adopted April 2019", Role.PARAGRAPH),
        ("Issued: 27.3.2023", Role.PARAGRAPH),
        ("(As approved by the Panel, 2019)", Role.PARAGRAPH),
        ("Fees in 2019", Role.HEADING),
        ("Approved forms", Role.HEADING),
        ("Adopted Rule 5", Role.HEADING),
    ],
)
def test_in_a_form_that_the_settings_do_not_list(line: str, role: Role) -> None:
    text = f"{TITLE}\n\n{line}\n\nFacts\n\nMay she tell?\n"
    assert roles(plain_text.read(text.encode(), BOARD))[line] is role


@pytest.mark.parametrize("markup", ["<h2>{}</h2>", "<p><b>{}</b></p>"])
def test_in_a_heading_of_a_web_page(markup: str) -> None:
    page = f"<html><body><h1>{TITLE}</h1>{markup.format(LINE)}<p>May she tell?</p></body></html>"
    assert roles(web_page.read(page.encode(), BODY))[LINE] is Role.PARAGRAPH


@pytest.mark.parametrize("is_bold", [True, False])
def test_in_bold_or_a_heading_style_of_word(*, is_bold: bool) -> None:
    document, file = WordDocument(), BytesIO()
    document.add_heading(TITLE, 1)
    paragraph = document.add_paragraph("", "Normal" if is_bold else "Heading 2")
    paragraph.add_run(LINE).bold = is_bold
    document.add_paragraph("May she tell?")
    document.save(file)
    assert roles(word.read(file.getvalue(), BODY))[LINE] is Role.PARAGRAPH


def test_apart_on_the_page_of_a_pdf() -> None:
    line = "(Approved by the Board on May 6, 2004.)"
    page = heading() + at(72, 700, line, font="F2") + at(72, 650, "May she tell?")
    assert roles(read_pdf(page))[line] is Role.PARAGRAPH
