"""How an opinion is cited: in full, in short and in plain words, with its status."""

from dataclasses import dataclass

from corpus.analysis.index import Relations
from corpus.analysis.status import Status, standing
from corpus.citations.names import Names
from corpus.library.record import Record


@dataclass(frozen=True, slots=True)
class Citing:
    """The citations of one Commission's opinions; `at` is the paragraph that is meant."""

    names: Names
    relations: Relations

    def full(self, record: Record, at: int | None = None) -> str:
        """`N.C. Disp. Resol. Comm'n, Advisory Op. 5, ¶ 4 (2003), https://…/opinions/2003/05/#p4`.

        After the Bluebook, rule 12.9.5, as far as that speaks of advisory opinions.
        """
        address = self.address(record, at)
        return self._full(record, str(at or ""), address or "")

    def form(self, record: Record, *, has_pinpoint: bool) -> str:
        """The full citation with blanks for the paragraph and the address, for a script."""
        return self._full(record, "{paragraph}" if has_pinpoint else "", "{address}")

    def short(self, record: Record, at: int | str | None = None) -> str:
        """`AO 5 (2003) ¶ 4`."""
        pinpoint = f" ¶ {at}" if at else ""
        return f"{self.names.short(record.id)}{pinpoint}{self._status(record)}"

    def plain(self, record: Record, at: int | str | None = None) -> str:
        """`North Carolina …, Advisory Opinion 05 (2003), Naming who said it, paragraph 4`."""
        pinpoint = f", paragraph {at}" if at else ""
        author, title = self.names.commission.name, record.opinion.title
        return f"{author}, {self.titled(record)}, {title}{pinpoint}{self._status(record)}"

    def head(self, record: Record) -> str:
        """What stands at the head of each printed sheet: the citation, the status, the day."""
        day = record.opinion.approved
        approved = f" · Approved {self.names.day(day)}" if day else ""
        status = self.names.status(standing(record, self.relations))
        return f"{self._cited(record)} · {status}{approved}"

    def titled(self, record: Record) -> str:
        """`Advisory Opinion 05 (2003)`."""
        return self.names.printed(record.id)

    def address(self, record: Record, at: int | None = None) -> str | None:
        """The lasting address, where the site's own is known."""
        return self.names.commission.address(f"{record.id.url}{f'#p{at}' if at else ''}")

    def status(self, record: Record) -> str | None:
        """`superseded by AO 12 (2010)`; None where no later change is recorded."""
        found = standing(record, self.relations)
        if found.status is Status.CURRENT:
            return None
        told = self.names.status(found)
        return told[0].lower() + told[1:]

    def _full(self, record: Record, at: str, address: str) -> str:
        told = f", {address}" if address else ""
        return f"{self._cited(record, at)}{told}{self._status(record)}"

    def _cited(self, record: Record, at: str = "") -> str:
        form = self.names.commission.citation
        pinpoint = f", ¶ {at}" if at else ""
        return f"{form.author}, {form.title} {record.id.number}{pinpoint} ({record.id.year})"

    def _status(self, record: Record) -> str:
        told = self.status(record)
        return f" ({told})" if told else ""
