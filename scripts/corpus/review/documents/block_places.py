"""Where the blocks of a text are in a document: which words belong to which block."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpus.review.documents.normal_words import (
    WORD,
    normal_word,
    normal_words,
    without_bullet,
    without_outer_signs,
    words_and_signs,
)

_SURELY_ITS = 0.6
"""The share of a piece of the document that must be in a block to be compared with it."""
_PERHAPS_ITS = 0.5
"""A block is a new wording of another if both share this part of the shorter one."""
_BEFORE = 4
"""How many words before a place are named to find it."""
_SHORT = 3
"""At most this many words, such as those of a heading, may stand within any sentence."""


_OUTER_SIGNS = re.compile(r"^[\W_]+|[\W_]+$")


class DocumentWord(NamedTuple):
    """A word of a document, to be compared and to be shown."""

    normal: str
    """As `normal_word` gives it."""
    paragraph: int
    start: int
    """Where it stands in its paragraph."""


class Span(NamedTuple):
    """Consecutive words of a document."""

    start: int
    end: int


class Document:
    """The words of a document. Each belongs to at most one block."""

    def __init__(self, paragraphs: Sequence[str]) -> None:
        """No word belongs to a block yet."""
        self._paragraphs = paragraphs
        self._words = [
            DocumentWord(normal_word(match[0]), number, match.start())
            for number, paragraph in enumerate(paragraphs)
            for match in WORD.finditer(paragraph)
        ]
        self._is_free = [True] * len(self._words)
        self._joined = f" {' '.join(word.normal for word in self._words)} "

    def start_of(self, paragraph: int) -> int:
        """How many words precede a paragraph."""
        return bisect_left(self._words, paragraph, key=lambda word: word.paragraph)

    def paragraphs_of(self, span: Span) -> range:
        """The numbers of the paragraphs that the words are in."""
        return range(self._words[span.start].paragraph, self._words[span.end - 1].paragraph + 1)

    def take(self, span: Span) -> None:
        """These words belong to a block now."""
        self._is_free[span.start : span.end] = [False] * (span.end - span.start)

    def places_of(self, text: str) -> Iterator[Span]:
        """Where all words of a text are in their order, and belong to no other block.

        A few words must begin or end what is free, as a heading does.
        """
        words = normal_words(text)
        wanted = f" {' '.join(words)} "
        place = self._joined.find(wanted) if words else -1
        while place >= 0:
            start = self._joined.count(" ", 0, place + 1) - 1
            span = Span(start, start + len(words))
            if all(self._is_free[span.start : span.end]) and (
                len(words) > _SHORT or self._is_at_an_edge(span)
            ):
                yield span
            place = self._joined.find(wanted, place + 1)

    def pieces(self) -> list[Span]:
        """What belongs to no block, paragraph by paragraph."""
        pieces: list[Span] = []
        for position, word in enumerate(self._words):
            if not self._is_free[position]:
                continue
            last = pieces[-1] if pieces else Span(0, -1)
            if last.end == position and self._words[last.end - 1].paragraph == word.paragraph:
                pieces[-1] = Span(last.start, position + 1)
            else:
                pieces.append(Span(position, position + 1))
        return pieces

    def likeliest(self, text: str) -> Span | None:
        """What belongs to no block and has most words of a text; None if it has too few."""
        words = Counter(normal_words(text))
        pieces = self.pieces()
        shared = [self._shared(piece, words) for piece in pieces]
        best = max(range(len(pieces)), key=shared.__getitem__, default=None)
        if best is None or shared[best] < _PERHAPS_ITS * min(
            words.total(), pieces[best].end - pieces[best].start
        ):
            return None
        return self._with_neighbors(pieces, shared, best)

    def words_of(self, span: Span) -> str:
        """The words as the document has them, with their signs."""
        return " ".join(self._part(number, span) for number in self.paragraphs_of(span)).strip()

    def words_before(self, span: Span) -> str:
        """The last words before these, which show where in the document they are."""
        before = Span(max(span.start - _BEFORE, 0), span.start)
        return self.words_of(before) if span.start else ""

    def has_signs_of(self, text: str, span: Span) -> bool:
        """Whether all signs of a text are where the document has its words.

        Those before and after it count only if no other text shares its paragraphs.
        """
        here, there = words_and_signs(text), words_and_signs(self.words_of(span))
        if self._is_whole(span):
            return here == there
        return without_outer_signs(here) == without_outer_signs(there)

    def as_printed(self, text: str, span: Span) -> tuple[str, str]:
        """The words of a span and a text with these words, as far as both can be compared.

        Bullets do not count, nor do signs before and after a span that shares its paragraphs.
        """
        printed = (without_bullet(self.words_of(span)), without_bullet(text))
        there, here = printed if self._is_whole(span) else map(_from_word_to_word, printed)
        return there, here

    def _is_whole(self, span: Span) -> bool:
        """Whether a span is all of its paragraphs."""
        numbers = self.paragraphs_of(span)
        return (
            self.start_of(numbers[0]) == span.start and self.start_of(numbers[-1] + 1) == span.end
        )

    def _is_at_an_edge(self, span: Span) -> bool:
        return any(span.start == piece.start or span.end == piece.end for piece in self.pieces())

    def _shared(self, piece: Span, words: Counter[str]) -> int:
        """How many words of a piece are among some words."""
        normal = Counter(word.normal for word in self._words[piece.start : piece.end])
        return (normal & words).total()

    @staticmethod
    def _with_neighbors(pieces: Sequence[Span], shared: Sequence[int], best: int) -> Span:
        """A piece with those beside it that are in the same text, for the most part."""
        first = last = best
        while first and _is_next(pieces, shared, first, first - 1):
            first -= 1
        while last + 1 < len(pieces) and _is_next(pieces, shared, last, last + 1):
            last += 1
        return Span(pieces[first].start, pieces[last].end)

    def _part(self, number: int, span: Span) -> str:
        """The part of a paragraph that is in a span, up to the first word behind it."""
        inside = [word for word in self._words[span.start : span.end] if word.paragraph == number]
        behind = self._words[span.end] if span.end < len(self._words) else None
        end = behind.start if behind and behind.paragraph == number else None
        begins = span.start == 0 or self._words[span.start - 1].paragraph != number
        start = 0 if begins or not inside else inside[0].start
        return self._paragraphs[number][start:end].strip() if inside else ""


def _from_word_to_word(text: str) -> str:
    """A text without the signs before its first word and after its last one."""
    return _OUTER_SIGNS.sub("", text)


def _is_next(pieces: Sequence[Span], shared: Sequence[int], here: int, other: int) -> bool:
    """Whether a piece stands right beside another one, and is in the same text."""
    first, second = sorted((pieces[here], pieces[other]))
    size = pieces[other].end - pieces[other].start
    return first.end == second.start and shared[other] >= _SURELY_ITS * size
