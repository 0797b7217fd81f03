"""The opinion that a reader means by what they type."""

import re

from corpus.analysis.index import CorpusIndex
from corpus.citations.finder import CitationFinder
from corpus.library.record import Record
from corpus.model.opinion_id import OpinionId
from corpus.model.words import listed

_MOST_NAMED = 50
"""How many opinions of a year are named."""


def find_opinion(words: str, index: CorpusIndex) -> Record | None:
    """Find an opinion by its id, its key, an alias, its number or any printed form of it.

    Returns None if no opinion is found, or if the words cite more than one. Rule OP414 keeps
    aliases apart from all other names.
    """
    by_name = {alias: record for record in index.records for alias in record.opinion.aliases}
    by_name |= {index.names.key(opinion): record for opinion, record in index.all_by_id.items()}
    by_name |= {str(opinion): record for opinion, record in index.all_by_id.items()}
    return by_name.get(words) or _cited(words, index)


def opinions_there(words: str, index: CorpusIndex) -> str:
    """Say which opinions there are, of the years in the words if any are of those years."""
    records = index.records[::-1]
    years = {int(year) for year in re.findall("(?:19|20)[0-9]{2}", words)}
    of_year = [record for record in records if record.year in years]
    if of_year:
        ids = [str(record.id) for record in of_year]
        named = listed([str(year) for year in sorted({record.year for record in of_year})])
        return f"of {named}, the collection has {', '.join(ids[:_MOST_NAMED])}"
    if not records:
        return "the collection has none yet"
    named = "its year and number" if records[-1].id.year else "its number"
    return f"type {named}; the collection goes from {records[0].id} to {records[-1].id}"


def _cited(words: str, index: CorpusIndex) -> Record | None:
    """The opinion that the words cite, perhaps without `AO` before the number or in lowercase."""
    finder = CitationFinder(index.commission, index.by_id)
    for text in (words, f"{index.commission.opinion_short} {words}", words.upper()):
        cited = {each.target for each in finder.find(text) if isinstance(each.target, OpinionId)}
        if cited:
            return index.all_by_id.get(cited.pop()) if len(cited) == 1 else None
    return None
