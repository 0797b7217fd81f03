"""The authorities of a list or a range, after the name that introduces them."""

import re
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from corpus.citations.patterns import SPACE, STEPS, authority, part, shape, shape_in_list
from corpus.model.authority import AuthorityKind, Citation

Placed: TypeAlias = tuple[int, int, Citation]
"""A citation with its first character and the one after its last."""

AND = re.compile(
    rf"{SPACE}*(?:[,;]{SPACE}*(?:and/or|and|or|&)?|and/or|and|or|&){SPACE}*(?:§{SPACE}*)?"
)
"""What stands between two of a list."""

_THROUGH = re.compile(rf"{SPACE}*(?P<sign>through|to|[-\u2013\u2014]){SPACE}*(?:§{SPACE}*)?")
_FARTHEST = 30
"""How many Standards a range may have."""

_JOINER = re.compile("[-.:]")


class Reader(NamedTuple):
    """Reads the authorities of one kind in a text."""

    words: str
    kind: AuthorityKind
    rules: str
    """The set that rules belong to."""
    several: bool
    """Whether the name announces more than one."""

    def read(self, begin: int, start: int) -> Iterator[Placed]:
        """Each of those from `start` on, the first with the name before it, from `begin`."""
        item = self._whole(start)
        while item:
            cited, end = item
            yield begin, end, cited
            through = _THROUGH.match(self.words, end)
            separator = through or AND.match(self.words, end)
            if separator is None:
                return
            begin = separator.end()
            item = self._next(begin, cited)
            if through and item:
                low, high = through.span("sign")
                yield from ((low, high, one) for one in self._between(cited, item[0]))

    def end(self, start: int) -> int:
        """The end of the last of those from `start` on."""
        return max((end for _, end, _ in self.read(start, start)), default=start)

    def _whole(self, start: int) -> tuple[Citation, int] | None:
        """The authority whose number stands here."""
        pattern = shape_in_list(self.kind) if self.several else shape(self.kind)
        found = pattern.match(self.words, start)
        cited = authority(self.kind, found, self.rules) if found else None
        return (cited, found.end()) if cited and found else None

    def _next(self, start: int, before: Citation) -> tuple[Citation, int] | None:
        """A further one, or a further part of the one before."""
        if item := self._whole(start):
            return item if self._goes_on(before, item[0]) else None
        found = STEPS.match(self.words, start)
        cited = part(before, found) if found else None
        return (cited, found.end()) if cited and found else None

    def _goes_on(self, before: Citation, cited: Citation) -> bool:
        """Whether a number goes on with the list; after a name in the singular it must show it."""
        if self.kind is AuthorityKind.STATUTE:
            return _is_joined_alike(before, cited) and (self.several or _is_near(before, cited))
        if self.kind is AuthorityKind.RULE:
            return self.several or len(cited.parts) > 1 or cited.pinpoint.startswith(".")
        return self.several or bool(cited.pinpoint)

    def _between(self, first: Citation, last: Citation) -> Iterator[Citation]:
        """The Standards between the two ends of a range; none where one of them is a part."""
        if self.kind is AuthorityKind.STANDARD and not (first.pinpoint or last.pinpoint):
            low, high = int(first.authority), int(last.authority)
            if high - low <= _FARTHEST:
                yield from (Citation(self.kind, str(one)) for one in range(low + 1, high))


def _is_joined_alike(one: Citation, other: Citation) -> bool:
    """Whether two sections have the same sign after their chapters: `38.2` is none of 7A-38."""
    return _JOINER.findall(one.authority)[:1] == _JOINER.findall(other.authority)[:1]


def _is_near(before: Citation, cited: Citation) -> bool:
    """Whether a section is of the same chapter, or more than the two numbers of `12-14 days`."""
    chapters = {_JOINER.split(one.authority)[0] for one in (before, cited)}
    is_more = bool(cited.pinpoint) or len(_JOINER.findall(cited.authority)) > 1
    return len(chapters) == 1 or is_more
