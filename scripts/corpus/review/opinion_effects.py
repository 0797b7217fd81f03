"""What changes in single opinions: their details, their status, and the opinions they changed."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import Any

from corpus.model.field_labels import field_label
from corpus.model.words import paragraph_signs
from corpus.output.exports.data_models import HoldingData, OpinionData
from corpus.review.changes.withdrawal_changes import WithdrawalChange
from corpus.review.comment.new_opinion_report import NewOpinion
from corpus.review.site_state import Opinions, SiteState, opinions_in_both

_COMPUTED_FIELDS: Any = {
    **dict.fromkeys(("status", "status_label", "changes", "cited_by"), True),
    **dict.fromkeys(("paragraphs", "sha256", "citation", "withdrawal_reason"), True),
    "holdings": {"__all__": {"status", "status_label"}},
}
"""The fields that follow from others or are reported separately."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionEffects:
    """What differs in opinions as pages show them."""

    new: tuple[NewOpinion, ...]
    """The new opinions whose text is here, and the new drafts."""
    changed: tuple[str, ...]
    """Each opinion whose fields change, with what readers call them."""
    statuses: tuple[str, ...]
    """Each opinion or holding whose status changes, with the old and the new status."""
    links: tuple[str, ...]
    """Each link to a question or an answer that shows other words, with the old and the new."""
    paragraphs: tuple[str, ...]
    """The numbered paragraphs of each opinion whose text is new or changes."""


def opinion_effects(old: SiteState, new: SiteState) -> OpinionEffects:
    """Compare the opinions of two states."""
    return OpinionEffects(
        new=(
            *_new_with_text(old.opinions, new.opinions, new),
            *_new_with_text(_with_drafts(old), new.drafts, new),
        ),
        changed=tuple(_field_changes(old.opinions, new.opinions)),
        statuses=tuple(_status_changes(old.opinions, new.opinions)),
        links=tuple(_link_changes(old.opinions, new.opinions)),
        paragraphs=tuple(_new_paragraphs(_with_drafts(old), _with_drafts(new))),
    )


def withdrawal_with_effects(
    change: WithdrawalChange, old: SiteState, new: SiteState
) -> WithdrawalChange:
    """The withdrawal, with what it changes for the opinions that pages show."""
    record = new.records.get(change.id)
    if record is None:
        return change
    earlier = (str(relation.cites) for relation in record.opinion.opinions)
    statuses = _status_changes_among(old.opinions, new.opinions, {change.id, *earlier})
    cited_by = _cited_by(new.opinions, change.id) if change.after else ()
    return replace(change, statuses=tuple(statuses), cited_by=tuple(cited_by))


def _cited_by(opinions: Opinions, key: str) -> Iterator[str]:
    """The opinions that cite one, each with what it says and where."""
    for later in opinions[key].cited_by:
        places = paragraph_signs(later.at)
        where = f" ({places})" if places else ""
        yield f"{opinions[later.opinion].label} {later.effect} it{where}"


def _new_with_text(old: Opinions, new: Opinions, state: SiteState) -> Iterator[NewOpinion]:
    for key, opinion in sorted(new.items()):
        before = old.get(key)
        if opinion.paragraphs and not (before and before.paragraphs):
            yield NewOpinion(opinion, state.records[key])


def _with_drafts(state: SiteState) -> Opinions:
    return {**state.opinions, **state.drafts}


def _new_paragraphs(old: Opinions, new: Opinions) -> Iterator[str]:
    for key, after in sorted(new.items()):
        before = old.get(key)
        if before is None or before.sha256 != after.sha256:
            yield from (f"{after.label} ¶ {item.number}: {item.text}" for item in after.paragraphs)


def _field_changes(old: Opinions, new: Opinions) -> Iterator[str]:
    for before, after in opinions_in_both(old, new):
        was, now = (data.model_dump(exclude=_COMPUTED_FIELDS) for data in (before, after))
        changed = [name for name in now if now[name] != was[name]]
        if changed:
            yield f"{after.label}: {', '.join(field_label(name) for name in changed)}"


def _link_changes(old: Opinions, new: Opinions) -> Iterator[str]:
    for before, after in opinions_in_both(old, new):
        words = _words_at_links(before)
        for link, now in _words_at_links(after).items():
            was = words.get(link, now)
            if was != now:
                yield f"{after.url}#{link}: from “{was}” to “{now}”"


def _words_at_links(opinion: OpinionData) -> dict[str, str]:
    """The question or the answer at each link within the page of an opinion: `holding-1`."""
    questions = {f"issue-{issue.id}": issue.question for issue in opinion.issues}
    return questions | {f"holding-{holding.id}": holding.text for holding in opinion.holdings}


def _status_changes(old: Opinions, new: Opinions) -> Iterator[str]:
    for before, after in opinions_in_both(old, new):
        yield from _status_changes_of(before, after)


def _status_changes_among(old: Opinions, new: Opinions, keys: Collection[str]) -> Iterator[str]:
    """The changes of status of some opinions."""
    for before, after in opinions_in_both(old, new):
        if after.id in keys:
            yield from _status_changes_of(before, after)


def _status_changes_of(before: OpinionData, after: OpinionData) -> Iterator[str]:
    if before.status_label != after.status_label:
        yield f"{after.label}: from “{before.status_label}” to “{after.status_label}”"
    labels = {holding.id: holding.status_label for holding in before.holdings}
    for holding in after.holdings:
        label = labels.get(holding.id, holding.status_label)
        now = holding.status_label
        if label != now:
            yield f"{_answer(after, holding)}: from “{label}” to “{now}”"


def _answer(opinion: OpinionData, holding: HoldingData) -> str:
    """An answer by its question, as the page shows it; with its id if the question has more."""
    others = [other for other in opinion.holdings if other.answers == holding.answers]
    number = f" {holding.id}" if len(others) > 1 else ""
    return f"{opinion.label}, answer{number} to question {holding.answers}"
