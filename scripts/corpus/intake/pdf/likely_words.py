"""Whether the letters of a page make words."""

import re
import unicodedata
from collections import Counter
from string import ascii_lowercase

_WORD = re.compile(r"(?<!\S)[^\W\d_]{4,}(?=[.,;:?!)”’\"]*(?:\s|$))")
_VOWEL = re.compile(r"[aeiouy]", re.IGNORECASE)
_CONSONANT = re.compile(r"[b-df-hj-np-tv-z]", re.IGNORECASE)
_FEW = 5
_LARGE_PART = 0.15
"""If more of the words lack a vowel or a consonant, the letters are not those that are printed."""
_ENOUGH_LETTERS = 200
_FREQUENT = 4
"""In every longer text, `e` is among this many of the most frequent letters."""
_COMMON = frozenset({"the", "of", "and", "to", "in", "a", "is", "for"})
"""Every longer text in English has at least one of these words."""
_QUOTED = 5


def unlikely_words(text: str) -> tuple[str, ...]:
    """The first words that lack a vowel or a consonant, if many do so.

    If the letter `e` is rare and there is no common word, each letter may stand for another one,
    so all words are unlikely.
    """
    words = [word for word in _WORD.findall(text) if not word.isupper()]
    unlikely = words if _lacks_e(text) else [word for word in words if not _may_be_word(word)]
    if len(unlikely) < _FEW or len(unlikely) <= _LARGE_PART * len(words):
        return ()
    return tuple(dict.fromkeys(unlikely))[:_QUOTED]


def _lacks_e(text: str) -> bool:
    counts = Counter(letter for letter in text.casefold() if letter in ascii_lowercase)
    frequent = {letter for letter, _ in counts.most_common(_FREQUENT)}
    is_rare = counts.total() >= _ENOUGH_LETTERS and "e" not in frequent
    return is_rare and _COMMON.isdisjoint(text.casefold().split())


def _may_be_word(word: str) -> bool:
    letters = unicodedata.normalize("NFD", word)
    if not letters[0].isascii():  # Greek and Cyrillic words have other vowels.
        return True
    return bool(_VOWEL.search(letters) and _CONSONANT.search(letters))
