"""The day on which an opinion or what is known about it last changed."""

from datetime import date

from corpus.analysis.index import CorpusIndex
from corpus.library.record import Record


def last_modified(record: Record, index: CorpusIndex) -> date | None:
    """The last known day of approval, withdrawal or correction, or of a later opinion about it.

    The approval and the withdrawal of the later opinion both count.
    """
    incoming = index.incoming_relations.get(record.id, ())
    opinions = [record.opinion, *(relation.record.opinion for relation in incoming)]
    days = [opinion.approved for opinion in opinions]
    days += [opinion.withdrawn.on for opinion in opinions if opinion.withdrawn]
    days += [correction.on for correction in record.opinion.corrections]
    return max((day for day in days if day), default=None)
