"""The pages of what opinions cite: Standards, statutes, rules, and the table of them all."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from corpus.analysis.history import editions_affecting
from corpus.analysis.index import CitationUse
from corpus.model.authority import Authority, AuthorityKind, Citation
from corpus.output.page import OutputTask
from corpus.pages.environment import MOST_ROWS, Form, PageEnvironment

_MOST_IN_A_CELL = 50
"""More opinions than this are counted in the table, and listed on the page of the provision."""


def authorities(kind: AuthorityKind, environment: PageEnvironment) -> Iterator[OutputTask]:
    """The list of the authorities of one kind, and the page of each."""
    held = _held(kind, environment)
    title = environment.references.commission.authorities[kind].title
    folder = f"{kind.plural}/"
    yield environment.part(Form(folder, title, "authorities.html"), kind=kind, authorities=held)
    for citation, one in held.items():
        yield from _authority(citation, one, environment)


def table(environment: PageEnvironment) -> Iterator[OutputTask]:
    """Every provision that is cited, with the opinions that cite it."""
    held = {
        citation: one
        for kind in AuthorityKind
        for citation, one in _held(kind, environment).items()
    }
    form = Form("authorities/", "Table of authorities", "table.html", script="sort.js")
    yield environment.part(form, authorities=held, most=_MOST_IN_A_CELL)


def _held(kind: AuthorityKind, environment: PageEnvironment) -> dict[Citation, Authority]:
    """The authorities of one kind, in their order."""
    every = environment.references.authorities.items()
    held = sorted((one for (of, _), one in every if of is kind), key=lambda one: one.order)
    return {Citation(kind, one.id): one for one in held}


def _authority(
    citation: Citation, authority: Authority, environment: PageEnvironment
) -> Iterator[OutputTask]:
    """The opinions that cite an authority, part by part; a long list is split into years."""
    name = environment.index.names.provision(citation)
    uses = environment.index.uses_by_authority.get(citation, ())
    years = _by_year(uses) if len(uses) > MOST_ROWS else {}
    title = f"{name}: {authority.title or authority.about}"
    yield environment.part(
        Form(citation.page, title, "authority.html", feed="feed.xml"),
        () if years else (use.record for use in uses),
        citation=citation,
        authority=authority,
        uses=uses,
        by_year=_by_year,
        is_long=bool(years),
        editions=editions_affecting(citation, environment.references),
    )
    title = environment.references.commission.authorities[citation.kind].title
    above = [(title, f"{citation.kind.plural}/"), (name, citation.page)]
    for year, group in years.items():
        title = f"{name} in the opinions of {year}"
        form = Form(f"{citation.page}{year}/", title, "authority_year.html")
        yield environment.part(form, (use.record for use in group), uses=group, above=above)


def _by_year(uses: Iterable[CitationUse]) -> dict[int, list[CitationUse]]:
    """Citations by the year of the opinion, newest first."""
    years: defaultdict[int, list[CitationUse]] = defaultdict(list)
    for use in sorted(uses, key=lambda use: use.record.id.year, reverse=True):
        years[use.record.id.year].append(use)
    return years
