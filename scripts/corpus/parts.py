"""Every file of the staged folder, in parts of which each can be made by itself."""

from functools import partial

from corpus.citing import Citing
from corpus.collection import Sound
from corpus.exports import exports
from corpus.feeds import feeds
from corpus.names import Names
from corpus.page import Files, Part
from corpus.redirects import redirects, spellings
from corpus.relate import relate
from corpus.render import render


def parts(corpus: Sound) -> tuple[Part, ...]:
    """The pages, and what lies beside them; what takes longest stands first."""
    references, relations = corpus.references, relate(corpus.records)
    citing = Citing(Names(references.commission), relations)
    return (
        partial(feeds, relations.records, citing, references),
        partial(redirects, relations.records, citing),
        partial(_spellings, citing),
        partial(_sealed, corpus),
        *exports(relations.records, citing, references),
        *render(corpus, citing),
    )


def _spellings(citing: Citing) -> Files:
    """What the search field knows of the spellings of opinions."""
    yield "search/opinions.json", spellings(citing.relations.records, citing)


def _sealed(corpus: Sound) -> Files:
    return ((f"{seal.id.url}seal.txt", str(seal)) for seal in corpus.seals)
