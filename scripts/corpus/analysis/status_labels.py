"""The status of an opinion or a holding in words, and as a code in data."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from corpus.analysis.change_labels import label_of_changes
from corpus.analysis.history import ChangedProvision
from corpus.analysis.index import CorpusIndex, once_per_opinion
from corpus.analysis.later_opinions import Unchecked
from corpus.analysis.law_labels import ProvisionChange, provision_changes
from corpus.analysis.paragraph_status import paragraph_statuses, said_of_each
from corpus.analysis.status import DerivedStatus, Status, holding_status, opinion_status
from corpus.citations.names import Names
from corpus.library.record import Record
from corpus.model.edition import Edition
from corpus.model.words import capitalized, listed, uncapitalized


class DividedLabel(NamedTuple):
    """What opinions did, with whether later ones were checked; and what changed in the law."""

    by_opinions: str
    by_law: str

    @property
    def whole(self) -> str:
        """`Modified by AO 31 (2017); Canon 3(c) amended in 2021`."""
        return "; ".join(filter(None, self))


def status_code(status: DerivedStatus) -> str:
    """`superseded`, as in data; `current` only if every later opinion was seen.

    `law_changed_since`, `law_renumbered_since` or `law_may_have_changed_since` if no later opinion
    here changed it; `modified_elsewhere` of a paragraph if they changed only other parts of its
    opinion; `later_opinions_not_checked` or `text_not_held` if nobody can tell.
    """
    if status.status is not Status.CURRENT:
        return str(status.status)
    if status.changed_law:
        return "law_renumbered_since" if status.is_law_only_renumbered else "law_changed_since"
    if status.undecided_law:
        return "law_may_have_changed_since"
    if status.elsewhere:
        return "modified_elsewhere"
    return _code_of_unchanged(status)


def _code_of_unchanged(status: DerivedStatus) -> str:
    if not status.has_text:
        return "text_not_held"
    if status.unchecked:
        return "later_opinions_not_checked"
    return "current" if status.seen_until else "no_later_change_recorded"


def status_label(status: DerivedStatus, names: Names) -> str:
    """`Superseded by AO 12 (2010)`; `In force (…)` only if every later opinion was seen.

    `Superseded by AO 12 (2010), since withdrawn; modified by AO 14 (2012)`: if an opinion that
    gave this status is withdrawn, the label also names the other changes. Then comes `later history
    not checked`, if later opinions may have changed what it says, and last what changed in the law
    since, unless the opinion ended: `Modified by AO 31 (2017); Canon 3(c) amended in 2021`. If
    nobody can tell which came first, a change is `not known whether before or after this opinion`.
    """
    return divided_label(status, names).whole


def divided_label(status: DerivedStatus, names: Names) -> DividedLabel:
    """The label in two parts, for places that show one without the other."""
    by_opinions, by_law = label_without_caution(status, names)
    is_said = status.status is Status.CURRENT and not status.changed_law
    caution = "" if is_said else unchecked_label(status)
    parts = (by_opinions, elsewhere_label(status, names), caution)
    return DividedLabel(capitalized("; ".join(filter(None, parts))), by_law)


@once_per_opinion
def opinion_label(record: Record, index: CorpusIndex) -> str:
    """The label of a whole opinion: `Modified by AO 14 (2012)`."""
    return status_label(opinion_status(record, index), index.names)


@once_per_opinion
def holding_labels(record: Record, index: CorpusIndex) -> dict[str, str]:
    """The label of each holding by its id."""
    return {
        holding.id: status_label(holding_status(record, holding, index), index.names)
        for holding in record.opinion.holdings
    }


def paragraph_labels(record: Record, index: CorpusIndex) -> dict[int, str]:
    """The label of each paragraph by its number."""
    statuses = paragraph_statuses(record, index)
    return said_of_each(statuses, lambda status: status_label(status, index.names))


def unchecked_label(status: DerivedStatus) -> str:
    """`later history not checked`; empty if it was, or if the opinion ended."""
    if not status.has_text or status.status > Status.MODIFIED or status.unchecked is None:
        return ""
    is_any_checked = status.unchecked is Unchecked.SOME
    return f"later history not {'fully ' if is_any_checked else ''}checked"


def elsewhere_label(status: DerivedStatus, names: Names) -> str:
    """`elsewhere, the opinion was modified as to ¶ 4 by AO 12 (2010)`, of another paragraph."""
    if status.elsewhere is None:
        return ""
    label = label_of_changes(status.elsewhere, names)
    return f"elsewhere, the {names.commission.words.opinion} was {uncapitalized(label)}"


def label_without_caution(status: DerivedStatus, names: Names) -> DividedLabel:
    """What opinions did and what changed in the law, without other paragraphs of the opinion.

    It says that later history was not checked only if it says that no change is recorded.
    """
    if status.status is Status.DRAFT:
        return DividedLabel(f"Draft for comment, not {names.commission.words.approved}", "")
    law = "; ".join(change.words for change in changes_of_law(status, names))
    adopted = (change.words for change in adopted_changes_of_law(status, names))
    undecided = "; ".join(filter(None, (*adopted, undecided_label(status, names))))
    if status.status is not Status.CURRENT:
        by_opinions = label_of_changes(status, names)
    elif not status.has_text:
        by_opinions = "Full text not available here"
    elif law:
        by_opinions = ""
    elif status.seen_until and not undecided:
        by_opinions = in_force_label(status.seen_until, names)
    else:
        by_opinions = f"No later change recorded{' for this part' if status.elsewhere else ''}"
        if caution := unchecked_label(status):
            by_opinions += f" ({caution})"
    return DividedLabel(by_opinions, "; ".join(filter(None, (law, undecided))))


def in_force_label(until: date, names: Names) -> str:
    """`In force (opinions through May 1, 2020)`, the day through which every later one was seen."""
    return f"In force ({names.commission.words.opinions} through {names.day(until)})"


def law_in_short(status: DerivedStatus) -> str:
    """`law changed since`, `law reformatted since`; empty if no label mentions the law.

    It stands where the provisions are named further down.
    """
    if status.is_ended:
        return ""
    if status.is_law_only_renumbered:
        return f"law {listed(status.verbs_of_law)} since"
    if status.changed_law:
        return "law changed since"
    return "law may have changed since" if status.undecided_law else ""


def undecided_label(status: DerivedStatus, names: Names) -> str:
    """What changed in the law, if nobody can tell whether before or after the opinion."""
    undecided = _only(status, lambda edition: not edition.has_unknown_effect)
    changes = provision_changes(undecided, names, undated="on an unknown date")
    label = "; ".join(change.words for change in changes)
    opinion = names.commission.words.opinion
    return label and f"{label}, not known whether before or after this {opinion}"


def adopted_changes_of_law(status: DerivedStatus, names: Names) -> Iterator[ProvisionChange]:
    """What was adopted before or after the opinion, if nobody can tell when it takes effect."""
    adopted = _only(status, lambda edition: edition.has_unknown_effect)
    return provision_changes(adopted, names)


def _only(
    status: DerivedStatus, is_meant: Callable[[Edition], bool]
) -> tuple[ChangedProvision, ...]:
    """The undecided changes of one kind; none of an opinion that ended."""
    undecided = () if status.is_ended else status.undecided_law
    changes = (replace(law, editions=tuple(filter(is_meant, law.editions))) for law in undecided)
    return tuple(law for law in changes if law.editions)


def changes_of_law(status: DerivedStatus, names: Names) -> Iterator[ProvisionChange]:
    """What a label says of the law; nothing of an opinion that ended, since no law revives it."""
    return provision_changes(() if status.is_ended else status.changed_law, names)


def changes_of_law_before_end(status: DerivedStatus, names: Names) -> Iterator[ProvisionChange]:
    """The changes of law that the label of an ended opinion does not mention."""
    return provision_changes(status.changed_law if status.is_ended else (), names)
