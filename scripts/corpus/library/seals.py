"""The seals that a valid corpus should have."""

from collections.abc import Iterator
from datetime import date

from corpus.library.corpus import Corpus
from corpus.library.ledger import Seal, hash_text
from corpus.library.record import Record
from corpus.model.opinion import Opinion


def seals_to_write(corpus: Corpus, today: date) -> Iterator[Seal]:
    """The seals that are missing or out of date.

    The first seal has the day of today, and so has the first with the text. Later ones keep it.
    """
    for record in corpus.records:
        seals = (ledger.get(record.id) for ledger in (corpus.published_seals, corpus.seals))
        earlier = (seal for seal in seals if seal and (seal.text or not record.opinion.is_held))
        first = next(earlier, None)
        seal = seal_for(record, first.sealed if first else today)
        if corpus.seals.get(record.id) != seal:
            yield seal


def seal_for(record: Record, day: date | None = None) -> Seal:
    """The seal of a record as it is now; without the text, it has no hashes."""
    if not isinstance(record.opinion, Opinion):
        return Seal(record.id, sealed=day)
    return Seal(record.id, hash_text(record.text), len(record.opinion.corrections), day)
