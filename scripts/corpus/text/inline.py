r"""Inline Markdown: `*emphasis*`, `**strong**`, and `\` before a sign that stands for itself.

Stars without a partner are part of the text, so no word is ever lost.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate, groupby

_TOKEN = re.compile(
    r"""
      (?P<space> \s+ )
    | \\(?P<escaped> [!-/:-@\[-`{-~] )
    | (?P<stars> \*+ )
    | (?P<plain> [^\s\\*]+ | \\ )
    """,
    re.VERBOSE,
)
_MOST_STARS = 3
_OTHER_ASCII_SPACES = "\n\t\v\f\r\x1c\x1d\x1e\x1f"
"""White space of ASCII besides the space; it takes less time to look for each than to read all."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one style, with their offset in the plain words."""

    words: str
    start: int = 0
    strong: bool = False
    emphasis: bool = False


@dataclass(frozen=True, slots=True)
class _Token:
    """A piece of the Markdown: its words, and the offset at which they were written."""

    words: str
    source_offset: int
    stars: int = 0
    can_open: bool = False
    can_close: bool = False


def words_without_marks(markdown: str) -> str | None:
    """The words with single spaces, if no mark is among them; None otherwise."""
    if "*" in markdown or "\\" in markdown:
        return None
    has_single_spaces = "  " not in markdown and not _has_other_spaces(markdown)
    return markdown.strip() if has_single_spaces else " ".join(markdown.split())


def _has_other_spaces(markdown: str) -> bool:
    """Whether there may be line breaks, tabs or unusual spaces, which are not printable."""
    if markdown.isascii():
        return any(map(markdown.__contains__, _OTHER_ASCII_SPACES))
    return not markdown.isprintable()


def runs(markdown: str) -> tuple[Run, ...]:
    """The words with single spaces, in runs of one style."""
    if (words := words_without_marks(markdown)) is not None:
        return (Run(words),)
    merged, start = [], 0
    for _, group in groupby(_token_runs(markdown), key=lambda run: (run.strong, run.emphasis)):
        same_style = list(group)
        words = "".join(run.words for run in same_style)
        merged.append(replace(same_style[0], words=words, start=start))
        start += len(words)
    return tuple(merged)


class SourceOffsets:
    """The offset in a text of each character of the plain words of its Markdown."""

    def __init__(self, markdown: str, start: int = 0) -> None:
        """Read the Markdown, which begins at `start`, once for all lookups."""
        tokens = tuple(_tokens(markdown))
        marks = _paired_stars(tokens)
        shown = [token for index, token in enumerate(tokens) if index not in marks]
        self._starts = [0, *accumulate(len(token.words) for token in shown)]
        self._source_offsets = [start + token.source_offset for token in shown]
        self._start = start

    def __getitem__(self, offset: int) -> int:
        """The offset of a character of the words; for one outside them, the offset of the start."""
        if not 0 <= offset < self._starts[-1]:
            return self._start
        index = bisect_right(self._starts, offset) - 1
        return self._source_offsets[index] + offset - self._starts[index]


def unmatched_stars(markdown: str) -> tuple[int, ...]:
    """The offsets of stars that look like the beginning of an emphasis but have no partner."""
    if "*" not in markdown:
        return ()
    tokens = tuple(_tokens(markdown))
    marks = _paired_stars(tokens)
    return tuple(
        token.source_offset
        for index, token in enumerate(tokens)
        if token.can_open and not token.can_close and index not in marks
    )


def _tokens(markdown: str) -> Iterator[_Token]:
    text = markdown.rstrip()
    for match in _TOKEN.finditer(text, len(text) - len(text.lstrip())):
        start, end = match.span()
        if match["space"]:
            yield _Token(" ", start)
        elif match["escaped"]:
            yield _Token(match["escaped"], match.start("escaped"))
        elif match["stars"] and end - start <= _MOST_STARS:
            can_close = start > 0 and not text[start - 1].isspace()
            can_open = end < len(text) and not text[end].isspace()
            yield _Token(match["stars"], start, end - start, can_open, can_close)
        else:
            yield _Token(match[0], start)


def _paired_stars(tokens: tuple[_Token, ...]) -> frozenset[int]:
    """The indexes of stars that open or close an emphasis: pairs of the same number of stars."""
    paired: set[int] = set()
    open_marks: dict[int, list[int]] = {stars: [] for stars in range(1, _MOST_STARS + 1)}
    for index, token in enumerate(tokens):
        if token.can_close and open_marks[token.stars]:
            partner = open_marks[token.stars][-1]
            paired |= {partner, index}
            for indexes in open_marks.values():
                while indexes and indexes[-1] >= partner:
                    indexes.pop()
        elif token.can_open:
            open_marks[token.stars].append(index)
    return frozenset(paired)


def _token_runs(markdown: str) -> Iterator[Run]:
    """A run for each token that is not a mark."""
    tokens = tuple(_tokens(markdown))
    marks = _paired_stars(tokens)
    strong = emphasis = False
    for index, token in enumerate(tokens):
        if index in marks:
            strong ^= token.stars > 1
            emphasis ^= token.stars != 2  # noqa: PLR2004 - two stars alone are strong
        else:
            yield Run(token.words, 0, strong, emphasis)
