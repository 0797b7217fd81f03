"""A citation in a text: where it stands and what it cites."""

from enum import StrEnum
from typing import NamedTuple, TypeAlias

from corpus.model.authority import Citation
from corpus.model.opinion_id import OpinionId

CitationTarget: TypeAlias = Citation | OpinionId
"""What a text can cite: an authority or a part of it, or an opinion."""


class FoundCitation(NamedTuple):
    """A citation from character `start` up to, not including, character `end` of a text."""

    start: int
    end: int
    target: CitationTarget

    @property
    def kind(self) -> str:
        """`opinion`, or the kind of authority, such as `statute`."""
        return "opinion" if isinstance(self.target, OpinionId) else str(self.target.kind)

    @property
    def as_dict(self) -> dict[str, str | int]:
        """Start, end, kind, id and pinpoint, for JSON."""
        identity = {"id": str(self.target), "pinpoint": ""}
        if not isinstance(self.target, OpinionId):
            identity = {"id": self.target.authority, "pinpoint": self.target.pinpoint}
        return {"start": self.start, "end": self.end, "kind": self.kind, **identity}


class Doubt(StrEnum):
    """Why words that look like a citation are not resolved, or not to their end."""

    STOPPED = "stopped"
    """The number goes on, but the rest of it cannot be read: `2A-34.1.(l)`."""
    POINTS_BACK = "points back"
    """The words refer to an earlier citation: `Id.`, `that Rule`."""
    NO_YEAR = "no year"
    """The number of an opinion without its year, which no opinion has, or more than one."""
    MAY_COUNT = "may count"
    """The number may be that of what follows, as in `Opinion 5 brokers`."""
    IN_WORDS = "in words"
    """The number is written out before the name: `the third Rule`."""
    NUMERAL = "numeral"
    """The number is in Roman numerals, and its kind has none, or none such: `Pier Rule IIX`."""
    DAMAGED = "damaged"
    """A program or the end of a line has broken the words: `Â§ 2A-34.1`."""
    WHOSE = "whose"
    """The word before it may name another body: `Riverton Opinion 5`."""


class UnresolvedCitation(NamedTuple):
    """Words that a reader takes for a citation and the finder misses, from `start` to `end`."""

    start: int
    end: int
    doubt: Doubt


class CitationsInText(NamedTuple):
    """What was found in a text, in reading order."""

    resolved: tuple[FoundCitation, ...] = ()
    unresolved: tuple[UnresolvedCitation, ...] = ()
    of_others: tuple[tuple[int, int], ...] = ()
    """Where the text cites documents of other bodies; their names are within if they are near."""


NOTHING_FOUND = CitationsInText()
