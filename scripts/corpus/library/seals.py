"""The seals that a valid corpus should have."""

from collections.abc import Iterator

from corpus.library.corpus import Corpus
from corpus.library.ledger import Seal, hash_text
from corpus.library.record import Record
from corpus.model.opinion import Opinion


def seals_to_write(corpus: Corpus) -> Iterator[Seal]:
    """The seals that are missing or out of date."""
    for record in corpus.records:
        seal = seal_for(record)
        if corpus.seals.get(record.id) != seal:
            yield seal


def seal_for(record: Record) -> Seal:
    """The seal of a record as it is now; without the text, it has only the address."""
    if not isinstance(record.opinion, Opinion):
        return Seal(record.id)
    return Seal(record.id, hash_text(record.text), len(record.opinion.corrections))
