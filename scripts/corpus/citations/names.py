"""The names of opinions, authorities and days as readers see them."""

import re
from dataclasses import dataclass
from datetime import date

from corpus.model.authority import AuthorityKind, Citation
from corpus.model.commission import Commission
from corpus.model.opinion import OpinionId

_LEADING_ZERO = re.compile(r"(?<![\d./-])0(?=\d(?![\d./-]))")
"""The zero of `November 07`, not one of `2003-11-07`."""


@dataclass(frozen=True, slots=True)
class Names:
    """The names that one Commission's readers know."""

    commission: Commission

    @property
    def key_prefix(self) -> str:
        """The short name of opinions as it stands in addresses and keys: `ao`."""
        return re.sub("[^a-z0-9]+", "-", self.commission.opinion_short.lower())

    def long(self, opinion: OpinionId) -> str:
        """`Advisory Opinion 05 (2003)`."""
        return f"{self.commission.opinion} {self._numbered(opinion, f'{opinion.number:02}')}"

    def short(self, opinion: OpinionId) -> str:
        """`AO 5 (2003)`."""
        return f"{self.commission.opinion_short} {self._numbered(opinion, str(opinion.number))}"

    def provision(self, citation: Citation) -> str:
        """`Standard 3(c)`."""
        space = " " if citation.kind is AuthorityKind.RULE and citation.pinpoint else ""
        return self._label(citation.kind, citation.authority) + space + citation.pinpoint

    def day(self, day: date) -> str:
        """`November 7, 2003`, or as the Commission writes dates."""
        return _LEADING_ZERO.sub("", day.strftime(self.commission.date_format))

    def _numbered(self, opinion: OpinionId, number: str) -> str:
        """Number and year in the first of the forms in which the Commission writes them."""
        blanks = {"number": number, "year": opinion.year, "yy": f"{opinion.year % 100:02}"}
        return self.commission.opinions.numbered[0].format_map(blanks)

    def _label(self, kind: AuthorityKind, number: str) -> str:
        return self.commission.authorities[kind].label.replace("{id}", number)
