"""Whether an opinion still holds: what later opinions did, and the recorded changes of law."""

from collections.abc import Iterator, Sequence

from corpus.analysis.history import provision_history
from corpus.analysis.index import CorpusIndex, IncomingRelation
from corpus.analysis.status import opinion_status
from corpus.citations.names import Names
from corpus.library.record import Record


def still_holds(record: Record, index: CorpusIndex) -> str:
    """What is recorded after an opinion: `No later opinion whose text is here changes it. …`."""
    return " ".join(_sentences(record, index))


def _sentences(record: Record, index: CorpusIndex) -> Iterator[str]:
    later = index.incoming_relations.get(record.id, ())
    if withdrawn := record.opinion.withdrawn:
        yield f"No. It was withdrawn {index.names.when(withdrawn.on)}."
        yield from _acts(later, index.names)
        return
    yield from _acts(later, index.names)
    if not any(change.relation.effect.changes for change in later):
        words = index.commission.words
        cites = "changes it" if later else "cites or changes it"
        yield f"No later {words.opinion} whose text is here {cites}."
    yield from _changes_of_law(record, index)


def _acts(later: Sequence[IncomingRelation], names: Names) -> Iterator[str]:
    """Yield what later opinions did, if any did anything."""
    if later:
        acts = "; ".join(_act(change, names) for change in later)
        yield f"Later {names.commission.words.opinions} listed here: {acts}."


def _act(change: IncomingRelation, names: Names) -> str:
    relation = change.relation
    what = f"{names.commission.words.answer} {relation.holding}" if relation.holding else "it"
    return f"{names.short(change.record.id)} {relation.effect} {what}"


def _changes_of_law(record: Record, index: CorpusIndex) -> Iterator[str]:
    """Yield what is recorded of the law that an opinion cites, if it cites any."""
    opinion = record.opinion
    if opinion.approved is None or not opinion.cited:
        return
    status = opinion_status(record, index)
    if status.undecided_law and not status.changed_law:
        name = index.commission.words.opinion
        yield f"The law it cites changed; whether before or after this {name} is not known."
        return
    if not status.changed_law:
        yield "No later change of the law that it cites is recorded here."
        return
    references, approved = index.references, opinion.approved
    has_texts = any(
        provision_history(law, approved, references).comparison for law in opinion.cited
    )
    texts = "compare the texts below" if has_texts else "the texts are not here"
    yield f"The law that it cites has changed since; {texts}."
