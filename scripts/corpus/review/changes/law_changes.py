"""Changes of the law in a pull request, and which opinions they affect."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from corpus.analysis.history import wording_before
from corpus.analysis.impact import edition_impacts, reviews
from corpus.analysis.index import CorpusIndex
from corpus.citations.names import Names
from corpus.library.references import References
from corpus.model.authority import Citation
from corpus.model.authority_kind import AuthorityKind
from corpus.model.edition import Edition
from corpus.model.provenance import Provenance


class DatedChange(NamedTuple):
    """An edition, and what it is listed under."""

    kind: str
    """The id of the kind of authority."""
    authority: str
    """Empty if the edition is in the settings of its kind."""
    edition: Edition


class ReviewKey(NamedTuple):
    """What makes a citation one to review."""

    change: DatedChange
    opinion: str
    citation: str


Reviews = Mapping[ReviewKey, str]
"""A phrase for each citation to review."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LawChange:
    """An entry on a change of the law that is new, changed or removed, in words for readers."""

    key: DatedChange
    is_new: bool
    what: str
    """What changed, when, and how: `Canon 3(c), from March 1, 2020: Amended`."""
    source: Provenance
    old_wording: str
    """Empty if the collection does not have it."""
    new_wording: str
    """Empty if the collection does not have it."""
    reviews: tuple[str, ...]
    """The citations to review because of it."""
    verb: str
    """What happened in one word: `amended`."""
    earlier: "LawChange | None" = None
    """The entry as it was, if it is not new."""


@dataclass(frozen=True, slots=True)
class NoteChange:
    """The note on an authority, which may announce a change, before and after."""

    authority: str
    old: str
    new: str


def law_changes(old: References, new: References, reviews: Reviews) -> tuple[LawChange, ...]:
    """The entries on changes of the law that only one of two states has; removed ones first.

    `reviews` has the citations to review in the new state.
    """
    before, after = dict(_dated_changes(old)), dict(_dated_changes(new))
    removed = [key for key in before if key not in after]
    added = [key for key in after if key not in before]
    earlier = _earlier_entries(removed, added)
    gone = {key: _law_change(key, before[key], old, {}) for key in removed}
    changes = []
    for key in added:
        change = _law_change(key, after[key], new, reviews, is_new=True)
        was = gone.pop(earlier[key]) if key in earlier else None
        changes.append(replace(change, earlier=was))
    return (*gone.values(), *changes)


def _earlier_entries(
    removed: Sequence[DatedChange], added: Sequence[DatedChange]
) -> Mapping[DatedChange, DatedChange]:
    """What a new entry was before, if it is the same one with other words or another day."""
    pairs = [(old, new) for old in removed for new in added if _is_same_entry(old, new)]
    pairs.sort(key=lambda pair: sum(_agreement(*pair)), reverse=True)
    earlier: dict[DatedChange, DatedChange] = {}
    for old, new in pairs:
        if new not in earlier and old not in earlier.values():
            earlier[new] = old
    return earlier


def _is_same_entry(old: DatedChange, new: DatedChange) -> bool:
    """Whether two editions are about the same words of the law, and agree in one thing more.

    They may be about other words if they agree in all the rest.
    """
    subject, *others = _agreement(old, new)
    return old[:2] == new[:2] and (any(others) if subject else all(others))


def _agreement(old: DatedChange, new: DatedChange) -> Sequence[bool]:
    """Whether two editions agree in what they are about, their day, their event and source."""
    before, after = old.edition, new.edition
    return (
        (before.provisions, before.part) == (after.provisions, after.part),
        before.day == after.day,
        before.event == after.event,
        before.source == after.source,
    )


def note_changes(old: References, new: References) -> Iterator[NoteChange]:
    """The notes on authorities that differ."""
    names = new.names
    for (kind, number), authority in new.authorities.items():
        before = old.authorities.get((kind, number))
        was, now = (before.note if before else None) or "", authority.note or ""
        if was != now:
            yield NoteChange(names.provision(Citation(kind, number)), was, now)


def reviews_by_key(index: CorpusIndex) -> Reviews:
    """Every citation to review because an authority changed after the opinion."""
    names = index.names
    by_key = {}
    for (kind, number), authority in index.references.authorities.items():
        for impact in edition_impacts(Citation(kind, number), index):
            own = number if impact.edition in authority.editions else ""
            change = DatedChange(kind.id, own, impact.edition)
            for use, review in zip(impact.uses, reviews(impact, names), strict=True):
                by_key[ReviewKey(change, str(use.record.id), str(use.citation))] = review
    return by_key


def _dated_changes(references: References) -> Iterator[tuple[DatedChange, AuthorityKind]]:
    for kind in references.commission.kinds:
        for edition in references.commission.settings_of(kind).editions:
            yield DatedChange(kind.id, "", edition), kind
    for (kind, number), authority in references.authorities.items():
        for edition in authority.editions:
            yield DatedChange(kind.id, number, edition), kind


def _law_change(
    key: DatedChange,
    kind: AuthorityKind,
    references: References,
    reviews: Reviews,
    *,
    is_new: bool = False,
) -> LawChange:
    edition = key.edition
    names = references.names
    verb = "from" if edition.effective else "adopted on" if edition.adopted else "on"
    day = f"{verb} {names.edition_day(edition)}"
    cited = Citation(kind, key.authority)
    return LawChange(
        key=key,
        is_new=is_new,
        what=f"{_subject(edition, cited, names)}, {day}: {edition.event}",
        source=edition.source,
        old_wording=wording_before(edition, cited, references) or "",
        new_wording=edition.text or "",
        reviews=tuple(review for other, review in reviews.items() if other.change == key),
        verb=edition.verb,
    )


def _subject(edition: Edition, cited: Citation, names: Names) -> str:
    """What changed as readers call it: `Canon 3(c)`, or the title of the whole kind."""
    if edition.provisions:
        parsed = ((typed, Citation.parse(cited.kind, typed)) for typed in edition.provisions)
        return ", ".join(names.provision(cited) if cited else typed for typed, cited in parsed)
    whole = names.provision(cited) if cited.authority else cited.kind.title
    return f"{whole}, {edition.part}" if edition.part else whole
