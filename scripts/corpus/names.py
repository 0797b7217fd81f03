"""How opinions, authorities, days and statuses are called for readers."""

import re
from dataclasses import dataclass
from datetime import date

from corpus.model import Authority, Citation, OpinionId
from corpus.vocabulary import Commission, Kind

_LEADING_ZERO = re.compile(r"(?<![\d./-])0(?=\d(?![\d./-]))")
"""The zero of `November 07`, not one of `2003-11-07`."""


@dataclass(frozen=True, slots=True)
class Names:
    """The names that one Commission's readers know."""

    commission: Commission

    def printed(self, opinion: OpinionId) -> str:
        """`Advisory Opinion 05 (2003)`."""
        return f"{self.commission.opinion} {opinion.number:02} ({opinion.year})"

    def short(self, opinion: OpinionId) -> str:
        """`AO 5 (2003)`."""
        return f"{self.commission.opinion_short} {opinion.number} ({opinion.year})"

    def cited(self, citation: Citation) -> str:
        """`Standard 3(c)`."""
        return self._label(citation.kind, citation.authority) + citation.pinpoint

    def authority(self, kind: Kind, authority: Authority) -> str:
        """`Standard 3`."""
        return self._label(kind, authority.id)

    def day(self, day: date) -> str:
        """`November 7, 2003`, or as the Commission writes dates."""
        return _LEADING_ZERO.sub("", day.strftime(self.commission.date_format))

    @property
    def unchanged(self) -> str:
        """What is told of an opinion that no other changes: `In force` needs a whole collection."""
        return "In force" if self.commission.complete_until else "No later change recorded"

    def _label(self, kind: Kind, number: str) -> str:
        return self.commission.authorities[kind].label.replace("{id}", number)
