"""Views that several families of pages show: opinions in lists, answers, changes and sources.

A view has the words and URLs of a part of a page, ready for its template. Its URLs start at
the site's root unless their field says otherwise.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from corpus.analysis.index import CorpusIndex
from corpus.analysis.status import DerivedStatus, holding_status, opinion_status, status_label
from corpus.citations.names import Names
from corpus.library.record import Record
from corpus.model.authority import Citation, Edition, Provenance
from corpus.model.opinion import Holding, Issue, Opinion


@dataclass(frozen=True, slots=True)
class Link:
    """A link within the site."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class SourceView:
    """Where something was seen."""

    text: str
    url: str
    """A full web address; empty if there is none."""


@dataclass(frozen=True, slots=True)
class DayView:
    """A day for readers and for programs."""

    text: str
    iso: str


@dataclass(frozen=True, slots=True)
class StatusView:
    """The status of an opinion or of one holding."""

    css_class: str
    label: str


@dataclass(frozen=True, slots=True)
class OpinionRef:
    """An opinion as any page may name it: only what `Record.shared_fields` covers."""

    id: str
    url: str
    name: str
    """`AO 5 (2003)`."""
    long_name: str
    """`Advisory Opinion 05 (2003)`."""
    title: str
    is_held: bool
    approved: DayView | None
    status: StatusView


@dataclass(frozen=True, slots=True)
class OpinionRow:
    """A row of a list of opinions."""

    opinion: OpinionRef
    summary: str
    """Empty if the text is not held."""


@dataclass(frozen=True, slots=True)
class YearCount:
    """A link to the page of one year."""

    year: int
    count: int


@dataclass(frozen=True, slots=True)
class AnswerView:
    """A holding with its own status."""

    holding: Holding
    status: StatusView
    has_own_status: bool
    """Whether the status differs from that of the opinion."""
    rests_on: tuple[Link, ...]
    """The authorities it rests on."""


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question with its answers."""

    opinion: OpinionRef
    issue: Issue
    answers: tuple[AnswerView, ...]


@dataclass(frozen=True, slots=True)
class AuthorityRef:
    """An authority or a part of it as any page may name it."""

    name: str
    """`Standard 3(c)`."""
    url: str
    about: str
    """Its heading, or what it is about."""


@dataclass(frozen=True, slots=True)
class EditionView:
    """A change of an authority."""

    is_adopted: bool
    """Whether `day` is the day of adoption and not the day it took effect."""
    day: DayView
    parts: str
    """The parts that changed; empty if all of it did."""
    event: str
    source: SourceView
    wording: str
    """The new wording; empty if it is not held."""


def source_view(source: Provenance) -> SourceView:
    """The title of a source, or its address if it has no title."""
    return SourceView(source.title or source.url or "", source.url or "")


def day_view(day: date, names: Names) -> DayView:
    """A day as the Commission writes it."""
    return DayView(names.day(day), day.isoformat())


def status_view(status: DerivedStatus, names: Names) -> StatusView:
    """A status with its label."""
    return StatusView(str(status.status), status_label(status, names))


def opinion_ref(record: Record, index: CorpusIndex) -> OpinionRef:
    """How a page names an opinion."""
    opinion, names = record.opinion, index.names
    return OpinionRef(
        id=str(record.id),
        url=record.id.url,
        name=names.short(record.id),
        long_name=names.long(record.id),
        title=opinion.title,
        is_held=opinion.is_held,
        approved=day_view(opinion.approved, names) if opinion.approved else None,
        status=status_view(opinion_status(record, index), names),
    )


def opinion_rows(records: Iterable[Record], index: CorpusIndex) -> tuple[OpinionRow, ...]:
    """A list of opinions with their summaries."""
    return tuple(OpinionRow(opinion_ref(record, index), _summary(record)) for record in records)


def answer_view(
    record: Record, opinion: OpinionRef, holding: Holding, index: CorpusIndex
) -> AnswerView:
    """One answer of an opinion."""
    names = index.names
    status = status_view(holding_status(record, holding, index), names)
    return AnswerView(
        holding=holding,
        status=status,
        has_own_status=status.css_class != opinion.status.css_class,
        rests_on=tuple(
            Link(names.provision(citation), citation.url)
            for citation in record.opinion.cited
            if str(citation) in holding.cites
        ),
    )


def question_views(records: Iterable[Record], index: CorpusIndex) -> tuple[QuestionView, ...]:
    """Every question of these opinions with its answers."""
    return tuple(question for record in records for question in _questions(record, index))


def edition_view(edition: Edition, names: Names) -> EditionView:
    """A change of an authority for readers."""
    return EditionView(
        is_adopted=bool(edition.adopted),
        day=day_view(edition.day, names),
        parts=edition.part or ", ".join(edition.provisions),
        event=edition.event,
        source=source_view(edition.source),
        wording=edition.text or "",
    )


def authority_ref(citation: Citation, index: CorpusIndex) -> AuthorityRef:
    """How a page names what is cited."""
    authority = index.references.authority(citation)
    about = (authority.title or authority.about or "") if authority else ""
    return AuthorityRef(index.names.provision(citation), citation.url, about)


def _questions(record: Record, index: CorpusIndex) -> Iterable[QuestionView]:
    opinion = opinion_ref(record, index)
    for issue in record.opinion.issues:
        answers = (answer for answer in record.opinion.holdings if answer.answers == issue.id)
        views = tuple(answer_view(record, opinion, holding, index) for holding in answers)
        yield QuestionView(opinion, issue, views)


def _summary(record: Record) -> str:
    return record.opinion.summary if isinstance(record.opinion, Opinion) else ""
