"""What the full-text search knows of an opinion beside its words: what it may be narrowed by."""

from collections.abc import Iterator

from markupsafe import Markup

from corpus.analysis.citing import Citing
from corpus.analysis.status import standing
from corpus.library.record import Record, References

_FACET = Markup('<meta data-pagefind-filter="%s[content]" name="pagefind" content="%s">')
_META = Markup('<meta data-pagefind-meta="%s[content]" name="pagefind" content="%s">')


def facets(record: Record, citing: Citing, references: References) -> Markup:
    """The tags by which results are narrowed, and those that each result shows."""
    shown = {
        "label": citing.names.short(record.id),
        "status": citing.names.status(standing(record, citing.relations)),
        "aliases": ", ".join(_spellings(record, citing)),
    }
    facets = [_FACET % one for one in _facets(record, citing, references)]
    return Markup("\n").join([*facets, *(_META % one for one in shown.items())])


def _facets(record: Record, citing: Citing, references: References) -> Iterator[tuple[str, str]]:
    opinion, names = record.opinion, citing.names
    yield "Year", str(record.id.year)
    yield "Status", str(standing(record, citing.relations).status).capitalize()
    yield "Text", "Held" if opinion.is_held else "Not held"
    yield from (("Topic", references.topics[topic].title) for topic in opinion.topics)
    yield from (("Program", references.programs[one].title) for one in opinion.programs)
    wholes = dict.fromkeys(citation.whole for citation in opinion.cited)
    yield from ((whole.kind.capitalize(), names.cited(whole)) for whole in wholes)


def _spellings(record: Record, citing: Citing) -> Iterator[str]:
    """The spellings by which an opinion may be looked for in full text."""
    commission, number = citing.names.commission, record.id.number
    for form in commission.opinions.numbered:
        for written in dict.fromkeys((str(number), f"{number:02}")):
            year = {"year": record.id.year, "yy": f"{record.id.year % 100:02}"}
            yield form.format_map({"number": written, **year})
    yield from record.opinion.aliases
