"""The pages of a PDF file as PDFium reads them."""

import ctypes
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from math import atan2, degrees, hypot
from typing import Any, NamedTuple, TypeAlias

import pypdfium2
from pypdfium2 import raw

from corpus.intake.document import TO_RAISED_DIGITS, RefusedError
from corpus.intake.pdf_annotations import annotations, document_remarks
from corpus.intake.pdf_boxes import (
    Box,
    Boxes,
    bounds_in_form,
    bounds_on_page,
    has_many_curves,
    is_cut_off,
    shown_areas,
)
from corpus.intake.pdf_page import SCANNED, SLANTED, Page, Style, Word
from corpus.intake.remarks import Remark

MOST_PAGES = 300

_DIVIDED = "\x02\ufffe"
"""What PDFium gives for a hyphen at the end of a line."""
_TO_HYPHENS = dict.fromkeys(map(ord, _DIVIDED), "-")
_SOFT_HYPHEN_AT_END = re.compile("\xad$")
"""How PDFium gives the hyphen of a word that is divided at the end of a page."""
_WORD = re.compile(rf"[^\s{_DIVIDED}]+[{_DIVIDED}]?|[{_DIVIDED}]")

_BOLD = re.compile(r"(?i)bold|black|heavy|CMBX")
_ITALIC = re.compile(r"(?i)italic|oblique|CMTI")
_ITALIC_FLAG = 1 << 6
_FORCED_BOLD_FLAG = 1 << 18
_LONGEST_FONT_NAME = 200

_WHITE = 250
"""From this value on, red, green and blue together are white."""
_CLEAR = 30
"""Letters of less opacity cannot be seen."""
_TINY = 2
"""Letters of fewer points cannot be read."""

_PART_OF_LETTER = 0.3
"""A word that goes so far beyond the area that is shown, in font sizes, lacks a letter."""

_DIGIT = re.compile("[0-9]")
_RAISED = 0.4
"""From this part of its height on, a digit above the baseline is raised."""

_OVERPRINT = 0.15
"""Equal words nearer than this part of their size are one word that was printed twice."""

_MIDDLE = (0.12, 0.45)
"""Where a line strikes out letters, from their baseline up, in font sizes."""

_Point: TypeAlias = tuple[float, float]


class _Piece(NamedTuple):
    """Letters of one style, as they stand on the sheet before it is turned."""

    text: str
    origin: _Point
    box: Box
    style: Style
    after_space: bool
    drawn: int
    """Where the text object is that has its first letter."""


def read_pages(data: bytes) -> list[Page]:
    """The pages; raises `RefusedError` if the file is damaged, locked or too long."""
    with open_pdf(data) as document:
        return [_page(document, index) for index in range(len(document))]


def remarks_beside_pages(data: bytes) -> list[Remark]:
    """Remarks on what is in the file and on none of its pages."""
    with open_pdf(data) as document:
        return list(document_remarks(document))


def open_pdf(data: bytes) -> Any:
    """Open a PDF file; raises `RefusedError` if it is damaged, locked or too long."""
    try:
        document = pypdfium2.PdfDocument(data[max(data.find(b"%PDF-"), 0) :])
        if document.get_formtype() == raw.FORMTYPE_ACRO_FORM:
            document.init_forms()
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise RefusedError("This PDF has a password. Save a copy without it.") from None
        raise RefusedError(
            "The PDF is damaged or protected. Print it to a new PDF, and read that."
        ) from None
    if len(document) > MOST_PAGES:
        message = f"The PDF has {len(document):,} pages, more than {MOST_PAGES}."
        document.close()
        raise RefusedError(f"{message} Save it in parts.")
    return document


def _page(document: Any, index: int) -> Page:
    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        message = f"Page {index + 1} of the PDF is damaged. Save the PDF again."
        raise RefusedError(message) from None
    textpage = page.get_textpage()
    pieces = list(_pieces(textpage.raw))
    textpage.close()
    return _Sheet(page, pieces, Boxes(page)).page(index + 1, document.formenv)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page as it stands in the file."""

    source: Any
    pieces: Sequence[_Piece]
    boxes: Boxes

    def page(self, number: int, forms: Any) -> Page:
        """The page with its words, and what is on it besides."""
        edges: Box = self.source.get_bbox()
        shown = [piece for piece in self.pieces if _is_on(edges, piece.box)]
        outside = (piece for piece in self.pieces if not _is_on(edges, piece.box))
        covered = [piece for piece in shown if self.boxes.hide(piece.drawn, piece.box)]
        picture = _share_of_pictures(self.source, edges)
        is_under_scan = picture >= SCANNED and _letters(covered) > _letters(shown) / 2
        direction = _direction(self.pieces)
        left, bottom, _, top = _turned(edges, direction)
        words = (_word(piece, direction, left, top) for piece in shown)
        return Page(
            number,
            top - bottom,
            tuple(_without_overprints(words)),
            picture=picture,
            has_drawing=has_many_curves(self.source),
            hidden=tuple(piece.text for piece in outside),
            covered=() if is_under_scan else tuple(piece.text for piece in covered),
            struck=tuple(piece.text for piece in shown if _is_struck(piece, self.boxes)),
            annotations=tuple(annotations(self.source.raw, forms)),
            is_machine_read=is_under_scan
            or (picture > 0 and any(piece.style.invisible for piece in self.pieces)),
        )


def _direction(pieces: Iterable[_Piece]) -> int:
    """The direction of most letters that do not slant."""
    directions = Counter(piece.style.direction for piece in pieces for _ in piece.text)
    return max(directions, key=lambda angle: directions[angle] * (angle != SLANTED), default=0)


def _letters(pieces: Iterable[_Piece]) -> int:
    return sum(len(piece.text) for piece in pieces)


def _is_struck(piece: _Piece, boxes: Boxes) -> bool:
    """Whether a line runs through the middle of the small letters of a word."""
    (_, baseline), size = piece.origin, piece.style.size
    lowest, highest = (baseline + part * size for part in _MIDDLE)
    left, _, right, _ = piece.box
    return piece.style.direction == 0 and boxes.strike((left, lowest, right, highest))


def _is_on(sheet: Box, word: Box) -> bool:
    """Whether any of a word is on the part of the sheet that is shown."""
    left, bottom, right, top = word
    return left < sheet[2] and right > sheet[0] and bottom < sheet[3] and top > sheet[1]


def _word(piece: _Piece, direction: int, left: float, top: float) -> Word:
    """The word with its place on the page when text in this direction is upright."""
    x, y, _, _ = _turned((*piece.origin, *piece.origin), direction)
    style = piece.style._replace(direction=(piece.style.direction - direction) % 360)
    if piece.style.direction == SLANTED:
        style = piece.style
    right = _turned(piece.box, direction)[2]
    return Word(piece.text, x - left, right - left, top - y, style, piece.after_space)


def _turned(box: Box, direction: int) -> Box:
    """A box on the sheet when the sheet is turned so that a direction becomes upright."""
    x1, y1, x2, y2 = box
    match direction:
        case 90:
            return y1, -x2, y2, -x1
        case 180:
            return -x2, -y2, -x1, -y1
        case 270:
            return -y2, x1, -y1, x2
        case _:
            return box


def _without_overprints(words: Iterable[Word]) -> list[Word]:
    """Each word once; a word that was printed twice in one place is bold."""
    kept: list[Word] = []
    indexes: dict[tuple[str, int], list[int]] = {}
    for word in words:
        row = round(word.baseline / word.size)
        rows = ((word.text, row), (word.text, row - 1), (word.text, row + 1))
        nearby = (index for key in rows for index in indexes.get(key, ()))
        twin = next((index for index in nearby if _is_overprint(kept[index], word)), None)
        if twin is None:
            indexes.setdefault((word.text, row), []).append(len(kept))
            kept.append(word)
        else:
            kept[twin] = replace(kept[twin], style=word.style._replace(bold=True))
    return kept


def _is_overprint(word: Word, other: Word) -> bool:
    distance = max(abs(word.left - other.left), abs(word.baseline - other.baseline))
    return distance < _OVERPRINT * word.size


def _pieces(textpage: Any) -> Iterator[_Piece]:
    """Yield the words of a page, in parts where the style changes within a word."""
    text = _with_raised_digits(_text(textpage), textpage)
    styles = _Styles(textpage)
    for match in _WORD.finditer(text):
        start, end = match.span()
        after_space = start > 0 and not raw.FPDFText_IsGenerated(textpage, start - 1)
        for style, group in groupby(range(start, end), styles.of_letters(start, end)):
            indexes = list(group)
            first, last = indexes[0], indexes[-1]
            letters = _joined_halves(text[first : last + 1]).translate(_TO_HYPHENS)
            letters = _SOFT_HYPHEN_AT_END.sub("-", letters)
            origin = _origin(textpage, first)
            box = _box(textpage, last, origin)
            is_faint = style.faint or styles.is_cut_off(first, origin, box)
            shown = style._replace(faint=is_faint)
            yield _Piece(letters, origin, box, shown, after_space, styles.address(first))
            after_space = False


def _text(textpage: Any) -> str:
    """The letters of a page, one for each of PDFium's indexes."""
    count = raw.FPDFText_CountChars(textpage)
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (count + 1))()
    raw.FPDFText_GetText(textpage, 0, count, buffer)
    text = bytes(buffer)[: 2 * count].decode("utf-16-le", errors="replace").rstrip("\0")
    if len(text) == count:
        return text
    return "".join(chr(raw.FPDFText_GetUnicode(textpage, index)) for index in range(count))


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


def _origin(textpage: Any, index: int) -> _Point:
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(textpage, index, x, y)
    return x.value, y.value


def _box(textpage: Any, index: int, origin: _Point) -> Box:
    """The box from the origin of a word to its last letter."""
    box = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(textpage, index, box)
    x, y = origin
    return min(x, box.left), min(y, box.bottom), max(x, box.right), max(y, box.top)


class _Styles:
    """The styles of the letters of a page; letters that the file draws at once share theirs."""

    def __init__(self, textpage: Any) -> None:
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

    def is_cut_off(self, index: int, origin: _Point, word: Box) -> bool:
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

    def _areas_of(self, drawn: Any, origin: _Point) -> list[Box]:
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
    angle = round(degrees(atan2(matrix.b, matrix.a))) % 360
    mode = raw.FPDFTextObj_GetTextRenderMode(drawn)
    size = round(raw.FPDFText_GetFontSize(textpage, index) * height, 2)
    is_clear = mode == raw.FPDF_TEXTRENDERMODE_CLIP or _is_white(textpage, index)
    return Style(
        max(size, 1),
        bool(_BOLD.search(font_name) or flags & _FORCED_BOLD_FLAG),
        bool(_ITALIC.search(font_name) or flags & _ITALIC_FLAG),
        angle if angle % 90 == 0 else SLANTED,
        mode == raw.FPDF_TEXTRENDERMODE_INVISIBLE,
        size < _TINY or is_clear or is_cut_off(drawn),
    )


def _is_white(textpage: Any, index: int) -> bool:
    color = [ctypes.c_uint() for _ in range(4)]
    raw.FPDFText_GetFillColor(textpage, index, *color)
    return all(part.value >= _WHITE for part in color[:3]) or color[3].value < _CLEAR


def _share_of_pictures(page: Any, sheet: Box) -> float:
    """The part of the sheet that pictures cover."""
    area = (sheet[2] - sheet[0]) * (sheet[3] - sheet[1])
    return sum(_picture_areas(page, sheet)) / area if area else 0


def _picture_areas(page: Any, sheet: Box) -> Iterator[float]:
    """Yield the area of each picture on the sheet."""
    for picture in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]):
        left, bottom, right, top = bounds_on_page(picture)
        width = min(right, sheet[2]) - max(left, sheet[0])
        height = min(top, sheet[3]) - max(bottom, sheet[1])
        yield max(width, 0) * max(height, 0)
