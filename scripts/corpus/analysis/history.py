"""What a cited provision was on the day of an opinion, what it is now, and what happened between.

All of it follows from the dates of editions; the clock is never asked.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from functools import cache, lru_cache

from corpus.library.references import References
from corpus.model.authority import Authority, Citation, Edition


@dataclass(frozen=True, slots=True)
class ProvisionState:
    """A provision as it stood after one of its editions."""

    edition: Edition | None
    """The last one that touched it; None where none is on record."""
    wording: str | None
    """Its words, or those of a whole that it is a part of; None where they are not held."""


@dataclass(frozen=True, slots=True)
class ProvisionHistory:
    """One provision from the day of an opinion until the last edition on record."""

    citation: Citation
    then: ProvisionState
    changes: tuple[Edition, ...]
    """The editions after that day that touched it, oldest first."""
    now: ProvisionState

    @property
    def comparison(self) -> tuple["DiffSpan", ...]:
        """The wording of now beside that of then; empty where either is not held."""
        if not (self.changes and self.then.wording and self.now.wording):
            return ()
        return tuple(_compared(self.then.wording, self.now.wording))


@dataclass(frozen=True, slots=True)
class DiffSpan:
    """Words that are in both wordings, or in one of them alone."""

    words: str
    in_old: bool
    in_new: bool


def provision_history(citation: Citation, day: date, references: References) -> ProvisionHistory:
    """What became of a provision that was cited on a day."""
    touching = editions_affecting(citation, references)
    before = tuple(one for one in touching if one.day <= day)
    authority = references.authority(citation)
    return ProvisionHistory(
        citation,
        _state(citation, before, authority),
        touching[len(before) :],
        _state(citation, touching, authority),
    )


@lru_cache(maxsize=10_000)
def editions_affecting(citation: Citation, references: References) -> tuple[Edition, ...]:
    """The editions that touched a provision, of the whole body and of its own, oldest first."""
    body = references.commission.authorities[citation.kind].editions
    authority = references.authority(citation)
    known = (*body, *(authority.editions if authority else ()))
    return tuple(sorted((one for one in known if edition_affects(one, citation)), key=_day))


def edition_affects(edition: Edition, citation: Citation) -> bool:
    """Whether an edition changed a provision, a part of it, or a whole that it is a part of."""
    if edition.part:
        return False
    return not edition.provisions or any(
        provision.overlaps(citation) for provision in _provisions(edition, citation)
    )


def _provisions(edition: Edition, citation: Citation) -> Iterator[Citation]:
    named = (_parsed(citation.kind, provision) for provision in edition.provisions)
    return (provision for provision in named if provision)


def _state(
    citation: Citation, editions: Sequence[Edition], authority: Authority | None
) -> ProvisionState:
    if not editions:
        return ProvisionState(None, None)
    last = editions[-1]
    is_own = authority is not None and last in authority.editions
    return ProvisionState(last, last.text if is_own and _covers(last, citation) else None)


def _covers(edition: Edition, citation: Citation) -> bool:
    """Whether the wording of an edition has all of a provision in it."""
    provisions = tuple(_provisions(edition, citation))
    return not provisions or not set(provisions).isdisjoint(citation.ancestors_and_self)


def _compared(old: str, new: str) -> Iterator[DiffSpan]:
    before, after = (re.findall(r"\w+|\s+|[^\w\s]", words) for words in (old, new))
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for what, start, end, new_start, new_end in matcher.get_opcodes():
        if what == "equal":
            yield DiffSpan("".join(after[new_start:new_end]), in_old=True, in_new=True)
            continue
        if start < end:
            yield DiffSpan("".join(before[start:end]), in_old=True, in_new=False)
        if new_start < new_end:
            yield DiffSpan("".join(after[new_start:new_end]), in_old=False, in_new=True)


_parsed = cache(Citation.parse)
"""Each provision is read once, however many opinions cite it."""


def _day(edition: Edition) -> date:
    return edition.day
