"""Opinions that a text cites by another number, such as that of a joint body."""

import re
from collections.abc import Mapping

from corpus.citations.found_citation import FoundCitation
from corpus.model.opinion_id import OpinionId


class Aliases:
    """The other numbers of opinions, each with the opinion that it names."""

    def __init__(self, opinions: Mapping[str, OpinionId]) -> None:
        """Prepare the pattern."""
        self.opinions = {" ".join(name.split()): opinion for name, opinion in opinions.items()}
        names = sorted(self.opinions, key=len, reverse=True)
        any_name = "|".join(r"\s+".join(map(re.escape, name.split())) for name in names)
        self.pattern = re.compile(rf"(?<![\w-])(?:{any_name})(?!\w|-\w)") if names else None
        """Any of them, the longest first; None if there are none."""

    def find(self, words: str) -> list[FoundCitation]:
        """The opinions that the words cite by these numbers."""
        if self.pattern is None:
            return []
        return [
            FoundCitation(*match.span(), self.opinions[" ".join(match[0].split())])
            for match in self.pattern.finditer(words)
        ]
