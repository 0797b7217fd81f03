"""Which seals a valid corpus should have, and the day that each of them gets."""

from collections.abc import Iterator
from datetime import date, timedelta

from corpus.library.corpus import Corpus
from corpus.library.ledger import Seal, hash_text, sealed_fields
from corpus.library.record import Record
from corpus.model.opinion import Opinion
from corpus.model.opinion_id import OpinionId

LONGEST_WAIT = timedelta(days=30)
"""How long a seal or a correction may wait for its publication before it needs a new day."""
_ONE_DAY = timedelta(days=1)
"""How far a local date can be from the date in UTC."""


def seals_to_write(corpus: Corpus, today: date) -> Iterator[Seal]:
    """The seals that are missing or out of date. A draft gets none.

    The first seal gets today's date, and so does the first that includes the text. Later ones
    keep it. A seal that was written before seals had the lines of fields gets these lines.
    """
    adopted = (record for record in corpus.records if not record.opinion.is_draft)
    for record in adopted:
        present = corpus.seals.get(record.id)
        seal = seal_for(record, _day(record, corpus, today))
        if present != seal:
            yield seal


def may_be_unpublished(corpus: Corpus, today: date) -> Iterator[OpinionId]:
    """The sealed opinions that readers may not have yet, as they are now.

    A seal or a correction is published within `LONGEST_WAIT`.
    """
    for record in corpus.records:
        seal = corpus.seals.get(record.id)
        if seal and seal != corpus.published_seals.get(record.id):
            corrections = (correction.on for correction in record.opinion.corrections)
            if any(_is_recent(day, today) for day in (seal.sealed, *corrections)):
                yield record.id


def seal_for(record: Record, day: date | None = None) -> Seal:
    """The seal of a record as it is now; without the text, it has no hashes."""
    opinion = record.opinion
    if not isinstance(opinion, Opinion):
        return Seal(record.id, sealed=day)
    corrections = len(opinion.corrections)
    return Seal(record.id, hash_text(record.text), corrections, day, sealed_fields(opinion))


def _day(record: Record, corpus: Corpus, today: date) -> date | None:
    """The day of the published seal, or else of the present one if that day can be believed."""
    published, present = (
        seal if seal and (seal.text or not record.opinion.has_text) else None
        for seal in (ledger.get(record.id) for ledger in (corpus.published_seals, corpus.seals))
    )
    if published:
        return published.sealed
    if present is None or (corpus.is_judged and not _is_recent(present.sealed, today)):
        return today
    return present.sealed


def _is_recent(day: date | None, today: date) -> bool:
    return day is not None and today - LONGEST_WAIT <= day <= today + _ONE_DAY
