"""The ways to cite an opinion that its page offers."""

from collections.abc import Iterator
from typing import NamedTuple

from corpus.analysis import citing
from corpus.analysis.index import CorpusIndex
from corpus.library.record import Record


class CitationLine(NamedTuple):
    """A way to cite the opinion, and the blanks that a script fills in."""

    id: str
    text: str
    template: str
    paragraph_template: str


def citation_lines(record: Record, index: CorpusIndex) -> Iterator[CitationLine]:
    """In full, in short, and in plain words."""
    yield CitationLine(
        "cite-full",
        citing.full_citation(record, index),
        citing.citation_template(record, index, has_pinpoint=False),
        citing.citation_template(record, index, has_pinpoint=True),
    )
    others = {"cite-short": citing.short_citation, "cite-plain": citing.plain_citation}
    for name, cite in others.items():
        citation = cite(record, index)
        yield CitationLine(name, citation, citation, cite(record, index, "{paragraph}"))
