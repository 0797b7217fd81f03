"""The citations that the page of an opinion offers to copy."""

from collections.abc import Iterator
from typing import NamedTuple

from corpus.analysis import citing
from corpus.analysis.index import CorpusIndex
from corpus.library.record import Record


class CitationLine(NamedTuple):
    """A way to cite the opinion, and the blanks that a script fills in."""

    id: str
    name: str
    """Which way it is: `Full citation`."""
    text: str
    template: str
    paragraph_template: str


def citation_lines(record: Record, index: CorpusIndex) -> Iterator[CitationLine]:
    """In full, in short, and written out."""
    yield CitationLine(
        "cite-full",
        "Full citation",
        citing.full_citation(record, index),
        citing.citation_template(record, index, has_pinpoint=False),
        citing.citation_template(record, index, has_pinpoint=True),
    )
    short = citing.short_citation(record, index)
    short_paragraph = citing.short_citation(record, index, "{paragraph}")
    yield CitationLine("cite-short", "Short form", short, short, short_paragraph)
    yield CitationLine(
        "cite-plain",
        "Written out",
        citing.plain_citation(record, index),
        citing.plain_template(record, index, has_pinpoint=False),
        citing.plain_template(record, index, has_pinpoint=True),
    )
