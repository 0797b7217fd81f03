"""The marks of answers, beside the label of their opinion and in lists of single answers."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from corpus.analysis.index import CorpusIndex, once_per_opinion
from corpus.analysis.status import DerivedStatus, Status, holding_status, opinion_status
from corpus.analysis.status_labels import (
    divided_label,
    holding_labels,
    label_without_caution,
    law_in_short,
    opinion_label,
)
from corpus.library.record import Record
from corpus.model.authority import Citation
from corpus.model.opinion_parts import Holding
from corpus.model.words import uncapitalized


class ListMarks(NamedTuple):
    """What a list says of the status of the answers that it shows, and of their opinion."""

    answers: tuple[str, ...]
    """For each answer its own mark; empty if it is unchanged, or if the opinion's says the same."""
    opinion: str
    """`The opinion: modified by …`; empty if the marks of the answers say all of it."""


@once_per_opinion
def answer_marks(record: Record, index: CorpusIndex) -> dict[str, str]:
    """`This answer: superseded by AO 12 (2010)`, for each holding by its id.

    There are none if later opinions did the same to all answers, as the status of the opinion says.
    That status also says whether later opinions were checked.
    """
    statuses = _statuses(record, index)
    if not _differ(opinion_status(record, index), [*statuses.values()]):
        return {}
    answer = f"This {index.commission.words.answer}"
    return {id_: f"{answer}: {_what_happened(status, index)}" for id_, status in statuses.items()}


@once_per_opinion
def page_marks(record: Record, index: CorpusIndex) -> dict[str, str]:
    """The marks on the page of an opinion: `This answer: later history not checked; Canon 3 …`.

    They are those of `answer_marks`. If there are none, an answer whose label mentions the law has
    that label, as in lists.
    """
    if marks := answer_marks(record, index):
        return marks
    statuses = _statuses(record, index)
    answer = f"This {index.commission.words.answer}"
    return {
        id_: f"{answer}: {_label_in_sentence(status, index)}"
        for id_, status in statuses.items()
        if law_in_short(status)
    }


def list_marks(record: Record, shown: Sequence[Holding], index: CorpusIndex) -> ListMarks:
    """The marks where a list shows these answers: what stands only for the opinion says so."""
    if marks := answer_marks(record, index):
        return ListMarks(tuple(marks[answer.id] for answer in shown), _of_opinion(record, index))
    whole = opinion_label(record, index)
    labels = holding_labels(record, index)
    if all(labels[answer.id] == whole for answer in shown):
        return ListMarks(("",) * len(shown), whole)
    own = tuple(
        labels[answer.id] if holding_status(record, answer, index).is_marked else ""
        for answer in shown
    )
    unsaid = (set(law_beside_answer(record, answer, index)) for answer in shown)
    is_said = any(own) and not set.intersection(*unsaid)
    return ListMarks(own, "" if is_said else _of_opinion(record, index))


def law_beside_answer(record: Record, answer: Holding, index: CorpusIndex) -> tuple[Citation, ...]:
    """The law of the opinion that changed and that the label of this answer does not name."""
    own = _changed_law(holding_status(record, answer, index))
    return tuple(law for law in _changed_law(opinion_status(record, index)) if law not in own)


def _changed_law(status: DerivedStatus) -> tuple[Citation, ...]:
    return tuple(law.citation for law in (*status.changed_law, *status.undecided_law))


def _statuses(record: Record, index: CorpusIndex) -> dict[str, DerivedStatus]:
    """The status of each holding by its id."""
    return {
        holding.id: holding_status(record, holding, index) for holding in record.opinion.holdings
    }


def _differ(whole: DerivedStatus, answers: list[DerivedStatus]) -> bool:
    is_changed = whole.status in {Status.MODIFIED, Status.SUPERSEDED}
    return is_changed and any(answer.changes != answers[0].changes for answer in answers)


def _what_happened(status: DerivedStatus, index: CorpusIndex) -> str:
    """`superseded by AO 12 (2010)`; what was not checked is said of the opinion."""
    by_opinions, by_law = label_without_caution(replace(status, unchecked=None), index.names)
    if not by_opinions:
        by_opinions = f"No change by a later {index.commission.words.opinion} recorded"
    return "; ".join(filter(None, (uncapitalized(by_opinions), by_law)))


def _of_opinion(record: Record, index: CorpusIndex) -> str:
    """`The opinion: modified by AO 12 (2010)`."""
    label = _label_in_sentence(opinion_status(record, index), index)
    return f"The {index.commission.words.opinion}: {label}"


def _label_in_sentence(status: DerivedStatus, index: CorpusIndex) -> str:
    """`modified by AO 12 (2010)`; a name such as `Canon 3(c)` keeps its capital."""
    label = divided_label(status, index.names)
    return label._replace(by_opinions=uncapitalized(label.by_opinions)).whole
