"""The pages of what opinions cite: Standards, statutes and rules, and a table of all of them."""

from collections.abc import Iterator
from functools import partial

from corpus.analysis.index import CorpusIndex
from corpus.model.authority import AuthorityKind, Citation
from corpus.output.page import Page
from corpus.output.task import OutputTask
from corpus.pages.authority_views import (
    authority_list_view,
    authority_view,
    kind_link,
    provision_views,
    table_rows,
    uses_by_year,
)
from corpus.pages.common_views import Link, authority_ref
from corpus.pages.limits import PageLimits
from corpus.pages.page_tasks import describe, page_task


def authorities(index: CorpusIndex, limits: PageLimits) -> Iterator[OutputTask]:
    """The list of the authorities of each kind, and the page of each authority."""
    for kind in AuthorityKind:
        citations, link = _citations(kind, index), kind_link(kind, index)
        page = Page(f"{link.url}index.md", link.text, describe(link.text, index))
        view = partial(authority_list_view, kind, citations, index)
        yield page_task(page, "authorities.html", view)
        for citation in citations:
            yield from _authority(citation, index, limits)


def table_of_authorities(index: CorpusIndex, limits: PageLimits) -> Iterator[OutputTask]:
    """Every provision that is cited, with the opinions that cite it."""
    title = "Table of authorities"
    page = Page("authorities/index.md", title, describe(title, index), script="sort.js")
    every = [citation for kind in AuthorityKind for citation in _citations(kind, index)]
    yield page_task(page, "authorities_table.html", partial(table_rows, every, index, limits))


def _citations(kind: AuthorityKind, index: CorpusIndex) -> list[Citation]:
    """The authorities of one kind in their natural order."""
    every = index.references.authorities.items()
    of_kind = [authority for (key, _), authority in every if key is kind]
    ordered = sorted(of_kind, key=lambda authority: authority.order)
    return [Citation(kind, authority.id) for authority in ordered]


def _authority(citation: Citation, index: CorpusIndex, limits: PageLimits) -> Iterator[OutputTask]:
    """The opinions that cite an authority, part by part. A long list has one page per year."""
    uses, ref = index.uses_by_authority.get(citation, ()), authority_ref(citation, index)
    years = uses_by_year(uses) if len(uses) > limits.list_rows else {}
    title = f"{ref.name}: {ref.about}"
    page = Page(f"{citation.page}index.md", title, describe(title, index), feed="feed.xml")
    view = partial(authority_view, citation, index, is_split=bool(years))
    records = () if years else (use.record for use in uses)
    above = kind_link(citation.kind, index)
    yield page_task(page, "authority.html", view, records, (above,))
    for year, group in years.items():
        title = f"{ref.name} in the opinions of {year}"
        page = Page(f"{citation.page}{year}/index.md", title, describe(title, index))
        year_view = partial(provision_views, group, index)
        records = (use.record for use in group)
        breadcrumb = (above, Link(ref.name, ref.url))
        yield page_task(page, "authority_year.html", year_view, records, breadcrumb)
