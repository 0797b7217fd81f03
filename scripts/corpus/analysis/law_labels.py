"""What changed in the law, in words: `Canon 3(c) and Canon 5 amended in 2014 and 2021`."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple

from corpus.analysis.history import ChangedProvision, affected_parts
from corpus.citations.names import Names
from corpus.model.authority import Citation
from corpus.model.edition import ONLY_THE_NUMBER, Edition
from corpus.model.words import listed

_PROVISIONS_IN_A_LABEL = 3


class ProvisionChange(NamedTuple):
    """What happened to provisions that an opinion rests on."""

    words: str
    editions: tuple[Edition, ...]


def provision_changes(
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
    named = in_order[:limit]
    others = in_order[limit:]
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

    Beside a change of a known day, one without such a day is `reworded in 2003 or later`, with the
    year in which the earlier words still applied.
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
            years[f"{edition.verb} in {year} or later"] = []
        else:
            years[f"{edition.verb} {undated}"] = []
    return listed(
        [f"{words} {listed(list(dict.fromkeys(when)))}".rstrip() for words, when in years.items()]
    )
