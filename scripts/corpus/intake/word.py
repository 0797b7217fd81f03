"""Word documents: paragraphs become headings, list items, quotations and paragraphs."""

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml.etree import _Element

from corpus.intake.document import (
    RefusedError,
    SourceDocument,
    TextBlock,
    TextRun,
    footnote_remark,
    is_bold,
    list_mark,
    remove_mark,
    text_of,
)
from corpus.intake.remarks import Place, Remark, RemarkKind
from corpus.intake.word_numbering import DEEPEST, ListPosition, Numbering
from corpus.intake.word_runs import footnote_blocks, footnote_marks, reference_text, text_runs
from corpus.intake.word_xml import W, nodes, read_part, to_int, value
from corpus.model.commission import Commission
from corpus.text.blocks import Role

_HEADING_STYLE = re.compile(r"(?i)(?:heading|überschrift)\s*(\d)|(title)")
_QUOTATION_STYLE = re.compile(r"(?i)quot|block text")
_DEEPEST_HEADING = 5
_QUOTATION_INDENT = 300
"""A paragraph indented this much on both sides is a quotation; in twentieths of a point."""
_SIDES = ("@w:left | @w:start", "@w:right | @w:end")
"""The names of indentations in older and in newer documents."""

_SENTENCE_END = re.compile(r"[.?!:;,][”’\"')\]]*$")
_LONGEST_HEADING = 80

_REMARKS = {
    f"{W}ins": RemarkKind.TRACKED,
    f"{W}del": RemarkKind.TRACKED,
    f"{W}commentReference": RemarkKind.COMMENT,
    f"{W}tbl": RemarkKind.TABLE,
    f"{W}txbxContent": RemarkKind.TEXT_BOX,
    f"{W}drawing": RemarkKind.PICTURE,
}
"""What a person must check if the document has such an element."""


class _Styles:
    """The paragraph styles of a document, by their ids."""

    def __init__(self, root: _Element | None) -> None:
        styles = root.iter(f"{W}style") if root is not None else ()
        self._styles = {style.get(f"{W}styleId", ""): style for style in styles}

    def heading_level(self, paragraph: _Element) -> int:
        """Return the level of a paragraph in a heading style, from 1; 0 in any other style."""
        match = _HEADING_STYLE.search(self._style_name(paragraph))
        return min(max(to_int(match[1] or "") - 1, 1), _DEEPEST_HEADING) if match else 0

    def is_quotation(self, paragraph: _Element) -> bool:
        """Whether a paragraph has a quotation style, or is indented on both sides."""
        for indent in nodes(paragraph, "w:pPr/w:ind"):
            if min(to_int(value(indent, side)) for side in _SIDES) >= _QUOTATION_INDENT:
                return True
        return _QUOTATION_STYLE.search(self._style_name(paragraph)) is not None

    def list_position(self, paragraph: _Element) -> ListPosition | None:
        """Return where in which list a paragraph is, by its own properties or its style."""
        for element in (paragraph, *self._style_and_bases(paragraph)):
            if list_id := value(element, "w:pPr/w:numPr/w:numId/@w:val"):
                level = to_int(value(element, "w:pPr/w:numPr/w:ilvl/@w:val"))
                return (list_id, min(level, DEEPEST))
        return None

    def _style_name(self, paragraph: _Element) -> str:
        style = next(self._style_and_bases(paragraph), None)
        return "" if style is None else value(style, "w:name/@w:val")

    def _style_and_bases(self, paragraph: _Element) -> Iterator[_Element]:
        """Yield the style of a paragraph and those it is based on; circles of styles end."""
        style = self._styles.get(value(paragraph, "w:pPr/w:pStyle/@w:val"))
        for _ in self._styles:
            if style is None:
                return
            yield style
            style = self._styles.get(value(style, "w:basedOn/@w:val"))


def read(data: bytes, commission: Commission) -> SourceDocument:
    """Read a Word document; raise `RefusedError` if it is damaged or no Word document."""
    root = read_part(data, "word/document.xml")
    if root is None:
        raise RefusedError("This is a zip file, not a Word document. Save the opinion as .docx.")
    marks = footnote_marks(root)
    numbering = Numbering(read_part(data, "word/numbering.xml"))
    styles = _Styles(read_part(data, "word/styles.xml"))
    blocks, references = list[TextBlock](), list[str]()
    # A text box has a second copy of its paragraphs, a fallback for old versions of Word.
    for paragraph in nodes(root, "//w:p[not(ancestor::mc:Fallback)]"):
        runs = tuple(text_runs(paragraph, marks))
        if text_of(runs):
            place = Place("paragraph", len(blocks) + 1, len(blocks) + 1)
            block = replace(_block(paragraph, runs, styles, numbering, commission), place=place)
            text = reference_text(paragraph, marks)
            # The text has the mark of a list item only if it was typed.
            references.append(text if text.startswith(block.mark) else f"{block.mark} {text}")
            blocks.append(block)
    notes = tuple(footnote_blocks(read_part(data, "word/footnotes.xml"), marks))
    tags = {element.tag for element in root.iter()}
    kinds = dict.fromkeys(kind for tag, kind in _REMARKS.items() if tag in tags)
    return SourceDocument(
        tuple(blocks),
        "\n".join([*references, *(text_of(note.runs) for note in notes)]),
        notes,
        (*map(Remark, kinds), *map(footnote_remark, notes)),
    )


def _block(
    paragraph: _Element,
    runs: tuple[TextRun, ...],
    styles: _Styles,
    numbering: Numbering,
    commission: Commission,
) -> TextBlock:
    text = text_of(runs)
    position = styles.list_position(paragraph)
    level = 1 if commission.heading_in(text) else styles.heading_level(paragraph)
    is_short = len(text) <= _LONGEST_HEADING and not _SENTENCE_END.search(text)
    if level or (is_short and is_bold(runs) and not position):
        return TextBlock(Role.HEADING, tuple(TextRun(run.text) for run in runs), level or 1)
    if position and (mark := numbering.next_mark(position)):
        if list_mark(f"{mark} x"):
            _, depth = position
            return TextBlock(Role.ITEM, runs, depth + 1, mark)
        # No list of a record can have this mark.
        return TextBlock(Role.PARAGRAPH, (TextRun(f"{mark} "), *runs))
    if (mark := list_mark(text)) and not commission.is_approval_line(text):
        return TextBlock(Role.ITEM, remove_mark(runs, mark), 1, mark)
    return TextBlock(Role.QUOTE if styles.is_quotation(paragraph) else Role.PARAGRAPH, runs)
