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

    def find(self, words: str) -> tuple[Found, ...]:
        """The citations in plain words, in the order in which they stand."""
        return tuple(sorted(self._found(words)))

    def _found(self, words: str) -> Iterator[Found]:
        for kind, pattern in self._patterns.items():
            for match in pattern.finditer(words):
                citation = Citation(kind, match["id"], match["pinpoint"])
                yield Found(match.start(), match.end(), citation)


def _pattern(kind: Kind, cited_as: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(cited_as, key=len, reverse=True)
    names = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in longest_first)
    number = rf"{_SIGN[kind]}(?P<id>{NUMBER[kind]}){_ENDS_HERE[kind]}"
    return re.compile(rf"(?<!\w)(?:{names})\s*{number}(?P<pinpoint>{PINPOINT})")
