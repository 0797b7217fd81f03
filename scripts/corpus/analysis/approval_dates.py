"""The dates in the approval lines of an opinion besides the date of its approval."""

from corpus.library.record import Record
from corpus.model.commission import Commission
from corpus.model.partial_date import PartialDate


def other_dates(record: Record, commission: Commission) -> tuple[PartialDate, ...]:
    """The other dates as the lines print them, in their order: those of revisions, for example."""
    lines = [block.words for block in record.text.approvals]
    of_approval = commission.line_of_approval(lines)
    written = [
        words
        for place, line in enumerate(lines)
        if (dates := commission.dates_in_approval(line))
        for words in (*(() if place == of_approval else (dates.date,)), *dates.others)
    ]
    return tuple(filter(None, map(commission.date_in, written)))
