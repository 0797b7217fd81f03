"""The dates in the approval lines of an opinion besides the date of its approval."""

from typing import NamedTuple

from corpus.library.record import Record
from corpus.model.commission import Commission
from corpus.model.partial_date import PartialDate


class OtherDate(NamedTuple):
    """A date in an approval line, with what the line says of it."""

    when: PartialDate
    event: str
    """The words before it: `Revised`; empty if there are none."""


def other_dates(record: Record, commission: Commission) -> tuple[OtherDate, ...]:
    """The other dates as the lines print them, in their order: those of revisions, for example."""
    lines = [block.words for block in record.text.approvals]
    of_approval = commission.line_of_approval(lines)
    written = [
        (words, event)
        for place, line in enumerate(lines)
        if (dates := commission.dates_in_approval(line))
        for words, event in (
            *(() if place == of_approval else ((dates.date, dates.event),)),
            *zip(dates.others, dates.other_events, strict=True),
        )
    ]
    return tuple(
        OtherDate(when, event) for words, event in written if (when := commission.date_in(words))
    )
