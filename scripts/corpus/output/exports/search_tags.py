"""The tags that Pagefind reads: the filters of the search, and what each result shows."""

from collections.abc import Iterator

from corpus.analysis.index import CorpusIndex
from corpus.analysis.status import opinion_status, status_label
from corpus.library.record import Record
from corpus.output.exports.head_tags import HeadTag


def search_tags(record: Record, index: CorpusIndex) -> Iterator[HeadTag]:
    """The filters of an opinion, and its name, status and spellings."""
    for name, value in _filters(record, index):
        yield _tag("data-pagefind-filter", name, value)
    yield _tag("data-pagefind-meta", "label", index.names.short(record.id))
    status = status_label(opinion_status(record, index), index.names)
    yield _tag("data-pagefind-meta", "status", status)
    yield _tag("data-pagefind-meta", "aliases", ", ".join(_spellings(record, index)))


def _tag(attribute: str, name: str, value: str) -> HeadTag:
    return HeadTag("meta", {attribute: f"{name}[content]", "name": "pagefind", "content": value})


def _filters(record: Record, index: CorpusIndex) -> Iterator[tuple[str, str]]:
    opinion, references = record.opinion, index.references
    yield "Year", str(record.id.year)
    yield "Status", str(opinion_status(record, index).status).capitalize()
    yield "Text", "Held" if opinion.is_held else "Not held"
    yield from (("Topic", references.topics[topic].title) for topic in opinion.topics)
    yield from (("Program", references.programs[program].title) for program in opinion.programs)
    for authority in dict.fromkeys(citation.without_pinpoint for citation in opinion.cited):
        yield authority.kind.capitalize(), index.names.provision(authority)


def _spellings(record: Record, index: CorpusIndex) -> Iterator[str]:
    """Every printed form of the opinion's number."""
    year, number = record.id.year, record.id.number
    for form in index.commission.opinions.numbered:
        for digits in dict.fromkeys((str(number), f"{number:02}")):
            yield form.format_map({"number": digits, "year": year, "yy": f"{year % 100:02}"})
    yield from record.opinion.aliases
