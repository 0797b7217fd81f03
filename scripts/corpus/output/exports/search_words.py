"""Words as the index of the search has them, and the phrases of the thesaurus in a text.

Which forms a word has is known to the script in the reader's browser. So a phrase is indexed with
too many forms rather than too few; the script leaves out those that it does not ask for.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from unicodedata import normalize

_WORD = re.compile(r"[^\W_]+")
_LEFT_OUT = re.compile(r"['’](?:(?:s|ll)\b)?|,(?<=\d,)(?=\d)|[\u0300-\u036f]")
"""What is left out of words: `’s`, `’ll`, apostrophes, the commas of numbers, accents."""

_SHORTEST_BEGINNING, _LONGEST_ENDING = 3, 2

_TEXTS, _PAIRS = 1_000, 100_000
"""How many texts are remembered, as questions share those of their opinion, and pairs of words."""


def words(text: str) -> list[str]:
    """The words of a text as the index has them: `party`, `1250` for `Party's $1,250`."""
    text = text if text.isascii() else normalize("NFKD", text)
    return _WORD.findall(_LEFT_OUT.sub("", text).lower())


def beginning(word: str) -> str:
    """The letters that forms of a word begin with, as in `disclos` for `disclose`."""
    return word[: max(_SHORTEST_BEGINNING, len(word) - _LONGEST_ENDING)]


class Phrases:
    """What stands for terms of several words: `pays in advance` for `paid in advance`."""

    def __init__(self, terms: Iterable[str]) -> None:
        """Take the terms; those of one word are no phrases."""
        self._by_pair: defaultdict[tuple[str, str], set[tuple[str, ...]]] = defaultdict(set)
        for term in terms:
            beginnings = tuple(map(beginning, words(term)))
            if len(beginnings) > 1:
                for pair in _pairs(*beginnings[:2]):
                    self._by_pair[pair].add(beginnings)
        self._terms_at = lru_cache(_PAIRS)(self._terms_that_may_begin)
        self.among = lru_cache(_TEXTS)(self._among)

    def _among(self, text: str) -> frozenset[str]:
        """Every run of words of a text that may be a form of a term."""
        all_words = words(text)
        return frozenset(
            " ".join(run)
            for at, pair in enumerate(pairwise(all_words))
            for beginnings in self._terms_at(*pair)
            if _may_be_form(run := all_words[at : at + len(beginnings)], beginnings)
        )

    def _terms_that_may_begin(self, first: str, second: str) -> frozenset[tuple[str, ...]]:
        return frozenset().union(*(self._by_pair.get(pair, ()) for pair in _pairs(first, second)))


def _pairs(first: str, second: str) -> tuple[tuple[str, str], ...]:
    """What any forms of two words share with them: of one, perhaps only its first letter."""
    first, second = first[:_SHORTEST_BEGINNING], second[:_SHORTEST_BEGINNING]
    return (first, second), (first[:1], second), (first, second[:1])


def _may_be_form(run: Sequence[str], beginnings: Sequence[str]) -> bool:
    """Whether a run of words may be a form of a term; one word may be irregular: `threw away`."""
    if len(run) < len(beginnings):
        return False
    pairs = zip(run, beginnings, strict=True)
    others = [(word, wanted) for word, wanted in pairs if not word.startswith(wanted)]
    return not others or (len(others) == 1 and _may_be_irregular(*others[0]))


def _may_be_irregular(word: str, wanted: str) -> bool:
    return word[0] == wanted[0] and min(len(word), len(wanted)) >= _SHORTEST_BEGINNING
