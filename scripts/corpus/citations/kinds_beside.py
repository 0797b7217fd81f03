"""The kind that is named beside a number: `Rule 12 of the Local Rules`, `Local Rules, Rule 12`."""

import re
from collections.abc import Iterable
from dataclasses import replace

from corpus.citations.introducers import TO_ITS_RULE, Introducers, NameInText
from corpus.citations.ranges import ListReader
from corpus.model.authority_kind import AuthorityKind

_LONGEST_NAME_AND_LEAD = 120
_TO_ITS_KIND = r"(?:\s*\([A-Z][^()]{2,60}\))?(?:,?\s+(?:in|of|under|from|within)|,)\s+(?:the\s+)?"
"""` of the `, ` (Fees) of the ` or `, ` between a number and the name of its kind."""


class KindsBeside:
    """Recognizes the kinds whose names have a noun that also introduces another kind."""

    def __init__(self, introducers: Introducers, kinds: Iterable[AuthorityKind]) -> None:
        """Prepare the patterns of the kinds whose numbers stand alone."""
        names = {
            kind: rf"(?<!\w)(?P<name>{introducers.names[kind]})"
            for kind in kinds
            if not (kind.is_code or kind.is_in_sets or kind.leading_pieces)
        }
        self.before = {kind: re.compile(f"{name}{TO_ITS_RULE}") for kind, name in names.items()}
        self.after = {
            kind: re.compile(rf"{_TO_ITS_KIND}{name}(?!\w|\s+[0-9])")
            for kind, name in names.items()
        }

    def with_kind(self, words: str, name: NameInText) -> NameInText:
        """The name, as that of the kind that is named beside its number, if another one is."""
        meaning = name.meaning
        if meaning.kind is None or meaning.kind.is_code or meaning.rule_set or meaning.is_common:
            return name
        for kind in self.after:
            if kind != meaning.kind and self._is_named(words, name, kind):
                return name._replace(meaning=replace(meaning, kind=kind))
        return name

    def _is_named(self, words: str, name: NameInText, kind: AuthorityKind) -> bool:
        """Whether a kind is named beside a number, in the plural and with the noun before it."""
        first = max(name.start - _LONGEST_NAME_AND_LEAD, 0)
        end = ListReader(words, kind, "", name.is_plural).end(name.number_start)
        named = self.after[kind].match(words, end) or self.before[kind].search(
            words, first, name.start
        )
        noun = words[name.start : name.end].lower().removesuffix("s")
        return named is not None and f"{noun}s" in named["name"].lower().split()
