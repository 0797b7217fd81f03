"""The data with which the cite check and the search read citations in the browser."""

import json

from corpus.analysis.index import CorpusIndex
from corpus.citations.grammar import grammar


def grammar_json(index: CorpusIndex) -> str:
    """JSON for `citations.js`: how citations are written, and which opinions have a record."""
    return _compact(grammar(index.commission, index.by_id))


def _compact(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"
