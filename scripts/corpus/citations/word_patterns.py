"""Patterns for words with any white space, and with or without the period of an abbreviation."""

import re
from collections.abc import Iterable
from itertools import groupby

PERIOD_OF_A_WORD = r"(?:(?<=[a-z])|(?<=[A-Z]{3}))\."
"""The period of `Gen.` or `STD.`, which may be missing; not that of a letter, as in `G.S.`."""


def any_of(spellings: Iterable[str]) -> str:
    """A pattern for any of the spellings, the longest first; the first letter decides quickly."""
    by_letter = groupby(sorted(spellings), key=lambda words: words[0])
    groups = ((letter, sorted(group, key=len, reverse=True)) for letter, group in by_letter)
    return "|".join(
        re.escape(letter)
        + "(?:"
        + "|".join(_with_any_space(words)[len(re.escape(letter)) :] for words in group)
        + ")"
        for letter, group in groups
    )


def _with_any_space(words: str) -> str:
    """A pattern for words: `Harbor Gen. Stat.` is also `Harbor Gen.Stat` over two lines."""
    parts = [part for part in re.split(r"(?<=\.)(?! |s$)| ", words) if part]
    spaces = [r"\s*" if part.endswith(".") else r"\s+" for part in parts[:-1]]
    pairs = zip(map(_with_any_period, parts), [*spaces, ""], strict=True)
    return "".join(part + space for part, space in pairs)


def _with_any_period(word: str) -> str:
    r"""A pattern for a word: `Stat(?:\.|(?!\w))` for `Stat.`, and `G\.` for `G.`."""
    ending = r"(?:\.|(?!\w))"
    is_abbreviation = re.search(f"{PERIOD_OF_A_WORD}$", word) is not None
    return re.escape(word[:-1]) + ending if is_abbreviation else re.escape(word)
