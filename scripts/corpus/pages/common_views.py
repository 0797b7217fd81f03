"""Views that several families of pages show: opinions, questions, answers and authorities.

A view has what a part of a page shows, ready for its template: values of the records, and the
words and URLs that follow from them. URLs start at the site's root unless their field says
otherwise.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

from corpus.analysis.answer_marks import list_marks, page_marks
from corpus.analysis.approval_dates import other_dates
from corpus.analysis.change_labels import changes_in_label
from corpus.analysis.citation_uses import CitationUse
from corpus.analysis.index import CorpusIndex, IncomingRelation, once_per_opinion
from corpus.analysis.status import DerivedStatus, Status, holding_status, opinion_status
from corpus.analysis.status_labels import divided_label, law_in_short
from corpus.citations.names import Names
from corpus.library.record import Record
from corpus.model.authority import Citation
from corpus.model.authority_kind import AuthorityKind
from corpus.model.edition import Edition
from corpus.model.opinion import Catalogued, Opinion
from corpus.model.opinion_parts import ANONYMOUS, Correction, Holding, Issue
from corpus.model.words import Words, capitalized, listed, paragraph_signs


class DatedEdition(NamedTuple):
    """A change of an authority as readers write it."""

    change: Edition
    day: str
    parts: str
    """What it names: `Canon 3(c)`; empty if it names no part."""


DatedCorrection = tuple[Correction, str]
"""A correction of an approved text, and its day as readers write it."""

_ENDED = {Status.SUPERSEDED, Status.WITHDRAWN}

YearCounts = tuple[tuple[int, int], ...]
"""The years that have a page of their own, each with the number of opinions on it."""


class Link(NamedTuple):
    """A link within the site."""

    text: str
    url: str


class StatusView(NamedTuple):
    """The status of an opinion or of one holding."""

    css_class: str
    label: str
    pieces: tuple[Link, ...]
    """The label in pieces: an opinion links to its paragraph that made the change."""
    pieces_by_opinions: tuple[Link, ...]
    """The first part in pieces: what opinions did, and whether later ones were checked."""
    law_in_short: str
    """`law changed since`; empty if the label mentions no law."""
    ended: str
    """`Superseded` or `Withdrawn`, to stand before an answer; empty for the others."""
    is_marked: bool
    """Whether lists mark it, as in `DerivedStatus`."""
    is_current: bool
    """Whether it is none of these: modified, superseded, withdrawn or a draft."""


class OpinionRef(NamedTuple):
    """An opinion as any page may name it."""

    fields: Opinion | Catalogued
    """A page shows only the `Record.shared_fields` of opinions that its task does not name."""
    url: str
    name: str
    """`AO 5 (2003)`."""
    long_name: str
    """`Advisory Opinion 05 (2003)`."""
    approved: str
    """`November 7, 2003`; empty if the day is not known."""
    status: StatusView


class AnswerView(NamedTuple):
    """A holding with its own status."""

    holding: Holding
    status: StatusView
    mark: tuple[Link, ...]
    """`This answer: no later change recorded` in pieces; empty if its opinion says it all."""
    mark_in_list: tuple[Link, ...]
    """The same where a list shows the answer, beside the mark of its opinion."""
    rests_on: tuple[Link, ...]


AnsweredQuestion = tuple[Issue, tuple[AnswerView, ...]]
"""A question with some of its answers."""


class QuestionView(NamedTuple):
    """A question with its answers."""

    opinion: OpinionRef
    issue: Issue
    answers: tuple[AnswerView, ...]
    opinion_mark: tuple[Link, ...]
    """The status of its opinion in pieces, where a list shows the answers with their own marks."""


class AuthorityRef(NamedTuple):
    """An authority or a part of it as any page may name it."""

    name: str
    """`Canon 3(c)`."""
    url: str
    about: str
    """Its heading, or what it is about."""


def facts_below_title(record: Record, index: CorpusIndex) -> tuple[str, ...]:
    """The other dates of an opinion, the facts about the request, and its separate opinions."""
    return (
        *_date_facts(record, index.names),
        *request_facts(record.opinion, index.commission.words),
        *_separate_facts(record),
    )


def request_facts(opinion: Opinion | Catalogued, words: Words) -> tuple[str, ...]:
    """Who asked, under which numbers, and which bodies and members decided; as far as known."""
    is_anonymous = opinion.requester == ANONYMOUS
    facts = (
        ("Requester", "not named" if is_anonymous else ""),
        ("Requested by:", "" if is_anonymous else opinion.requester),
        (capitalized(words.docket), opinion.docket),
        ("Jointly with", ", ".join(opinion.joint_bodies)),
        ("Also numbered", ", ".join(opinion.aliases)),
        ("Vote:", str(opinion.vote or "")),
    )
    return tuple(f"{name} {value}" for name, value in facts if value)


def _date_facts(record: Record, names: Names) -> tuple[str, ...]:
    """The dates in its approval lines other than the date of approval: `Revised May 1, 2006`."""
    dates: dict[str, list[str]] = {}
    for when, event in other_dates(record, names.commission):
        dates.setdefault(event or "also dated", []).append(names.partial_date(when))
    return tuple(f"{capitalized(event)} {listed(days)}" for event, days in dates.items())


def _separate_facts(record: Record) -> tuple[str, ...]:
    """The concurrences and dissents with their paragraphs: `Dissent of Judge Reed (¶ 9, ¶ 10)`."""
    return tuple(
        f"{part.heading} ({paragraph_signs(part.paragraphs)})" for part in record.separate_parts
    )


@once_per_opinion
def opinion_ref(record: Record, index: CorpusIndex) -> OpinionRef:
    """How a page names an opinion."""
    names = index.names
    approved = record.opinion.approved
    return OpinionRef(
        fields=record.opinion,
        url=record.id.url,
        name=names.short(record.id),
        long_name=names.long(record.id),
        approved=names.partial_date(approved) if approved else "",
        status=_status_view(opinion_status(record, index), names),
    )


def opinion_refs(records: Iterable[Record], index: CorpusIndex) -> tuple[OpinionRef, ...]:
    """How a page names these opinions."""
    return tuple(opinion_ref(record, index) for record in records)


def listed_answers(
    record: Record, shown: Sequence[Holding], index: CorpusIndex
) -> tuple[tuple[AnswerView, ...], tuple[Link, ...]]:
    """Answers of an opinion as a list shows them, and the mark of the opinion in pieces."""
    marks = list_marks(record, shown, index)
    answers = (
        _answer_view(record, holding, mark, index)
        for holding, mark in zip(shown, marks.answers, strict=True)
    )
    of_opinion = _linked_pieces(marks.opinion, opinion_status(record, index), index.names)
    return tuple(answers), tuple(of_opinion)


def by_question(record: Record, answers: Sequence[AnswerView]) -> tuple[AnsweredQuestion, ...]:
    """The questions of an opinion that these answers answer, each with its own."""
    questions = (
        (issue, tuple(answer for answer in answers if answer.holding.answers == issue.id))
        for issue in record.opinion.issues
    )
    return tuple((issue, given) for issue, given in questions if given)


def _answer_view(
    record: Record, holding: Holding, mark_in_list: str, index: CorpusIndex
) -> AnswerView:
    derived = holding_status(record, holding, index)
    mark = page_marks(record, index).get(holding.id, "")
    rests_on = [citation for citation in record.opinion.cited if str(citation) in holding.cites]
    return AnswerView(
        holding=holding,
        status=_status_view(derived, index.names),
        mark=tuple(_linked_pieces(mark, derived, index.names)),
        mark_in_list=tuple(_linked_pieces(mark_in_list, derived, index.names)),
        rests_on=tuple(
            Link(index.names.provision(citation), record.url_of(citation)) for citation in rests_on
        ),
    )


def question_views(records: Iterable[Record], index: CorpusIndex) -> tuple[QuestionView, ...]:
    """Every question of these opinions with its answers."""
    return tuple(question for record in records for question in _questions(record, index))


def dated_editions(
    editions: Iterable[Edition], kind: AuthorityKind, names: Names
) -> tuple[DatedEdition, ...]:
    """Changes of an authority with their days and parts."""
    return tuple(dated_edition(edition, kind, names) for edition in editions)


def dated_edition(edition: Edition, kind: AuthorityKind, names: Names) -> DatedEdition:
    """A change of an authority with its day and parts."""
    return DatedEdition(edition, names.day(edition.day), names.edition_parts(edition, kind))


def dated_corrections(opinion: Opinion | Catalogued, names: Names) -> tuple[DatedCorrection, ...]:
    """The corrections of an opinion with their days, oldest first."""
    corrections = sorted(opinion.corrections, key=attrgetter("on"))
    return tuple((correction, names.day(correction.on)) for correction in corrections)


def authority_ref(citation: Citation, index: CorpusIndex) -> AuthorityRef:
    """How a page names what is cited."""
    authority = index.references.authority(citation)
    about = (authority.title or authority.about or "") if authority else ""
    return AuthorityRef(index.names.provision(citation), citation.url, about)


def cited_authority(use: CitationUse, index: CorpusIndex) -> AuthorityRef:
    """How the page of an opinion names what the opinion cites."""
    return authority_ref(use.citation, index)._replace(url=use.record.url_of(use.citation))


def year_counts(groups: Mapping[int, Sequence[object]]) -> YearCounts:
    """The years and sizes of groups, in their order."""
    return tuple((year, len(group)) for year, group in groups.items())


def _status_view(status: DerivedStatus, names: Names) -> StatusView:
    label = divided_label(status, names)
    return StatusView(
        css_class=_css_class(status),
        label=label.whole,
        pieces=tuple(_linked_pieces(label.whole, status, names)),
        pieces_by_opinions=tuple(_linked_pieces(label.by_opinions, status, names)),
        law_in_short=law_in_short(status),
        ended=str(status.status).capitalize() if status.status in _ENDED else "",
        is_marked=status.is_marked,
        is_current=status.status is Status.CURRENT,
    )


def _css_class(status: DerivedStatus) -> str:
    """The name of a status in the style sheets: `superseded`, `law-changed`, `not-held`."""
    if status.status is not Status.CURRENT:
        return str(status.status)
    if status.changed_law or status.undecided_law:
        return "law-renumbered" if status.is_law_only_renumbered else "law-changed"
    return "current" if status.has_text else "not-held"


def _linked_pieces(label: str, status: DerivedStatus, names: Names) -> Iterator[Link]:
    rest = label
    for change in changes_in_label(status) if label else ():
        before, name, rest = rest.partition(names.short(change.record.id))
        yield Link(before, "")
        yield Link(name, _url_of_change(change))
    if rest:
        yield Link(rest, "")


def _url_of_change(change: IncomingRelation) -> str:
    """The URL of the first paragraph that makes a change, or of its opinion."""
    anchor = f"#p{change.relation.at[0]}" if change.relation.at else ""
    return f"{change.record.id.url}{anchor}"


@once_per_opinion
def _questions(record: Record, index: CorpusIndex) -> tuple[QuestionView, ...]:
    return tuple(_question(record, issue, index) for issue in record.opinion.issues)


def _question(record: Record, issue: Issue, index: CorpusIndex) -> QuestionView:
    answers, opinion_mark = listed_answers(record, record.answers_to(issue), index)
    return QuestionView(opinion_ref(record, index), issue, answers, opinion_mark)
