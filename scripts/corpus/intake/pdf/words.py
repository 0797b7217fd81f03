"""The pages of a PDF file with their words, each upright and once."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from math import cos, radians, sin
from typing import Any

import pypdfium2
from pypdfium2 import raw

from corpus.intake.document import RefusedError
from corpus.intake.pdf.annotations import annotations
from corpus.intake.pdf.boxes import Box, Boxes, bounds_on_page, has_many_curves
from corpus.intake.pdf.file import open_pdf
from corpus.intake.pdf.layers import names_of_hidden_layers, texts_in_layers
from corpus.intake.pdf.page import LEVEL, SCANNED, Page, Word, slant
from corpus.intake.pdf.pieces import Piece, pieces_of

_OVERPRINT = 0.15
"""Equal words nearer than this part of their size are one word that was printed twice."""

_MIDDLE = (0.12, 0.45)
"""Where a line strikes out letters, from their baseline up, in font sizes."""


def read_pages(data: bytes) -> list[Page]:
    """The pages; raises `RefusedError` if the file is damaged, locked or too long."""
    hidden_layers = names_of_hidden_layers(data)
    with open_pdf(data) as document:
        return [_page(document, index, hidden_layers) for index in range(len(document))]


def _page(document: Any, index: int, hidden_layers: AbstractSet[str]) -> Page:
    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        message = f"Page {index + 1} of the PDF is damaged. Save the PDF again."
        raise RefusedError(message) from None
    textpage = page.get_textpage()
    pieces = list(pieces_of(textpage.raw))
    textpage.close()
    in_hidden_layers = texts_in_layers(page, hidden_layers)
    return _Sheet(page, pieces, Boxes(page), in_hidden_layers).page(index + 1, document.formenv)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page as it is in the file."""

    source: Any
    pieces: Sequence[Piece]
    boxes: Boxes
    in_hidden_layers: AbstractSet[int]
    """Where the texts are that stand in layers that are switched off."""

    def page(self, number: int, forms: Any) -> Page:
        """The page with its words, and what is on it besides."""
        edges: Box = self.source.get_bbox()
        shown = [piece for piece in self.pieces if self._is_shown(edges, piece)]
        hidden = (piece for piece in self.pieces if not self._is_shown(edges, piece))
        covered = [piece for piece in shown if self.boxes.hide(piece.drawn, piece.box)]
        picture = _share_of_pictures(self.source, edges)
        is_under_scan = picture >= SCANNED and _letters(covered) > _letters(shown) / 2
        direction = _direction(self.pieces)
        _, bottom, _, top = _turned(edges, direction - _tilt(direction))
        words = (_word(piece, direction, edges) for piece in shown)
        return Page(
            number,
            top - bottom,
            tuple(_without_overprints(words)),
            picture=picture,
            has_drawing=has_many_curves(self.source),
            hidden=tuple(piece.text for piece in hidden),
            covered=() if is_under_scan else tuple(piece.text for piece in covered),
            struck=tuple(piece.text for piece in shown if _is_struck(piece, self.boxes)),
            annotations=tuple(annotations(self.source.raw, forms)),
            is_machine_read=is_under_scan
            or (picture > 0 and any(piece.style.invisible for piece in self.pieces)),
        )

    def _is_shown(self, edges: Box, piece: Piece) -> bool:
        return _is_on(edges, piece.box) and piece.drawn not in self.in_hidden_layers


def _direction(pieces: Iterable[Piece]) -> float:
    """The direction of most letters that do not slant much, or else of most letters."""
    directions = Counter(piece.style.direction for piece in pieces for _ in piece.text)
    upright = {angle: n for angle, n in directions.items() if abs(_tilt(angle)) <= LEVEL}
    return max(upright or directions, key=directions.__getitem__, default=0)


def _tilt(direction: float) -> float:
    """How far a direction is from the nearest right angle."""
    return slant(direction, 90 * round(direction / 90))


def _letters(pieces: Iterable[Piece]) -> int:
    return sum(len(piece.text) for piece in pieces)


def _is_struck(piece: Piece, boxes: Boxes) -> bool:
    """Whether a line runs through the middle of the lowercase letters of a word."""
    (_, baseline) = piece.origin
    size = piece.style.size
    lowest, highest = (baseline + part * size for part in _MIDDLE)
    left, _, right, _ = piece.box
    return piece.style.direction == 0 and boxes.strike((left, lowest, right, highest))


def _is_on(sheet: Box, word: Box) -> bool:
    """Whether any of a word is on the part of the sheet that is shown."""
    left, bottom, right, top = word
    return left < sheet[2] and right > sheet[0] and bottom < sheet[3] and top > sheet[1]


def _word(piece: Piece, direction: float, edges: Box) -> Word:
    """The word with its place on the page when text in this direction is level.

    A word that slants from it is in a level line too, whose middle stays in its place.
    """
    own = slant(piece.style.direction, direction)
    style = piece.style._replace(direction=own)
    tilt = _tilt(direction) + (own if style.is_level else 0)
    quarter = direction - _tilt(direction)
    left, bottom, right, top = _turned(edges, quarter)
    middle = (left + right) / 2, (bottom + top) / 2
    x, y, _, _ = _straight(_turned((*piece.origin, *piece.origin), quarter), tilt, middle)
    end = _straight(_turned(piece.box, quarter), tilt, middle)[2]
    return Word(piece.text, x - left, end - left, top - y, style, piece.after_space)


def _turned(box: Box, direction: float) -> Box:
    """A box on the sheet when the sheet is turned so that a right angle becomes upright."""
    x1, y1, x2, y2 = box
    match round(direction) % 360:
        case 90:
            return y1, -x2, y2, -x1
        case 180:
            return -x2, -y2, -x1, -y1
        case 270:
            return -y2, x1, -y1, x2
        case _:
            return box


def _straight(box: Box, tilt: float, middle: tuple[float, float]) -> Box:
    """The box around another one that is turned back by a tilt, around the middle of a page."""
    if not tilt:
        return box
    along = cos(radians(tilt))
    up = sin(radians(tilt))
    corners = [(box[a] - middle[0], box[b] - middle[1]) for a in (0, 2) for b in (1, 3)]
    xs = [middle[0] + x * along + y * up for x, y in corners]
    ys = [middle[1] - x * up + y * along for x, y in corners]
    return min(xs), min(ys), max(xs), max(ys)


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
