"""The citations in running text: where they stand and what they mean.

How authorities are called in text is the Commission's matter and comes from its file.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.model import Citation
from corpus.vocabulary import Commission, Kind

_PINPOINT = r"(?P<pinpoint>(?:\((?:[a-z]{1,5}|[A-Z]{1,5}|[0-9]{1,3})\))*)"
_NUMBER = {
    Kind.STANDARD: r"(?P<id>[0-9]{1,3})(?![\d-])(?!\.\d)",
    Kind.STATUTE: r"§*\s*(?P<id>[0-9]+[A-Z]?-[0-9]+(?:\.[0-9]+)?[A-Z]?)(?![\w-])",
}


@dataclass(frozen=True, order=True, slots=True)
class Found:
    """A citation in a text, from character `start` up to `end`."""

    start: int
    end: int
    citation: Citation


class Finder:
    """Finds the citations of one Commission's texts."""

    def __init__(self, commission: Commission) -> None:
        """Take over the words by which the Commission calls its authorities."""
        self._patterns = {
            kind: _pattern(naming.cited_as, _NUMBER[kind])
            for kind, naming in commission.authorities.items()
        }

    def find(self, words: str) -> tuple[Found, ...]:
        """The citations in plain words, in the order in which they stand."""
        return tuple(sorted(self._found(words)))

    def _found(self, words: str) -> Iterator[Found]:
        for kind, pattern in self._patterns.items():
            for match in pattern.finditer(words):
                citation = Citation(kind, match["id"], match["pinpoint"])
                yield Found(match.start(), match.end(), citation)


def _pattern(cited_as: tuple[str, ...], number: str) -> re.Pattern[str]:
    longest_first = sorted(cited_as, key=len, reverse=True)
    names = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in longest_first)
    return re.compile(rf"(?<!\w)(?:{names})\s*{number}{_PINPOINT}")
