"""Word documents: paragraphs become headings, list items, quotations and paragraphs."""

import re
from collections.abc import Iterator

from lxml.etree import _Element

from corpus.intake.document import (
    FOOTNOTES_NOTICE,
    RefusedError,
    SourceDocument,
    TextBlock,
    TextRun,
    is_bold,
    list_mark,
    remove_mark,
    text_of,
)
from corpus.intake.word_numbering import ListPosition, Numbering
from corpus.intake.word_runs import FootnoteNumbers, footnote_blocks, reference_text, text_runs
from corpus.intake.word_styles import Styles
from corpus.intake.word_xml import W, read_part
from corpus.model.commission import Commission
from corpus.text.blocks import Role

_SENTENCE_END = re.compile(r"[.?!:;,][”’\"')\]]*$")
_LONGEST_HEADING = 80
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""A second copy of a text box, for old versions of Word."""

_TRACKED = (
    "The document has tracked changes. The draft has the insertions, not the deletions. "
    "Check that this is the approved text."
)
_NOTICES = {
    f"{W}ins": _TRACKED,
    f"{W}del": _TRACKED,
    f"{W}commentReference": "Comments were left out. Check that no approved words are in them.",
    f"{W}tbl": "A table was read row by row, cell by cell. Check that it makes sense.",
    f"{W}txbxContent": "A text box was moved to its anchor. Check that it is in the right place.",
    f"{W}drawing": (
        "A picture was left out. If it shows words of the opinion, type them into the draft."
    ),
    f"{W}footnoteReference": FOOTNOTES_NOTICE,
}
"""What a person must check if the document has such an element."""


def read(data: bytes, commission: Commission) -> SourceDocument:
    """Read a Word document; raise `RefusedError` if it is damaged or no Word document."""
    root = read_part(data, "word/document.xml")
    if root is None:
        raise RefusedError("This is a zip file, not a Word document. Save the opinion as .docx.")
    footnotes = FootnoteNumbers()
    reader = _BlockReader(data, commission, footnotes)
    paragraphs = [
        (paragraph, block)
        for paragraph in _paragraphs(root)
        if (block := reader.block(paragraph)) is not None
    ]
    notes = tuple(footnote_blocks(read_part(data, "word/footnotes.xml"), footnotes))
    references = [
        _with_mark(reference_text(paragraph, footnotes), block.mark)
        for paragraph, block in paragraphs
    ]
    return SourceDocument(
        (*(block for _, block in paragraphs), *notes),
        "\n".join([*references, *(note.text for note in notes)]),
        _notices(root),
    )


class _BlockReader:
    """Reads the paragraphs of one document, in order, as list items are counted."""

    def __init__(self, data: bytes, commission: Commission, footnotes: FootnoteNumbers) -> None:
        """Read the styles and the list definitions."""
        self._commission = commission
        self._footnotes = footnotes
        self._numbering = Numbering(read_part(data, "word/numbering.xml"))
        self._styles = Styles(read_part(data, "word/styles.xml"))

    def block(self, paragraph: _Element) -> TextBlock | None:
        """Return a paragraph as a block; None if it is empty."""
        runs = tuple(text_runs(paragraph, self._footnotes))
        text = text_of(runs)
        if not text:
            return None
        position = self._styles.list_position(paragraph)
        if level := self._heading_level(paragraph, runs, position):
            return TextBlock(Role.HEADING, tuple(TextRun(run.text) for run in runs), level)
        if position and (mark := self._numbering.next_mark(position)):
            return _numbered_block(runs, mark, position)
        if (mark := list_mark(text)) and not self._commission.is_approval_line(text):
            return TextBlock(Role.ITEM, remove_mark(runs, mark), 1, mark)
        is_quotation = self._styles.is_quotation(paragraph)
        return TextBlock(Role.QUOTE if is_quotation else Role.PARAGRAPH, runs)

    def _heading_level(
        self, paragraph: _Element, runs: tuple[TextRun, ...], position: ListPosition | None
    ) -> int:
        """Return the level of a heading from 1; 0 for anything else."""
        text = text_of(runs)
        if self._commission.heading_in(text):
            return 1
        if level := self._styles.heading_level(paragraph):
            return level
        is_short = len(text) <= _LONGEST_HEADING and not _SENTENCE_END.search(text)
        return int(is_bold(runs) and is_short and position is None)


def _numbered_block(runs: tuple[TextRun, ...], mark: str, position: ListPosition) -> TextBlock:
    """Return a list item, or a paragraph if its mark is none that a record can have."""
    if list_mark(f"{mark} x"):
        _, level = position
        return TextBlock(Role.ITEM, runs, level + 1, mark)
    return TextBlock(Role.PARAGRAPH, (TextRun(f"{mark} "), *runs))


def _paragraphs(root: _Element) -> Iterator[_Element]:
    """Yield every paragraph in reading order, also in tables and text boxes."""
    for paragraph in root.iter(f"{W}p"):
        if next(paragraph.iterancestors(_FALLBACK), None) is None:
            yield paragraph


def _with_mark(text: str, mark: str) -> str:
    """Return the text with the mark that Word makes; a typed mark is already in the text."""
    return text if text.startswith(mark) else f"{mark} {text}"


def _notices(root: _Element) -> tuple[str, ...]:
    tags = {element.tag for element in root.iter()}
    return tuple(dict.fromkeys(notice for tag, notice in _NOTICES.items() if tag in tags))
