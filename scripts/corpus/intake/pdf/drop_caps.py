"""Large first letters of paragraphs on PDF pages, which are beside two or more lines."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from corpus.intake.pdf.page import Page, Word
from corpus.intake.remarks import Remark, RemarkKind

_LARGE = 1.8
"""A drop cap is this many times as large as the text."""
_NEAR = 1.5
"""The lines beside it begin within this many font sizes."""
_LONGEST = 2
"""It is a letter, perhaps with a quotation mark."""
_WORDS = {"A", "I"}
"""The letters that are words."""


def with_small_drop_caps(page: Page, font_size: float) -> tuple[Page, list[Remark]]:
    """The page with its drop caps at the beginning of the first lines beside them."""
    texts = {word.text.casefold() for word in page.words}
    words = list(page.words)
    remarks = list[Remark]()
    for index, word in enumerate(page.words):
        beside = list(_beside(word, page.words, font_size))
        if len({round(other.baseline) for other in beside}) > 1:
            first = min(beside, key=lambda other: other.baseline)
            words[index] = _small(word, first, texts)
            remarks.append(Remark(RemarkKind.DROP_CAP, page.place, f"{word.text} {first.text}"))
    return replace(page, words=tuple(words)), remarks


def _beside(word: Word, words: Sequence[Word], font_size: float) -> Iterator[Word]:
    """Yield the words that begin lines beside a drop cap; none if the word is not a drop cap."""
    if word.size < _LARGE * font_size or len(word.text) > _LONGEST or not word.text[-1].isalpha():
        return
    for other in words:
        is_near = -font_size / 2 <= other.left - word.right < _NEAR * font_size
        is_smaller = other.size * _LARGE <= word.size
        if is_near and is_smaller and word.top < other.baseline < word.bottom:
            yield other


def _small(word: Word, first: Word, texts: Collection[str]) -> Word:
    is_apart = word.text in _WORDS and f"{word.text}{first.text}".casefold() not in texts
    right = first.left - first.size if is_apart else first.left
    return replace(word, right=right, baseline=first.baseline, style=first.style)
