"""Read a PDF file again with pdfminer, which shares no code with PDFium."""

import logging
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from math import floor

from pdfminer.encodingdb import name2unicode
from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdffont import PDFFont, PDFSimpleFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, dict_value, list_value, resolve1
from pdfminer.psparser import literal_name
from pdfminer.utils import Matrix

from corpus.intake.pdf.false_letters import FalseLetters
from corpus.intake.pdf.pdfminer_file import DAMAGE, open_with_pdfminer
from corpus.intake.remarks import Remark
from corpus.intake.unordered_words import UNREADABLE
from corpus.parallel import spread

_WEIGHT = 20
"""A page takes as long as this many records."""
_SPACE = 0.09
"""A distance of at least this part of the font size between two letters is a space."""
_OVERPRINT = 0.1
"""Equal letters nearer than this part of the font size are one that was printed twice."""

logging.getLogger("pdfminer").setLevel(logging.CRITICAL)


def second_reading(data: bytes, page_count: int) -> Sequence[str | None]:
    """The words of each page, or None for a page that cannot be read."""
    pages = _pages(data)
    if len(pages) != page_count:
        return [None] * page_count
    reader = _PageReader(pages)
    numbers = range(len(pages))
    return spread(reader.read, numbers, "Reading a second time", _WEIGHT * len(pages))


def pages_with_patterns(data: bytes) -> list[int]:
    """The numbers of the pages that fill areas with small drawings, which can be words."""
    return [number for number, page in enumerate(_pages(data), 1) if _has_patterns(page)]


def false_letters(data: bytes) -> list[Remark]:
    """Remarks on pages with fonts whose letters differ from the printed ones."""
    finder = FalseLetters()
    pages = enumerate(_pages(data), 1)
    return [remark for number, page in pages for remark in finder.remarks(number, page)]


def _pages(data: bytes) -> list[PDFPage]:
    """All pages; none if the file is so damaged that no page has a second reading."""
    try:
        return list(PDFPage.create_pages(open_with_pdfminer(data)))
    except DAMAGE:
        return []


def _has_patterns(page: PDFPage) -> bool:
    """Whether a page has patterns, or may have them, as they cannot be read."""
    try:
        patterns = dict_value(dict_value(page.resources).get("Pattern", {}))
        return any(isinstance(resolve1(pattern), PDFStream) for pattern in patterns.values())
    except DAMAGE:
        return True


class _PageReader:
    def __init__(self, pages: Sequence[PDFPage]) -> None:
        self._pages = pages
        self._resources = _Fonts()

    def read(self, indexes: Sequence[int]) -> list[str | None]:
        return [self._words(self._pages[index]) for index in indexes]

    def _words(self, page: PDFPage) -> str | None:
        device = _Letters(self._resources)
        try:
            PDFPageInterpreter(self._resources, device).process_page(page)
        except DAMAGE:
            return None
        return "".join(device.letters)


class _Fonts(PDFResourceManager):
    """The fonts of a document. A sign that is named like no letter is none of the letters."""

    def get_font(self, objid: object, spec: Mapping[str, object]) -> PDFFont:
        font = super().get_font(objid, spec)
        if isinstance(font, PDFSimpleFont):
            for code in _codes_without_letter(resolve1(spec.get("Encoding"))):
                font.cid2unicode.pop(code, None)
        return font


def _codes_without_letter(encoding: object) -> Iterator[int]:
    """Yield the codes that an encoding gives to signs with names such as `g17`."""
    code = 0
    for entry in list_value(encoding.get("Differences", [])) if isinstance(encoding, dict) else ():
        if isinstance(entry, int):
            code = entry
            continue
        try:
            name2unicode(literal_name(entry))
        except (KeyError, ValueError):
            yield code
        code += 1


class _Letters(PDFTextDevice):
    """Collects letters, with a space wherever one does not follow directly on the last."""

    def __init__(self, resources: PDFResourceManager) -> None:
        super().__init__(resources)
        self.letters: list[str] = []
        self._end = (0.0, 0.0)
        self._glyphs: dict[tuple[PDFFont, int], tuple[str, float]] = {}
        self._places: dict[tuple[str, int, int], tuple[float, float]] = {}

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
        key = (font, cid)
        if key not in self._glyphs:
            self._glyphs[key] = _letter(font, cid), font.char_width(cid)
        text, width = self._glyphs[key]
        advance = width * fontsize * scaling
        across, along, up, upright, x, y = matrix
        x, y = x + up * rise, y + upright * rise
        size = abs(fontsize) * max(abs(up), abs(upright))
        cell = _OVERPRINT * size or 1
        column = floor(x / cell)
        row = floor(y / cell)
        if not self._is_overprint(text, (x, y), (column, row), cell):
            self._places[text, column, row] = x, y
            end_x, end_y = self._end
            if max(abs(x - end_x), abs(y - end_y)) > _SPACE * size:
                self.letters.append(" ")
            self.letters.append(text)
        self._end = x + across * advance, y + along * advance
        return advance

    def _is_overprint(
        self, text: str, place: tuple[float, float], at: tuple[int, int], cell: float
    ) -> bool:
        """Whether the same letter was drawn less than the side of a cell from this place."""
        for column, row in product(*((index, index - 1, index + 1) for index in at)):
            last = self._places.get((text, column, row))
            if last and max(abs(place[0] - last[0]), abs(place[1] - last[1])) < cell:
                return True
        return False


def _letter(font: PDFFont, cid: int) -> str:
    try:
        return font.to_unichr(cid)
    except PDFUnicodeNotDefined:
        return UNREADABLE
