"""Numbers written in words after a name, as digits: `Canon Three`."""

import re

from corpus.citations.introducers import NameInText
from corpus.citations.ordinary_words import is_before_a_noun, is_ordinary
from corpus.model.authority_kind import NUMBER, SETS

_SMALL = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen
"""
_UP_TO_NINETEEN = _SMALL.split()
_TENS = "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
_NUMBER_WORD = re.compile(
    rf"(?i:(?P<tens>{'|'.join(_TENS)})(?:-(?P<ones>{'|'.join(_UP_TO_NINETEEN[1:10])}))?"
    rf"|(?P<small>{'|'.join(_UP_TO_NINETEEN[1:])}))(?![\w-])"
)
_ANY = re.sub(r"\?P<\w+>", "?:", _NUMBER_WORD.pattern)
_NUMBER_WORDS = re.compile(rf"{_ANY}(?:(?:,?\s+(?:and|or|to|through|&)|,)\s+{_ANY})*")
"""`Three`, `Three, Four and Thirty-One`."""

_BEFORE_A_NAME = re.compile(r"\s+[A-Z][a-z]{3,}")
_WORD_SO_FAR = re.compile(r"(?:[^\W\d_]+-)?[^\W\d_]+$")
_LONGEST_NUMBER = 20


def with_digits(words: str, name: NameInText) -> str:
    """The words with digits for the numbers in words after a name, at the same offsets."""
    kind = name.meaning.kind
    if not words[name.number_start : name.number_start + 1].isalpha():
        return words
    if name.meaning.is_common or (kind is not None and kind.numbering not in (NUMBER, SETS)):
        return words
    numbers = _NUMBER_WORDS.match(words, name.number_start)
    if numbers is None or _are_of_things(words, name, numbers):
        return words
    digits = _NUMBER_WORD.sub(lambda word: _digits(word).rjust(len(word[0])), numbers[0])
    return words[: numbers.start()] + digits + words[numbers.end() :]


def whole_word(words: str, start: int) -> int:
    """Where the word begins in which a citation starts; its digits are at the end of the word."""
    word = _WORD_SO_FAR.search(words, max(start - _LONGEST_NUMBER, 0), start + 1)
    return word.start() if word else start


def _digits(word: re.Match[str]) -> str:
    """`31` for `Thirty-One`."""
    if small := word["small"]:
        return str(_UP_TO_NINETEEN.index(small.lower()))
    ones = _UP_TO_NINETEEN.index((word["ones"] or "zero").lower())
    return str(10 * _TENS.index(word["tens"].lower()) + 20 + ones)


def _are_of_things(words: str, name: NameInText, numbers: re.Match[str]) -> bool:
    """Whether numbers in words count something, or are in a name: `Canon two hours`."""
    if words[name.start].islower():
        return is_ordinary(words, name.start, numbers.end())
    if _BEFORE_A_NAME.match(words, numbers.end()):
        return True
    return numbers[0].islower() and is_before_a_noun(words, numbers.end())
