"""Whether an opinion still holds: what later opinions did, and the recorded changes of law."""

from collections import Counter
from collections.abc import Iterable, Sequence

from corpus.analysis.history import ProvisionHistory, provision_history
from corpus.analysis.index import CorpusIndex, IncomingRelation
from corpus.citations.names import Names
from corpus.library.record import Record
from corpus.model.authority import Verb

_KINDS: dict[Verb, str] = {
    "reformatted": "of form",
    "renumbered": "of form",
    "recodified": "of form",
    "reworded": "of words",
    "amended": "of words",
    "adopted": "of substance",
    "added": "of substance",
    "repealed": "of substance",
}


def still_holds(record: Record, index: CorpusIndex) -> str:
    """What is recorded after an opinion: `No later opinion listed here cites or changes it. …`."""
    later = _later_opinions(index.incoming_relations.get(record.id, ()), index.names)
    approved = record.opinion.approved
    if approved is None or not record.opinion.cited:
        return later
    histories = [
        provision_history(cited, approved, index.references) for cited in record.opinion.cited
    ]
    return f"{later} {_changes_of_law(histories)}"


def _later_opinions(later: Sequence[IncomingRelation], names: Names) -> str:
    words = names.commission.words
    if not later:
        return f"No later {words.opinion} listed here cites or changes it."
    acts = "; ".join(_act(change, names) for change in later)
    is_changed = any(change.relation.effect.changes for change in later)
    return f"Later {words.opinions} listed here: {acts}." + (
        "" if is_changed else " None changes it."
    )


def _act(change: IncomingRelation, names: Names) -> str:
    relation = change.relation
    what = f"{names.commission.words.answer} {relation.holding}" if relation.holding else "it"
    return f"{names.short(change.record.id)} {relation.effect} {what}"


def _changes_of_law(histories: Iterable[ProvisionHistory]) -> str:
    changed = [history for history in histories if history.changes]
    if not changed:
        return "No later change of the law that it cites is recorded here."
    kinds = Counter(
        _KINDS.get(edition.verb, "of a kind not recorded")
        for history in changed
        for edition in history.changes
    )
    counts = ", ".join(f"{count} {kind}" for kind, count in kinds.items())
    return f"Recorded changes since in the law that it cites: {counts}. {_texts(changed)}"


def _texts(changed: Sequence[ProvisionHistory]) -> str:
    known = sum(bool(history.comparison) for history in changed)
    if not known:
        return "Their texts are not available here."
    return f"{'Both' if known == len(changed) else 'Some of the'} texts are below."
