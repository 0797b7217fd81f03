"""Scanned pages read by Tesseract, if it is installed."""

import csv
import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby
from statistics import median
from typing import Any

from corpus.intake.document import RefusedError
from corpus.intake.pdf_page import Page, Style, Word
from corpus.intake.pdf_words import open_pdf
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
_HEIGHT = 0.7
"""The usual height of a word, in font sizes."""
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
    rows = list(_recognized(_picture(drawn, scale), program, page.number))
    return replace(
        page,
        height=drawn.get_height(),
        words=tuple(_words(rows, scale)),
        is_machine_read=True,
        unsure=tuple(row["text"] for row in rows if float(row["conf"]) < _SURE),
    )


def _picture(drawn: Any, scale: float) -> bytes:
    """The page as a gray picture in the PGM format."""
    bitmap = drawn.render(scale=scale, grayscale=True)
    rows = bytes(bitmap.buffer)
    pixels = b"".join(
        rows[start : start + bitmap.width]
        for start in range(0, bitmap.stride * bitmap.height, bitmap.stride)
    )
    return b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + pixels


def _recognized(picture: bytes, program: str, page: int) -> Iterator[dict[str, str]]:
    """Yield the words that Tesseract reads, as rows of its table."""
    command = [program, "stdin", "stdout", "--dpi", str(_RESOLUTION), "tsv"]
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    try:
        result = subprocess.run(
            command,
            input=picture,
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


def _words(rows: Sequence[dict[str, str]], scale: float) -> Iterator[Word]:
    """Yield the words, each on the baseline of its line and in the usual size of the page."""
    if not rows:
        return
    size = round(median(int(row["height"]) for row in rows) / scale / _HEIGHT, 1)
    lines = groupby(rows, lambda row: (row["block_num"], row["par_num"], row["line_num"]))
    for _, line in lines:
        words = list(line)
        baseline = median(int(row["top"]) + int(row["height"]) for row in words) / scale
        for row in words:
            left = int(row["left"]) / scale
            right = left + int(row["width"]) / scale
            yield Word(row["text"].strip(), left, right, baseline, Style(size))
