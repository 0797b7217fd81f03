"""The day on which an opinion or what is known about it last changed."""

from datetime import date

from corpus.analysis.index import CorpusIndex
from corpus.library.record import Record
from corpus.model.partial_date import PartialDate


def last_modified(record: Record, index: CorpusIndex) -> PartialDate | None:
    """The last known day of approval, withdrawal or correction, or of a later opinion about it.

    The approval and the withdrawal of the later opinion both count. A month or a year counts as
    its last day, so that the date is never earlier than the last change.
    """
    incoming = index.incoming_relations.get(record.id, ())
    opinions = [record.opinion, *(relation.record.opinion for relation in incoming)]
    withdrawals = (opinion.withdrawn.on for opinion in opinions if opinion.withdrawn)
    corrections = (PartialDate.of_day(each.on) for each in record.opinion.corrections)
    approvals = (opinion.approved for opinion in opinions if opinion.approved)
    dates = [*approvals, *withdrawals, *corrections]
    return max(dates, key=lambda when: when.last_day, default=None)


def last_modified_day(record: Record, index: CorpusIndex) -> date | None:
    """The same for files that need a day: the first one of a month or year, as in feeds."""
    modified = last_modified(record, index)
    return modified.first_day if modified else None
