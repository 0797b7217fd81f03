"""Word documents: paragraphs become headings, list items, quotations and paragraphs."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from lxml.etree import _Element

from corpus.intake.document import (
    SourceDocument,
    TextBlock,
    TextRun,
    ends_clause,
    footnote_remark,
    is_bold,
    is_italic,
    list_mark,
    remove_mark,
    text_of,
)
from corpus.intake.remarks import Remark, RemarkKind
from corpus.intake.word.field_codes import Fields
from corpus.intake.word.headers import Section, header_blocks, header_remarks, sections
from corpus.intake.word.notes import (
    NOTE_KINDS,
    NoteParagraph,
    note_marks,
    note_paragraphs,
    note_references,
)
from corpus.intake.word.numbering import ListPosition, Numbering
from corpus.intake.word.package import M, WordPackage, nodes, to_int, value
from corpus.intake.word.paragraphs import Paragraph, paragraphs
from corpus.intake.word.remarks import (
    column_remarks,
    element_remarks,
    paragraph_remarks,
    remarks_between_paragraphs,
    removed_note_remarks,
    table_remarks,
)
from corpus.intake.word.runs import RunReader, equation_text, own_elements
from corpus.intake.word.second_reading import second_reading
from corpus.intake.word.styles import LEFT_EDGE, Styles
from corpus.intake.woven_reading import ReadLine, left_out_lines
from corpus.model.approval_words import reads_as_approval_day
from corpus.model.commission import Commission
from corpus.text.blocks import Role

_LONGEST_HEADING = 80


_NESTED = 120
"""An inner list is indented at least this much more; in twentieths of a point."""
_SPACE_WIDTH = 60
_TAB_WIDTH = 720


def read(data: bytes, commission: Commission) -> SourceDocument:
    """Read a Word document; raises `RefusedError` if it is damaged or no Word document."""
    package = WordPackage(data)
    styles = Styles(package.part("styles"))
    reader = RunReader(styles, Fields(package.document), note_marks(package.document, styles))
    numbering = Numbering(package.part("numbering"), styles)
    block_reader = _BlockReader(styles, numbering, commission)
    all_paragraphs = list(paragraphs(package.document, reader, commission))
    in_sections = [
        (section, block_reader.blocks(section))
        for section in sections(all_paragraphs, package, reader)
    ]
    blocks = [block for _, blocks in in_sections for block in blocks if block.text.runs]
    places = {part: paragraph.place for paragraph in all_paragraphs for part in paragraph.elements}
    remarks = [*remarks_between_paragraphs(package.document, places)]
    remarks += _remarks(in_sections, reader)
    remarks += block_reader.number_remarks(all_paragraphs)
    notes = list[_Block]()
    for kind, note, note_reader in _notes(package, reader, all_paragraphs):
        if note.block.runs:
            notes.append(_Block(note.block, _equations(note.element)))
            remarks.append(footnote_remark(note.block)._replace(kind=RemarkKind[kind.upper()]))
        remarks += element_remarks(note.element, note.block.place, note_reader)
        if numbering.position(styles.numbered(note.element)):
            remarks.append(Remark(RemarkKind.LIST_NUMBER, note.block.place))
    parts = (package.part(f"{kind}s") for kind in NOTE_KINDS)
    all_notes = [note for root in parts if root is not None for note in root]
    remarks += removed_note_remarks(package.document, all_notes, places)
    lines = [*map(_read_line, (*blocks, *notes))]
    second = second_reading(package, reader, lines)
    return SourceDocument(
        tuple(block.text for block in blocks),
        None if second is None else "\n".join((second, *left_out_lines(remarks))),
        tuple(note.text for note in notes),
        tuple(sorted(remarks, key=lambda remark: remark.place.first if remark.place else 0)),
    )


class _Block(NamedTuple):
    """A block, and the words in it that no text element of its paragraph has."""

    text: TextBlock
    own: str = ""


@dataclass(frozen=True, slots=True)
class _BlockReader:
    """How the paragraphs of one document become blocks."""

    styles: Styles
    numbering: Numbering
    commission: Commission

    def blocks(self, section: Section) -> list[_Block]:
        """The blocks of a section; one without runs is a list mark alone on its line."""
        blocks = [self._block(paragraph) for paragraph in section.paragraphs]
        blocks = list(_nested(section.paragraphs, blocks))
        texts = [block.text.text for block in blocks]
        title = next((i for i, text in enumerate(texts, 1) if self.commission.heading_in(text)), 0)
        from_header = header_blocks(section, self.commission)
        blocks[title:title] = [_Block(block, block.text) for block in from_header]
        return blocks

    def number_remarks(self, all_paragraphs: Iterable[Paragraph]) -> Iterator[Remark]:
        """Yield a remark on each paragraph whose number Word hides or may show in another form."""
        for paragraph in all_paragraphs:
            position = self._position(paragraph)
            if not (paragraph.text and position):
                continue
            if self.numbering.is_hidden(position):
                yield Remark(RemarkKind.HIDDEN, paragraph.place, unquoted=1)
                continue
            if not self.numbering.is_known(position):
                yield Remark(RemarkKind.LIST_FORM, paragraph.place)
            language = self.styles.language_of(paragraph.numbered_element)
            if not self.numbering.is_in_language(position, language):
                yield Remark(RemarkKind.LIST_LANGUAGE, paragraph.place)

    def _position(self, paragraph: Paragraph) -> ListPosition | None:
        if paragraph.is_continued:
            return None
        return self.numbering.position(self.styles.numbered(paragraph.numbered_element))

    def _block(self, paragraph: Paragraph) -> _Block:
        position = self._position(paragraph)
        mark = self.numbering.next_mark(position) if position else ""
        block = self._text_block(paragraph, mark, position[1] + 1 if position else 1)
        own = " ".join([mark, *map(_equations, paragraph.elements)])
        return _Block(replace(block, place=paragraph.place), own)

    def _text_block(self, paragraph: Paragraph, mark: str, depth: int) -> TextBlock:
        runs = paragraph.runs
        text = paragraph.text
        if not text:
            return TextBlock(Role.ITEM, (), depth, mark)
        with_mark = (TextRun(f"{mark} "), *runs) if mark else runs
        is_approval = reads_as_approval_day(text_of(with_mark), self.commission)
        is_title = self.commission.heading_in(text_of(with_mark)) is not None
        level = 1 if is_title else self.styles.heading_level(paragraph.element)
        is_short = len(text) <= _LONGEST_HEADING and not ends_clause(text)
        if not is_approval and (level or (is_short and is_bold(runs) and not mark)):
            return TextBlock(
                Role.HEADING, tuple(TextRun(run.text) for run in with_mark), level or 1
            )
        if mark and list_mark(f"{mark} x"):
            return TextBlock(Role.ITEM, runs, depth, mark)
        if (typed := list_mark(text)) and not mark and not self.commission.is_approval_line(text):
            return TextBlock(Role.ITEM, remove_mark(runs, typed), 1, typed)
        # A list of a record cannot have a mark such as `Question 1:`, so it is in the text.
        if self.styles.is_quotation(paragraph.element) and not mark:
            return TextBlock(Role.QUOTE, _without_italics_of_style(runs))
        return TextBlock(Role.PARAGRAPH, with_mark)


def _equations(element: _Element) -> str:
    return " ".join(map(equation_text, own_elements(element, f"{M}oMath")))


def _without_italics_of_style(runs: tuple[TextRun, ...]) -> tuple[TextRun, ...]:
    """The runs of a quotation; if all are italic, that is how quotations look."""
    return tuple(replace(run, italic=False) for run in runs) if is_italic(runs) else runs


def _nested(paragraphs: Sequence[Paragraph], blocks: Sequence[_Block]) -> Iterator[_Block]:
    """Yield the blocks; items with typed marks get the depth that their indentation shows."""
    open_lists = list[int]()  # where their items start, the outermost list first
    for paragraph, block in zip(paragraphs, blocks, strict=True):
        left = _indentation(paragraph)
        is_typed = block.text.role is Role.ITEM and not block.own.strip()
        if is_typed and block.text.runs:
            while open_lists and left < open_lists[-1] - _NESTED // 2:
                open_lists.pop()
            if not open_lists or left > open_lists[-1] + _NESTED:
                open_lists.append(left)
            yield block._replace(text=replace(block.text, level=len(open_lists)))
        else:
            if open_lists and paragraph.text and left <= open_lists[0]:
                open_lists.clear()
            yield block


def _indentation(paragraph: Paragraph) -> int:
    """Where the first line of a paragraph starts; in twentieths of a point."""
    text = "".join(run.text for run in paragraph.runs)
    typed = text[: len(text) - len(text.lstrip())]
    width = sum(_TAB_WIDTH if character == "\t" else _SPACE_WIDTH for character in typed)
    for indent in nodes(paragraph.element, "w:pPr/w:ind"):
        width += to_int(value(indent, LEFT_EDGE)) - to_int(value(indent, "@w:hanging"))
        width += to_int(value(indent, "@w:firstLine"))
    return width


def _notes(
    package: WordPackage, reader: RunReader, all_paragraphs: Iterable[Paragraph]
) -> Iterator[tuple[str, NoteParagraph, RunReader]]:
    """Yield the footnotes and then the endnotes, with their kinds and what reads their runs."""
    places = {
        key: paragraph.place
        for paragraph in all_paragraphs
        for element in paragraph.elements
        for key in note_references(element)
    }
    for kind in NOTE_KINDS:
        if (root := package.part(f"{kind}s")) is not None:
            note_reader = replace(reader, fields=Fields(root))
            for note in note_paragraphs(kind, root, places, note_reader):
                yield kind, note, note_reader


def _read_line(block: _Block) -> ReadLine:
    text = block.text.text_with_mark
    return ReadLine(text, block.own)


def _remarks(
    in_sections: Iterable[tuple[Section, Sequence[_Block]]], reader: RunReader
) -> Iterator[Remark]:
    for section, blocks in in_sections:
        yield from header_remarks(section, {block.own for block in blocks}, reader)
        yield from table_remarks(section.paragraphs)
        yield from column_remarks(section.paragraphs)
        for paragraph in section.paragraphs:
            yield from paragraph_remarks(paragraph, reader)
        for block, _ in blocks:
            if block.mark and not block.runs:
                yield Remark(RemarkKind.LIST_NUMBER, block.place, block.mark)
