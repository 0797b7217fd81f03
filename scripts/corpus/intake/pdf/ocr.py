"""Scanned pages read by Tesseract, if it is installed."""

import csv
import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby
from typing import Any

from corpus.intake.document import RefusedError
from corpus.intake.pdf.file import open_pdf
from corpus.intake.pdf.page import Page, Word
from corpus.intake.pdf.scanned_lines import (
    GrayPicture,
    ScannedLine,
    ScannedWord,
    scanned_line,
    styled,
    words_with_spaces,
)
from corpus.parallel import spread

_RESOLUTION = 300
"""In dots per inch."""
_POINTS_PER_INCH = 72
_LARGEST_PAGE = 20 * _POINTS_PER_INCH
"""A longer or wider page is drawn at a lower resolution."""
_LONGEST = 120
"""After this many seconds, Tesseract is stopped."""
_SURE = 70
"""Words with less confidence, in percent, are named."""
_WEIGHT = 800
"""A page takes as long as this many records."""

_INSTALL = (
    "Tesseract, which reads scanned pages, is not installed. "
    "On Debian or Ubuntu type `sudo apt-get install tesseract-ocr`, "
    "on a Mac `brew install tesseract`; then try again."
)


def read_scans(data: bytes, pages: Sequence[Page]) -> list[Page]:
    """These pages of a PDF file with the words in their pictures.

    Raise `RefusedError` if Tesseract is missing or fails.
    """
    if not (program := shutil.which("tesseract")):
        raise RefusedError(_INSTALL)
    read = partial(_read_pages, data, program)
    return spread(read, pages, "Reading scanned pages", _WEIGHT * len(pages))


def _read_pages(data: bytes, program: str, pages: Sequence[Page]) -> list[Page]:
    with open_pdf(data) as document:
        return [_read_page(document[page.number - 1], program, page) for page in pages]


def _read_page(drawn: Any, program: str, page: Page) -> Page:
    scale = _RESOLUTION / _POINTS_PER_INCH * min(1, _LARGEST_PAGE / max(drawn.get_size()))
    picture = GrayPicture.of(drawn.render(scale=scale, grayscale=True))
    rows = list(_recognized(picture, program, page.number))
    lines = list(_lines(rows, picture))
    return replace(
        page,
        height=drawn.get_height(),
        words=tuple(_words(lines, scale)),
        is_machine_read=True,
        unsure=tuple(row["text"] for row in rows if float(row["conf"]) < _SURE),
        perhaps_two=tuple(word for line in lines for word in words_with_spaces(line, picture)),
    )


def _recognized(picture: GrayPicture, program: str, page: int) -> Iterator[dict[str, str]]:
    """Yield the words that Tesseract reads, as rows of its table."""
    command = [program, "stdin", "stdout", "--dpi", str(_RESOLUTION), "tsv"]
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    try:
        result = subprocess.run(
            command,
            input=picture.as_pgm(),
            capture_output=True,
            check=True,
            timeout=_LONGEST,
            env=environment,
        )
    except (OSError, subprocess.SubprocessError):
        message = f"Tesseract cannot read page {page}. Check that `tesseract --version` works."
        raise RefusedError(message) from None
    table = csv.DictReader(
        result.stdout.decode(errors="replace").split("\n"), delimiter="\t", quoting=csv.QUOTE_NONE
    )
    return (row for row in table if (row["text"] or "").strip())


def _lines(rows: Iterable[dict[str, str]], picture: GrayPicture) -> Iterator[ScannedLine]:
    """Yield the lines that the words form."""
    groups = groupby(rows, lambda row: (row["block_num"], row["par_num"], row["line_num"]))
    return (scanned_line(map(_scanned_word, line), picture) for _, line in groups)


def _words(lines: Sequence[ScannedLine], scale: float) -> Iterator[Word]:
    """Yield the words, each on the baseline and in the size of its line."""
    for line, style in styled(lines, scale):
        for word in line.words:
            left = word.left / scale
            right = word.right / scale
            baseline = line.baseline / scale
            yield Word(word.text, left, right, baseline, style, after_space=True)


def _scanned_word(row: dict[str, str]) -> ScannedWord:
    left, top, width, height = (int(row[name]) for name in ("left", "top", "width", "height"))
    return ScannedWord(row["text"].strip(), left, top, left + width, top + height)
