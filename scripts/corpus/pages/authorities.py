"""The pages of what opinions cite: Standards, statutes, rules, and the table of them all."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from corpus.analysis.history import editions_of
from corpus.analysis.index import CitationUse
from corpus.model.authority import Authority, Citation, Kind
from corpus.output.page import Part
from corpus.pages.environment import MOST_ROWS, Form, Press

_MOST_IN_A_CELL = 50
"""More opinions than this are counted in the table, and listed on the page of the provision."""


def authorities(kind: Kind, press: Press) -> Iterator[Part]:
    """The list of the authorities of one kind, and the page of each."""
    held = _held(kind, press)
    title = press.references.commission.authorities[kind].title
    folder = f"{kind.plural}/"
    yield press.part(Form(folder, title, "authorities.html"), kind=kind, authorities=held)
    for citation, one in held.items():
        yield from _authority(citation, one, press)


def table(press: Press) -> Iterator[Part]:
    """Every provision that is cited, with the opinions that cite it."""
    held = {citation: one for kind in Kind for citation, one in _held(kind, press).items()}
    form = Form("authorities/", "Table of authorities", "table.html", script="sort.js")
    yield press.part(form, authorities=held, most=_MOST_IN_A_CELL)


def _held(kind: Kind, press: Press) -> dict[Citation, Authority]:
    """The authorities of one kind, in their order."""
    every = press.references.authorities.items()
    held = sorted((one for (of, _), one in every if of is kind), key=lambda one: one.order)
    return {Citation(kind, one.id): one for one in held}


def _authority(citation: Citation, authority: Authority, press: Press) -> Iterator[Part]:
    """The opinions that cite an authority, part by part; a long list is split into years."""
    name = press.index.names.cited(citation)
    uses = press.index.uses.get(citation, ())
    years = _by_year(uses) if len(uses) > MOST_ROWS else {}
    title = f"{name}: {authority.title or authority.about}"
    yield press.part(
        Form(citation.page, title, "authority.html", feed="feed.xml"),
        () if years else (use.record for use in uses),
        citation=citation,
        authority=authority,
        uses=uses,
        by_year=_by_year,
        is_long=bool(years),
        editions=editions_of(citation, press.references),
    )
    title = press.references.commission.authorities[citation.kind].title
    above = [(title, f"{citation.kind.plural}/"), (name, citation.page)]
    for year, group in years.items():
        title = f"{name} in the opinions of {year}"
        form = Form(f"{citation.page}{year}/", title, "authority_year.html")
        yield press.part(form, (use.record for use in group), uses=group, above=above)


def _by_year(uses: Iterable[CitationUse]) -> dict[int, list[CitationUse]]:
    """Citations by the year of the opinion, newest first."""
    years: defaultdict[int, list[CitationUse]] = defaultdict(list)
    for use in sorted(uses, key=lambda use: use.record.id.year, reverse=True):
        years[use.record.id.year].append(use)
    return years
