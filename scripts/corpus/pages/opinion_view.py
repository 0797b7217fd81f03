"""The views of the page of an opinion."""

from dataclasses import dataclass

from markupsafe import Markup

from corpus.analysis.citing import (
    citation_header,
    citation_template,
    full_citation,
    plain_citation,
    short_citation,
)
from corpus.analysis.history import DiffSpan, ProvisionHistory, ProvisionState, provision_history
from corpus.analysis.index import CorpusIndex, IncomingRelation, citation_uses
from corpus.analysis.related import RelatedOpinion, related_opinions
from corpus.analysis.status import opinion_status, successors
from corpus.library.record import Record
from corpus.model.opinion import Opinion, Relation
from corpus.pages.common_views import (
    DayView,
    EditionView,
    Link,
    OpinionRef,
    QuestionView,
    SourceView,
    authority_words,
    day_view,
    edition_view,
    opinion_ref,
    question_views,
    source_view,
)
from corpus.pages.text_html import approved_text_html
from corpus.text.blocks import Role


@dataclass(frozen=True, slots=True)
class Effect:
    """What one opinion does to another: `Modifies`, perhaps only one holding."""

    verb: str
    holding: str
    """The id of the holding; empty if the whole opinion is meant."""
    paragraphs: tuple[int, ...]
    """The paragraphs of the later opinion that say so."""


@dataclass(frozen=True, slots=True)
class RelationView:
    """Another opinion, and what this one does to it or it does to this one."""

    opinion: OpinionRef
    effect: Effect


@dataclass(frozen=True, slots=True)
class WithdrawalView:
    """The withdrawal of an opinion."""

    day: DayView
    reason: str


@dataclass(frozen=True, slots=True)
class ChangeView:
    """What a later opinion changed in this one."""

    later: Link
    """The later opinion by its printed name."""
    is_held: bool
    """Whether the text of the later opinion is held."""
    effect: Effect


@dataclass(frozen=True, slots=True)
class CitedAuthorityView:
    """An authority that the opinion cites."""

    name: str
    url: str
    about: str
    paragraphs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CitationLine:
    """A way to cite the opinion, and the blanks that a script fills in."""

    id: str
    text: str
    template: str
    paragraph_template: str


@dataclass(frozen=True, slots=True)
class StateView:
    """A cited provision at one time."""

    edition: EditionView | None
    wording: str
    """Empty if it is not held."""


@dataclass(frozen=True, slots=True)
class HistoryView:
    """A cited provision on the day of approval and since."""

    name: str
    url: str
    about: str
    note: str
    then: StateView
    changes: tuple[EditionView, ...]
    now: StateView
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
    summary: str
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
    printed_name: str
    commission: str
    print_header: str
    breadcrumb: tuple[Link, ...]
    programs: tuple[Link, ...]
    topics: tuple[Link, ...]
    withdrawal: WithdrawalView | None
    changes: tuple[ChangeView, ...]
    successors: tuple[Link, ...]
    """The opinions that supersede those in `changes`."""
    authorities: tuple[CitedAuthorityView, ...]
    earlier_opinions: tuple[RelationView, ...]
    later_opinions: tuple[RelationView, ...]
    citations: tuple[CitationLine, ...]
    previous: Link | None
    next: Link | None
    source: SourceView
    held: HeldOpinionView | None
    """None if the text is not held."""


def opinion_view(record: Record, index: CorpusIndex, root: str) -> OpinionView:
    """The view of an opinion on a page from which `root` leads to the site's root."""
    opinion, names, references = record.opinion, index.names, index.references
    changes = opinion_status(record, index).changes
    previous, following = index.neighbors(record)
    return OpinionView(
        opinion=opinion_ref(record, index),
        printed_name=names.long(record.id),
        commission=index.commission.short_name,
        print_header=citation_header(record, index),
        breadcrumb=(
            Link("Opinions", "opinions/"),
            Link(str(opinion.year), f"opinions/{opinion.year}/"),
        ),
        programs=tuple(
            Link(references.programs[program].title, f"programs/{program}/")
            for program in opinion.programs
        ),
        topics=tuple(
            Link(references.topics[topic].title, f"topics/{topic}/") for topic in opinion.topics
        ),
        withdrawal=_withdrawal(record, index),
        changes=tuple(_change(change, index) for change in changes),
        successors=_successors(record, changes, index),
        authorities=_authorities(record, index),
        earlier_opinions=tuple(
            RelationView(opinion_ref(index.by_id[relation.cites], index), _effect(relation))
            for relation in opinion.opinions
        ),
        later_opinions=tuple(
            RelationView(opinion_ref(later.record, index), _effect(later.relation))
            for later in index.incoming_relations.get(record.id, ())
        ),
        citations=_citations(record, index),
        previous=_neighbor(previous, index),
        next=_neighbor(following, index),
        source=source_view(opinion.source),
        held=_held(record, opinion, index, root) if isinstance(opinion, Opinion) else None,
    )


def _held(record: Record, opinion: Opinion, index: CorpusIndex, root: str) -> HeldOpinionView:
    histories = [
        _history(provision_history(citation, opinion.approved, index.references), index)
        for citation in opinion.cited
    ]
    return HeldOpinionView(
        approved=day_view(opinion.approved, index.names),
        questions=question_views([record], index),
        summary=opinion.summary,
        text=approved_text_html(record, index.references, root),
        headings=tuple(
            Link(block.words, f"#{block.anchor}")
            for block in record.text.blocks
            if block.role is Role.HEADING
        ),
        histories=tuple(histories),
        changed_provisions=tuple(view.name for view in histories if view.changes),
        related=tuple(_related(other, index) for other in related_opinions(record, index)),
    )


def _withdrawal(record: Record, index: CorpusIndex) -> WithdrawalView | None:
    withdrawn = record.opinion.withdrawn
    if not withdrawn:
        return None
    return WithdrawalView(day_view(withdrawn.on, index.names), withdrawn.reason)


def _change(change: IncomingRelation, index: CorpusIndex) -> ChangeView:
    later = change.record
    link = Link(index.names.long(later.id), later.id.url)
    return ChangeView(link, later.opinion.is_held, _effect(change.relation))


def _successors(
    record: Record, changes: tuple[IncomingRelation, ...], index: CorpusIndex
) -> tuple[Link, ...]:
    direct = {change.record.id for change in changes}
    return tuple(
        Link(index.names.long(later.id), later.id.url)
        for later in successors(record, index)
        if later.id not in direct
    )


def _effect(relation: Relation) -> Effect:
    return Effect(str(relation.effect), relation.holding or "", relation.at)


def _authorities(record: Record, index: CorpusIndex) -> tuple[CitedAuthorityView, ...]:
    return tuple(
        CitedAuthorityView(
            name=index.names.provision(use.citation),
            url=use.citation.url,
            about=authority_words(index.references.authority(use.citation)),
            paragraphs=use.paragraphs,
        )
        for use in citation_uses(record)
    )


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
        CitationLine("cite-short", short, short, short_citation(record, index, at=blank)),
        CitationLine("cite-plain", plain, plain, plain_citation(record, index, at=blank)),
    )


def _neighbor(record: Record | None, index: CorpusIndex) -> Link | None:
    if record is None:
        return None
    return Link(f"{index.names.short(record.id)}: {record.opinion.title}", record.id.url)


def _history(history: ProvisionHistory, index: CorpusIndex) -> HistoryView:
    authority = index.references.authority(history.citation)
    return HistoryView(
        name=index.names.provision(history.citation),
        url=history.citation.url,
        about=authority_words(authority),
        note=(authority and authority.note) or "",
        then=_state(history.then, index),
        changes=tuple(edition_view(edition, index.names) for edition in history.changes),
        now=_state(history.now, index),
        comparison=history.comparison,
    )


def _state(state: ProvisionState, index: CorpusIndex) -> StateView:
    edition = edition_view(state.edition, index.names) if state.edition else None
    return StateView(edition, state.wording or "")


def _related(other: RelatedOpinion, index: CorpusIndex) -> RelatedView:
    topics = index.references.topics
    return RelatedView(
        opinion_ref(other.record, index),
        tuple(index.names.provision(citation) for citation in other.citations),
        tuple(topics[topic].title for topic in other.topics),
    )
