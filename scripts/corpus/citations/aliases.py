"""Opinions that a text cites by another number, such as that of a joint body."""

import re
from collections.abc import Mapping
from operator import attrgetter

from corpus.citations.found_citation import CitationsInText, FoundCitation
from corpus.citations.masks import apart_from
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


def with_names_of_settings(
    found: CitationsInText, linked: list[tuple[int, int]], by_alias: list[FoundCitation]
) -> CitationsInText:
    """What was found, with linked opinions of other bodies and opinions by another number."""
    spans = [*linked, *((each.start, each.end) for each in by_alias)]
    citations = [*apart_from(spans, found.resolved), *by_alias]
    of_others = [*linked, *apart_from(linked, found.of_others)]
    return CitationsInText(
        tuple(sorted(citations, key=attrgetter("start"))),
        tuple(apart_from(spans, found.unresolved)),
        tuple(sorted(of_others)),
    )
