"""Whether an opinion still holds: what later opinions did, and the recorded changes of law."""

from collections.abc import Iterator, Sequence

from corpus.analysis.history import provision_history
from corpus.analysis.index import CorpusIndex, IncomingRelation
from corpus.analysis.later_opinions import LaterOpinions, later_opinions
from corpus.analysis.status import DerivedStatus, Status, opinion_status
from corpus.citations.names import Names
from corpus.library.record import Record


def still_holds(record: Record, index: CorpusIndex) -> str:
    """The answer, and what it follows from: `No. PO 17 (2012) supersedes it. …`."""
    return " ".join(_sentences(record, index))


def _sentences(record: Record, index: CorpusIndex) -> Iterator[str]:
    status = opinion_status(record, index)
    later = index.incoming_relations.get(record.id, ())
    if withdrawn := record.opinion.withdrawn:
        yield f"No. It was withdrawn {index.names.when(withdrawn.on)}."
    elif status.changes:
        yield _of_changed(record, status)
    else:
        yield _of_unchanged(record, status, index)
    if later:
        yield f"{'; '.join(_act(change, index.names) for change in later)}."
    if not withdrawn:
        yield from _changes_of_law(record, status, index)


def _of_changed(record: Record, status: DerivedStatus) -> str:
    if all(change.is_withdrawn for change in status.causes):
        return "Not clear."
    if status.status is Status.SUPERSEDED:
        return "No."
    changed = {change.relation.holding for change in status.changes}
    is_partial = changed < {holding.id for holding in record.opinion.holdings}
    return "Only in part." if is_partial else "Not as written."


def _of_unchanged(record: Record, status: DerivedStatus, index: CorpusIndex) -> str:
    later, until = later_opinions(record, index), index.commission.complete_until
    opinion = index.commission.words.opinion
    if until is None:
        return f"This site cannot tell: {_why_not(later, opinion)}."
    here = " whose text is here" if later.unread else ""
    says = f"o {opinion} through {index.names.day(until)}{here} changes it."
    if status.changed_law or status.undecided_law:
        return f"N{says}"
    return f"As far as this site can tell, yes: n{says}" if here else f"Yes: n{says}"


def _why_not(later: LaterOpinions, opinion: str) -> str:
    """Why a collection that is not complete cannot tell whether a later opinion changed one."""
    if not later.held:
        if later.unread:
            return f"no later {opinion} is here with its text ({later.unread})"
        return f"no later {opinion} is here, and the collection is not complete"
    others = later.unread or "others may be missing"
    here = "whose text is here" if later.unread else "here"
    return f"no later {opinion} {here} changes it, but {others}"


def _act(change: IncomingRelation, names: Names) -> str:
    relation = change.relation
    what = f"{names.commission.words.answer} {relation.holding}" if relation.holding else "it"
    withdrawn = ", since withdrawn," if change.is_withdrawn else ""
    return f"{names.short(change.record.id)}{withdrawn} {relation.effect} {what}"


def _changes_of_law(record: Record, status: DerivedStatus, index: CorpusIndex) -> Iterator[str]:
    """Yield what is recorded of the law that an opinion cites, if it cites any."""
    opinion = record.opinion
    if opinion.approved is None or not opinion.cited:
        return
    if status.undecided_law and not status.changed_law:
        name = index.commission.words.opinion
        yield f"The law it cites changed; whether before or after this {name} is not known."
    elif not status.changed_law:
        yield "No later change of the law that it cites is recorded here."
    elif status.is_law_only_renumbered:
        yield f"The law that it cites was {_listed(status.verbs_of_law)} since; {_SAME_WORDS}."
    else:
        texts = "compare its words below" if _has_texts(record, index) else "its words are not here"
        yield f"The law that it cites has changed since; {texts}."


_SAME_WORDS = "no change of its words is recorded"


def _listed(verbs: Sequence[str]) -> str:
    return " and ".join(verbs)


def _has_texts(record: Record, index: CorpusIndex) -> bool:
    """Whether the words of a cited provision are recorded, then and now."""
    approved = record.opinion.approved
    return approved is not None and any(
        provision_history(law, approved, index.references).comparison
        for law in record.opinion.cited
    )
