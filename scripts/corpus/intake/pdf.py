"""PDF files: pages of words become lines, and footnotes move to the end."""

from collections.abc import Iterable
from io import BytesIO
from statistics import median

from corpus.intake.document import (
    TO_PLAIN_DIGITS,
    RefusedError,
    SourceDocument,
    clean_text,
    footnote_remark,
)
from corpus.intake.headers_footers import remove_headers_and_footers
from corpus.intake.paragraphs import join_lines
from corpus.intake.pdf_lines import SMALL_PRINT, Word, lines_of_pages
from corpus.model.commission import Commission

_MOST_PAGES = 300


def read(data: bytes, commission: Commission) -> SourceDocument:
    """Read a PDF file; raise `RefusedError` if it is damaged, locked, too long or has no text."""
    pages, page_texts = _extract(data)
    sizes = [word["size"] for page in pages for word in page]
    if not sizes:
        message = "This PDF has only pictures of words. Run text recognition (OCR) on it first."
        raise RefusedError(message)
    font_size = median(sizes)
    lines, remarks = remove_headers_and_footers(list(lines_of_pages(pages, font_size)))
    small_print = SMALL_PRINT * font_size
    text = [line for line in lines if line.font_size >= small_print]
    footnotes = [line for line in lines if line.font_size < small_print]
    width = font_size / 2  # of a usual letter
    left_out = [remark.words for remark in remarks]
    notes = join_lines(footnotes, commission, width)
    return SourceDocument(
        join_lines(text, commission, width),
        _second_reading(page_texts, left_out, [line.text for line in footnotes]),
        notes,
        (*remarks, *map(footnote_remark, notes)),
    )


def _extract(data: bytes) -> tuple[list[list[Word]], list[str]]:
    """Return the words of each page, and the text of each page as pdfplumber extracts it."""
    try:
        import pdfplumber  # noqa: PLC0415 - only needed for PDF files
        from pdfminer.pdfdocument import PDFPasswordIncorrect  # noqa: PLC0415
    except ImportError:
        message = "PDF files need one more package. Type `make ingest FILE=…` instead."
        raise RefusedError(message) from None
    try:
        with pdfplumber.open(BytesIO(data)) as document:
            pages = document.pages[: _MOST_PAGES + 1]
            words = [page.extract_words(extra_attrs=["fontname", "size"]) for page in pages]
            texts = [page.extract_text() for page in pages]
    except Exception as error:  # noqa: BLE001 - a damaged file can raise anything
        if PDFPasswordIncorrect.__name__ in repr(error):
            raise RefusedError("This PDF has a password. Save a copy without it.") from None
        raise RefusedError("The PDF is damaged and cannot be read. Save it again.") from None
    if len(words) > _MOST_PAGES:
        message = f"The PDF has more than {_MOST_PAGES} pages. Make a file for each opinion."
        raise RefusedError(message)
    return words, texts


def _second_reading(page_texts: Iterable[str], removed: Iterable[str], footnotes: list[str]) -> str:
    """Return the text of the pages without what was removed, footnotes last."""
    elsewhere = {_characters(text) for text in (*removed, *footnotes)}
    lines = (line for text in page_texts for line in clean_text(text).split("\n"))
    kept = (line for line in lines if _characters(line) not in elsewhere)
    return "\n".join([*kept, *footnotes])


def _characters(text: str) -> str:
    """Return text without white space and raised digits, as spaces are guesses in a PDF."""
    return "".join(text.split()).translate(TO_PLAIN_DIGITS)
