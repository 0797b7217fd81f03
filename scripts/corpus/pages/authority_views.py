"""The views of the pages of authorities: who cites them, where, and how they changed."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from corpus.analysis.history import editions_affecting
from corpus.analysis.index import CitationUse, CitedProvision, CorpusIndex, cited_provisions
from corpus.analysis.timeline import TimelineMark, timeline
from corpus.model.authority import AuthorityKind, Citation
from corpus.pages.common_views import (
    AnswerView,
    AuthorityRef,
    EditionView,
    Link,
    OpinionRef,
    SourceView,
    YearCount,
    answer_view,
    authority_ref,
    edition_view,
    opinion_ref,
    source_view,
)
from corpus.pages.limits import PageLimits
from corpus.pages.list_view import year_counts

_HALF_OF_A_MARK = 4
"""Half the width of the mark of a change in the timeline."""


@dataclass(frozen=True, slots=True)
class AuthorityRow:
    """A row of the list of authorities."""

    authority: AuthorityRef
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

    authority: AuthorityRef
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

    authority: AuthorityRef
    roman: str
    has_wording: bool
    source: SourceView
    provisions: tuple[ProvisionView, ...]
    timeline: TimelineView | None
    note: str
    editions: tuple[EditionView, ...]


def authority_list_view(
    kind: AuthorityKind, authorities: Iterable[Citation], index: CorpusIndex
) -> AuthorityListView:
    """The authorities of one kind, each with the number of opinions that cite it."""
    rows = (
        AuthorityRow(
            authority=authority_ref(citation, index),
            opinions=len({use.record.id for use in index.uses_by_authority.get(citation, ())}),
        )
        for citation in authorities
    )
    editions = index.commission.authorities[kind].editions
    return AuthorityListView(
        tuple(rows), tuple(edition_view(edition, index.names) for edition in editions)
    )


def table_rows(
    authorities: Iterable[Citation], index: CorpusIndex, limits: PageLimits
) -> tuple[TableRow, ...]:
    """Every provision that an opinion cites."""
    return tuple(
        _table_row(provision, index, limits)
        for citation in authorities
        for provision in cited_provisions(index.uses_by_authority.get(citation, ()))
    )


def authority_view(citation: Citation, index: CorpusIndex, *, is_split: bool) -> AuthorityView:
    """The page of an authority; `is_split` if the citing opinions are listed by year."""
    authority = index.references.authorities[citation.kind, citation.authority]
    uses = index.uses_by_authority.get(citation, ())
    editions = editions_affecting(citation, index.references)
    return AuthorityView(
        authority=authority_ref(citation, index),
        roman=authority.roman or "",
        has_wording=any(edition.text for edition in editions),
        source=source_view(authority.source),
        provisions=_provisions_by_year(uses, index) if is_split else provision_views(uses, index),
        timeline=_timeline(citation, uses, index),
        note=authority.note or "",
        editions=tuple(edition_view(edition, index.names) for edition in editions),
    )


def provision_views(uses: Iterable[CitationUse], index: CorpusIndex) -> tuple[ProvisionView, ...]:
    """Every provision that is cited, with the opinions that cite it."""
    return tuple(_provision(provision, index) for provision in cited_provisions(uses))


def uses_by_year(uses: Iterable[CitationUse]) -> dict[int, list[CitationUse]]:
    """Citations by the year of the opinion, newest first."""
    years: defaultdict[int, list[CitationUse]] = defaultdict(list)
    for use in sorted(uses, key=lambda use: use.record.id.year, reverse=True):
        years[use.record.id.year].append(use)
    return years


def kind_link(kind: AuthorityKind, index: CorpusIndex) -> Link:
    """The list of the authorities of one kind."""
    return Link(index.commission.authorities[kind].title, f"{kind.plural}/")


def _table_row(provision: CitedProvision, index: CorpusIndex, limits: PageLimits) -> TableRow:
    records = [use.record for use in provision.uses]
    is_listed = len(records) <= limits.opinions_in_a_cell
    links = (Link(index.names.short(record.id), record.id.url) for record in records)
    return TableRow(
        authority=authority_ref(provision.citation, index),
        opinions=provision.opinion_count,
        cited_in=tuple(links) if is_listed else (),
        unlisted=0 if is_listed else len(records),
    )


def _provisions_by_year(
    uses: Iterable[CitationUse], index: CorpusIndex
) -> tuple[ProvisionView, ...]:
    return tuple(
        _provision(replace(provision, uses=()), index, year_counts(uses_by_year(provision.uses)))
        for provision in cited_provisions(uses)
    )


def _provision(
    provision: CitedProvision, index: CorpusIndex, years: tuple[YearCount, ...] = ()
) -> ProvisionView:
    citation = provision.citation
    return ProvisionView(
        name=index.names.provision(citation),
        anchor=citation.anchor,
        depth=len(citation.parts),
        opinions=provision.opinion_count,
        rows=tuple(_citing_row(use, index) for use in provision.uses),
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
