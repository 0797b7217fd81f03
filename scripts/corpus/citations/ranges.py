"""Lists and ranges of authorities: `Standards 3(c), 4 and 6 to 8`."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from corpus.citations.found_citation import FoundCitation
from corpus.citations.patterns import PARTS_ALONE, STYLES, NumberStyle, following_part
from corpus.model.authority import AuthorityKind, Citation

LIST_SEPARATOR = re.compile(r"\s*(?:[,;]\s*(?:and/or|and|or|&)?|and/or|and|or|&)\s*(?:§\s*)?")
"""`, `, ` and `, `; or § `."""

_RANGE_SIGN = re.compile(r"\s*(?P<sign>through|to|[-\u2013\u2014])\s*(?:§\s*)?")
_LONGEST_RANGE = 30


class ListReader(NamedTuple):
    """Reads the authorities of one kind in a text."""

    text: str
    kind: AuthorityKind
    rule_set: str
    """The set that rules belong to."""
    is_plural: bool
    """Whether the words before the list announce more than one authority."""

    def read(self, start: int, number_start: int) -> Iterator[FoundCitation]:
        """Each authority of a list; the first extends from `start`, where its words begin."""
        item = self._number_at(number_start)
        while item:
            citation, end = item
            yield FoundCitation(start, end, citation)
            range_sign = _RANGE_SIGN.match(self.text, end)
            separator = range_sign or LIST_SEPARATOR.match(self.text, end)
            if separator is None:
                return
            start = separator.end()
            item = self._item_after(citation, start)
            if range_sign and item:
                for between in self._between(citation, item[0]):
                    yield FoundCitation(*range_sign.span("sign"), between)

    def end(self, start: int) -> int:
        """The end of the list that begins at `start`; `start` if there is none."""
        return max((citation.end for citation in self.read(start, start)), default=start)

    @property
    def _style(self) -> NumberStyle:
        return STYLES[self.kind]

    def _number_at(self, start: int) -> tuple[Citation, int] | None:
        """The authority whose number begins at `start`, and the end of the number."""
        pattern = self._style.in_list if self.is_plural else self._style.alone
        match = pattern.match(self.text, start)
        citation = self._style.parse(match, self.rule_set) if match else None
        return (citation, match.end()) if citation and match else None

    def _item_after(self, previous: Citation, start: int) -> tuple[Citation, int] | None:
        """The next authority of the list, or a further part of the previous one."""
        if item := self._number_at(start):
            return item if self._continues(previous, item[0]) else None
        match = PARTS_ALONE.match(self.text, start)
        citation = following_part(previous, match) if match else None
        return (citation, match.end()) if citation and match else None

    def _continues(self, previous: Citation, citation: Citation) -> bool:
        return self._style.may_follow(previous, citation) and (
            self.is_plural or self._style.is_unmistakable(previous, citation)
        )

    def _between(self, first: Citation, last: Citation) -> Iterator[Citation]:
        """The authorities between the two ends of a range, if neither end has a pinpoint."""
        if not self._style.fills_ranges or first.pinpoint or last.pinpoint:
            return
        low, high = int(first.authority), int(last.authority)
        if high - low <= _LONGEST_RANGE:
            yield from (Citation(self.kind, str(number)) for number in range(low + 1, high))
