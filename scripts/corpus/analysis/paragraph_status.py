"""The status of single paragraphs, from the answers that they give and the law that they cite."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from operator import attrgetter
from typing import TypeVar

from corpus.analysis.changed_law import changes_of_cited_law, law_as_seen
from corpus.analysis.changes import are_superseded, changes_by_later
from corpus.analysis.citation_uses import cited_only_separately, law_of
from corpus.analysis.history import ChangedProvision
from corpus.analysis.index import CorpusIndex, once_per_opinion
from corpus.analysis.status import (
    DerivedStatus,
    Status,
    holding_status,
    opinion_status,
    worst_status,
)
from corpus.library.record import Record
from corpus.model.opinion_parts import Holding

Value = TypeVar("Value")


@once_per_opinion
def paragraph_statuses(record: Record, index: CorpusIndex) -> dict[int, DerivedStatus]:
    """The status of each paragraph: of the answers that it gives, or else of the opinion.

    Those that give the same answers and cite the same law share one object. If later opinions
    changed only answers that a paragraph does not give, its status says that they did. It also
    names changed law, with the paragraphs that cite it. Law that was only renumbered or
    reformatted counts only if the paragraph or its answers rest on it, or if no paragraph cites it.
    Law that only concurrences or dissents cite counts only in the paragraphs that cite it.
    """
    whole = opinion_status(record, index)
    changed = (law.citation for law in (*whole.changed_law, *whole.undecided_law))
    laws = (*changed, *cited_only_separately(record))
    citing = [record.paragraphs_citing(law) for law in laws]
    shared: dict[tuple[object, ...], DerivedStatus] = {}
    statuses = {}
    for paragraph in record.text.paragraphs:
        alike = (
            tuple(paragraph in answer.at for answer in record.opinion.holdings),
            tuple(paragraph in paragraphs for paragraphs in citing),
        )
        if alike not in shared:
            shared[alike] = paragraph_status(record, paragraph, index)
        statuses[paragraph] = shared[alike]
    return statuses


def said_of_each(
    statuses: Mapping[int, DerivedStatus], say: Callable[[DerivedStatus], Value]
) -> dict[int, Value]:
    """What is said of the status of each paragraph, once for those that share it."""
    distinct = {id(status): status for status in statuses.values()}
    said = {key: say(status) for key, status in distinct.items()}
    return {paragraph: said[id(status)] for paragraph, status in statuses.items()}


def paragraph_status(record: Record, paragraph: int, index: CorpusIndex) -> DerivedStatus:
    """The status of one paragraph, even if the text has none with this number."""
    whole = opinion_status(record, index)
    answers = tuple(answer for answer in record.opinion.holdings if paragraph in answer.at)
    of_answers = _status_of_answers(record, answers, index)
    own = _beside(whole, of_answers) if of_answers else _status_outside_answers(whole)
    law = {citation for answer in answers for citation in law_of(record, answer)}
    changed, undecided = _separate_law(record, paragraph, index)
    return replace(
        own,
        changed_law=(*law_as_seen(record, whole.changed_law, [paragraph], law), *changed),
        undecided_law=(*law_as_seen(record, whole.undecided_law, [paragraph], law), *undecided),
    )


def _separate_law(
    record: Record, paragraph: int, index: CorpusIndex
) -> tuple[tuple[ChangedProvision, ...], tuple[ChangedProvision, ...]]:
    """The changes of what a paragraph of a concurrence or dissent cites and the body does not."""
    if record.opinion.is_draft:
        return (), ()
    separate = cited_only_separately(record)
    cited = [law for law in separate if paragraph in record.paragraphs_citing(law)]
    return changes_of_cited_law(record, cited, index)


def cited_answer_status(record: Record, answer: Holding, index: CorpusIndex) -> DerivedStatus:
    """The status of one answer cited alone, which says if later opinions changed only others."""
    return _beside(opinion_status(record, index), holding_status(record, answer, index))


def _beside(whole: DerivedStatus, of_answers: DerivedStatus) -> DerivedStatus:
    """The status of answers; if they are unchanged in a modified opinion, with its status."""
    is_unchanged = of_answers.status is Status.CURRENT and whole.status is Status.MODIFIED
    return replace(of_answers, elsewhere=whole) if is_unchanged else of_answers


def _status_of_answers(
    record: Record, answers: tuple[Holding, ...], index: CorpusIndex
) -> DerivedStatus | None:
    """The worst status of these answers, with the changes of all; None if there are no answers.

    It is modified if only some of them are superseded, as with a whole opinion.
    """
    statuses = [holding_status(record, answer, index) for answer in answers]
    if not statuses:
        return None
    worst = max(statuses, key=attrgetter("status"))
    ids = {None, *(answer.id for answer in answers)}
    changes = changes_by_later(record, index)
    of_these = tuple(change for change in changes if change.relation.holding in ids)
    if worst.status is Status.SUPERSEDED and not are_superseded(answers, of_these):
        worst = replace(worst, status=Status.MODIFIED)
    is_same = all(len(status.changes) == len(of_these) for status in statuses)
    return worst if is_same else replace(worst, changes=of_these, answers=answers)


def _status_outside_answers(whole: DerivedStatus) -> DerivedStatus:
    if whole.status is not Status.MODIFIED:
        return whole
    of_whole = tuple(change for change in whole.changes if change.relation.holding is None)
    elsewhere = None if of_whole else whole
    return replace(whole, status=worst_status(of_whole), changes=of_whole, elsewhere=elsewhere)
