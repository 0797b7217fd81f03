"""The status of an opinion or a holding in words, and as a code in data."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from enum import IntEnum
from typing import NamedTuple

from corpus.analysis.change_labels import label_of_changes
from corpus.analysis.history import ChangedProvision, affected_parts
from corpus.analysis.index import CorpusIndex, once_per_opinion
from corpus.analysis.later_opinions import Unchecked
from corpus.analysis.paragraph_status import paragraph_statuses, said_of_each
from corpus.analysis.status import DerivedStatus, Status, holding_status, opinion_status
from corpus.citations.names import Names
from corpus.library.record import Record
from corpus.model.authority import Citation
from corpus.model.edition import ONLY_THE_NUMBER, Edition
from corpus.model.words import capitalized, listed, uncapitalized

_PROVISIONS_IN_A_LABEL = 3


class ProvisionChange(NamedTuple):
    """What happened to provisions that an opinion rests on."""

    words: str
    editions: tuple[Edition, ...]


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
    """The label of a whole opinion."""
    return status_label(opinion_status(record, index), index.names)


@once_per_opinion
def holding_labels(record: Record, index: CorpusIndex) -> dict[str, str]:
    """The label of each holding by its id."""
    return {
        holding.id: status_label(holding_status(record, holding, index), index.names)
        for holding in record.opinion.holdings
    }


def paragraph_labels(record: Record, index: CorpusIndex) -> dict[int, str]:
    """The label of each paragraph."""
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
        until = names.day(status.seen_until)
        by_opinions = f"In force ({names.commission.words.opinions} through {until})"
    else:
        by_opinions = f"No later change recorded{' for this paragraph' if status.elsewhere else ''}"
        if caution := unchecked_label(status):
            by_opinions += f" ({caution})"
    return DividedLabel(by_opinions, "; ".join(filter(None, (law, undecided))))


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
    changes = _provision_changes(undecided, names, undated="on an unknown date")
    label = "; ".join(change.words for change in changes)
    opinion = names.commission.words.opinion
    return label and f"{label}, not known whether before or after this {opinion}"


def adopted_changes_of_law(status: DerivedStatus, names: Names) -> Iterator[ProvisionChange]:
    """What was adopted before or after the opinion, if nobody can tell when it takes effect."""
    adopted = _only(status, lambda edition: edition.has_unknown_effect)
    return _provision_changes(adopted, names)


def _only(
    status: DerivedStatus, is_meant: Callable[[Edition], bool]
) -> tuple[ChangedProvision, ...]:
    """The undecided changes of one kind; none of an opinion that ended."""
    undecided = () if status.is_ended else status.undecided_law
    changes = (replace(law, editions=tuple(filter(is_meant, law.editions))) for law in undecided)
    return tuple(law for law in changes if law.editions)


def changes_of_law(status: DerivedStatus, names: Names) -> Iterator[ProvisionChange]:
    """What a label says of the law; nothing of an opinion that ended, since no law revives it."""
    return _provision_changes(() if status.is_ended else status.changed_law, names)


def changes_of_law_before_end(status: DerivedStatus, names: Names) -> Iterator[ProvisionChange]:
    """The changes of law that the label of an ended opinion does not mention."""
    return _provision_changes(status.changed_law if status.is_ended else (), names)


def _provision_changes(
    changed: tuple[ChangedProvision, ...], names: Names, *, undated: str = "since"
) -> Iterator[ProvisionChange]:
    """`Canon 3(c) and Canon 5 amended in 2014 and 2021`; of many, the number of the rest.

    The gravest changes come first, and no repeal is left out.
    """
    if not changed:
        return
    in_order = sorted(_by_part(changed), key=_order_of_law(names))
    repealed = sum(_gravity(provision) is _Gravity.REPEALED for provision in in_order)
    limit = max(_PROVISIONS_IN_A_LABEL, repealed)
    named, others = in_order[:limit], in_order[limit:]
    provisions = defaultdict(list)
    for provision in named:
        events = events_label(provision.editions, undated)
        provisions[provision.cited_at, events].append(provision)
    for (cited_at, events), alike in provisions.items():
        cited = _cited([provision.citation for provision in alike], cited_at, names)
        yield ProvisionChange(f"{cited} {events}", _editions(alike))
    if others:
        yield ProvisionChange(f"{len(others)} more changed since", _editions(others))


def _by_part(changed: Iterable[ChangedProvision]) -> Iterator[ChangedProvision]:
    """The changes of each provision, or of the part of it that they are about, each once.

    What this paragraph cites is not said to be cited in another one.
    """
    changes: defaultdict[Citation, dict[Edition, None]] = defaultdict(dict)
    cited_at: dict[Citation, tuple[int, ...]] = {}
    for provision in sorted(changed, key=lambda provision: bool(provision.cited_at)):
        for edition in provision.editions:
            for part in affected_parts(edition, provision.citation):
                changes[part][edition] = None
                cited_at.setdefault(part, provision.cited_at)
    return (
        ChangedProvision(part, tuple(editions), cited_at[part])
        for part, editions in changes.items()
    )


class _Gravity(IntEnum):
    """How much a change of the law may mean for an opinion, the gravest first."""

    REPEALED = 0
    REWORDED = 1
    RENUMBERED = 2


def _gravity(provision: ChangedProvision) -> _Gravity:
    verbs = {edition.verb for edition in provision.editions}
    if "repealed" in verbs:
        return _Gravity.REPEALED
    return _Gravity.RENUMBERED if verbs <= ONLY_THE_NUMBER else _Gravity.REWORDED


def _editions(changed: Iterable[ChangedProvision]) -> tuple[Edition, ...]:
    return tuple(edition for provision in changed for edition in provision.editions)


def _cited(citations: Sequence[Citation], cited_at: Sequence[int], names: Names) -> str:
    """`Canon 3(c) and Canon 5`, or `§ 44.405, Fla. Stat.,` with a comma before what follows."""
    cited = listed([names.provision(citation) for citation in citations])
    if cited_at:
        paragraphs = listed([f"¶ {number}" for number in cited_at])
        return f"{cited}, cited in {paragraphs},"
    return f"{cited}," if citations[-1].kind.ends_with_comma else cited


def _order_of_law(names: Names) -> Callable[[ChangedProvision], tuple[object, ...]]:
    """A sort key: the gravest change, then by kind, then `Canon 3(b)` before `Canon 3(c)`."""
    kinds = list(names.commission.kinds)

    def key(provision: ChangedProvision) -> tuple[object, ...]:
        citation = provision.citation
        place = kinds.index(citation.kind), citation.kind.order(citation.authority), citation.order
        return _gravity(provision), *place

    return key


def events_label(editions: Sequence[Edition], undated: str = "since") -> str:
    """`reformatted in 2020 and amended in 2021`, or `reworded since`; empty without editions.

    Beside a change of a known day, one without such a day is `reworded since 2003`, with the year
    in which the earlier words still applied.
    """
    has_a_day = any(not edition.after for edition in editions)
    years: defaultdict[str, list[str]] = defaultdict(list)
    for edition in editions:
        year = str(edition.day.year)
        if edition.has_unknown_effect:
            years[f"{edition.verb} (adopted in {year}, effective date not known)"] = []
        elif not edition.after:
            years[f"{edition.verb} in"].append(year)
        elif has_a_day and undated == "since":
            years.setdefault(f"{edition.verb} since", [year])
        else:
            years[f"{edition.verb} {undated}"] = []
    return listed(
        [f"{words} {listed(list(dict.fromkeys(when)))}".rstrip() for words, when in years.items()]
    )
