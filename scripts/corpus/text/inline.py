r"""Inline Markdown: `*emphasis*`, `**strong**`, and `\` before a sign that is meant as it stands.

A mark that has no partner is no mark but a sign of the text: no word is ever lost.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate, groupby

_PIECE = re.compile(
    r"""
      (?P<space> \s+ )
    | \\(?P<escaped> [!-/:-@\[-`{-~] )
    | (?P<stars> \*+ )
    | (?P<plain> [^\s\\*]+ | \\ )
    """,
    re.VERBOSE,
)
_LONGEST_MARK = 3


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look, with their offset in the plain words."""

    words: str
    start: int = 0
    strong: bool = False
    emphasis: bool = False

    @property
    def end(self) -> int:
        """The offset in the plain words at which the run ends."""
        return self.start + len(self.words)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of the Markdown without a break: its words, and where they were written."""

    words: str
    origin: int
    stars: int = 0
    opens: bool = False
    closes: bool = False


def plain(markdown: str) -> str | None:
    """The words where no mark stands among them, white space folded; None otherwise."""
    if "*" in markdown or "\\" in markdown:
        return None
    return " ".join(markdown.split())


def runs(markdown: str) -> tuple[Run, ...]:
    """The words, white space folded, run by run of one look."""
    if (words := plain(markdown)) is not None:
        return (Run(words),)
    looks = groupby(_looks(markdown), key=lambda run: (run.strong, run.emphasis))
    merged, start = [], 0
    for _, group in looks:
        same = list(group)
        run = replace(same[0], words="".join(run.words for run in same), start=start)
        merged.append(run)
        start = run.end
    return tuple(merged)


class SourceOffsets:
    """Where in the Markdown each character of the plain words was written."""

    def __init__(self, markdown: str) -> None:
        """Read the Markdown once, however often it is asked."""
        marks = _marks(pieces := tuple(_pieces(markdown)))
        kept = [piece for index, piece in enumerate(pieces) if index not in marks]
        self._starts = [0, *accumulate(len(piece.words) for piece in kept)]
        self._origins = [piece.origin for piece in kept]

    def __getitem__(self, offset: int) -> int:
        """The place of one character; the beginning where there is none."""
        if not 0 <= offset < self._starts[-1]:
            return 0
        index = bisect_right(self._starts, offset) - 1
        return self._origins[index] + offset - self._starts[index]


def unmatched_stars(markdown: str) -> tuple[int, ...]:
    """Where stars stand that look like the beginning of an emphasis and begin none."""
    if "*" not in markdown:
        return ()
    marks = _marks(pieces := tuple(_pieces(markdown)))
    return tuple(
        piece.origin
        for index, piece in enumerate(pieces)
        if piece.opens and index not in marks and not piece.closes
    )


def _pieces(markdown: str) -> Iterator[_Piece]:
    text = markdown.rstrip()
    for found in _PIECE.finditer(text, len(text) - len(text.lstrip())):
        if found["space"]:
            yield _Piece(" ", found.start())
        elif found["escaped"]:
            yield _Piece(found["escaped"], found.start("escaped"))
        elif found["stars"] and len(found["stars"]) <= _LONGEST_MARK:
            stars, start, end = found["stars"], found.start(), found.end()
            closes = start > 0 and not text[start - 1].isspace()
            opens = end < len(text) and not text[end].isspace()
            yield _Piece(stars, start, len(stars), opens, closes)
        else:
            yield _Piece(found[0], found.start())


def _marks(pieces: tuple[_Piece, ...]) -> frozenset[int]:
    """The pieces that begin or end an emphasis: stars that have partners of their own number."""
    marks: set[int] = set()
    waiting: dict[int, list[int]] = {stars: [] for stars in range(1, _LONGEST_MARK + 1)}
    for index, piece in enumerate(pieces):
        if piece.closes and waiting[piece.stars]:
            partner = waiting[piece.stars][-1]
            marks |= {partner, index}
            for opened in waiting.values():
                while opened and opened[-1] >= partner:
                    opened.pop()
        elif piece.opens:
            waiting[piece.stars].append(index)
    return frozenset(marks)


def _looks(markdown: str) -> Iterator[Run]:
    pieces = tuple(_pieces(markdown))
    marks = _marks(pieces)
    strong = emphasis = False
    for index, piece in enumerate(pieces):
        if index in marks:
            strong ^= piece.stars > 1
            emphasis ^= piece.stars != 2  # noqa: PLR2004 - two stars are strong alone
        else:
            yield Run(piece.words, 0, strong, emphasis)
