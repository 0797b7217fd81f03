"""Put the index of the search into a built site."""

from pathlib import Path

from corpus.analysis.index import build_index
from corpus.library.corpus import ValidCorpus
from corpus.output.exports.search_index import search_index


def write_search_index(built: Path, corpus: ValidCorpus) -> None:
    """Write the index of the search over all records of a corpus."""
    for path, text in search_index(build_index(corpus.references, corpus.records)):
        (built / path).parent.mkdir(parents=True, exist_ok=True)
        (built / path).write_text(text, encoding="utf-8")
