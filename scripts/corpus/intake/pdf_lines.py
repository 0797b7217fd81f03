"""The words of PDF pages, put together to lines by their positions."""

from collections.abc import Iterator
from itertools import pairwise
from statistics import median
from typing import Any, TypeAlias

from corpus.intake.document import TO_RAISED_DIGITS, Line, TextRun, clean_text
from corpus.intake.remarks import Place

Word: TypeAlias = dict[str, Any]
"""A word from pdfplumber: `text`, `x0`, `x1`, `top`, `bottom`, `size`, `fontname`."""

SMALL_PRINT = 0.85
"""Footnotes and raised numbers are smaller than this part of the font size of the text."""

_LINE_HEIGHT = 1.2
"""The usual distance between two lines, in font sizes."""
_ENOUGH_LINES = 6
"""From this many distances on, their median is the usual one."""
_GAP = 1.45
"""From this many usual distances on, there is empty space between two lines."""
_SPACE = 0.12
"""From this part of the font size on, the distance between two words is a space."""
_SAME_ROW = 0.5
"""Words in one row overlap by more than this part of the height of the lower one."""


def lines_of_pages(pages: list[list[Word]], font_size: float) -> Iterator[Line]:
    """Yield the lines of each page, from top to bottom; `font_size` is that of the text."""
    for number, page in enumerate(pages):
        rows = _rows(page)
        gaps = _gaps_below(rows, font_size)
        for row, gap_above in zip(rows, [number == 0, *gaps], strict=False):
            largest = max(word["size"] for word in row)
            place = Place("page", number + 1, number + 1)
            left, right = row[0]["x0"], row[-1]["x1"]
            yield Line(tuple(_runs(row)), left, right, number, gap_above, largest, place)


def _rows(page: list[Word]) -> list[list[Word]]:
    """Return the words row by row; a raised number belongs to the row that it overlaps."""
    rows: list[list[Word]] = []
    for word in sorted(page, key=lambda word: (word["top"] + word["bottom"]) / 2):
        if rows and _is_same_row(rows[-1][0], word):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [sorted(row, key=lambda word: word["x0"]) for row in rows]


def _is_same_row(first: Word, word: Word) -> bool:
    overlap = min(first["bottom"], word["bottom"]) - max(first["top"], word["top"])
    heights = (first["bottom"] - first["top"], word["bottom"] - word["top"])
    return bool(overlap > _SAME_ROW * min(heights))


def _gaps_below(rows: list[list[Word]], font_size: float) -> list[bool]:
    """Return whether there is empty space below each row but the last."""
    baselines = [max(word["bottom"] for word in row) for row in rows]
    distances = [lower - upper for upper, lower in pairwise(baselines)]
    if len(distances) >= _ENOUGH_LINES:
        usual = median(distances)
    else:
        usual = min([_LINE_HEIGHT * font_size, *distances])
    return [distance > _GAP * usual for distance in distances]


def _runs(row: list[Word]) -> Iterator[TextRun]:
    for index, word in enumerate(row):
        text = clean_text(word["text"])
        if index and word["x0"] - row[index - 1]["x1"] > _SPACE * word["size"]:
            text = f" {text}"
        elif text.isdecimal() and _is_raised(row, index):
            text = text.translate(TO_RAISED_DIGITS)
        font = word["fontname"].lower()
        yield TextRun(text, "bold" in font, "italic" in font or "oblique" in font)


def _is_raised(row: list[Word], index: int) -> bool:
    """Whether a number is smaller than the word before it or, in front of a note, after it."""
    neighbors = row[index - 1 : index] if index else row[1:2]
    return any(row[index]["size"] < SMALL_PRINT * neighbor["size"] for neighbor in neighbors)
