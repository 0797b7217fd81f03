"""Page headers and footers of a Word document, by the sections that have them."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from lxml.etree import _Element

from corpus.intake.document import TextBlock, TextRun
from corpus.intake.place import Place
from corpus.intake.remarks import Remark, RemarkKind
from corpus.intake.word.field_codes import Fields
from corpus.intake.word.package import WordPackage, nodes, shown_paragraphs
from corpus.intake.word.paragraphs import Paragraph
from corpus.intake.word.remarks import element_remarks
from corpus.intake.word.runs import RunReader
from corpus.model.commission import Commission
from corpus.text.blocks import Role

_PAGE_NUMBER = re.compile(r"(?i)[\W_]*(?:(?:pages?|p)\b[\W_]*)?(?:\d{1,3}|[ivx]{1,6})?[\W_]*")
"""A line that has no more than a number; a number with four digits is rather a year."""
_NUMBER_OF_PAGES = re.compile(r"(?i)(.*?)(?:\bof\b|/)[\W_]*(?:\d{1,3}[\W_]*)?")
_PAGE_FIELD = re.compile(r"(?i)\s*(?:PAGE|SECTIONPAGES|NUMPAGES)\b")
_REFERENCES = "w:headerReference/@r:id | w:footerReference/@r:id"
_NOT_IN_LINES = {
    RemarkKind.COMMENT,
    RemarkKind.HIDDEN,
    RemarkKind.PICTURE,
    RemarkKind.STRUCK,
    RemarkKind.TRACKED,
    RemarkKind.TRACKED_END,
    RemarkKind.UNKNOWN,
}
"""What can be in a header without being among the words of its lines."""


class Section(NamedTuple):
    """Paragraphs with the same page headers and footers."""

    paragraphs: Sequence[Paragraph]
    lines: Sequence[str]
    """The lines of its headers and footers, without page numbers; those it shares with the
    section before are there only."""
    headers: Sequence[_Element]
    """Its headers and footers themselves."""

    @property
    def place(self) -> Place:
        """Where it is in the document."""
        with_text = [paragraph for paragraph in self.paragraphs if paragraph.text]
        first, *_, last = (*with_text, *with_text) or (*self.paragraphs, *self.paragraphs)
        return first.place.to(last.place)


def sections(
    paragraphs: Sequence[Paragraph], package: WordPackage, reader: RunReader
) -> Iterator[Section]:
    """Yield the sections of a document."""
    start = 0
    for end, paragraph in enumerate(paragraphs, 1):
        ends = [node for part in paragraph.elements for node in nodes(part, "w:pPr/w:sectPr")]
        if end == len(paragraphs):
            ends += nodes(package.document, "w:body/w:sectPr")
        if ends or end == len(paragraphs):
            headers = [root for node in ends for root in _headers(node, package)]
            lines = [line for root in headers for line in _header_lines(root, reader)]
            yield Section(paragraphs[start:end], list(dict.fromkeys(lines)), headers)
            start = end


def header_blocks(section: Section, commission: Commission) -> Iterator[TextBlock]:
    """Yield the heading and the approval line that only the page headers of a section have."""
    titles = (
        (Role.HEADING, commission.heading_in),
        (Role.PARAGRAPH, commission.written_approval_date),
    )
    for role, is_title in titles:
        if not any(is_title(paragraph.text) for paragraph in section.paragraphs):
            for line in list(filter(is_title, section.lines))[:1]:
                yield TextBlock(role, (TextRun(line),), place=section.paragraphs[0].place)


def header_remarks(section: Section, used: Collection[str], reader: RunReader) -> Iterator[Remark]:
    """Yield remarks on the lines of the headers and footers of a section, and on what they lack."""
    for header in section.headers:
        part_reader = replace(reader, fields=Fields(header))
        for paragraph in shown_paragraphs(header):
            remarks = element_remarks(paragraph, section.place, part_reader)
            yield from (remark for remark in remarks if remark.kind in _NOT_IN_LINES)
    for line in section.lines:
        kind = RemarkKind.USED_HEADER if line in used else RemarkKind.HEADER
        yield Remark(kind, section.place, line)


def _headers(properties: _Element, package: WordPackage) -> Iterator[_Element]:
    for relation_id in nodes(properties, _REFERENCES):
        if (root := package.part_by_id(relation_id)) is not None:
            yield root


def _header_lines(root: _Element, reader: RunReader) -> Iterator[str]:
    part_reader = replace(reader, fields=Fields(root))
    for paragraph in shown_paragraphs(root):
        text = "".join(run.text for run in part_reader.runs(paragraph))
        lines = (" ".join(line.split()) for line in re.split(r"[\n\f\t]", text))
        has_field = _has_page_field(paragraph)
        yield from (line for line in lines if not _is_page_number(line, has_field=has_field))


def _is_page_number(line: str, *, has_field: bool) -> bool:
    """Whether a line only counts pages; `3 of 5` does, if Word writes a page number there."""
    numbered = _NUMBER_OF_PAGES.fullmatch(line) if has_field else None
    return _PAGE_NUMBER.fullmatch(numbered[1] if numbered else line) is not None


def _has_page_field(paragraph: _Element) -> bool:
    """Whether Word writes the number of a page into a paragraph."""
    instructions = nodes(paragraph, ".//w:instrText/text() | .//w:fldSimple/@w:instr")
    return bool(nodes(paragraph, ".//w:pgNum")) or any(map(_PAGE_FIELD.match, instructions))
