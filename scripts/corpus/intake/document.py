"""What a document says: passages in reading order, and the lines of which they were made."""

import re
from dataclasses import dataclass

from corpus.text.blocks import MARK, Role


class RefusedError(Exception):
    """The document was not taken; the message says why, and what to do instead."""


_TYPED_MARK = re.compile(rf"({MARK})\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one look."""

    words: str
    strong: bool = False
    emphasis: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading, a paragraph, a list item or a quotation."""

    role: Role
    pieces: tuple[Piece, ...]
    level: int = 1
    """The depth of a list item, or of a heading below the first, from 1."""
    mark: str = ""
    """The mark of a list item, as printed: `1)`."""

    @property
    def words(self) -> str:
        """The words without their looks, white space folded."""
        return " ".join("".join(piece.words for piece in self.pieces).split())


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it stands on its page; places are in points, or in characters."""

    pieces: tuple[Piece, ...]
    start: float
    end: float
    page: int
    has_gap: bool
    """Whether there is empty space above it."""
    size: float = 1
    """The size of its largest letters."""

    @property
    def words(self) -> str:
        """The words without their looks."""
        return " ".join("".join(piece.words for piece in self.pieces).split())

    @property
    def is_strong(self) -> bool:
        """Whether every word of it is bold."""
        return all(piece.strong for piece in self.pieces if piece.words.strip())


@dataclass(frozen=True, slots=True)
class Paper:
    """A document as it was read."""

    passages: tuple[Passage, ...]
    source: str
    """Its words by another way, for comparison: without what was left out."""
    told: tuple[str, ...] = ()
    """What a person should know of the reading, each in a sentence."""
    sha256: str = ""
    """The hash of the file's bytes."""


def typed_mark(words: str) -> str:
    """The mark with which words begin, where they look like a list item: `1)`; else empty."""
    found = _TYPED_MARK.match(words)
    return found[1] if found else ""


def without(pieces: tuple[Piece, ...], mark: str) -> tuple[Piece, ...]:
    """Pieces without the mark that was typed before them."""
    left, kept = len(mark), list[Piece]()
    for piece in pieces:
        words = piece.words if kept else piece.words.lstrip()
        cut = 0 if kept else min(left, len(words))
        left -= cut
        words = words[cut:] if kept else words[cut:].lstrip()
        if words:
            kept.append(Piece(words, piece.strong, piece.emphasis))
    return tuple(kept)


def code(words: str) -> str:
    """Words of a document as code in Markdown, where they call nobody and are no link."""
    plain = " ".join(words.split()).replace("`", "’")
    return f"`{plain}`" if plain else "nothing"
