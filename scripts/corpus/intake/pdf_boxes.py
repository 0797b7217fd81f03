"""Boxes that hide words of a PDF page, as where these were blacked out."""

import ctypes
from collections.abc import Iterator
from typing import Any, NamedTuple, TypeAlias

from pypdfium2 import raw

Box: TypeAlias = tuple[float, float, float, float]
"""Left, bottom, right, top, from the bottom left of the page."""

_THIN = 4
"""A box that is lower or narrower than this many points is a line."""
_MOST_SEGMENTS = 5
"""A rectangle has four sides, and may be closed once more."""
_OPAQUE = 255
_SAME_COLOR = 40
"""Colors whose red, green and blue differ by less than this look the same."""

_Color: TypeAlias = tuple[int, int, int]


class _Drawn(NamedTuple):
    """A text or a box: how much of the page was drawn before it, and its color."""

    order: int
    color: _Color


class Boxes:
    """The filled rectangles of a page, and the texts that they hide."""

    def __init__(self, page: Any) -> None:
        """Look at all that is drawn on the page itself, in order."""
        self._boxes: list[tuple[_Drawn, Box]] = []
        self._texts: dict[int, _Drawn] = {}
        for order in range(raw.FPDFPage_CountObjects(page)):
            drawn = raw.FPDFPage_GetObject(page, order)
            kind = raw.FPDFPageObj_GetType(drawn)
            if kind == raw.FPDF_PAGEOBJ_TEXT:
                address = ctypes.addressof(drawn.contents)
                self._texts[address] = _Drawn(order, _color(drawn)[:3])
            elif kind == raw.FPDF_PAGEOBJ_PATH and _is_opaque_rectangle(drawn):
                painted = _Drawn(order, _color(drawn)[:3])
                self._boxes += ((painted, box) for box in _bounds(drawn))

    def hide(self, drawn: int, word: Box) -> bool:
        """Whether a box lies over a word or has its color; `drawn` is where its text is."""
        text = self._texts.get(drawn)
        x, y = (word[0] + word[2]) / 2, (word[1] + word[3]) / 2
        around = [
            painted
            for painted, (left, bottom, right, top) in self._boxes
            if left < x < right and bottom < y < top
        ]
        if text is None or not around:
            return False
        last = around[-1]
        return last.order > text.order or _look_same(last.color, text.color)


def _look_same(first: _Color, second: _Color) -> bool:
    return all(abs(a - b) < _SAME_COLOR for a, b in zip(first, second, strict=True))


def _is_opaque_rectangle(path: Any) -> bool:
    if raw.FPDFPath_CountSegments(path) > _MOST_SEGMENTS or raw.FPDFPageObj_HasTransparency(path):
        return False
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, fill, stroke)
    return fill.value != raw.FPDF_FILLMODE_NONE and _color(path)[3] == _OPAQUE


def _color(drawn: Any) -> tuple[int, int, int, int]:
    """Return red, green, blue and opacity."""
    red, green, blue, opacity = (ctypes.c_uint() for _ in range(4))
    raw.FPDFPageObj_GetFillColor(drawn, red, green, blue, opacity)
    return red.value, green.value, blue.value, opacity.value


def _bounds(path: Any) -> Iterator[Box]:
    """Yield where a path is, unless it is only a line."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    raw.FPDFPageObj_GetBounds(path, left, bottom, right, top)
    if min(right.value - left.value, top.value - bottom.value) >= _THIN:
        yield left.value, bottom.value, right.value, top.value
