"""The view of the page of an opinion."""

from dataclasses import dataclass

from markupsafe import Markup

from corpus.analysis.citing import (
    citation_header,
    citation_template,
    full_citation,
    plain_citation,
    short_citation,
)
from corpus.analysis.history import provision_history
from corpus.analysis.index import CorpusIndex, IncomingRelation, citation_uses
from corpus.analysis.related import related_opinions
from corpus.analysis.status import opinion_status, successors
from corpus.analysis.word_diff import DiffSpan
from corpus.library.record import Record
from corpus.model.authority import Citation
from corpus.model.opinion import Catalogued, Opinion, Relation
from corpus.output.exports.formats import ExportFormat, opinion_formats
from corpus.pages.common_views import (
    AuthorityRef,
    DayView,
    EditionView,
    Link,
    OpinionRef,
    QuestionView,
    SourceView,
    authority_ref,
    day_view,
    edition_view,
    opinion_ref,
    question_views,
    source_view,
)
from corpus.pages.text_html import approved_text_html
from corpus.text.blocks import Role


@dataclass(frozen=True, slots=True)
class RelationView:
    """What an opinion does to an earlier one."""

    opinion: OpinionRef
    """The other opinion, earlier or later than the one on the page."""
    relation: Relation


@dataclass(frozen=True, slots=True)
class CitedAuthority:
    """An authority, and the paragraphs of the opinion that cite it."""

    authority: AuthorityRef
    paragraphs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CitationLine:
    """A way to cite the opinion, and the blanks that a script fills in."""

    id: str
    text: str
    template: str
    paragraph_template: str


@dataclass(frozen=True, slots=True)
class HistoryView:
    """A cited provision on the day of approval and since."""

    authority: AuthorityRef
    note: str
    edition_then: EditionView | None
    """The last change before the approval."""
    wording_then: str
    """Empty if it is not held."""
    changes: tuple[EditionView, ...]
    """The changes since the approval."""
    wording_now: str
    comparison: tuple[DiffSpan, ...]
    """The two wordings word by word; empty if one is not held or nothing changed."""


@dataclass(frozen=True, slots=True)
class RelatedView:
    """An opinion on the same subjects, and what both have in common."""

    opinion: OpinionRef
    citations: tuple[str, ...]
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HeldOpinionView:
    """What the page shows only if the text is held."""

    approved: DayView
    questions: tuple[QuestionView, ...]
    text: Markup
    headings: tuple[Link, ...]
    """The headings of the text, each with its anchor on the page."""
    histories: tuple[HistoryView, ...]
    changed_provisions: tuple[str, ...]
    """The names of the cited provisions that changed since the approval."""
    related: tuple[RelatedView, ...]


@dataclass(frozen=True, slots=True)
class OpinionView:
    """What the page of an opinion shows."""

    opinion: OpinionRef
    fields: Opinion | Catalogued
    """The fields of the record, for those that are shown as they are."""
    commission: str
    print_header: str
    programs_and_topics: tuple[Link, ...]
    withdrawn_on: DayView | None
    changes: tuple[RelationView, ...]
    """What later opinions changed in this one."""
    successors: tuple[OpinionRef, ...]
    """The opinions that supersede those in `changes`."""
    authorities: tuple[CitedAuthority, ...]
    earlier_opinions: tuple[RelationView, ...]
    later_opinions: tuple[RelationView, ...]
    citations: tuple[CitationLine, ...]
    formats: tuple[ExportFormat, ...]
    previous: OpinionRef | None
    next: OpinionRef | None
    source: SourceView
    held: HeldOpinionView | None
    """None if the text is not held."""


def opinion_view(record: Record, index: CorpusIndex, root: str) -> OpinionView:
    """The view of an opinion on a page from which `root` leads to the site's root."""
    opinion = record.opinion
    changes = opinion_status(record, index).changes
    previous, following = index.neighbors(record)
    withdrawn = opinion.withdrawn
    return OpinionView(
        opinion=opinion_ref(record, index),
        fields=opinion,
        commission=index.commission.short_name,
        print_header=citation_header(record, index),
        programs_and_topics=_programs_and_topics(record, index),
        withdrawn_on=day_view(withdrawn.on, index.names) if withdrawn else None,
        changes=_relations(changes, index),
        successors=_successors(record, changes, index),
        authorities=tuple(
            CitedAuthority(authority_ref(use.citation, index), use.paragraphs)
            for use in citation_uses(record)
        ),
        earlier_opinions=tuple(
            RelationView(opinion_ref(index.by_id[relation.cites], index), relation)
            for relation in opinion.opinions
        ),
        later_opinions=_relations(index.incoming_relations.get(record.id, ()), index),
        citations=_citations(record, index),
        formats=opinion_formats(record),
        previous=opinion_ref(previous, index) if previous else None,
        next=opinion_ref(following, index) if following else None,
        source=source_view(opinion.source),
        held=_held(record, opinion, index, root) if isinstance(opinion, Opinion) else None,
    )


def _held(record: Record, opinion: Opinion, index: CorpusIndex, root: str) -> HeldOpinionView:
    histories = [_history(citation, opinion, index) for citation in opinion.cited]
    return HeldOpinionView(
        approved=day_view(opinion.approved, index.names),
        questions=question_views([record], index),
        text=approved_text_html(record, index.references, root),
        headings=tuple(
            Link(block.words, f"#{block.anchor}")
            for block in record.text.blocks
            if block.role is Role.HEADING
        ),
        histories=tuple(histories),
        changed_provisions=tuple(view.authority.name for view in histories if view.changes),
        related=_related(record, index),
    )


def _programs_and_topics(record: Record, index: CorpusIndex) -> tuple[Link, ...]:
    programs, topics = index.references.programs, index.references.topics
    return (
        *(Link(programs[key].title, f"programs/{key}/") for key in record.opinion.programs),
        *(Link(topics[key].title, f"topics/{key}/") for key in record.opinion.topics),
    )


def _relations(
    incoming: tuple[IncomingRelation, ...], index: CorpusIndex
) -> tuple[RelationView, ...]:
    return tuple(
        RelationView(opinion_ref(later.record, index), later.relation) for later in incoming
    )


def _successors(
    record: Record, changes: tuple[IncomingRelation, ...], index: CorpusIndex
) -> tuple[OpinionRef, ...]:
    direct = {change.record.id for change in changes}
    later = (successor for successor in successors(record, index) if successor.id not in direct)
    return tuple(opinion_ref(successor, index) for successor in later)


def _citations(record: Record, index: CorpusIndex) -> tuple[CitationLine, ...]:
    short, plain = short_citation(record, index), plain_citation(record, index)
    blank = "{paragraph}"
    return (
        CitationLine(
            "cite-full",
            full_citation(record, index),
            citation_template(record, index, has_pinpoint=False),
            citation_template(record, index, has_pinpoint=True),
        ),
        CitationLine("cite-short", short, short, short_citation(record, index, paragraph=blank)),
        CitationLine("cite-plain", plain, plain, plain_citation(record, index, paragraph=blank)),
    )


def _history(citation: Citation, opinion: Opinion, index: CorpusIndex) -> HistoryView:
    authority, names = index.references.authority(citation), index.names
    history = provision_history(citation, opinion.approved, index.references)
    then = history.then
    return HistoryView(
        authority=authority_ref(citation, index),
        note=(authority and authority.note) or "",
        edition_then=edition_view(then.edition, names) if then.edition else None,
        wording_then=then.wording or "",
        changes=tuple(edition_view(edition, names) for edition in history.changes),
        wording_now=history.now.wording or "",
        comparison=history.comparison,
    )


def _related(record: Record, index: CorpusIndex) -> tuple[RelatedView, ...]:
    topics = index.references.topics
    return tuple(
        RelatedView(
            opinion=opinion_ref(other.record, index),
            citations=tuple(map(index.names.provision, other.citations)),
            topics=tuple(topics[topic].title for topic in other.topics),
        )
        for other in related_opinions(record, index)
    )
