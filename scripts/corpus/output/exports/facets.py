"""What the full-text search knows of an opinion beside its words: what it may be narrowed by."""

from collections.abc import Iterator

from markupsafe import Markup

from corpus.analysis.index import CorpusIndex
from corpus.analysis.status import opinion_status, status_label
from corpus.library.record import Record

_FACET = Markup('<meta data-pagefind-filter="%s[content]" name="pagefind" content="%s">')
_META = Markup('<meta data-pagefind-meta="%s[content]" name="pagefind" content="%s">')


def facets(record: Record, index: CorpusIndex) -> Markup:
    """The tags by which results are narrowed, and those that each result shows."""
    shown = {
        "label": index.names.short(record.id),
        "status": status_label(opinion_status(record, index), index.names),
        "aliases": ", ".join(_spellings(record, index)),
    }
    facets = [_FACET % one for one in _facets(record, index)]
    return Markup("\n").join([*facets, *(_META % one for one in shown.items())])


def _facets(record: Record, index: CorpusIndex) -> Iterator[tuple[str, str]]:
    opinion, names = record.opinion, index.names
    yield "Year", str(record.id.year)
    yield "Status", str(opinion_status(record, index).status).capitalize()
    yield "Text", "Held" if opinion.is_held else "Not held"
    yield from (("Topic", index.references.topics[topic].title) for topic in opinion.topics)
    yield from (("Program", index.references.programs[one].title) for one in opinion.programs)
    authorities = dict.fromkeys(citation.without_pinpoint for citation in opinion.cited)
    yield from (
        (authority.kind.capitalize(), names.provision(authority)) for authority in authorities
    )


def _spellings(record: Record, index: CorpusIndex) -> Iterator[str]:
    """The spellings by which an opinion may be looked for in full text."""
    commission, number = index.commission, record.id.number
    for form in commission.opinions.numbered:
        for written in dict.fromkeys((str(number), f"{number:02}")):
            year = {"year": record.id.year, "yy": f"{record.id.year % 100:02}"}
            yield form.format_map({"number": written, **year})
    yield from record.opinion.aliases
