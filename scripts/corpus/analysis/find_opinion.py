"""The opinion that a person means by what they type."""

from corpus.analysis.index import CorpusIndex
from corpus.citations.finder import CitationFinder
from corpus.library.record import Record
from corpus.model.opinion import OpinionId


def find_opinion(words: str, index: CorpusIndex) -> Record | None:
    """Find an opinion by its id, its key, an alias, its number or any printed form of it.

    Returns None if no opinion or more than one has that name.
    """
    by_name = {str(opinion): record for opinion, record in index.by_id.items()}
    by_name |= {index.names.key(opinion): record for opinion, record in index.by_id.items()}
    by_name |= {alias: record for record in index.records for alias in record.opinion.aliases}
    return by_name.get(words) or _cited(words, index)


def _cited(words: str, index: CorpusIndex) -> Record | None:
    """The opinion that the words cite, perhaps without `AO` before the number."""
    finder = CitationFinder(index.commission, index.by_id)
    for text in (words, f"{index.commission.opinion_short} {words}"):
        for citation in finder.find(text):
            if isinstance(citation.target, OpinionId) and citation.target in index.by_id:
                return index.by_id[citation.target]
    return None
