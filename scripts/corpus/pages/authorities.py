"""The pages of what opinions cite, by kind of authority, and a table of all of them."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import NamedTuple

from corpus.analysis.citation_uses import (
    CitationUse,
    CitedProvision,
    cited_provisions,
    citing_records,
)
from corpus.analysis.history import editions_affecting
from corpus.analysis.index import CorpusIndex, group_by_year
from corpus.analysis.status import opinion_status
from corpus.model.authority import Authority, Citation
from corpus.model.authority_kind import AuthorityKind
from corpus.model.opinion_id import OpinionId
from corpus.model.separate_opinions import SeparateKind
from corpus.output.task import OutputTask
from corpus.pages.common_views import (
    AnsweredQuestion,
    AuthorityRef,
    DatedEdition,
    Link,
    OpinionRef,
    YearCounts,
    authority_ref,
    by_question,
    dated_editions,
    listed_answers,
    opinion_ref,
    opinion_refs,
    year_counts,
)
from corpus.pages.index_tables import IndexEntry, IndexTable, index_table
from corpus.pages.law_marks import LawMark, law_mark
from corpus.pages.page_tasks import PageLimits, new_page, page_task, year_pages, years_if_long
from corpus.pages.timeline import Timeline, timeline
from corpus.text.separate_parts import kinds_by_paragraph


class TableRow(NamedTuple):
    """A provision in the table of authorities."""

    authority: AuthorityRef
    provision: CitedProvision
    change: LawMark | None
    counts_parts: bool
    """Whether some of the opinions cite only a part of it."""
    cited_in: tuple[OpinionRef, ...]
    """The opinions that cite exactly this; empty if there are too many."""


class TableGroup(NamedTuple):
    """The authorities of one kind in the table of authorities."""

    kind: AuthorityKind
    title: str
    rows: tuple[TableRow, ...]


class AuthorityListView(NamedTuple):
    """The authorities of one kind."""

    table: IndexTable
    """Each authority, with the opinions that cite it or a part of it."""
    editions: tuple[DatedEdition, ...]
    """Changes of the whole body of them."""


class CitingRow(NamedTuple):
    """An opinion that cites a provision, with its questions and answers."""

    opinion: OpinionRef
    paragraphs: tuple[int, ...]
    separate: dict[int, SeparateKind]
    """The paragraphs of its concurrences and dissents."""
    questions: tuple[AnsweredQuestion, ...]
    """Those with answers that rest on it, and these answers; if the record names none, all."""
    opinion_mark: tuple[Link, ...]
    """The status of the opinion in pieces, where its answers have their own marks."""
    is_named: bool
    """Whether the record names answers that rest on it."""


class ProvisionView(NamedTuple):
    """An authority or a part of it, with the opinions that cite exactly this."""

    name: str
    citation: Citation
    opinions: int
    """How many opinions cite this or a part of it."""
    counts_parts: bool
    """Whether some of them cite only a part of it."""
    rows: tuple[CitingRow, ...]
    change: LawMark | None
    """`Repealed in 2022`; None if no change is recorded."""
    years: YearCounts
    """The years that have the rows, if there are too many for one page."""


class AuthorityView(NamedTuple):
    """The page of an authority."""

    authority: AuthorityRef
    fields: Authority
    has_wording: bool
    provisions: tuple[ProvisionView, ...]
    timeline: Timeline | None
    editions: tuple[DatedEdition, ...]
    is_complete: bool
    """Whether the collection is declared to have every opinion up to some day."""
    drafts: tuple[Link, ...]
    """The drafts for comment that cite it or a part of it."""


def authorities(index: CorpusIndex, limits: PageLimits) -> Iterator[OutputTask]:
    """The list of the authorities of each kind, and the page of each authority."""
    for kind in index.references.kinds_with_files:
        citations = _citations(kind, index)
        link = Link(kind.title, f"{kind.plural}/")
        view = partial(authority_list_view, kind, citations, index)
        yield page_task(new_page(link.url, link.text, index), "authorities.html", view, index)
        for citation in citations:
            yield from _authority(citation, link, index, limits)


def table_of_authorities(index: CorpusIndex, limits: PageLimits) -> Iterator[OutputTask]:
    """Every provision that is cited, with the opinions that cite it."""
    page = new_page("authorities/", "Table of authorities", index, script="sort.js")
    yield page_task(page, "authorities_table.html", partial(_table_groups, index, limits), index)


def authority_list_view(
    kind: AuthorityKind, authorities: Iterable[Citation], index: CorpusIndex
) -> AuthorityListView:
    """The authorities of one kind, each with the number of opinions that cite it."""
    table = index_table((_entry(citation, index) for citation in authorities), index)
    editions = index.commission.settings_of(kind).editions
    return AuthorityListView(table, dated_editions(editions, kind, index.names))


def _table_groups(index: CorpusIndex, limits: PageLimits) -> tuple[TableGroup, ...]:
    """Every provision that an opinion cites, by kind."""
    groups = (
        TableGroup(
            kind,
            kind.title,
            table_rows(_citations(kind, index), index, limits),
        )
        for kind in index.commission.kinds
    )
    return tuple(group for group in groups if group.rows)


def table_rows(
    authorities: Iterable[Citation], index: CorpusIndex, limits: PageLimits
) -> tuple[TableRow, ...]:
    """The provisions of these authorities that an opinion cites."""
    return tuple(
        _table_row(provision, index, limits)
        for citation in authorities
        for provision in cited_provisions(index.uses_by_authority.get(citation, ()))
    )


def authority_view(citation: Citation, index: CorpusIndex, *, is_split: bool) -> AuthorityView:
    """The page of an authority; `is_split` if the citing opinions are listed by year."""
    uses = index.uses_by_authority.get(citation, ())
    editions = editions_affecting(citation, index.references)
    return AuthorityView(
        authority=authority_ref(citation, index),
        fields=index.references.authorities[citation.kind, citation.authority],
        has_wording=any(edition.text for edition in editions),
        provisions=provision_views(uses, index, is_split=is_split),
        timeline=timeline(citation, uses, index.references, _ended(uses, index)),
        editions=dated_editions(editions, citation.kind, index.names),
        is_complete=index.commission.is_complete,
        drafts=tuple(_citing_drafts(citation, index)),
    )


def _citing_drafts(citation: Citation, index: CorpusIndex) -> Iterator[Link]:
    for draft in index.drafts:
        if any(cited.without_pinpoint == citation for cited in draft.opinion.cited):
            yield Link(index.names.short(draft.id), draft.id.url)


def _ended(uses: Iterable[CitationUse], index: CorpusIndex) -> set[OpinionId]:
    """The citing opinions that were superseded or withdrawn."""
    return {record.id for record in citing_records(uses) if opinion_status(record, index).is_ended}


def provision_views(
    uses: Iterable[CitationUse], index: CorpusIndex, *, is_split: bool = False
) -> tuple[ProvisionView, ...]:
    """Every provision that is cited, with the opinions that cite it or only their years."""
    provisions = cited_provisions(uses)
    return tuple(_provision(provision, index, is_split=is_split) for provision in provisions)


def _entry(citation: Citation, index: CorpusIndex) -> IndexEntry:
    name, url, about = authority_ref(citation, index)
    records = citing_records(index.uses_by_authority.get(citation, ()))
    return IndexEntry(name, url, about, records, law_mark(citation, index))


def _citations(kind: AuthorityKind, index: CorpusIndex) -> list[Citation]:
    """The authorities of one kind in their natural order."""
    every = index.references.authorities.items()
    of_kind = [authority for (key, _), authority in every if key == kind]
    ordered = sorted(of_kind, key=lambda authority: authority.order)
    return [Citation(kind, authority.id) for authority in ordered]


def _authority(
    citation: Citation, above: Link, index: CorpusIndex, limits: PageLimits
) -> Iterator[OutputTask]:
    """The opinions that cite an authority, part by part."""
    uses = index.uses_by_authority.get(citation, ())
    ref = authority_ref(citation, index)
    records = sorted((use.record for use in uses), key=lambda record: record.id, reverse=True)
    years = years_if_long(records, limits.list_rows)
    page = new_page(ref.url, f"{ref.name}: {ref.about}", index, feed="feed.xml")
    view = partial(authority_view, citation, index, is_split=bool(years))
    yield page_task(page, "authority.html", view, index, () if years else records, (above,))
    title = f"{ref.name} in the {index.commission.words.opinions} of {{year}}"
    breadcrumb = (above, Link(ref.name, ref.url))
    for year_page, group in year_pages(ref.url, title, years, index):
        ids = {record.id for record in group}
        year_view = partial(provision_views, [use for use in uses if use.record.id in ids], index)
        yield page_task(year_page, "authority_year.html", year_view, index, group, breadcrumb)


def _table_row(provision: CitedProvision, index: CorpusIndex, limits: PageLimits) -> TableRow:
    records = [use.record for use in provision.uses]
    is_listed = len(records) <= limits.opinions_in_a_cell
    cited_in = opinion_refs(records, index) if is_listed else ()
    ref = authority_ref(provision.citation, index)
    change = law_mark(provision.citation, index)
    return TableRow(ref, provision, change, _counts_parts(provision), cited_in)


def _counts_parts(provision: CitedProvision) -> bool:
    return provision.opinion_count > len(provision.uses)


def _provision(provision: CitedProvision, index: CorpusIndex, *, is_split: bool) -> ProvisionView:
    years = group_by_year(use.record for use in provision.uses)
    return ProvisionView(
        name=index.names.provision(provision.citation),
        citation=provision.citation,
        opinions=provision.opinion_count,
        counts_parts=_counts_parts(provision),
        change=law_mark(provision.citation, index),
        rows=() if is_split else tuple(_citing_row(use, index) for use in provision.uses),
        years=year_counts(years) if is_split else (),
    )


def _citing_row(use: CitationUse, index: CorpusIndex) -> CitingRow:
    record = use.record
    answers, opinion_mark = listed_answers(record, use.holdings or record.opinion.holdings, index)
    opinion = opinion_ref(record, index)
    is_named = bool(use.holdings)
    questions = by_question(record, answers)
    separate = kinds_by_paragraph(record.separate_parts)
    return CitingRow(opinion, use.paragraphs, separate, questions, opinion_mark, is_named)
