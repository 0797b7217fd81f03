"""The dates in the approval lines of an opinion other than the date of its approval."""

from typing import NamedTuple

from corpus.library.record import Record
from corpus.model.commission import Commission
from corpus.model.partial_date import PartialDate
from corpus.text.approval_day import line_with_day


class OtherDate(NamedTuple):
    """A date in an approval line, with what the line says of it."""

    when: PartialDate
    event: str
    """The words before it: `Revised`; empty if there are none."""


def other_dates(record: Record, commission: Commission) -> tuple[OtherDate, ...]:
    """The other dates as the lines print them, in order: dates of revisions, for example."""
    of_approval = line_with_day(record.text, commission)
    written = [
        (words, event)
        for line in record.text.approvals
        if (dates := commission.written_approval_dates(line.words))
        for words, event in (
            *(() if line == of_approval else ((dates.date, dates.event),)),
            *zip(dates.others, dates.other_events, strict=True),
        )
    ]
    return tuple(
        OtherDate(when, event) for words, event in written if (when := commission.date_in(words))
    )
