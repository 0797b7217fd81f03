"""The words of a PDF page, cut where the style changes."""

import ctypes
import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any, NamedTuple

from pypdfium2 import raw

from corpus.intake.document import TO_RAISED_DIGITS
from corpus.intake.pdf.boxes import Box
from corpus.intake.pdf.letter_styles import Point, Styles
from corpus.intake.pdf.page import Style
from corpus.parsing.damage import LOST

_DIVIDED = "\x02\ufffe"
"""What PDFium gives for a hyphen at the end of a line."""
_TO_HYPHENS = dict.fromkeys(map(ord, _DIVIDED), "-")
_OTHER_HYPHEN_AT_END = re.compile("[\xad\u2010]$")
"""The hyphen of a word that is divided at the end of a page, and the hyphen of a browser."""
_WORD = re.compile(rf"[^\s{_DIVIDED}]+[{_DIVIDED}]?|[{_DIVIDED}]")

_DIGIT = re.compile("[0-9]")
_BELOW = 0.8
"""A letter whose baseline is farther away than this part of its height is in another line."""
_RAISED = 0.4
"""A digit that is above the baseline by at least this part of its height is raised."""


class Piece(NamedTuple):
    """Letters of one style, as they are on the sheet before it is turned."""

    text: str
    origin: Point
    box: Box
    style: Style
    after_space: bool
    drawn: int
    """Where the text object is that has its first letter."""


def pieces_of(textpage: Any) -> Iterator[Piece]:
    """Yield the words of a page, in parts where the style changes within a word."""
    text = _with_raised_digits(_text(textpage), textpage)
    styles = Styles(textpage)
    for start, end in _spans_of_words(text, textpage):
        after_space = start > 0 and not raw.FPDFText_IsGenerated(textpage, start - 1)
        for style, group in groupby(range(start, end), styles.of_letters(start, end)):
            indexes = list(group)
            first, last = indexes[0], indexes[-1]
            letters = _joined_halves(text[first : last + 1]).translate(_TO_HYPHENS)
            letters = _OTHER_HYPHEN_AT_END.sub("-", letters)
            origin = _origin(textpage, first)
            box = _box(textpage, last, origin)
            is_faint = style.faint or styles.is_cut_off(first, origin, box)
            shown = style._replace(faint=is_faint)
            yield Piece(letters, origin, box, shown, after_space, styles.address(first))
            after_space = False


def _spans_of_words(text: str, textpage: Any) -> Iterator[tuple[int, int]]:
    """Yield where each word begins and ends.

    PDFium gives digits that stand below each other, as in a margin, as one word.
    """
    for match in _WORD.finditer(text):
        start, end = match.span()
        for index in range(start + 1, end) if match[0].isdecimal() else ():
            if _stands_below(textpage, index):
                yield start, index
                start = index
        yield start, end


def _stands_below(textpage: Any, index: int) -> bool:
    """Whether a level letter is in another line than the one before it, and not behind it."""
    (last_x, last_y), (x, y) = _origin(textpage, index - 1), _origin(textpage, index)
    _, bottom, _, top = _box(textpage, index, (x, y))
    is_level = raw.FPDFText_GetCharAngle(textpage, index) == 0
    return is_level and x <= last_x and abs(y - last_y) > _BELOW * (top - bottom)


def _text(textpage: Any) -> str:
    """The letters of a page, one for each of PDFium's indexes."""
    count = raw.FPDFText_CountChars(textpage)
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (count + 1))()
    raw.FPDFText_GetText(textpage, 0, count, buffer)
    text = bytes(buffer)[: 2 * count].decode("utf-16-le", errors="replace").rstrip("\0")
    if len(text) == count:
        return _with_lost_letters(text, textpage)
    return "".join(chr(raw.FPDFText_GetUnicode(textpage, index)) for index in range(count))


def _with_lost_letters(text: str, textpage: Any) -> str:
    """The letters, with U+FFFD for a sign that has none, which PDFium gives as a hyphen too."""

    def hyphen_or_lost(sign: re.Match[str]) -> str:
        return sign[0] if raw.FPDFText_IsHyphen(textpage, sign.start()) == 1 else LOST

    return re.sub("\ufffe", hyphen_or_lost, text)


def _with_raised_digits(text: str, textpage: Any) -> str:
    """The letters of a page, with raised digits where the font draws them so in its own size."""
    letters = list(text)
    for digit in _DIGIT.finditer(text):
        if _is_drawn_raised(textpage, digit.start()):
            letters[digit.start()] = digit[0].translate(TO_RAISED_DIGITS)
    return "".join(letters)


def _is_drawn_raised(textpage: Any, index: int) -> bool:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    raw.FPDFText_GetCharBox(textpage, index, left, right, bottom, top)
    height = top.value - bottom.value
    above_baseline = bottom.value - _origin(textpage, index)[1]
    is_level = raw.FPDFText_GetCharAngle(textpage, index) == 0
    return is_level and height > 0 and above_baseline > _RAISED * height


def _joined_halves(letters: str) -> str:
    """The letters, with each that PDFium returns in two halves of 16 bits in one piece."""
    return letters.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _origin(textpage: Any, index: int) -> Point:
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(textpage, index, x, y)
    return x.value, y.value


def _box(textpage: Any, index: int, origin: Point) -> Box:
    """The box from the origin of a word to its last letter."""
    box = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(textpage, index, box)
    x, y = origin
    return min(x, box.left), min(y, box.bottom), max(x, box.right), max(y, box.top)
