"""Boxes that are painted over the words of a PDF page, as on parts that were blacked out."""

import ctypes
from collections.abc import Iterator
from typing import Any, TypeAlias

from pypdfium2 import raw

Box: TypeAlias = tuple[float, float, float, float]
"""Left, bottom, right, top, from the bottom left of the page."""

_THIN = 4
"""A box that is lower or narrower than this many points is a line."""
_MOST_SEGMENTS = 5
"""A rectangle has four sides, and may be closed once more."""
_OPAQUE = 255


class Boxes:
    """The filled rectangles of a page, and what was drawn before each of them."""

    def __init__(self, page: Any) -> None:
        """Look at all that is drawn on the page itself, in order."""
        self._boxes: list[tuple[int, Box]] = []
        self._orders: dict[int, int] = {}
        for order in range(raw.FPDFPage_CountObjects(page)):
            drawn = raw.FPDFPage_GetObject(page, order)
            kind = raw.FPDFPageObj_GetType(drawn)
            if kind == raw.FPDF_PAGEOBJ_TEXT:
                self._orders[ctypes.addressof(drawn.contents)] = order
            elif kind == raw.FPDF_PAGEOBJ_PATH and _is_opaque_rectangle(drawn):
                self._boxes += ((order, box) for box in _bounds(drawn))

    def cover(self, drawn: int, word: Box) -> bool:
        """Whether the middle of a word is under a box; `drawn` is where its text object is."""
        if drawn not in self._orders:
            return False
        x, y = (word[0] + word[2]) / 2, (word[1] + word[3]) / 2
        return any(
            order > self._orders[drawn] and left < x < right and bottom < y < top
            for order, (left, bottom, right, top) in self._boxes
        )


def _is_opaque_rectangle(path: Any) -> bool:
    if raw.FPDFPath_CountSegments(path) > _MOST_SEGMENTS or raw.FPDFPageObj_HasTransparency(path):
        return False
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, fill, stroke)
    color = [ctypes.c_uint() for _ in range(4)]
    raw.FPDFPageObj_GetFillColor(path, *color)
    return fill.value != raw.FPDF_FILLMODE_NONE and color[3].value == _OPAQUE


def _bounds(path: Any) -> Iterator[Box]:
    """Yield where a path is, unless it is only a line."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    raw.FPDFPageObj_GetBounds(path, left, bottom, right, top)
    if min(right.value - left.value, top.value - bottom.value) >= _THIN:
        yield left.value, bottom.value, right.value, top.value
