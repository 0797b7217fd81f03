"""What a cited provision said on the day of an opinion, what it says now, and its changes.

The dates of editions decide; today's date does not matter.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

from corpus.analysis.word_diff import DiffSpan, compare_words
from corpus.library.references import References
from corpus.model.authority import Authority, Citation
from corpus.model.authority_kind import AuthorityKind
from corpus.model.edition import ONLY_THE_NUMBER, Edition
from corpus.model.partial_date import PartialDate

ONLY_WHAT_IT_NAMES = frozenset({"added", "adopted", "recodified", "renumbered", "repealed"})
"""The verbs of changes of a part that are untrue of what contains it."""


@dataclass(frozen=True, slots=True)
class ProvisionState:
    """A provision after one of its editions."""

    edition: Edition | None
    """The last edition that affected it; None if none is recorded."""
    wording: str | None
    """Its words, or the words of a provision that contains it; None if they are not recorded."""


@dataclass(frozen=True, slots=True)
class ProvisionHistory:
    """One provision from the day of an opinion to the last recorded edition."""

    citation: Citation
    then: ProvisionState
    undecided: tuple[Edition, ...]
    """The editions within the month or year of the opinion, and those of an unknown day.

    Nobody can tell whether they came before it.
    """
    changes: tuple[Edition, ...]
    """The editions after that day, month or year that affected it, oldest first."""
    now: ProvisionState

    @property
    def is_repealed(self) -> bool:
        """Whether its last change, which took effect after that day, repealed all of it."""
        *earlier, last = self.changes or (None,)
        return (
            last is not None
            and last.verb == "repealed"
            and not last.has_unknown_effect
            and changed_parts(last, self.citation) == (self.citation,)
            and not any(edition.after for edition in (*earlier, *self.undecided))
        )

    @property
    def comparison(self) -> tuple[DiffSpan, ...]:
        """The old wording compared with the new one; empty if either is unknown."""
        if not (self.changes and self.then.wording and self.now.wording):
            return ()
        return tuple(compare_words(self.then.wording, self.now.wording))


def provision_history(
    citation: Citation, when: PartialDate, references: References
) -> ProvisionHistory:
    """The history of a provision since an opinion cited it on a day, or in a month or year."""
    editions = editions_around(citation, when, references)
    authority = references.authority(citation)
    then = _state_after(editions.until, citation, authority)
    return ProvisionHistory(
        citation,
        then=replace(then, wording=None) if editions.undecided else then,
        undecided=editions.undecided,
        changes=editions.since,
        now=_state_after(tuple(chain(*editions)), citation, authority),
    )


class EditionsAround(NamedTuple):
    """The editions of a provision around a date, oldest first."""

    until: tuple[Edition, ...]
    """Those that certainly came by then.

    An edition without a known day is never among them. One without a known day of effect is, but
    only if a later edition of the same provisions was in effect by that date.
    """
    undecided: tuple[Edition, ...]
    """Those that may have come before the date or after it."""
    since: tuple[Edition, ...]

    @property
    def since_in_effect(self) -> tuple[Edition, ...]:
        """Those since the date that took effect."""
        return tuple(each for each in self.since if not is_only_adopted(each, self.since))

    @property
    def since_adopted(self) -> tuple[Edition, ...]:
        """Those that were adopted since the date, and may not have taken effect."""
        return tuple(each for each in self.since if is_only_adopted(each, self.since))


def editions_around(
    citation: Citation, when: PartialDate, references: References
) -> EditionsAround:
    """The editions that affected a provision, before and after a date."""
    until, undecided, since = [], [], []
    editions = editions_affecting(citation, references)
    for edition in editions:
        is_open = is_only_adopted(edition, editions, when.first_day)
        if is_since(edition, when):
            since.append(edition)
        elif edition.after is None and edition.day <= when.first_day and not is_open:
            until.append(edition)
        else:
            undecided.append(edition)
    return EditionsAround(tuple(until), tuple(undecided), tuple(since))


def is_only_adopted(edition: Edition, editions: Iterable[Edition], by: date = date.max) -> bool:
    """Whether nobody can tell that a change had taken effect by a day, only that it was adopted.

    It certainly had, or never mattered, if a later edition of the same provisions was in effect.
    """
    provisions = set(edition.provisions)
    return edition.has_unknown_effect and not any(
        not later.provisions or (provisions and provisions.issubset(later.provisions))
        for later in editions
        if later.effective and edition.day < later.effective <= by
    )


def is_since(edition: Edition, when: PartialDate) -> bool:
    """Whether an edition certainly came after a date."""
    return edition.day > when.last_day or edition.after == when.last_day


def wording_before(edition: Edition, authority: Citation, references: References) -> str | None:
    """The wording that an edition replaced; None if it is not known.

    It is that of the only provision that the edition changed, or of the whole authority.
    """
    changed = tuple(_changed_provisions(edition, authority.kind)) or (authority,)
    if len(changed) > 1 or edition.part or edition.after:
        return None
    editions = editions_affecting(changed[0], references)
    earlier = tuple(other for other in editions if other.day < edition.day)
    return _state_after(earlier, changed[0], references.authority(authority)).wording


def days_changed_since(
    when: PartialDate | None, citations: Iterable[Citation], references: References
) -> tuple[date, ...]:
    """The known days after a date on which a cited provision changed; none if it is not known."""
    if when is None:
        return ()
    changes = _editions_affecting_any(citations, references)
    dated = {change.day for change in changes if change.has_known_day}
    return tuple(sorted(day for day in dated if day > when.last_day))


def undated_changes_since(
    when: PartialDate | None, citations: Iterable[Citation], references: References
) -> tuple[Edition, ...]:
    """The changes of cited provisions that came or were adopted after a date, each once.

    Only those of which it is not known on which day they took effect.
    """
    if when is None:
        return ()
    changes = _editions_affecting_any(citations, references)
    since = (each for each in changes if not each.has_known_day and is_since(each, when))
    return tuple(dict.fromkeys(since))


def _editions_affecting_any(
    citations: Iterable[Citation], references: References
) -> Iterator[Edition]:
    return chain.from_iterable(editions_affecting(cited, references) for cited in citations)


@lru_cache(maxsize=10_000)
def editions_affecting(citation: Citation, references: References) -> tuple[Edition, ...]:
    """The editions that affected a provision, oldest first.

    They are those of its authority, and those of all authorities of its kind.
    """
    authority = references.authority(citation)
    own_editions = authority.editions if authority else ()
    editions = (*references.commission.settings_of(citation.kind).editions, *own_editions)
    affecting = (edition for edition in editions if edition_affects(edition, citation))
    return tuple(sorted(affecting, key=attrgetter("day")))


def edition_affects(edition: Edition, citation: Citation) -> bool:
    """Whether an edition changed a provision, a part of it, or a provision that contains it."""
    if edition.part:
        return False
    changed = _changed_provisions(edition, citation.kind)
    return not edition.provisions or any(provision.overlaps(citation) for provision in changed)


def affected_parts(edition: Edition, citation: Citation) -> tuple[Citation, ...]:
    """What an edition affected: the provision, or only the parts that it names, as in a repeal."""
    names_its_parts = edition.verb in ONLY_WHAT_IT_NAMES
    return changed_parts(edition, citation) if names_its_parts else (citation,)


def changed_parts(edition: Edition, citation: Citation) -> tuple[Citation, ...]:
    """What an edition that affected a provision changed: all of it, or the parts that it names."""
    changed = _changed_provisions(edition, citation.kind)
    named = [part for part in changed if part.overlaps(citation)]
    is_of_all = not named or any(part in citation.ancestors_and_self for part in named)
    return (citation,) if is_of_all else tuple(named)


def _changed_provisions(edition: Edition, kind: AuthorityKind) -> Iterator[Citation]:
    parsed = (_parse_once(kind, provision) for provision in edition.provisions)
    return (provision for provision in parsed if provision)


def _state_after(
    editions: Sequence[Edition], citation: Citation, authority: Authority | None
) -> ProvisionState:
    if not editions:
        return ProvisionState(None, None)
    last = editions[-1]
    if any(edition.after for edition in editions[:-1]):
        return ProvisionState(last, None)
    is_own = authority is not None and last in authority.editions
    return ProvisionState(last, last.text if is_own and _contains_all(last, citation) else None)


def _contains_all(edition: Edition, citation: Citation) -> bool:
    """Whether the wording of an edition contains all of a provision."""
    provisions = set(_changed_provisions(edition, citation.kind))
    return not provisions or not provisions.isdisjoint(citation.ancestors_and_self)


_parse_once = cache(Citation.parse)
"""Each provision is parsed once, however many opinions cite it."""


@dataclass(frozen=True, slots=True)
class ChangedProvision:
    """A cited provision that changed after the opinion was approved."""

    citation: Citation
    editions: tuple[Edition, ...]
    """Its changes, oldest first."""
    cited_at: tuple[int, ...] = ()
    """The paragraphs that cite it, in the status of a paragraph that does not cite it itself."""

    @property
    def is_only_renumbered(self) -> bool:
        """Whether it got another number or form, and no other change."""
        return all(edition.verb in ONLY_THE_NUMBER for edition in self.editions)
