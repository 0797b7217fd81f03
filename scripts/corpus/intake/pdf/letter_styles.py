"""How the letters of a PDF page look: size, weight and direction, and whether they can be seen."""

import ctypes
import re
from collections.abc import Callable
from math import atan2, degrees, hypot
from typing import Any, TypeAlias

from pypdfium2 import raw

from corpus.intake.pdf.boxes import Box, bounds_in_form, is_cut_off, shown_areas
from corpus.intake.pdf.page import Style, slant

Point: TypeAlias = tuple[float, float]

_BOLD = re.compile(r"(?i)bold|black|heavy|CMBX")
_ITALIC = re.compile(r"(?i)italic|oblique|CMTI")
_ITALIC_FLAG = 1 << 6
_FORCED_BOLD_FLAG = 1 << 18
_LONGEST_FONT_NAME = 200

_WHITE = 250
"""Red, green and blue of at least this value together are white."""
_CLEAR = 30
"""Letters of less opacity cannot be seen."""
_TINY = 2
"""Letters of fewer points cannot be read."""

_NEARLY = 0.5
"""Letters that slant by fewer degrees stay in their line."""

_PART_OF_LETTER = 0.3
"""A word that goes so far beyond the area that is shown, in font sizes, lacks a letter."""


class Styles:
    """The styles of the letters of a page; letters that the file draws at once share theirs."""

    def __init__(self, textpage: Any) -> None:
        """Read the letters of a page of PDFium, each style when it is first asked for."""
        self._textpage = textpage
        self._styles: dict[int, Style] = {}
        self._areas: dict[int, list[Box]] = {}
        self._last = Style(1)

    def of_letters(self, start: int, end: int) -> Callable[[int], Style]:
        """What gives the style of each of these letters."""
        if self.address(start) == self.address(end - 1):
            style = self._of_letter(start)
            return lambda _: style
        return self._of_letter

    def _of_letter(self, index: int) -> Style:
        if address := self.address(index):
            if address not in self._styles:
                self._styles[address] = _style(self._textpage, index)
            self._last = self._styles[address]
        return self._last

    def is_cut_off(self, index: int, origin: Point, word: Box) -> bool:
        """Whether the first or the last letter of a word lies where the page shows nothing."""
        x, y = origin
        drawn = raw.FPDFText_GetTextObject(self._textpage, index)
        size = self._of_letter(index).size
        return any(
            x < left - _PART_OF_LETTER * size
            or word[2] > right + _PART_OF_LETTER * size
            or not bottom - size < y < top
            for left, bottom, right, top in (self._areas_of(drawn, origin) if drawn else ())
        )

    def _areas_of(self, drawn: Any, origin: Point) -> list[Box]:
        """The areas that are shown of a text; none if it is drawn in a form, in other points."""
        address = ctypes.addressof(drawn.contents)
        if address not in self._areas:
            left, bottom, right, top = bounds_in_form(drawn)
            is_on_page = left - 1 <= origin[0] <= right + 1 and bottom - 1 <= origin[1] <= top + 1
            self._areas[address] = list(shown_areas(drawn)) if is_on_page else []
        return self._areas[address]

    def address(self, index: int) -> int:
        """Where the text object of a letter is, or 0 if PDFium added the letter."""
        drawn = raw.FPDFText_GetTextObject(self._textpage, index)
        return ctypes.addressof(drawn.contents) if drawn else 0


def _style(textpage: Any, index: int) -> Style:
    drawn = raw.FPDFText_GetTextObject(textpage, index)
    font = raw.FPDFTextObj_GetFont(drawn)
    flags = raw.FPDFFont_GetFlags(font)
    name = ctypes.create_string_buffer(_LONGEST_FONT_NAME)
    raw.FPDFFont_GetBaseFontName(font, name, _LONGEST_FONT_NAME)
    font_name = name.value.decode("latin-1")
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(textpage, index, matrix)
    height = hypot(matrix.c, matrix.d)
    mode = raw.FPDFTextObj_GetTextRenderMode(drawn)
    size = round(raw.FPDFText_GetFontSize(textpage, index) * height, 2)
    is_clear = mode == raw.FPDF_TEXTRENDERMODE_CLIP or _is_white(textpage, index)
    return Style(
        max(size, 1),
        bool(_BOLD.search(font_name) or flags & _FORCED_BOLD_FLAG),
        bool(_ITALIC.search(font_name) or flags & _ITALIC_FLAG),
        _direction(degrees(atan2(matrix.b, matrix.a))),
        mode == raw.FPDF_TEXTRENDERMODE_INVISIBLE,
        size < _TINY or is_clear or is_cut_off(drawn),
        matrix.a * matrix.d < matrix.b * matrix.c,
    )


def _direction(angle: float) -> float:
    """An angle in degrees, as a right angle if it nearly is one."""
    right_angle = 90 * round(angle / 90)
    nearly = abs(slant(angle, right_angle)) < _NEARLY
    return (right_angle if nearly else round(angle, 1)) % 360


def _is_white(textpage: Any, index: int) -> bool:
    color = [ctypes.c_uint() for _ in range(4)]
    raw.FPDFText_GetFillColor(textpage, index, *color)
    return all(part.value >= _WHITE for part in color[:3]) or color[3].value < _CLEAR
