"""The words of two readings of one page, compared in any order."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from corpus.intake.document import TO_PLAIN_DIGITS, clean_text

UNREADABLE = "\ufffd"
"""Stands for a sign for which a font names no letter."""

_RAISED = re.compile("[⁰¹²³⁴-⁹]+")
_LAST_NUMBER = re.compile(r"(?<=[^\s\d])\d{1,3}(?!\S)")
"""The number at the end of a word, which may be the mark of a footnote."""
_SHORT = 2
"""Words of more letters are no fragments of a word."""
_MOST = 0.45
"""More than this part of the words that were joined stand in the document on their own."""
_MARKS = ".,;:?!()“”‘’\"'"
_DIVIDING = "-\u2010\u2011\u00ad–—/"
_HYPHENS = re.compile("[-\u2010\u2011\u00ad]")


class UnmatchedWords(NamedTuple):
    """The words of each reading that the other lacks."""

    only_first: tuple[str, ...]
    only_second: tuple[str, ...]


def unmatched_words(first: str, second: str) -> UnmatchedWords:
    """The words that only one reading has.

    Hyphens do not count, nor where a reading puts spaces within a word, nor signs that one of
    them cannot read as letters.
    """
    words = _words(first)
    other_words = _words(second)
    rest = _surplus(words, other_words)
    other_rest = _surplus(other_words, words)
    if "".join(rest) == "".join(other_rest):
        return UnmatchedWords((), ())
    _match_split_words(rest, other_rest)
    _match_split_words(other_rest, rest)
    return UnmatchedWords(tuple(filter(_counts, rest)), tuple(filter(_counts, other_rest)))


def split_words(first: str, second: str, known: Counter[str]) -> Iterator[str]:
    """Yield neighboring words of one reading that are one word in the other, and belong together.

    They belong together if they are a number, if the document has the joined word elsewhere, or if
    one of the two is short and stands nowhere else. `known` counts the words of the document, in
    lowercase.
    """
    words = clean_text(first).split()
    others = Counter(clean_text(second).split())
    for word in words:
        others[word] -= 1
    for word, following in pairwise(words):
        parts = (word.casefold(), following.casefold())
        whole = word + following
        is_fragment = any(len(part) <= _SHORT and known[part] == 1 for part in parts)
        is_word = whole.isalpha() and (known[whole.casefold()] or is_fragment)
        if others[whole] > 0 and (is_word or _is_number(whole)):
            yield f"{word} {following}"


def joined_words(first: str, second: str, known: Counter[str]) -> Iterator[str]:
    """Yield the words of one reading that stand nowhere else and that the other has as several.

    Half of the several words must be in the document on their own, as `known` says. A number need
    only be more frequent in this reading than in the other.
    """
    others = clean_text(second).split()
    counts = Counter(others)
    for word, count in Counter(clean_text(first).split()).items():
        stands_elsewhere = counts[word] > 0 or known[word.casefold()] > 1
        is_matched = counts[word] >= count if _is_number(word) else stands_elsewhere
        if is_matched or not word.strip(_MARKS).isalnum():
            continue
        parts = _words_that_make(word, others)
        bare = [part.strip(_MARKS).casefold() for part in parts]
        are_words = sum(known[part] > 0 for part in bare) > _MOST * len(bare)
        if parts and (are_words or _is_number(word)):
            yield word


def _is_number(word: str) -> bool:
    return word.strip(_MARKS).isdecimal()


def _words_that_make(word: str, others: Sequence[str]) -> Sequence[str]:
    """The neighbors that add up to a word, but for words that are divided at a line end."""
    for start, other in enumerate(others):
        end = start + 1
        made = other
        while word.startswith(made) and len(made) < len(word) and end < len(others):
            if made[-1] in _DIVIDING:
                break
            made = made + others[end]
            end = end + 1
        if made == word:
            return others[start:end]
    return ()


def frequencies(readings: Iterable[str]) -> Counter[str]:
    """How often readings have each word, in lowercase."""
    return Counter(word for reading in readings for word in clean_text(reading).casefold().split())


def _words(text: str) -> list[str]:
    apart = _RAISED.sub(lambda mark: f" {mark[0].translate(TO_PLAIN_DIGITS)}", clean_text(text))
    normal = _HYPHENS.sub("", unicodedata.normalize("NFKC", apart)).replace("_", " ")
    return _LAST_NUMBER.sub(r" \g<0>", normal).split()


def _surplus(words: Sequence[str], others: Sequence[str]) -> list[str]:
    """The words, in order, that are more than there are in the others."""
    available = Counter(others)
    surplus = []
    for word in words:
        if available[word]:
            available[word] -= 1
        else:
            surplus.append(word)
    return surplus


def _match_split_words(whole: list[str], parts: list[str]) -> None:
    """Remove each word that some of the parts add up to, with these parts."""
    for word in list(whole):
        if word_parts := _parts_of(word, [part for part in parts if part in word]):
            whole.remove(word)
            for part in word_parts:
                parts.remove(part)


def _parts_of(word: str, parts: Sequence[str]) -> list[str]:
    """The parts, each used once, that add up to a word; nothing if there are none."""
    ways: dict[int, list[str]] = {0: []}
    for start in range(len(word)):
        if start not in ways:
            continue
        left = Counter(parts) - Counter(ways[start])
        for part in left:
            if word.startswith(part, start):
                ways.setdefault(start + len(part), [*ways[start], part])
    return ways.get(len(word), [])


def _counts(word: str) -> bool:
    """Whether a reader would miss the word: it has a letter or a digit."""
    return any(letter.isalnum() for letter in word)
