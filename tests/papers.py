"""Word documents of a fictional Board, each with a layout of its own, made with python-docx."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

from docx import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches, Pt

HEAD = ("Opinion Number 09 (2004)", "(Approved by the Board on May 6, 2004.)")
LONG = (
    "A mediator of the harbor asked the Board whether she may tell one party what the other said "
    "in caucus, and whether it matters that the mediation had ended before she was asked. "
) * 3
ANSWER = "She may, with permission (see Standard 3(c)). See also Harbor Stat. § 7A-38.2(b)."


def _document() -> Any:
    made = WordDocument()
    made.styles["Normal"].font.name = "Liberation Serif"
    made.styles["Normal"].font.size = Pt(12)
    return made


def _headed() -> Any:
    made = _document()
    made.add_heading(HEAD[0], level=1)
    made.add_paragraph(HEAD[1])
    return made


def styled() -> Any:
    """Headings by style, quotations by style and by indentation, bold and italic words."""
    made = _headed()
    made.add_heading("Concern Raised", level=2)
    paragraph = made.add_paragraph("She must ")
    paragraph.add_run("not").bold = True
    paragraph.add_run(" tell ")
    paragraph.add_run("ex parte").italic = True
    paragraph.add_run(f". {LONG}")
    made.add_heading("Background", level=3)
    made.add_paragraph("A mediator keeps what a party tells in caucus.", style="Quote")
    quoted = made.add_paragraph("A party may release the mediator from that duty.")
    quoted.paragraph_format.left_indent = quoted.paragraph_format.right_indent = Inches(0.5)
    made.add_heading("Advisory Opinion", level=2)
    made.add_paragraph(ANSWER)
    return made


def bold() -> Any:
    """Headings that are only bold, hard line breaks within paragraphs, empty paragraphs."""
    made = _document()
    for words in HEAD:
        made.add_paragraph().add_run(words).bold = True
    made.add_paragraph()
    made.add_paragraph().add_run("Concern Raised").bold = True
    paragraph = made.add_paragraph("May she tell one party")
    paragraph.add_run().add_break()
    paragraph.add_run("what the other said?")
    made.add_paragraph("   ")
    made.add_paragraph().add_run("Advisory Opinion").bold = True
    made.add_paragraph(ANSWER)
    return made


def typed() -> Any:
    """Numbers that were typed, with tabs; a paragraph that only looks like an item."""
    made = _headed()
    made.add_paragraph(LONG)
    made.add_paragraph("1)\tMay she tell what was said?")
    made.add_paragraph("2)\tMay she name the person who said it?")
    made.add_paragraph("(a)\tAnd does it matter that the mediation had ended?")
    made.add_paragraph(ANSWER)
    return made


def numbered() -> Any:
    """A list that Word numbers, with a list of letters in it, and one with points."""
    made = _headed()
    made.add_paragraph(LONG)
    _number(made, "decimal", "%1.", "lowerLetter", "(%2)")
    for depth, words in ((0, "May she tell?"), (1, "If he agrees?"), (1, "If not?"), (0, "Whom?")):
        _listed(made.add_paragraph(words), depth)
    made.add_paragraph(ANSWER)
    made.add_paragraph("A point", style="List Bullet")
    return made


def _number(made: Any, *forms: str) -> None:
    """A list definition with a form and a pattern for each depth, as number 77."""
    numbering = made.part.numbering_part.element
    shape = OxmlElement("w:abstractNum")
    shape.set(qn("w:abstractNumId"), "77")
    for depth, (form, pattern) in enumerate(zip(forms[::2], forms[1::2], strict=True)):
        level = OxmlElement("w:lvl")
        level.set(qn("w:ilvl"), str(depth))
        for name, value in (("start", "1"), ("numFmt", form), ("lvlText", pattern)):
            element = OxmlElement(f"w:{name}")
            element.set(qn("w:val"), value)
            level.append(element)
        properties = OxmlElement("w:pPr")
        indent = OxmlElement("w:ind")
        indent.set(qn("w:left"), str(720 * (depth + 1)))
        indent.set(qn("w:hanging"), "360")
        properties.append(indent)
        level.append(properties)
        shape.append(level)
    numbering.insert(0, shape)
    number = OxmlElement("w:num")
    number.set(qn("w:numId"), "77")
    link = OxmlElement("w:abstractNumId")
    link.set(qn("w:val"), "77")
    number.append(link)
    numbering.append(number)


def _listed(paragraph: Any, depth: int) -> None:
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001 - no other way
    properties.get_or_add_ilvl().val = depth
    properties.get_or_add_numId().val = 77


def running() -> Any:
    """A running head and a foot in two columns on several pages."""
    made = _headed()
    section = made.sections[0]
    section.header.paragraphs[0].text = "Harbor Board of Mediation"
    section.footer.paragraphs[0].text = "Advisory opinions\t\tPage 1 of 3"
    for place in range(12):
        made.add_paragraph(f"{place + 1}st matter. {LONG}")
    made.add_paragraph(ANSWER)
    return made


def tracked() -> Any:
    """Words that were inserted and deleted while changes were tracked."""
    made = _headed()
    paragraph = made.add_paragraph("She may ")
    for tag, name, words in (("w:del", "w:delText", "not "), ("w:ins", "w:t", "now ")):
        change, run, text = (OxmlElement(one) for one in (tag, "w:r", name))
        text.text = words
        text.set(qn("xml:space"), "preserve")
        run.append(text)
        change.append(run)
        paragraph._p.append(change)  # noqa: SLF001 - python-docx tracks no changes
    paragraph.add_run("tell.")
    return made


def table() -> Any:
    """A table among the paragraphs."""
    made = _headed()
    made.add_paragraph("The fees are these.")
    rows = made.add_table(rows=2, cols=2).rows
    for row, words in zip(rows, (("Hour", "Fee"), ("First", "Ten")), strict=True):
        for cell, word in zip(row.cells, words, strict=True):
            cell.text = word
    made.add_paragraph(ANSWER)
    return made


def signs() -> Any:
    """Signs that mean something in Markdown, a soft hyphen, a ligature, and typographic quotes."""
    made = _headed()
    made.add_paragraph("2 * 3 is not * <party> \\ “worker’s” of\ufb01ce me\u00addiator §\u00a07.")
    made.add_paragraph("# no heading")
    made.add_paragraph("> no quotation")
    return made


LAYOUTS: tuple[Callable[[], Any], ...] = (
    styled,
    bold,
    typed,
    numbered,
    running,
    tracked,
    table,
    signs,
)


def data(made: Any) -> bytes:
    """The bytes of a document."""
    packed = BytesIO()
    made.save(packed)
    return packed.getvalue()
