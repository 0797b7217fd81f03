"""The views of the pages of authorities: who cites them, where, and how they changed."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from corpus.analysis.history import editions_affecting
from corpus.analysis.index import CitationUse, CitedProvision, CorpusIndex, cited_provisions
from corpus.analysis.timeline import TimelineMark, timeline
from corpus.model.authority import Authority, AuthorityKind, Citation
from corpus.pages.common_views import (
    AnswerView,
    EditionView,
    Link,
    OpinionRef,
    SourceView,
    YearCount,
    answer_view,
    authority_words,
    edition_view,
    opinion_ref,
    source_view,
)
from corpus.pages.limits import PageLimits
from corpus.pages.list_view import year_counts

_HALF_OF_A_MARK = 4
"""Half the width of the mark of a change in the timeline."""

Authorities = Mapping[Citation, Authority]


@dataclass(frozen=True, slots=True)
class AuthorityRow:
    """A row of the list of authorities."""

    name: str
    url: str
    about: str
    opinions: int
    """How many opinions cite it or a part of it."""


@dataclass(frozen=True, slots=True)
class AuthorityListView:
    """The authorities of one kind."""

    rows: tuple[AuthorityRow, ...]
    editions: tuple[EditionView, ...]
    """Changes of the whole body of them."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of the table of authorities: one provision."""

    name: str
    url: str
    about: str
    opinions: int
    cited_in: tuple[Link, ...]
    """The opinions that cite exactly this; empty if there are too many."""
    unlisted: int
    """The number of those opinions if there are too many; otherwise 0."""


@dataclass(frozen=True, slots=True)
class CitingRow:
    """An opinion that cites a provision, with the answers that rest on it."""

    opinion: OpinionRef
    paragraphs: tuple[int, ...]
    answers: tuple[AnswerView, ...]


@dataclass(frozen=True, slots=True)
class ProvisionView:
    """An authority or a part of it, with the opinions that cite exactly this."""

    name: str
    anchor: str
    """Empty for the authority as a whole."""
    depth: int
    opinions: int
    """How many opinions cite this or a part of it."""
    rows: tuple[CitingRow, ...]
    years: tuple[YearCount, ...]
    """The years that have the rows, if there are too many for one page."""


@dataclass(frozen=True, slots=True)
class TimelineView:
    """The changes of an authority above a line of years, the opinions that cite it below."""

    first_year: int
    last_year: int
    changes: tuple[TimelineMark, ...]
    """Each by the left edge of its mark."""
    opinions: tuple[TimelineMark, ...]


@dataclass(frozen=True, slots=True)
class AuthorityView:
    """The page of an authority."""

    name: str
    breadcrumb: tuple[Link, ...]
    about: str
    roman: str
    has_wording: bool
    source: SourceView
    provisions: tuple[ProvisionView, ...]
    timeline: TimelineView | None
    note: str
    editions: tuple[EditionView, ...]


@dataclass(frozen=True, slots=True)
class AuthorityYearView:
    """The opinions of one year that cite an authority."""

    breadcrumb: tuple[Link, ...]
    provisions: tuple[ProvisionView, ...]


def authority_list_view(
    kind: AuthorityKind, authorities: Authorities, index: CorpusIndex
) -> AuthorityListView:
    """The authorities of one kind, each with the number of opinions that cite it."""
    rows = (
        AuthorityRow(
            name=index.names.provision(citation),
            url=citation.page,
            about=authority_words(authority),
            opinions=len({use.record.id for use in index.uses_by_authority.get(citation, ())}),
        )
        for citation, authority in authorities.items()
    )
    editions = index.commission.authorities[kind].editions
    return AuthorityListView(
        tuple(rows), tuple(edition_view(edition, index.names) for edition in editions)
    )


def table_rows(
    authorities: Authorities, index: CorpusIndex, limits: PageLimits
) -> tuple[TableRow, ...]:
    """Every provision that an opinion cites."""
    return tuple(
        _table_row(provision, authority, index, limits)
        for citation, authority in authorities.items()
        for provision in cited_provisions(index.uses_by_authority.get(citation, ()))
    )


def authority_view(
    citation: Citation, authority: Authority, index: CorpusIndex, *, is_split: bool
) -> AuthorityView:
    """The page of an authority; `is_split` if the citing opinions are listed by year."""
    uses = index.uses_by_authority.get(citation, ())
    editions = editions_affecting(citation, index.references)
    return AuthorityView(
        name=index.names.provision(citation),
        breadcrumb=(kind_link(citation.kind, index),),
        about=authority_words(authority),
        roman=authority.roman or "",
        has_wording=any(edition.text for edition in editions),
        source=source_view(authority.source),
        provisions=tuple(
            _provision_by_years(provision, index) if is_split else _provision(provision, index)
            for provision in cited_provisions(uses)
        ),
        timeline=_timeline(citation, uses, index),
        note=authority.note or "",
        editions=tuple(edition_view(edition, index.names) for edition in editions),
    )


def authority_year_view(
    uses: Iterable[CitationUse], breadcrumb: tuple[Link, ...], index: CorpusIndex
) -> AuthorityYearView:
    """The citations of one year."""
    views = tuple(_provision(provision, index) for provision in cited_provisions(uses))
    return AuthorityYearView(breadcrumb, views)


def uses_by_year(uses: Iterable[CitationUse]) -> dict[int, list[CitationUse]]:
    """Citations by the year of the opinion, newest first."""
    years: defaultdict[int, list[CitationUse]] = defaultdict(list)
    for use in sorted(uses, key=lambda use: use.record.id.year, reverse=True):
        years[use.record.id.year].append(use)
    return years


def kind_link(kind: AuthorityKind, index: CorpusIndex) -> Link:
    """The list of the authorities of one kind."""
    return Link(index.commission.authorities[kind].title, f"{kind.plural}/")


def _table_row(
    provision: CitedProvision, authority: Authority, index: CorpusIndex, limits: PageLimits
) -> TableRow:
    citation, records = provision.citation, [use.record for use in provision.uses]
    is_listed = len(records) <= limits.opinions_in_a_cell
    links = (Link(index.names.short(record.id), record.id.url) for record in records)
    return TableRow(
        name=index.names.provision(citation),
        url=citation.url,
        about=authority_words(authority),
        opinions=provision.opinion_count,
        cited_in=tuple(links) if is_listed else (),
        unlisted=0 if is_listed else len(records),
    )


def _provision(provision: CitedProvision, index: CorpusIndex) -> ProvisionView:
    rows = tuple(_citing_row(use, index) for use in provision.uses)
    return _section(provision, index, rows=rows)


def _provision_by_years(provision: CitedProvision, index: CorpusIndex) -> ProvisionView:
    return _section(provision, index, years=year_counts(uses_by_year(provision.uses)))


def _section(
    provision: CitedProvision,
    index: CorpusIndex,
    rows: tuple[CitingRow, ...] = (),
    years: tuple[YearCount, ...] = (),
) -> ProvisionView:
    citation = provision.citation
    return ProvisionView(
        name=index.names.provision(citation),
        anchor=citation.anchor,
        depth=len(citation.parts),
        opinions=provision.opinion_count,
        rows=rows,
        years=years,
    )


def _citing_row(use: CitationUse, index: CorpusIndex) -> CitingRow:
    opinion = opinion_ref(use.record, index)
    answers = (answer_view(use.record, opinion, holding, index) for holding in use.holdings)
    return CitingRow(opinion, use.paragraphs, tuple(answers))


def _timeline(
    citation: Citation, uses: Iterable[CitationUse], index: CorpusIndex
) -> TimelineView | None:
    line = timeline(citation, uses, index.references)
    if line is None:
        return None
    changes = (replace(mark, x=mark.x - _HALF_OF_A_MARK) for mark in line.editions)
    return TimelineView(line.first_year, line.last_year, tuple(changes), line.opinions)
