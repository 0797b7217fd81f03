"""The lines of a scanned page: their baselines, their sizes, and which of them stand out."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby, pairwise
from math import inf
from statistics import median
from typing import Any, NamedTuple

from corpus.intake.pdf.page import Style

_SMALL_LETTERS = frozenset("acemnorsuvwxz.,;:-–—_")
_LOW_LETTERS = frozenset("gjpqy()[]{}|/")
_TALL, _SMALL, _LOW = 0.7, 0.48, 0.22
"""How high tall and small letters are, and how far others go below the baseline, in font sizes."""
_DARK = 128
_MORE_INK = 1.25
"""A line with this many times the usual ink is bold."""
_LARGER = 1.12
"""A line with letters of this many times the usual size is larger."""
_SPACE = 0.7
"""Space within a word may divide it if it is at least this part of the usual space of its line."""
_NARROW = 0.3
"""This many font sizes at both ends of a word can be a full stop or a quotation mark."""
_SHORT = 0.7
"""A heading is shorter than this part of the longest line."""


class GrayPicture(NamedTuple):
    """A picture of a page, one byte for each dot."""

    width: int
    dots: bytes
    dark: bytes
    """The same with 1 for each dark dot, and 0 for all others."""

    @classmethod
    def of(cls, bitmap: Any) -> "GrayPicture":
        """The picture that PDFium drew."""
        rows = bytes(bitmap.buffer)
        dots = b"".join(
            rows[start : start + bitmap.width]
            for start in range(0, bitmap.stride * bitmap.height, bitmap.stride)
        )
        to_dark = bytes(shade < _DARK for shade in range(256))
        return cls(bitmap.width, dots, dots.translate(to_dark))

    def as_pgm(self) -> bytes:
        """The picture in the PGM format."""
        return b"P5 %d %d 255\n" % (self.width, len(self.dots) // self.width) + self.dots

    def ink(self, word: "ScannedWord") -> int:
        """How many dots of a word are dark."""
        rows = range(word.top * self.width, word.bottom * self.width, self.width)
        return sum(self.dark[row + word.left : row + word.right].count(1) for row in rows)

    def has_ink(self, word: "ScannedWord", column: int) -> bool:
        """Whether any dot of a word in a column of dots is dark."""
        start = word.top * self.width + column
        return 1 in self.dark[start : word.bottom * self.width : self.width]


class ScannedWord(NamedTuple):
    """A word and the box around its letters, in dots from the top left."""

    text: str
    left: int
    top: int
    right: int
    bottom: int

    @property
    def size(self) -> float:
        """The font size that the height of the box shows."""
        return (self.bottom - self.top) / (self._height + self._depth)

    @property
    def baseline(self) -> float:
        """How far down the letters stand that do not go below the line."""
        return self.bottom - self._depth * self.size

    @property
    def _height(self) -> float:
        return _SMALL if _SMALL_LETTERS.issuperset(self.text) else _TALL

    @property
    def _depth(self) -> float:
        return 0 if _LOW_LETTERS.isdisjoint(self.text) else _LOW


class ScannedLine(NamedTuple):
    """The words of a line, and what they have in common."""

    words: Sequence[ScannedWord]
    size: float
    baseline: float
    ink: float
    """How dark its letters are, whatever their size."""

    @property
    def length(self) -> int:
        """How long it is."""
        return self.words[-1].right - self.words[0].left

    @property
    def space(self) -> float:
        """The usual space between its words; infinite if it has one word only."""
        spaces = [following.left - word.right for word, following in pairwise(self.words)]
        return median(spaces) if spaces else inf


def scanned_line(words: Iterable[ScannedWord], picture: GrayPicture) -> ScannedLine:
    """The line of these words."""
    scanned = tuple(words)
    size = median(word.size for word in scanned)
    area = sum(word.right - word.left for word in scanned) * size
    ink = sum(map(picture.ink, scanned))
    baseline = median(word.baseline for word in scanned)
    return ScannedLine(scanned, size, baseline, ink / area if area else 0)


def words_with_spaces(line: ScannedLine, picture: GrayPicture) -> Iterator[str]:
    """Yield the words that may be two: of letters only, with nearly the space of the line inside.

    Between digits, there is often as much space as between words.
    """
    margin = round(_NARROW * line.size)
    for word in line.words:
        inside = range(word.left + margin, word.right - margin)
        gaps = groupby(inside, partial(picture.has_ink, word))
        widest = max((len(list(gap)) for has_ink, gap in gaps if not has_ink), default=0)
        is_space = _SPACE * line.space <= widest < len(inside)
        if is_space and not any(map(str.isdigit, word.text)):
            yield word.text


def styled(lines: Sequence[ScannedLine], scale: float) -> Iterator[tuple[ScannedLine, Style]]:
    """Yield each line with its style; a short line that is darker or larger is bold.

    All other lines are of one size, as the boxes of their words are only about right.
    """
    if not lines:
        return
    size = median(line.size for line in lines)
    ink = median(line.ink for line in lines)
    longest = max(line.length for line in lines)
    for line in lines:
        is_dark = line.ink > _MORE_INK * ink
        is_large = line.size > _LARGER * size
        stands_out = line.length < _SHORT * longest and (is_dark or is_large)
        own_size = line.size if stands_out and is_large else size
        yield line, Style(round(own_size / scale, 1), bold=stands_out)
