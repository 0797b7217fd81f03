"""Whether an opinion still holds: what later opinions did, and the recorded changes of law."""

from collections.abc import Iterator

from corpus.analysis.changed_law import changes_of_cited_law
from corpus.analysis.changes import became_of, supersedes
from corpus.analysis.citation_uses import cited_by_body, cited_only_separately
from corpus.analysis.history import editions_affecting, provision_history
from corpus.analysis.index import CorpusIndex, IncomingRelation
from corpus.analysis.later_opinions import LaterOpinions, complete_until, later_opinions
from corpus.analysis.status import DerivedStatus, Status, opinion_status
from corpus.library.record import Record
from corpus.model.edition import ONLY_THE_NUMBER
from corpus.model.opinion_parts import Relation
from corpus.model.words import Words, listed, paragraph_signs, uncapitalized

_SAME_WORDS = "no change in its words is recorded"
_NOT_BOTH_TEXTS = "this site does not have both its old and its new text"


def still_holds(record: Record, index: CorpusIndex) -> str:
    """The answer, and what it follows from: `No. PO 17 (2012) supersedes it. …`.

    Where it stands, the old and the new words of the law are below, if both are recorded.
    """
    return " ".join(_sentences(record, index))


def changed_part(record: Record, relation: Relation, words: Words) -> str:
    """`answer 2 (¶ 5)`, with the paragraphs of the earlier opinion; `it` if all of it is meant."""
    if not relation.holding:
        return "it"
    answers = (answer for answer in record.opinion.holdings if answer.id == relation.holding)
    paragraphs = paragraph_signs(number for answer in answers for number in answer.at)
    return f"{words.answer} {relation.holding}{paragraphs and f' ({paragraphs})'}"


def _sentences(record: Record, index: CorpusIndex) -> Iterator[str]:
    status = opinion_status(record, index)
    law = "" if status.is_ended else _of_law(record, status, index)
    if withdrawn := record.opinion.withdrawn:
        yield f"No. It was withdrawn {index.names.when(withdrawn.on)}."
    elif status.changes:
        yield _of_changed(record, status, index)
    elif index.commission.complete_until is None:
        why_not = _why_not(later_opinions(record, index), index.commission.words.opinion)
        yield f"This site cannot tell: {why_not}."
    elif _may_law_decide(status):
        no_change = _no_change(record, status, index)
        yield f"This site cannot tell: {no_change}, but {uncapitalized(law)}"
        law = ""
    else:
        yield f"{_yes(status, index)}: {_no_change(record, status, index)}."
    if later := index.incoming_relations.get(record.id, ()):
        yield f"{'; '.join(_act(record, change, index) for change in later)}."
    if law:
        yield law


def _of_changed(record: Record, status: DerivedStatus, index: CorpusIndex) -> str:
    if status.status is Status.SUPERSEDED:
        return "No." if status.is_ended else "Not clear."
    if not any(map(_lasts, status.causes)):
        return "Not clear."
    changed = {change.relation.holding for change in status.changes}
    is_partial = changed < {holding.id for holding in record.opinion.holdings}
    if is_partial and index.commission.complete_until is None:
        return "At most in part; this site cannot tell about the rest."
    return "Only in part." if is_partial else "Not as written."


def _lasts(change: IncomingRelation) -> bool:
    """Whether a change still counts, although something may have happened to the later opinion.

    What was superseded stays superseded.
    """
    return not change.since or (supersedes(change) and not change.is_withdrawn)


def _may_law_decide(status: DerivedStatus) -> bool:
    """Whether the law may have other words now than on the day of the opinion."""
    is_changed = bool(status.changed_law) and not status.is_law_only_renumbered
    return is_changed or bool(status.undecided_law)


def _yes(status: DerivedStatus, index: CorpusIndex) -> str:
    if status.seen_until:
        return f"Yes, through {index.names.day(status.seen_until)}"
    return "As far as this site can tell, yes"


def _no_change(record: Record, status: DerivedStatus, index: CorpusIndex) -> str:
    opinion = index.commission.words.opinion
    if status.seen_until:
        return f"no later {opinion} changes it"
    if until := complete_until(record, index):
        return f"no {opinion} through {index.names.day(until)} whose text is here changes it"
    return f"no later {opinion} whose text is here changes it"


def _why_not(later: LaterOpinions, opinion: str) -> str:
    """Why a collection that is not complete cannot tell whether a later opinion changed one."""
    if not later.held:
        if later.unread:
            return f"no later {opinion} is here with its text ({later.unread})"
        return f"no later {opinion} is here, and the collection is not complete"
    others = later.unread or "others may be missing"
    here = "whose text is here" if later.unread else "here"
    return f"no later {opinion} {here} changes it, but {others}"


def _act(record: Record, change: IncomingRelation, index: CorpusIndex) -> str:
    what = changed_part(record, change.relation, index.commission.words)
    became = became_of(change.record, index)
    since = f", since {became}," if became else ""
    return f"{index.names.short(change.record.id)}{since} {change.relation.effect} {what}"


def _of_law(record: Record, status: DerivedStatus, index: CorpusIndex) -> str:
    """What is recorded of the law that an opinion cites; empty if it cites none."""
    if record.opinion.approved is None or not cited_by_body(record):
        return ""
    if status.undecided_law and ONLY_THE_NUMBER.issuperset(status.verbs_of_law):
        return _of_undecided(status, index)
    if not status.changed_law:
        rest = f"{_except_separate(record, index)}{_but_notes(record, index)}"
        return f"No later change of the law that it cites is recorded here{rest}."
    if status.is_law_only_renumbered:
        changed = listed(status.verbs_of_law)
        return f"The law that it cites has been {changed} since; {_SAME_WORDS}."
    if repealed := _of_repealed(record, status, index):
        return repealed
    compare = "compare its words below" if _has_texts(record, index) else _NOT_BOTH_TEXTS
    return f"The law that it cites has changed since; {compare}."


def _of_repealed(record: Record, status: DerivedStatus, index: CorpusIndex) -> str:
    """What is said if all cited law with other words now was repealed; else empty."""
    approved = record.opinion.approved
    histories = [
        provision_history(law.citation, approved, index.references)
        for law in status.changed_law
        if approved and not law.is_only_renumbered
    ]
    if not all(history.is_repealed for history in histories):
        return ""
    is_held = all(history.then.wording for history in histories)
    text = "its old text is below" if is_held else "this site does not have its old text"
    return f"Law that it cites was repealed since; {text}."


def _of_undecided(status: DerivedStatus, index: CorpusIndex) -> str:
    undecided = [edition for law in status.undecided_law for edition in law.editions]
    if all(edition.has_unknown_effect for edition in undecided):
        return (
            "A change of the law that it cites was adopted; when it took effect, or whether it has,"
            " is not known."
        )
    when = f"whether before or after this {index.commission.words.opinion} is not known"
    return f"The law that it cites changed; {when}."


def _except_separate(record: Record, index: CorpusIndex) -> str:
    changes = changes_of_cited_law(record, cited_only_separately(record), index)
    return ", except of law that only a concurrence or dissent cites" if any(changes) else ""


def _but_notes(record: Record, index: CorpusIndex) -> str:
    """`, but see the note on Canon 3`: cited law without a recorded change, but with a note."""
    noted = [
        index.names.provision(cited.without_pinpoint)
        for cited in cited_by_body(record)
        if (authority := index.references.authority(cited))
        and authority.note
        and not editions_affecting(cited, index.references)
    ]
    return f", but see the note on {listed(tuple(dict.fromkeys(noted)))}" if noted else ""


def _has_texts(record: Record, index: CorpusIndex) -> bool:
    """Whether the words of a cited provision are recorded, then and now."""
    approved = record.opinion.approved
    return approved is not None and any(
        provision_history(law, approved, index.references).comparison
        for law in cited_by_body(record)
    )
