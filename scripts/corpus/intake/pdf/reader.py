"""PDF files: pages of words become lines, in reading order and without what is not the text."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.intake.document import (
    Line,
    NoWordsError,
    RefusedError,
    SourceDocument,
    TextBlock,
    TextRun,
    footnote_remark,
)
from corpus.intake.hyphens import join_divided_words, vocabulary
from corpus.intake.lone_marks import join_lone_marks
from corpus.intake.names_in_sentences import mark_names_in_sentences
from corpus.intake.page_edges.headers_footers import remove_headers_and_footers
from corpus.intake.paragraphs import join_lines, remarks_on_ends
from corpus.intake.pdf.besides_text import clean_page, is_without_text, turned_words
from corpus.intake.pdf.columns import regions_of_pages
from corpus.intake.pdf.footnotes import split_footnotes
from corpus.intake.pdf.likely_words import unlikely_words
from corpus.intake.pdf.line_numbers import without_line_numbers
from corpus.intake.pdf.lines import lines_of_page, row_remarks
from corpus.intake.pdf.page import Page, Region
from corpus.intake.pdf.spacing import Spacing
from corpus.intake.pdf.tables import has_table
from corpus.intake.pdf.unpacked import refuse_too_large
from corpus.intake.place import Place
from corpus.intake.remarks import Remark, RemarkKind
from corpus.intake.unordered_words import frequencies, joined_words, split_words, unmatched_words
from corpus.model.commission import Commission
from corpus.text.blocks import Role

_ON_PAGE = (
    RemarkKind.HEADER,
    RemarkKind.PAGE_NUMBER,
    RemarkKind.PERHAPS_PAGE_NUMBER,
    RemarkKind.LINE_NUMBER,
    RemarkKind.WATERMARK,
    RemarkKind.TURNED,
)
"""What was left out, and is among the words of the page."""
_FIRST = 8
"""How many words show where a paragraph, or what a mirror would show, begins."""


def read(data: bytes, commission: Commission) -> SourceDocument:
    """Read a PDF file; raises `RefusedError` if it is damaged, locked, too long or has no text."""
    pages = _pages(data)
    if all(map(is_without_text, pages)):
        message = "This PDF has no words that can be read. If its pages are pictures of words,"
        raise NoWordsError(f"{message} read it with --ocr, or type `make ingest FILE=… OCR=yes`.")
    return _document(data, pages, commission)


def read_with_ocr(data: bytes, commission: Commission) -> SourceDocument:
    """Read a PDF file, with Tesseract where a page is only a picture; raises `RefusedError`."""
    pages = _pages(data)
    if scans := list(filter(is_without_text, pages)):
        from corpus.intake.pdf.ocr import read_scans  # noqa: PLC0415 - only for PDF files

        recognized = {page.number: page for page in read_scans(data, scans)}
        pages = [recognized.get(page.number, page) for page in pages]
    if not any(page.words for page in pages):
        raise RefusedError("There are no words in this PDF. Check that it is the right one.")
    return _document(data, pages, commission)


def _pages(data: bytes) -> list[Page]:
    try:
        from corpus.intake.pdf.words import read_pages  # noqa: PLC0415 - only for PDF files
    except ImportError:
        message = "PDF files need two more packages. Type `make ingest FILE=…` instead."
        raise RefusedError(message) from None
    refuse_too_large(data)
    return read_pages(data)


def _document(data: bytes, pages: Sequence[Page], commission: Commission) -> SourceDocument:
    """The document that the pages are, compared with a second reading."""
    font_size = _font_size(pages)
    lines, remarks = _lines_of_pages(pages, font_size)
    text, headers = remove_headers_and_footers(lines, commission)
    remarks += headers
    remarks += _remarks_beside_text(data)
    remarks += _disagreements(data, pages, text, remarks)
    text, notes = split_footnotes(text, font_size)
    text = list(mark_names_in_sentences(text, commission))
    words = vocabulary([*text, *notes])
    text, text_hyphens = join_divided_words(join_lone_marks(text, commission), words)
    notes, note_hyphens = join_divided_words(notes, words)
    width = font_size / 2  # letters of a text face are about half as wide as the font is high
    blocks = join_lines(text, commission, width)
    footnotes = tuple(map(_as_paragraph, join_lines(notes, commission, width)))
    remarks += remarks_on_ends(text, commission, width)
    remarks += _cut_sentences(blocks)
    remarks += (*text_hyphens, *note_hyphens, *map(footnote_remark, footnotes))
    left_out = [remark.words for remark in remarks if remark.kind.leaves_words_out]
    agreed = "\n".join([*(block.text_with_mark for block in (*blocks, *footnotes)), *left_out])
    return SourceDocument(blocks, agreed, footnotes, tuple(remarks), is_pdf=True)


def _lines_of_pages(pages: Sequence[Page], font_size: float) -> tuple[list[Line], list[Remark]]:
    """The lines of all pages, and what an editor must look at on each page."""
    turned = Counter(map(turned_words, pages))
    repeated = {words for words, count in turned.items() if words and count > 1}
    cleaned = [clean_page(page, font_size, repeated) for page in pages]
    unnumbered = without_line_numbers(page for page, _ in cleaned)
    regions_of_each = regions_of_pages([page.words for page, _ in unnumbered])
    spacing = Spacing(regions_of_each, font_size)
    lines: list[Line] = []
    remarks: list[Remark] = []
    by_page = zip(unnumbered, cleaned, regions_of_each, strict=True)
    for (page, line_numbers), (_, page_remarks), regions in by_page:
        lines += lines_of_page(page, regions, spacing)
        remarks += (*page_remarks, *line_numbers, *_layout_remarks(regions, page.place))
        if mirrored := [word.text for word in page.words if word.style.mirrored]:
            remarks.append(
                Remark(RemarkKind.SHOWN_ELSEWHERE, page.place, " ".join(mirrored[:_FIRST]))
            )
    return lines, remarks


def _layout_remarks(regions: Sequence[Region], place: Place) -> Iterator[Remark]:
    """Yield remarks on columns and tables, on raised letters, and on rows that overlap."""
    if any(region.is_column for region in regions):
        yield Remark(RemarkKind.COLUMNS, place)
    if has_table(regions):
        yield Remark(RemarkKind.TABS, place)
    yield from row_remarks(regions, place)


def _font_size(pages: Iterable[Page]) -> float:
    """The size of most letters."""
    sizes = Counter[float]()
    for page in pages:
        for word in page.words:
            sizes[word.size] += len(word.text)
    return sizes.most_common(1)[0][0]


def _remarks_beside_text(data: bytes) -> Iterator[Remark]:
    """Yield remarks on attachments, hidden layers, and areas filled with drawings."""
    from corpus.intake.pdf.file import remarks_beside_pages  # noqa: PLC0415 - only for PDF files
    from corpus.intake.pdf.layers import layer_remarks  # noqa: PLC0415 - only for PDF files
    from corpus.intake.pdf.second_reading import (  # noqa: PLC0415 - only for PDF files
        false_letters,
        pages_with_patterns,
    )

    yield from remarks_beside_pages(data)
    yield from layer_remarks(data)
    yield from false_letters(data)
    for number in pages_with_patterns(data):
        yield Remark(RemarkKind.PICTURE, Place("page", number, number))


def _disagreements(
    data: bytes, pages: Sequence[Page], lines: Iterable[Line], left_out: Iterable[Remark]
) -> Iterator[Remark]:
    """Yield remarks on words that only one of two programs reads."""
    from corpus.intake.pdf.second_reading import (  # noqa: PLC0415 - only for PDF files
        second_reading,
    )

    readings = ["" for _ in pages]
    for line in lines:
        readings[line.page] += f"{line.text}\n"
    for remark in left_out:
        if remark.place and remark.kind in _ON_PAGE:
            readings[remark.place.first - 1] += f"{remark.words}\n"
    for page in pages:
        readings[page.number - 1] += " ".join(page.hidden)
    known = frequencies(readings)
    others = second_reading(data, len(pages))
    for page, reading, other in zip(pages, readings, others, strict=True):
        if unlikely := unlikely_words(reading):
            yield Remark(RemarkKind.FALSE_LETTERS, page.place, " ".join(unlikely))
        if other is None:
            yield Remark(RemarkKind.ONE_READING, page.place)
            continue
        split, joined = (find(reading, other, known) for find in (split_words, joined_words))
        yield from (Remark(RemarkKind.PERHAPS_ONE, page.place, words) for words in split)
        yield from (Remark(RemarkKind.PERHAPS_TWO, page.place, word) for word in joined)
        unmatched = unmatched_words(reading, other)
        if unmatched.only_second:
            yield Remark(RemarkKind.LACKS, page.place, " ".join(unmatched.only_second))
        if unmatched.only_first and not page.is_recognized:
            yield Remark(RemarkKind.ADDS, page.place, " ".join(unmatched.only_first))


def _cut_sentences(blocks: Sequence[TextBlock]) -> Iterator[Remark]:
    """Yield a remark on each paragraph that begins a page with a lowercase letter."""
    for above, block in pairwise(blocks):
        begins_page = above.place and block.place and block.place.first > above.place.last
        words = block.text
        if block.role is Role.PARAGRAPH and begins_page and words[:1].islower():
            yield Remark(RemarkKind.CUT_SENTENCE, block.place, " ".join(words.split()[:_FIRST]))


def _as_paragraph(note: TextBlock) -> TextBlock:
    """A footnote as a paragraph, though it may look like a heading or a list item."""
    if note.role is Role.ITEM:
        return replace(
            note, role=Role.PARAGRAPH, runs=(TextRun(f"{note.mark} "), *note.runs), mark=""
        )
    return replace(note, role=Role.PARAGRAPH)
