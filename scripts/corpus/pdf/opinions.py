"""The document of an opinion for its PDF, from the same analysis as its page."""

from collections import defaultdict
from collections.abc import Iterator

from corpus.analysis import citing
from corpus.analysis.changing_words import changing_words
from corpus.analysis.citation_uses import CitationUse, citation_uses
from corpus.analysis.history import provision_history
from corpus.analysis.index import CorpusIndex, IncomingRelation
from corpus.analysis.last_modified import latest_entry, status_as_of
from corpus.analysis.status import Status, opinion_status, successors
from corpus.analysis.status_labels import status_label
from corpus.analysis.still_holds import changed_part, still_holds
from corpus.citations.names import Names
from corpus.library.ledger import hash_text
from corpus.library.record import Record
from corpus.model.authority import Citation
from corpus.model.authority_kind import AuthorityKind
from corpus.model.commission import Commission
from corpus.model.edition import Edition
from corpus.model.opinion import Draft, Opinion
from corpus.model.opinion_parts import Relation
from corpus.model.words import Words, capitalized, listed, paragraph_signs
from corpus.pages.common_views import (
    AnswerView,
    QuestionView,
    cited_authority,
    dated_corrections,
    facts_below_title,
    question_views,
)
from corpus.pdf.approved_text import text_blocks
from corpus.pdf.document import (
    Answer,
    CitedAuthority,
    DatedNote,
    OpinionDocument,
    PrintedOtherOpinion,
    PrintedRelation,
    Question,
    StatusChange,
    ThenAndNow,
    WebLink,
)
from corpus.text.separate_parts import kinds_by_paragraph

_ALERTING = frozenset({Status.SUPERSEDED, Status.WITHDRAWN, Status.DRAFT})


def opinion_document(
    record: Record, opinion: Opinion, index: CorpusIndex, prefix: str = ""
) -> OpinionDocument:
    """The document of an opinion; in a volume, `prefix` tells its anchors from those of others."""
    names = index.names
    commission = index.commission
    status = opinion_status(record, index)
    label = status_label(status, names)
    return OpinionDocument(
        words=_words(opinion, commission.words),
        prefix=prefix,
        paper=commission.paper,
        day=latest_entry(index),
        status_as_of=status_as_of(index),
        title=opinion.title,
        name=names.long(record.id),
        commission=commission.name,
        citation_head=citing.citation_head(record, index),
        status=label,
        alert=label if status.status in _ALERTING else "",
        dates=tuple(_dates(record, opinion, index.names)),
        facts=facts_below_title(record, index),
        subjects=(*_programs(record, index), *index.topic_titles(record)),
        status_changes=tuple(_status_changes(record, index)),
        still_holds="" if opinion.is_draft else still_holds(record, index),
        questions=tuple(_question(view, index) for view in question_views([record], index)),
        summary=opinion.summary,
        text=text_blocks(record, index),
        authorities=tuple(_authority(use, opinion, index) for use in citation_uses(record)),
        separate={**kinds_by_paragraph(record.separate_parts)},
        then_and_now=() if opinion.is_draft else tuple(_then_and_now(opinion, index)),
        earlier=tuple(_earlier(opinion, index)),
        of_other_bodies=tuple(_of_other_bodies(record)),
        later=tuple(_later(record, index)),
        corrections=tuple(_corrections(opinion, names)),
        citation=citing.full_citation(record, index),
        pinpoint_example=citing.pinpoint_with_status(record, index, min(record.text.paragraphs)),
        address=citing.permanent_url(record, index) or "",
        source=opinion.source.title or opinion.source.url or "",
        sha256=hash_text(record.text).all_words,
        text_file=commission.address(f"{record.id.url}opinion.txt") or "",
        verify_page=_verify_page(record, commission) if record.id in index.sealed_texts else "",
    )


def _words(opinion: Opinion, words: Words) -> dict[str, str]:
    """The body's words; the text of a draft is the draft text."""
    return words_in_print(
        words.model_copy(
            update={"approved": "draft", "approval": "draft"} if opinion.is_draft else {}
        )
    )


def words_in_print(words: Words) -> dict[str, str]:
    """The body's words for a template, each also with a capital letter."""
    return {
        shown: capitalized(word) if shown.istitle() else word
        for name, word in words.model_dump().items()
        for shown in (name, name.capitalize())
    }


def _verify_page(record: Record, commission: Commission) -> str:
    return commission.address(f"verify/?opinion={record.id}") or ""


def _dates(record: Record, opinion: Opinion, names: Names) -> Iterator[str]:
    if isinstance(opinion, Draft):
        if opinion.comments_until:
            yield f"Comments until {names.day(opinion.comments_until)}"
        return
    yield f"{capitalized(names.commission.words.approved)} {names.partial_date(opinion.approved)}"
    if corrected := citing.correction_note(record, names):
        yield corrected


def _programs(record: Record, index: CorpusIndex) -> Iterator[str]:
    return (index.references.programs[program].title for program in record.opinion.programs)


def _status_changes(record: Record, index: CorpusIndex) -> Iterator[StatusChange]:
    """The withdrawal and each change by a later opinion."""
    names = index.names
    withdrawn = record.opinion.withdrawn
    if withdrawn:
        yield StatusChange(f"Withdrawn {names.when(withdrawn.on)}: {withdrawn.reason}")
    changes = opinion_status(record, index).changes
    for change in changes:
        yield StatusChange(_status_change(record, change, names), changing_words(change))
    changed_by = {change.record.id for change in changes}
    if later := [later for later in successors(record, index) if later.id not in changed_by]:
        in_turn = f"Superseded in turn by {', '.join(_name(other, names) for other in later)}."
        yield StatusChange(in_turn)


def _status_change(record: Record, change: IncomingRelation, names: Names) -> str:
    """What a later opinion did: `AO 12 (2010), ¶ 4, modifies answer 2 (¶ 5) of this opinion.`."""
    relation = change.relation
    words = names.commission.words
    this = f"this {words.opinion}"
    what = f"{changed_part(record, relation, words)} of {this}" if relation.holding else this
    paragraphs = "".join(f", ¶ {number}" for number in relation.at)
    since = f", since {change.since}" if change.since else ""
    comma = "," if since or paragraphs else ""
    return f"{names.long(change.record.id)}{paragraphs}{since}{comma} {relation.effect} {what}."


def _name(record: Record, names: Names) -> str:
    withdrawn = ", since withdrawn" if record.opinion.withdrawn else ""
    return f"{names.long(record.id)}{withdrawn}"


def _question(view: QuestionView, index: CorpusIndex) -> Question:
    answers = tuple(_answer(answer, index) for answer in view.answers)
    return Question(view.issue.question, view.issue.at, answers)


def _answer(view: AnswerView, index: CorpusIndex) -> Answer:
    return Answer(
        text=view.holding.text,
        at=view.holding.at,
        rests_on=tuple(_link(link.text, link.url, index) for link in view.rests_on),
        ended=view.status.ended,
        status="".join(piece.text for piece in view.mark),
    )


def _link(text: str, url: str, index: CorpusIndex) -> WebLink:
    return WebLink(text, index.commission.address(url) or "")


def _authority(use: CitationUse, opinion: Opinion, index: CorpusIndex) -> CitedAuthority:
    authority = cited_authority(use, index)
    return CitedAuthority(
        name=_link(authority.name, authority.url, index),
        about=authority.about,
        at=use.paragraphs,
        changes=() if opinion.is_draft else tuple(_changes(use.citation, opinion, index)),
    )


def _then_and_now(opinion: Opinion, index: CorpusIndex) -> Iterator[ThenAndNow]:
    """The words of each changed provision, if both are recorded; once for those with the same.

    A repealed one has no new words.
    """
    alike: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for citation in opinion.cited:
        history = provision_history(citation, opinion.approved, index.references)
        now = history.now.wording or ("Repealed" if history.is_repealed else "")
        if history.changes and history.then.wording and now:
            words = history.then.wording, now
            alike[words].append(index.names.provision(citation))
    when = capitalized(index.names.when(opinion.approved))
    for (then, now), provisions in alike.items():
        yield ThenAndNow(listed(provisions), when, then, now)


def _changes(citation: Citation, opinion: Opinion, index: CorpusIndex) -> Iterator[str]:
    """A phrase for each change of a provision since the approval, and for each that may be."""
    history = provision_history(citation, opinion.approved, index.references)
    words = index.commission.words
    for edition in history.undecided:
        changed = _edition(edition, citation.kind, index.names)
        yield f"{changed} (before or after the {words.opinion})"
    for edition in history.changes:
        yield _edition(edition, citation.kind, index.names)


def _edition(edition: Edition, kind: AuthorityKind, names: Names) -> str:
    """`From March 1, 2020, Canon 3(c): Renumbered`; of an unknown day, `After …, date unknown`."""
    when = f"{edition.before_its_day} {names.day(edition.day)}{edition.after_its_day}"
    parts = names.edition_parts(edition, kind)
    return f"{when}{parts and f', {parts}'}: {edition.event}"


def _effect_on_earlier(relation: Relation, names: Names) -> str:
    """`At ¶ 4, modifies answer 1 of`, before the name of the earlier opinion."""
    answer = f" {names.commission.words.answer} {relation.holding} of" if relation.holding else ""
    at = f"at {paragraph_signs(relation.at)}, " if relation.at else ""
    return capitalized(f"{at}{relation.effect}{answer}")


def effect_of_later(relation: Relation, names: Names) -> str:
    """`Modified as to answer 1 by`, before the name of the later opinion."""
    answer = (
        f" as to {names.commission.words.answer} {relation.holding}" if relation.holding else ""
    )
    return f"{relation.effect.passive.capitalize()}{answer} by"


def _related(
    other: Record, effect: str, at: tuple[int, ...], index: CorpusIndex
) -> PrintedRelation:
    status = opinion_status(other, index)
    shows_status = status.is_marked or not status.has_text
    return PrintedRelation(
        effect=effect,
        name=_link(index.names.short(other.id), other.id.url, index),
        title=other.opinion.title,
        at=at,
        status=status_label(status, index.names) if shows_status else "",
    )


def _earlier(opinion: Opinion, index: CorpusIndex) -> Iterator[PrintedRelation]:
    for relation in opinion.opinions:
        effect = _effect_on_earlier(relation, index.names)
        yield _related(index.by_id[relation.cites], effect, (), index)


def _later(record: Record, index: CorpusIndex) -> Iterator[PrintedRelation]:
    for change in index.incoming_relations.get(record.id, ()):
        effect = effect_of_later(change.relation, index.names)
        yield _related(change.record, effect, change.relation.at, index)


def _of_other_bodies(record: Record) -> Iterator[PrintedOtherOpinion]:
    for other, paragraphs in record.other_opinion_uses:
        yield PrintedOtherOpinion(WebLink(other.citation, other.url or ""), other.body, paragraphs)


def _corrections(opinion: Opinion, names: Names) -> Iterator[DatedNote]:
    for correction, day in dated_corrections(opinion, names):
        yield DatedNote(day, correction.at, correction.what)
