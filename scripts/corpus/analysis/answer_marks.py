"""How an answer is marked where the status of its opinion stands beside it."""

from dataclasses import replace

from corpus.analysis.index import CorpusIndex, once_per_opinion
from corpus.analysis.status import DerivedStatus, Status, holding_status, opinion_status
from corpus.analysis.status_labels import opinion_label, status_labels
from corpus.library.record import Record
from corpus.model.words import uncapitalized


@once_per_opinion
def answer_marks(record: Record, index: CorpusIndex) -> dict[str, str]:
    """`This answer: no later change recorded`, for each holding by its id.

    There are none if later opinions did the same to all answers, as the status of the opinion says.
    That status also says whether later opinions were checked, and what changed in the law.
    """
    statuses = {
        holding.id: holding_status(record, holding, index) for holding in record.opinion.holdings
    }
    if not _differ(opinion_status(record, index), [*statuses.values()]):
        return {}
    answer = f"This {index.commission.words.answer}"
    return {
        id_: f"{answer}: {_what_opinions_did(status, index)}" for id_, status in statuses.items()
    }


@once_per_opinion
def label_beside_answers(record: Record, index: CorpusIndex) -> str:
    """The label of an opinion, which is `The opinion: modified by …` if its answers have marks."""
    label = opinion_label(record, index)
    if not answer_marks(record, index):
        return label
    return f"The {index.commission.words.opinion}: {uncapitalized(label)}"


def _differ(whole: DerivedStatus, answers: list[DerivedStatus]) -> bool:
    is_changed = whole.status in {Status.MODIFIED, Status.SUPERSEDED}
    return is_changed and any(answer.changes != answers[0].changes for answer in answers)


def _what_opinions_did(status: DerivedStatus, index: CorpusIndex) -> str:
    """`superseded by AO 12 (2010)`; what was not checked is said of the opinion."""
    by_opinions, _ = status_labels(replace(status, unchecked=None), index.names)
    if not by_opinions:
        return f"no change by a later {index.commission.words.opinion} recorded"
    return uncapitalized(by_opinions)
