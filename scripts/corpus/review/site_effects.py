"""What readers find new, lost or different in lists, feeds and at addresses."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from corpus.review.site_state import SiteState

_MOST_PAGES = 100
"""How many pages, and how many files, are listed as changed."""


@dataclass(frozen=True, slots=True)
class SiteDifference:
    """What only the new state has, and what only the old state had."""

    gained: tuple[str, ...]
    lost: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteEffects:
    """What differs in the site as a whole."""

    opinions: SiteDifference
    cited_by: SiteDifference
    rows: SiteDifference
    """The rows in lists of opinions, each with its page."""
    addresses: SiteDifference
    feeds: SiteDifference
    """The entries of the feeds."""
    pages: tuple[str, ...]
    """The address of each page or file that is there before and after, with other contents."""


def site_effects(old: SiteState, new: SiteState) -> SiteEffects:
    """Compare the site in two states."""
    return SiteEffects(
        opinions=_difference(old.opinions, new.opinions),
        cited_by=_difference(old.relations, new.relations),
        rows=_difference(old.rows, new.rows),
        addresses=_difference(old.addresses, new.addresses),
        feeds=_difference(old.entries, new.entries),
        pages=tuple(_changed_pages(old.addresses, new.addresses)),
    )


def _changed_pages(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[str]:
    """Yield the addresses with other contents: the first hundred pages, then as many files."""
    changed = [
        address or "/"
        for address in sorted(old.keys() & new.keys())
        if old[address] != new[address]
    ]
    pages = [address for address in changed if address.endswith("/")]
    files = [address for address in changed if not address.endswith("/")]
    for addresses in (pages, files):
        yield from addresses[:_MOST_PAGES]
        if len(addresses) > _MOST_PAGES:
            yield f"and {len(addresses) - _MOST_PAGES:,} more"


def _difference(old: Iterable[str], new: Iterable[str]) -> SiteDifference:
    before, after = set(old), set(new)
    return SiteDifference(tuple(sorted(after - before)), tuple(sorted(before - after)))
