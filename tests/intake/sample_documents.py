"""Documents of a fictional Board: Word layouts made with python-docx, and raw packages."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any, TypeAlias
from zipfile import ZIP_DEFLATED, ZipFile

import yaml
from docx import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches, Pt

from corpus.intake.draft import Draft, Drafts, make_drafts
from corpus.intake.reader import read_document
from corpus.model.commission import Commission
from corpus.model.opinion_id import OpinionId
from factories import COMMISSION

Layout: TypeAlias = Callable[[], Any]
"""A function that makes a Word document."""

DOCUMENTS = Path(__file__).parent / "documents"
BOARD = Commission.model_validate(yaml.safe_load(COMMISSION))
TODAY = date(2020, 1, 1)

TITLE = "Opinion Number 09 (2004)"
APPROVAL = "(Approved by the Board on May 6, 2004.)"
LONG = (
    "A mediator of the harbor asked the Board whether she may tell one party what the other said "
    "in caucus, and whether it matters that the mediation had ended before she was asked. "
) * 3
ANSWER = "She may, with permission (see Standard 3(c)). See also Harbor Stat. § 7A-38.2(b)."


def drafts_from(path: Path) -> Drafts:
    """The drafts of a document of the fictional Board, which has one opinion so far."""
    document, _ = read_document(path, BOARD)
    return make_drafts(document, {OpinionId(2003, 5)}, BOARD, TODAY)


def draft_from(path: Path) -> Draft:
    """The draft of a document with one opinion."""
    (draft,) = drafts_from(path).drafts
    return draft


def body_of(draft: Draft) -> str:
    """The text below the front matter."""
    return draft.text.body.strip()


def record_of(draft: Draft) -> str:
    """The whole file of the record."""
    return draft.record({"title": "memo.txt"})


def save(folder: Path, layout: Layout) -> Path:
    """The path of a Word document in this layout."""
    path = folder / f"{layout.__name__}.docx"
    layout().save(path)
    return path


def package(**parts: bytes) -> bytes:
    """A zip file: `word__document` is `word/document.xml`; a name with a dot stays as it is."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            path = name if "." in name else name.replace("__", "/") + ".xml"
            archive.writestr(path, content)
    return packed.getvalue()


def _empty_document() -> Any:
    document = WordDocument()
    document.styles["Normal"].font.name = "Liberation Serif"
    document.styles["Normal"].font.size = Pt(12)
    return document


def _titled_document() -> Any:
    document = _empty_document()
    document.add_heading(TITLE, level=1)
    document.add_paragraph(APPROVAL)
    return document


def styled() -> Any:
    """Headings by style, quotations by style and by indentation, bold and italic words."""
    document = _titled_document()
    document.add_heading("Concern Raised", level=2)
    paragraph = document.add_paragraph("She must ")
    paragraph.add_run("not").bold = True
    paragraph.add_run(" tell ")
    paragraph.add_run("ex parte").italic = True
    paragraph.add_run(f". {LONG}")
    document.add_heading("Background", level=3)
    document.add_paragraph("A mediator keeps what a party tells in caucus.", style="Quote")
    quotation = document.add_paragraph("A party may release the mediator from that duty.")
    quotation.paragraph_format.left_indent = Inches(0.5)
    quotation.paragraph_format.right_indent = Inches(0.5)
    document.add_heading("Advisory Opinion", level=2)
    document.add_paragraph(ANSWER)
    return document


def bold() -> Any:
    """Headings that are only bold, line breaks within paragraphs, empty paragraphs."""
    document = _empty_document()
    document.add_paragraph().add_run(TITLE).bold = True
    document.add_paragraph().add_run(APPROVAL).bold = True
    document.add_paragraph()
    document.add_paragraph().add_run("Concern Raised").bold = True
    paragraph = document.add_paragraph("May she tell one party")
    paragraph.add_run().add_break()
    paragraph.add_run("what the other said?")
    document.add_paragraph("   ")
    document.add_paragraph().add_run("Advisory Opinion").bold = True
    document.add_paragraph(ANSWER)
    return document


def typed() -> Any:
    """List marks that were typed, with tabs; an answer that only looks like an item."""
    document = _titled_document()
    document.add_paragraph(LONG)
    document.add_paragraph("1)\tMay she tell what was said?")
    document.add_paragraph("2)\tMay she name the person who said it?")
    document.add_paragraph("(a)\tAnd does it matter that the mediation had ended?")
    document.add_paragraph(ANSWER)
    return document


def numbered() -> Any:
    """A list that Word numbers, with letters in its second level, and a bullet."""
    document = _titled_document()
    document.add_paragraph(LONG)
    _define_list(document, ("decimal", "%1."), ("lowerLetter", "(%2)"))
    for level, text in ((0, "May she tell?"), (1, "If he agrees?"), (1, "If not?"), (0, "Whom?")):
        _make_item(document.add_paragraph(text), level)
    document.add_paragraph(ANSWER)
    document.add_paragraph("A point", style="List Bullet")
    return document


_LIST_ID = 77


def _define_list(document: Any, *levels: tuple[str, str]) -> None:
    """Define the list 77 with a number format and a pattern for each level."""
    numbering = document.part.numbering_part.element
    definition = _element("abstractNum", abstractNumId=_LIST_ID)
    for number, (number_format, pattern) in enumerate(levels):
        level = _element("lvl", ilvl=number)
        level.append(_element("start", val=1))
        level.append(_element("numFmt", val=number_format))
        level.append(_element("lvlText", val=pattern))
        properties = _element("pPr")
        properties.append(_element("ind", left=720 * (number + 1), hanging=360))
        level.append(properties)
        definition.append(level)
    numbering.insert(0, definition)
    list_element = _element("num", numId=_LIST_ID)
    list_element.append(_element("abstractNumId", val=_LIST_ID))
    numbering.append(list_element)


def _element(name: str, **attributes: str | int) -> Any:
    element = OxmlElement(f"w:{name}")
    for attribute, value in attributes.items():
        element.set(qn(f"w:{attribute}"), str(value))
    return element


def _make_item(paragraph: Any, level: int) -> None:
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001 - no other way
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = _LIST_ID


def running() -> Any:
    """A page header, and a page footer in two columns, on several pages."""
    document = _titled_document()
    section = document.sections[0]
    section.header.paragraphs[0].text = "Harbor Board of Mediation"
    section.footer.paragraphs[0].text = "Advisory opinions\t\tPage 1 of 3"
    for number in range(1, 13):
        document.add_paragraph(f"{number}st matter. {LONG}")
    document.add_paragraph(ANSWER)
    return document


def tracked() -> Any:
    """Words that were inserted and deleted while changes were tracked."""
    document = _titled_document()
    paragraph = document.add_paragraph("She may ")
    for tag, text_tag, words in (("del", "delText", "not "), ("ins", "t", "now ")):
        change, run, text = _element(tag), _element("r"), _element(text_tag)
        text.text = words
        text.set(qn("xml:space"), "preserve")
        run.append(text)
        change.append(run)
        paragraph._p.append(change)  # noqa: SLF001 - python-docx tracks no changes
    paragraph.add_run("tell.")
    return document


def table() -> Any:
    """A table among the paragraphs."""
    document = _titled_document()
    document.add_paragraph("The fees are these.")
    rows = document.add_table(rows=2, cols=2).rows
    for row, texts in zip(rows, (("Hour", "Fee"), ("First", "Ten")), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.add_paragraph(ANSWER)
    return document


def signs() -> Any:
    """Markdown markup that is meant as it is, a soft hyphen, a ligature, typographic quotes."""
    document = _titled_document()
    document.add_paragraph(
        "2 * 3 is not * <party> \\ “worker’s” of\ufb01ce me\u00addiator §\u00a07."
    )
    document.add_paragraph("# no heading")
    document.add_paragraph("> no quotation")
    return document


LAYOUTS: tuple[Layout, ...] = (styled, bold, typed, numbered, running, tracked, table, signs)
