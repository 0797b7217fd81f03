"""The ways to cite an opinion that its page offers."""

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
    """In full, in short, and in plain words."""
    yield CitationLine(
        "cite-full",
        "Full citation",
        citing.full_citation(record, index),
        citing.citation_template(record, index, has_pinpoint=False),
        citing.citation_template(record, index, has_pinpoint=True),
    )
    for line, name, cite in (
        ("cite-short", "Short form", citing.short_citation),
        ("cite-plain", "In plain words", citing.plain_citation),
    ):
        citation = cite(record, index)
        yield CitationLine(line, name, citation, citation, cite(record, index, "{paragraph}"))
