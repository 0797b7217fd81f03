"""The citations in running text: where they stand and what they mean.

How authorities are called in text is the Commission's matter and comes from its file.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.model import NUMBER, PINPOINT, Citation
from corpus.vocabulary import Authorities, Kind

_SIGN = {Kind.STANDARD: "", Kind.STATUTE: r"§*\s*"}
"""What may stand between the words and the number."""

_ENDS_HERE = {Kind.STANDARD: r"(?![\d-])(?!\.\d)", Kind.STATUTE: r"(?![\w-])"}
"""What tells that the number is whole, and not the beginning of another."""


@dataclass(frozen=True, order=True, slots=True)
class Found:
    """A citation in a text, from character `start` up to `end`."""

    start: int
    end: int
    citation: Citation


class Finder:
    """Finds the citations in the texts of one Commission."""

    def __init__(self, authorities: Authorities) -> None:
        """Take over the words by which the Commission calls its authorities."""
        self._patterns = {kind: _pattern(kind, authorities[kind].cited_as) for kind in Kind}
        names = (name for kind in Kind for name in authorities[kind].cited_as)
        self._first_words = tuple({name.split()[0] for name in names})

    def may_find(self, markdown: str) -> bool:
        """A quick look whether there is anything to find in a text, as it is written."""
        if "*" in markdown or "\\" in markdown:
            return True
        return any(word in markdown for word in self._first_words)

    def find(self, words: str) -> tuple[Found, ...]:
        """The citations in plain words, in the order in which they stand."""
        return tuple(sorted(self._found(words)))

    def _found(self, words: str) -> Iterator[Found]:
        for kind, pattern in self._patterns.items():
            for match in pattern.finditer(words):
                if _is_within_a_word(words, match.start()):
                    continue
                citation = Citation(kind, match["id"], match["pinpoint"])
                yield Found(match.start(), match.end(), citation)


def _is_within_a_word(words: str, start: int) -> bool:
    """Whether the name goes on with a word; asked after the search, since it slows it tenfold."""
    return start > 0 and (words[start - 1].isalnum() or words[start - 1] == "_")


def _pattern(kind: Kind, cited_as: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(cited_as, key=len, reverse=True)
    names = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in longest_first)
    number = rf"{_SIGN[kind]}(?P<id>{NUMBER[kind]}){_ENDS_HERE[kind]}"
    return re.compile(rf"(?:{names})\s*{number}(?P<pinpoint>{PINPOINT})")
