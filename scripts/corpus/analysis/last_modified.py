"""The day on which an opinion or what is known about it last changed."""

from datetime import date

from corpus.analysis.index import CorpusIndex
from corpus.library.record import Record
from corpus.model.opinion import Opinion


def last_modified(record: Record, index: CorpusIndex) -> date | None:
    """The last known day of approval, withdrawal, correction or a later opinion about it."""
    opinion = record.opinion
    incoming = index.incoming_relations.get(record.id, ())
    days = [opinion.approved, *(relation.record.opinion.approved for relation in incoming)]
    days += [opinion.withdrawn.on] if opinion.withdrawn else []
    days += [entry.on for entry in opinion.corrections] if isinstance(opinion, Opinion) else []
    return max((day for day in days if day), default=None)
