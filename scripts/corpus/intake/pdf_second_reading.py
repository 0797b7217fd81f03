"""The words of a PDF file as pdfminer reads them, which shares no code with PDFium."""

import logging
from collections.abc import Sequence
from io import BytesIO
from math import hypot

from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.utils import Matrix, apply_matrix_pt

from corpus.intake.word_comparison import UNREADABLE
from corpus.parallel import spread

_WEIGHT = 20
"""A page takes as long as this many records."""
_SPACE = 0.15
"""From this part of the font size on, the distance between two letters is a space."""
_OVERPRINT = 0.1
"""Equal letters nearer than this part of the font size are one that was printed twice."""

logging.getLogger("pdfminer").setLevel(logging.CRITICAL)


def second_reading(data: bytes, page_count: int) -> Sequence[str | None]:
    """Return the words of each page, or None for a page that cannot be read."""
    try:
        parser = PDFParser(BytesIO(data[max(data.find(b"%PDF-"), 0) :]))
        pages = list(PDFPage.create_pages(PDFDocument(parser)))
    except Exception:  # noqa: BLE001 - a damaged file can raise anything
        pages = []
    if len(pages) != page_count:
        return [None] * page_count
    reader = _PageReader(pages)
    numbers = range(len(pages))
    return spread(reader.read, numbers, "Reading a second time", _WEIGHT * len(pages))


class _PageReader:
    def __init__(self, pages: Sequence[PDFPage]) -> None:
        self._pages = pages
        self._resources = PDFResourceManager()

    def read(self, indexes: Sequence[int]) -> list[str | None]:
        return [self._words(self._pages[index]) for index in indexes]

    def _words(self, page: PDFPage) -> str | None:
        device = _Letters(self._resources)
        try:
            PDFPageInterpreter(self._resources, device).process_page(page)
        except Exception:  # noqa: BLE001 - a damaged page can raise anything
            return None
        return "".join(device.letters)


class _Letters(PDFTextDevice):
    """Collects letters, with a space wherever one does not follow directly on the last."""

    def __init__(self, resources: PDFResourceManager) -> None:
        super().__init__(resources)
        self.letters: list[str] = []
        self._end = (0.0, 0.0)
        self._places: dict[tuple[str, int], tuple[float, float]] = {}

    def render_char(  # noqa: PLR0913, PLR0917 - pdfminer gives these
        self,
        matrix: Matrix,
        font: PDFFont,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: object,
        graphicstate: object,
    ) -> float:
        """Add a letter, and return how far the next one is from it."""
        del ncs, graphicstate
        advance = font.char_width(cid) * fontsize * scaling
        size = abs(fontsize) * hypot(matrix[2], matrix[3])
        try:
            text = font.to_unichr(cid)
        except PDFUnicodeNotDefined:
            text = UNREADABLE
        x, y = apply_matrix_pt(matrix, (0, rise))
        if not self._is_overprint(text, x, y, size):
            if hypot(x - self._end[0], y - self._end[1]) > _SPACE * size:
                self.letters.append(" ")
            self.letters.append(text)
        self._end = apply_matrix_pt(matrix, (advance, rise))
        return advance

    def _is_overprint(self, text: str, x: float, y: float, size: float) -> bool:
        """Whether this letter was last drawn in the same place; then remember this place."""
        last_x, last_y = self._places.get((text, round(y)), (x + size, y))
        self._places[text, round(y)] = x, y
        return max(abs(x - last_x), abs(y - last_y)) < _OVERPRINT * size
