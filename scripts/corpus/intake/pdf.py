"""PDF files: words put together to lines by where they stand, footnotes moved to the end."""

from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from statistics import median
from typing import Any, TypeAlias

from corpus.intake.cleaning import cleaned, plain_numbers, raised
from corpus.intake.document import Line, Paper, Piece, RefusedError, code
from corpus.intake.headers_footers import without_running
from corpus.intake.paragraphs import joined
from corpus.model.commission import Commission

Word: TypeAlias = dict[str, Any]
"""A word as pdfplumber tells it: `text`, `x0`, `x1`, `top`, `bottom`, `size`, `fontname`."""

_MOST_PAGES = 300
_SMALL = 0.85
"""Letters of less than so much of the usual size are those of notes."""
_SPACED = 1.2
"""Lines are usually so many times the size of their letters apart."""
_ENOUGH = 6
"""From so many distances on, their middle one is the usual one."""
_GAP = 1.45
"""From so many times the usual distance on, there is empty space between two lines."""


def read(data: bytes, commission: Commission) -> Paper:
    """The paper of a PDF file; raises `RefusedError`."""
    pages, texts = _pages(data)
    words = [word for page in pages for word in page]
    if not words:
        raise RefusedError(
            "it has no text, only pictures; it must go through text recognition first"
        )
    size = median(word["size"] for word in words)
    lines, dropped = without_running(tuple(_lines(pages, size)))
    small = tuple(line for line in lines if line.size < _SMALL * size)
    text = tuple(line for line in lines if line.size >= _SMALL * size)
    told = [f"Left out as running head or foot: {code(words)}." for words in dropped]
    if small:
        told.append("Footnotes stand at the end, with raised numbers.")
    passages = (*joined(text, commission, unit=size / 2), *joined(small, commission, unit=size / 2))
    notes = [line.words for line in small]
    return Paper(passages, "\n".join([*_left(texts, [*dropped, *notes]), *notes]), tuple(told))


def _pages(data: bytes) -> tuple[list[list[Word]], list[str]]:
    """The words of each page, and its text by pdfplumber's own way."""
    try:
        import pdfplumber  # noqa: PLC0415 - who reads no PDF needs it not
        from pdfminer.pdfdocument import PDFPasswordIncorrect  # noqa: PLC0415
    except ImportError:
        raise RefusedError("PDF files need more packages: run `make ingest FILE=…`") from None
    try:
        with pdfplumber.open(BytesIO(data)) as paper:
            pages = paper.pages[: _MOST_PAGES + 1]
            words = [page.extract_words(extra_attrs=["fontname", "size"]) for page in pages]
            texts = [page.extract_text() for page in pages]
    except Exception as error:  # noqa: BLE001 - a damaged file may raise anything
        if PDFPasswordIncorrect.__name__ in repr(error):
            raise RefusedError("it is protected by a password; save it without one") from None
        raise RefusedError("the PDF file is damaged and cannot be read") from None
    if len(words) > _MOST_PAGES:
        raise RefusedError(f"it has more than {_MOST_PAGES} pages")
    return words, texts


def _lines(pages: list[list[Word]], size: float) -> Iterator[Line]:
    for number, page in enumerate(pages):
        rows = _rows(page)
        tops = [_baseline(row) for row in rows]
        steps = [below - above for above, below in pairwise(tops)]
        few = min([_SPACED * size, *steps])
        usual = median(steps) if len(steps) >= _ENOUGH else few
        gaps = [number == 0, *(step > _GAP * usual for step in steps)]
        for row, has_gap in zip(rows, gaps, strict=False):
            pieces = tuple(_pieces(row))
            largest = max(word["size"] for word in row)
            yield Line(pieces, row[0]["x0"], row[-1]["x1"], number, has_gap, largest)


def _rows(page: list[Word]) -> list[list[Word]]:
    """The words of a page line by line; a raised number belongs to the line that it touches."""
    rows: list[list[Word]] = []
    for word in sorted(page, key=lambda one: (one["top"] + one["bottom"]) / 2):
        row = rows[-1] if rows else None
        if row and _overlap(row[0], word) > 0.5 * min(_height(row[0]), _height(word)):
            row.append(word)
        else:
            rows.append([word])
    return [sorted(row, key=lambda one: one["x0"]) for row in rows]


def _overlap(one: Word, other: Word) -> float:
    shared: float = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
    return shared


def _height(word: Word) -> float:
    height: float = word["bottom"] - word["top"]
    return height


def _baseline(row: list[Word]) -> float:
    lowest: float = max(word["bottom"] for word in row)
    return lowest


def _pieces(row: list[Word]) -> Iterator[Piece]:
    for place, word in enumerate(row):
        before = row[place - 1] if place else None
        apart = before is not None and word["x0"] - before["x1"] > 0.12 * word["size"]
        is_raised = before is not None and not apart and word["size"] < _SMALL * before["size"]
        text = cleaned(word["text"])
        font = word["fontname"].lower()
        is_note = text.isdecimal() and (is_raised or (place == 0 and _begins_note(row)))
        yield Piece(
            (" " if apart else "") + (raised(text) if is_note else text),
            strong="bold" in font,
            emphasis="italic" in font or "oblique" in font,
        )


def _begins_note(row: list[Word]) -> bool:
    """Whether a row begins with a number that is smaller than what follows."""
    return len(row) > 1 and bool(row[0]["size"] < _SMALL * row[1]["size"])


def _left(texts: list[str], others: list[str]) -> Iterator[str]:
    """The lines of all pages, but for the others."""
    left_out = {_letters(words) for words in others}
    lines = (line for text in texts for line in cleaned(text).split("\n"))
    return (line for line in lines if _letters(line) not in left_out)


def _letters(words: str) -> str:
    return plain_numbers("".join(words.split()))
