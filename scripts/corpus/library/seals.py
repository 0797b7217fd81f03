"""The seals that a sound corpus should have."""

from collections.abc import Iterator

from corpus.library.corpus import Corpus
from corpus.library.ledger import Seal, hash_text
from corpus.library.record import Record
from corpus.model.opinion import Opinion


def seals_to_write(corpus: Corpus) -> Iterator[Seal]:
    """The seals that are missing, or that the rules allow to change and that have to."""
    for record in corpus.records:
        seal = seal_for(record)
        if corpus.seals.get(record.id) != seal:
            yield seal


def seal_for(record: Record) -> Seal:
    """What is published of a record; of one that holds no text its address alone."""
    if not isinstance(record.opinion, Opinion):
        return Seal(record.id)
    return Seal(record.id, hash_text(record.text), len(record.opinion.corrections))
