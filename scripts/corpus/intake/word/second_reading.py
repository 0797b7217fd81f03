"""A Word document as mammoth reads it, a library that shares no code with our own reader."""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

from lxml import etree
from lxml.etree import _Element

from corpus.intake.document import clean_text
from corpus.intake.word.field_codes import Fields
from corpus.intake.word.notes import NOTE_KINDS
from corpus.intake.word.package import R, W, WordPackage, nodes
from corpus.intake.word.paragraphs import LEFT_OUT_OF_TABLES, runs_into_next
from corpus.intake.word.runs import CUT_WORD, NoteKey, RunReader
from corpus.intake.woven_reading import ReadLine, woven

_STYLE_MAP = "p => p:fresh\nbr[type='page'] => hr\nbr[type='column'] => hr"
_CHECKBOXES = {True: "☒", False: "☐"}


def second_reading(
    package: WordPackage, reader: RunReader, lines: Sequence[ReadLine]
) -> str | None:
    """The document as mammoth reads it, with the words that it cannot know put in.

    Return None if mammoth cannot read the document, or is not installed.
    """
    html = _html(_package_without_left_out(package, reader))
    if html is None:
        return None
    return "\n".join(woven(lines, list(_lines(html, reader.note_marks))))


def _html(package: bytes) -> str | None:
    """Return what mammoth makes of a document, or None."""
    try:
        import mammoth  # noqa: PLC0415 - only needed for Word files

        converted = mammoth.convert_to_html(
            BytesIO(package),
            include_default_style_map=False,
            style_map=_STYLE_MAP,
            convert_image=lambda _: [],
        )
        return str(converted.value)
    except Exception:  # noqa: BLE001 - mammoth can fail in any way on an unusual document
        return None


def _package_without_left_out(package: WordPackage, reader: RunReader) -> bytes:
    """A Word document with the text alone, without what is hidden or struck out.

    Symbols are written out: remarks name them, and mammoth knows few of their fonts.
    """
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        archive.writestr("word/document.xml", _without_left_out(package.document, reader))
        for kind in NOTE_KINDS:
            if (root := package.part(f"{kind}s")) is not None:
                archive.writestr(f"word/{kind}s.xml", _without_left_out(root, reader))
    return packed.getvalue()


def _without_left_out(root: _Element, reader: RunReader) -> bytes:
    copy = deepcopy(root)
    reader = replace(reader, fields=Fields(copy))
    runs = list(copy.iter(f"{W}r"))
    left_out = [run for run in runs if reader.styles.is_left_out(run)]
    for run in runs:
        reader.write_out_symbols(run)
    parts = nodes(copy, LEFT_OUT_OF_TABLES)
    for element in (*parts, *left_out, *reader.fields.in_instructions):
        element.getparent().remove(element)
    for paragraph in list(copy.iter(f"{W}p")):
        if runs_into_next(paragraph, reader.styles):
            _delete_end(paragraph)
    etree.strip_attributes(copy, f"{R}id", f"{R}embed", f"{R}link")  # those parts are not there
    etree.strip_tags(copy, f"{W}fldSimple", f"{W}bdo", f"{W}dir")
    return bytes(etree.tostring(copy))


def _delete_end(paragraph: _Element) -> None:
    """Mark the end of a paragraph as deleted, which mammoth understands."""
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        properties = etree.Element(f"{W}pPr")
        paragraph.insert(0, properties)
    marks = properties.find(f"{W}rPr")
    if marks is None:
        marks = etree.SubElement(properties, f"{W}rPr")
    etree.SubElement(marks, f"{W}del")


def _lines(html: str, marks: Mapping[NoteKey, str]) -> Iterator[str]:
    """Yield the paragraphs of mammoth's HTML, then its notes as our reader orders them."""
    root = etree.fromstring(f"<html>{html}</html>")
    notes = {item.get("id", ""): item for item in root.iter("li")}
    for paragraph in root.iter("p"):
        if next(paragraph.iterancestors("li"), None) is None:
            yield _text(paragraph, marks)
    for kind in NOTE_KINDS:
        for (note_kind, note_id), mark in marks.items():
            item = notes.get(f"{kind}-{note_id}") if note_kind == kind else None
            texts = () if item is None else (_text(part, marks) for part in item.iter("p"))
            yield from (text if index else f"{mark} {text}" for index, text in enumerate(texts))


def _text(paragraph: _Element, marks: Mapping[NoteKey, str]) -> str:
    text = "".join(_pieces(paragraph, marks)).replace("\u2011", "-")
    return clean_text(CUT_WORD.sub("", text))


def _pieces(element: _Element, marks: Mapping[NoteKey, str]) -> Iterator[str]:
    kind, _, note_id = element.get("href", "").removeprefix("#").partition("-")
    if element.tag in {"br", "hr"}:
        yield "\n"
    elif element.tag == "input":
        yield _CHECKBOXES["checked" in element.attrib]
    elif kind in NOTE_KINDS:
        yield marks.get((kind, note_id), "")
    else:
        yield element.text or ""
        for child in element:
            yield from _pieces(child, marks)
            yield child.tail or ""
