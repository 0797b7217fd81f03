"""A page of a PDF file: its words with their place, size and style."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from corpus.intake.place import Place

_SAME_ROW = 0.5
"""Words in one row overlap by more than this part of the height of the lower one."""

SCANNED = 0.6
"""Pictures that cover this part of a page are the page itself, if there are few other words."""
LEVEL = 10
"""Text that slants by no more than this many degrees is level, as on a page scanned askew."""


class Style(NamedTuple):
    """What the letters of a word have in common."""

    size: float
    """In points."""
    bold: bool = False
    italic: bool = False
    direction: float = 0
    """Where the words run, in degrees counterclockwise, 0 from left to right."""
    invisible: bool = False
    """Whether it is text under a scanned picture, which only programs see."""
    faint: bool = False
    """Whether it is white, too small to be read, or cut off."""
    mirrored: bool = False
    """Whether it is drawn as a mirror shows it, so that its direction is not known."""

    @property
    def is_level(self) -> bool:
        """Whether the words run from left to right, or nearly so."""
        return abs(slant(self.direction, 0)) <= LEVEL


def slant(direction: float, other: float) -> float:
    """How far a direction is from another one, counterclockwise, from -180 to 180 degrees."""
    return (direction - other + 180) % 360 - 180


@dataclass(frozen=True, slots=True)
class Word:
    """A word, or a part of one in another style. Positions are in points from the top left."""

    text: str
    left: float
    right: float
    baseline: float
    style: Style
    after_space: bool = False
    """Whether the file has a space in front of it."""

    @property
    def size(self) -> float:
        """The size of its letters."""
        return self.style.size

    @property
    def top(self) -> float:
        """Where the tallest letters begin."""
        return self.baseline - 0.75 * self.size

    @property
    def bottom(self) -> float:
        """Where the lowest letters end."""
        return self.baseline + 0.25 * self.size


@dataclass(frozen=True, slots=True)
class Page:
    """A page with its words in the order of the file."""

    number: int
    """From 1."""
    height: float
    words: tuple[Word, ...]
    picture: float = 0
    """The part of the page that pictures cover, from 0 to 1."""
    has_drawing: bool = False
    """Whether there are so many curves on it that they can be letters."""
    hidden: tuple[str, ...] = ()
    """The words outside the part of the page that is shown, or in a layer that is not."""
    covered: tuple[str, ...] = ()
    """The words that a box or a picture hides."""
    struck: tuple[str, ...] = ()
    """The words through which a line runs."""
    annotations: tuple[str, ...] = ()
    """The words of form fields and comments, which are not part of the page itself."""
    is_machine_read: bool = False
    """Whether the words were read from the picture of the page."""
    unsure: tuple[str, ...] = ()
    """The words that were read with little confidence."""
    perhaps_two: tuple[str, ...] = ()
    """The words that were read as one each, though there is space within them."""

    @property
    def is_recognized(self) -> bool:
        """Whether the file itself has no words for the picture of the page."""
        return self.is_machine_read and not any(word.style.invisible for word in self.words)

    @property
    def place(self) -> Place:
        """Where it is in the document."""
        return Place("page", self.number, self.number)


Row: TypeAlias = list[Word]
"""Words that stand side by side, from left to right."""


class Region(NamedTuple):
    """Rows of a page that are read one after the other."""

    rows: list[Row]
    is_column: bool = False


def rows_of_words(words: Sequence[Word]) -> list[Row]:
    """The words row by row; a raised number belongs to the row that it overlaps."""
    rows: list[Row] = []
    largest: Word | None = None
    for word in sorted(words, key=lambda word: word.top + word.bottom):
        if largest and _is_same_row(largest, word):
            rows[-1].append(word)
            largest = max(largest, word, key=lambda word: word.size)
        else:
            rows.append([word])
            largest = word
    return [sorted(row, key=lambda word: word.left) for row in rows]


def _is_same_row(largest: Word, word: Word) -> bool:
    """Whether a word overlaps the largest one of a row by more than half of the lower one."""
    overlap = min(largest.bottom, word.bottom) - max(largest.top, word.top)
    return overlap > _SAME_ROW * min(largest.size, word.size)
