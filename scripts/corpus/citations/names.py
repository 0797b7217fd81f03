"""How opinions, authorities and dates are written for readers."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from corpus.model.authority import Citation
from corpus.model.authority_kind import AuthorityKind
from corpus.model.commission import Commission
from corpus.model.date_format import write_date
from corpus.model.edition import Edition
from corpus.model.number_forms import write_number
from corpus.model.opinion_id import OpinionId
from corpus.model.partial_date import PartialDate
from corpus.model.series import Series


@dataclass(frozen=True, slots=True)
class Names:
    """The names that the readers of one commission know."""

    commission: Commission

    @property
    def key_prefix(self) -> str:
        """The short name of opinions in file names and bibliography keys: `ao`."""
        return re.sub("[^a-z0-9]+", "-", self.commission.opinion_short.lower())

    def key(self, opinion: OpinionId) -> str:
        """The permanent key of an opinion in bibliographies and tables: `ao-2003-05`."""
        return f"{self.key_prefix}-{str(opinion).replace('/', '-')}"

    def long(self, opinion: OpinionId) -> str:
        """`Advisory Opinion 05 (2003)`, `2023 Formal Ethics Opinion 3`."""
        return write_number(self._series(opinion).printed, opinion)

    def short(self, opinion: OpinionId) -> str:
        """`AO 5 (2003)`, `23 FEO 3`."""
        return write_number(self._series(opinion).short_form, opinion)

    def cited(self, opinion: OpinionId) -> str:
        """The number in a citation, after the name of the body: `Advisory Op. 5`, `RPC 179`."""
        return write_number(self._series(opinion).cited_form, opinion)

    def number(self, opinion: OpinionId) -> str:
        """Its number for reference managers: `84-12` if year and number are joined, or `12`."""
        form = self._series(opinion).number_form
        return write_number(form, opinion) if form else opinion.name

    def restarts(self, opinion: OpinionId) -> bool:
        """Whether each year may have an opinion with its number."""
        return self._series(opinion).restarts

    def other_year(self, opinion: OpinionId, known: Iterable[OpinionId]) -> int | None:
        """The year that the number of an opinion has, if it is another one; None if it is unknown.

        Where each year may have the number, its year says nothing.
        """
        if self.restarts(opinion):
            return None
        same = (each.year for each in known if each._replace(year=opinion.year) == opinion)
        year = min(same, default=None)
        return None if year == opinion.year else year

    def series(self, opinion: OpinionId) -> str:
        """`Advisory Opinion`, `Letter of Advice`: what an opinion of its series is called."""
        return self._series(opinion).name

    def provision(self, citation: Citation) -> str:
        """`Canon 3(c)`."""
        return citation.printed

    def of(self, target: OpinionId | Citation) -> str:
        """What a text cites: `Advisory Opinion 05 (2003)`, `Canon 3(c)`."""
        return self.long(target) if isinstance(target, OpinionId) else self.provision(target)

    def day(self, day: date) -> str:
        """`November 7, 2003`, or the format of the commission's file."""
        return self.partial_date(PartialDate.of_day(day))

    def edition_day(self, edition: Edition) -> str:
        """`March 1, 2020`, or `an unknown date after November 7, 2003`."""
        day = self.day(edition.day)
        return f"an unknown date after {day}" if edition.after else day

    def edition_parts(self, edition: Edition, kind: AuthorityKind) -> str:
        """`Canon 3(c), Canon 4`: what an edition names; empty if it names no part."""
        parsed = (Citation.parse(kind, typed) for typed in edition.provisions)
        named = (self.provision(provision) for provision in parsed if provision)
        return edition.part or ", ".join(named)

    def partial_date(self, when: PartialDate) -> str:
        """A date in the same format, as exact as it is known: `November 2003`, `2003`."""
        return write_date(when, self.commission.date_format)

    def when(self, date: PartialDate) -> str:
        """`on March 31, 2011`, `in March 2011`, `in 2011`."""
        return f"{'on' if date.is_day else 'in'} {self.partial_date(date)}"

    def _series(self, opinion: OpinionId) -> Series:
        return self.commission.series_of(opinion) or self.commission.all_series[0]
