"""What hides or strikes out words of a PDF page: boxes, pictures and lines."""

import ctypes
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import Any, NamedTuple, TypeAlias

from pypdfium2 import PdfImage, PdfiumError, PdfObject, PdfPage, raw

Box: TypeAlias = tuple[float, float, float, float]
"""Left, bottom, right, top, from the bottom left of the page."""

_THIN = 4
"""A box that is lower or narrower than this many points is a line."""
_MOST_SEGMENTS = 5
"""A rectangle has four sides, and may be closed once more."""
_ONE_LINE = 2
"""A line has a beginning and an end."""
_OPAQUE = 255
_SAME_COLOR = 40
"""Colors whose red, green and blue differ by less than this look the same."""

_WITH_OPACITY = 4
"""A picture with this many values a dot has opacity as the last one."""
_FEW_PICTURES = 8
_ENOUGH = 0.3
"""A line strikes out letters of a word if it is as long as this part of it."""
_MANY_CURVES = 30
"""A drawing with at least this many curves can be letters, a seal or a signature."""
_MOST_LOOKED_AT = 10_000
"""After this many parts of drawings, no more are looked at."""

_Color: TypeAlias = tuple[int, int, int]


def bounds_on_page(drawn: PdfObject) -> Box:
    """Where something is on the page, though it is drawn as part of a form."""
    box: Box = drawn.get_bounds()
    form = drawn.container
    while form is not None:
        box = form.get_matrix().on_rect(*box)
        form = form.container
    return box


class _Drawn(NamedTuple):
    """A text, a box or a picture: how much of the page was drawn before it, and its color."""

    order: int
    color: _Color | None
    picture: PdfImage | None = None


class Boxes:
    """The filled rectangles, pictures and lines of a page, and the texts that they hide."""

    def __init__(self, page: PdfPage) -> None:
        """Look at all that is drawn on the page itself, in order."""
        self._boxes: list[tuple[_Drawn, Box]] = []
        self._lines: list[Box] = []
        self._texts: dict[int, _Drawn] = {}
        for order, drawn in enumerate(page.get_objects()):
            if drawn.type == raw.FPDF_PAGEOBJ_TEXT:
                address = ctypes.addressof(drawn.raw.contents)
                self._texts[address] = _Drawn(order, _color(drawn.raw)[:3])
            elif drawn.type == raw.FPDF_PAGEOBJ_IMAGE:
                self._boxes.append((_Drawn(order, None, drawn), bounds_on_page(drawn)))
            elif drawn.type == raw.FPDF_PAGEOBJ_PATH:
                self._add_path(order, drawn)

    def _add_path(self, order: int, path: PdfObject) -> None:
        left, bottom, right, top = box = bounds_on_page(path)
        if top - bottom < _THIN <= right - left:
            self._lines.append(box)
        elif right - left >= _THIN and _is_opaque_box(path.raw):
            self._boxes.append((_Drawn(order, _color(path.raw)[:3]), box))

    def hide(self, drawn: int, word: Box) -> bool:
        """Whether something lies over a word or has its color; `drawn` is where its text is."""
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
        if last.picture:
            return last.order > text.order and _is_opaque(last.picture)
        return last.order > text.order or _look_same(last.color, text.color)

    def strike(self, middle: Box) -> bool:
        """Whether a line runs through the middle of a word or of much of it."""
        return any(
            middle[1] <= (bottom + top) / 2 <= middle[3]
            and min(right, middle[2]) - max(left, middle[0]) > _ENOUGH * (middle[2] - middle[0])
            for left, bottom, right, top in self._lines
        )


@lru_cache(_FEW_PICTURES)
def _is_opaque(picture: PdfImage) -> bool:
    """Whether nothing shines through a picture, or it is damaged, so that nobody can say."""
    try:
        bitmap = picture.get_bitmap(render=True)
    except PdfiumError:
        return True
    if bitmap.n_channels < _WITH_OPACITY:
        return True
    opacities = bytes(bitmap.buffer)[_WITH_OPACITY - 1 :: _WITH_OPACITY]
    return min(opacities) == _OPAQUE


def bounds_in_form(text: Any) -> Box:
    """Where a text is in the form or on the page that it is a part of."""
    edges = [ctypes.c_float() for _ in range(4)]
    raw.FPDFPageObj_GetBounds(text, *edges)
    left, bottom, right, top = (edge.value for edge in edges)
    return left, bottom, right, top


def is_cut_off(text: Any) -> bool:
    """Whether a text lies outside the area in which the page shows what it draws there."""
    left, bottom, right, top = bounds_in_form(text)
    return right > left and any(
        right <= area[0] or top <= area[1] or left >= area[2] or bottom >= area[3]
        for area in shown_areas(text)
    )


def shown_areas(drawn: Any) -> Iterator[Box]:
    """Yield the box around each path to which a part of a page is cut."""
    clip = raw.FPDFPageObj_GetClipPath(drawn)
    for path in range(raw.FPDFClipPath_CountPaths(clip)):
        points = list(_points(clip, path))
        if points:
            columns, rows = zip(*points, strict=True)
            yield min(columns), min(rows), max(columns), max(rows)


def _points(clip: Any, path: int) -> Iterator[tuple[float, float]]:
    for index in range(raw.FPDFClipPath_CountPathSegments(clip, path)):
        x, y = ctypes.c_float(), ctypes.c_float()
        segment = raw.FPDFClipPath_GetPathSegment(clip, path, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        yield x.value, y.value


def has_many_curves(page: PdfPage) -> bool:
    """Whether so many curves are drawn on a page that they can be letters."""
    paths = page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH])
    segments = islice((kind for path in paths for kind in _segments(path.raw)), _MOST_LOOKED_AT)
    curves = (kind for kind in segments if kind == raw.FPDF_SEGMENT_BEZIERTO)
    return len(list(islice(curves, _MANY_CURVES))) == _MANY_CURVES


def _segments(path: Any) -> Iterator[int]:
    """Yield the kind of each part of a path."""
    for index in range(raw.FPDFPath_CountSegments(path)):
        yield raw.FPDFPathSegment_GetType(raw.FPDFPath_GetPathSegment(path, index))


def _look_same(first: _Color | None, second: _Color | None) -> bool:
    if first is None or second is None:
        return False
    return all(abs(a - b) < _SAME_COLOR for a, b in zip(first, second, strict=True))


def _is_opaque_box(path: Any) -> bool:
    """Whether a path is a filled rectangle, or a broad line, through which nothing shines."""
    segments = raw.FPDFPath_CountSegments(path)
    if segments > _MOST_SEGMENTS or raw.FPDFPageObj_HasTransparency(path):
        return False
    return _color(path)[3] == _OPAQUE and (_is_filled(path) or segments == _ONE_LINE)


def _is_filled(path: Any) -> bool:
    fill = ctypes.c_int()
    stroke = ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, fill, stroke)
    return bool(fill.value != raw.FPDF_FILLMODE_NONE)


def _color(drawn: Any) -> tuple[int, int, int, int]:
    """Red, green, blue and opacity of the fill, or of the line if there is no fill."""
    is_line = raw.FPDFPageObj_GetType(drawn) == raw.FPDF_PAGEOBJ_PATH and not _is_filled(drawn)
    read = raw.FPDFPageObj_GetStrokeColor if is_line else raw.FPDFPageObj_GetFillColor
    red, green, blue, opacity = (ctypes.c_uint() for _ in range(4))
    read(drawn, red, green, blue, opacity)
    return red.value, green.value, blue.value, opacity.value
