"""How an opinion is cited in print, with its status."""

from corpus.analysis.index import CorpusIndex
from corpus.analysis.status import Status, opinion_status, status_label
from corpus.library.record import Record


def full_citation(record: Record, index: CorpusIndex, at: int | None = None) -> str:
    """`N.C. Disp. Resol. Comm'n, Advisory Op. 5, ¶ 4 (2003), https://…/opinions/2003/05/#p4`.

    Source: The Bluebook, rule 12.9.5, as far as it covers advisory opinions.
    """
    return _full(record, index, str(at or ""), address(record, index, at) or "")


def citation_template(record: Record, index: CorpusIndex, *, has_pinpoint: bool) -> str:
    """The full citation with blanks for the paragraph and the address, for a script to fill."""
    return _full(record, index, "{paragraph}" if has_pinpoint else "", "{address}")


def short_citation(record: Record, index: CorpusIndex, at: int | str | None = None) -> str:
    """`AO 5 (2003) ¶ 4`."""
    pinpoint = f" ¶ {at}" if at else ""
    return f"{index.names.short(record.id)}{pinpoint}{_status_in_parentheses(record, index)}"


def plain_citation(record: Record, index: CorpusIndex, at: int | str | None = None) -> str:
    """`North Carolina …, Advisory Opinion 05 (2003), Naming who said it, paragraph 4`."""
    pinpoint = f", paragraph {at}" if at else ""
    author, printed = index.commission.name, index.names.long(record.id)
    status = _status_in_parentheses(record, index)
    return f"{author}, {printed}, {record.opinion.title}{pinpoint}{status}"


def citation_header(record: Record, index: CorpusIndex) -> str:
    """The header of each printed sheet: the citation, the status and the day of approval."""
    day = record.opinion.approved
    approved = f" · Approved {index.names.day(day)}" if day else ""
    status = status_label(opinion_status(record, index), index.names)
    return f"{_bluebook(record, index)} · {status}{approved}"


def address(record: Record, index: CorpusIndex, at: int | None = None) -> str | None:
    """The permanent address of an opinion or paragraph; None if the site's address is unknown."""
    return index.commission.address(f"{record.id.url}{f'#p{at}' if at else ''}")


def status_note(record: Record, index: CorpusIndex) -> str | None:
    """`superseded by AO 12 (2010)`; None if no later change is recorded."""
    status = opinion_status(record, index)
    if status.status is Status.CURRENT:
        return None
    label = status_label(status, index.names)
    return label[0].lower() + label[1:]


def _full(record: Record, index: CorpusIndex, at: str, url: str) -> str:
    location = f", {url}" if url else ""
    status = _status_in_parentheses(record, index)
    return f"{_bluebook(record, index, at)}{location}{status}"


def _bluebook(record: Record, index: CorpusIndex, at: str = "") -> str:
    form = index.commission.citation
    pinpoint = f", ¶ {at}" if at else ""
    return f"{form.author}, {form.title} {record.id.number}{pinpoint} ({record.id.year})"


def _status_in_parentheses(record: Record, index: CorpusIndex) -> str:
    note = status_note(record, index)
    return f" ({note})" if note else ""
