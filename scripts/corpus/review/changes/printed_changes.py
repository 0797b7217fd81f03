"""Changed names, numbers, dates and citations of the opinions that readers already have."""

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.model.words import paragraph_signs
from corpus.output.exports.data_models import OpinionData
from corpus.review.site_state import SiteState


@dataclass(frozen=True, slots=True)
class PrintedChange:
    """One printed item, such as the name, that changed for some opinions in the same way."""

    what: str
    """`name`, `citation`."""
    opinions: tuple[tuple[str, str, str], ...]
    """Each opinion as it was called, with what was printed and what is printed now."""


def printed_changes(old: SiteState, new: SiteState) -> Iterator[PrintedChange]:
    """What pages print differently of opinions in both states: by new settings or new opinions."""
    has_same_settings = old.references.commission == new.references.commission
    printed = _short_addresses if has_same_settings else _printed
    changes: dict[str, list[tuple[str, str, str]]] = {}
    for key in sorted(old.opinions.keys() & new.opinions.keys()):
        was, now = printed(key, old), printed(key, new)
        for what in was:
            if was[what] != now[what]:
                label = old.opinions[key].label
                changes.setdefault(what, []).append((label, was[what], now[what]))
    for what, opinions in changes.items():
        yield PrintedChange(what, tuple(opinions))


def _short_addresses(key: str, state: SiteState) -> dict[str, str]:
    """Where the short addresses of an opinion lead, which a new opinion can share."""
    return {"short address": state.short_addresses.get(state.opinions[key].url, "")}


def _printed(key: str, state: SiteState) -> dict[str, str]:
    """What pages print of an opinion, as the settings have it."""
    opinion = state.opinions[key]
    record = state.records[key]
    names = state.references.names
    return {
        "name": opinion.label,
        "short name": names.short(record.id),
        "name in citations": names.cited(record.id),
        "number": names.number(record.id),
        "address": opinion.url,
        **_short_addresses(key, state),
        "day": names.partial_date(record.approved) if record.approved else "",
        "other days": ", ".join(opinion.other_dates or ()),
        "citation": opinion.citation,
        "authorities that it cites": _cited(opinion),
    }


def _cited(opinion: OpinionData) -> str:
    return "; ".join(
        f"{cited.label} ({paragraph_signs(cited.paragraphs)})" if cited.paragraphs else cited.label
        for cited in opinion.cites
    )
