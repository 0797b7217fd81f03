"""What a pull request changes about the law, and which opinions to review for it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.review.changes.law_changes import (
    LawChange,
    NoteChange,
    Reviews,
    law_changes,
    note_changes,
)
from corpus.review.site_state import Opinions, SiteState


@dataclass(frozen=True, slots=True, kw_only=True)
class LawEffects:
    """What a change says about the law, and which opinions it affects."""

    entries: tuple[LawChange, ...]
    """Each entry on a change of an authority that is new, changes or was removed."""
    unchecked: tuple[str, ...]
    """If the law changed, the opinions listed without text, which may cite it."""
    notes: tuple[NoteChange, ...]
    reviews: tuple[str, ...]
    """Each other citation to review because an authority changed after the opinion."""


def law_effects(old: SiteState, new: SiteState) -> LawEffects:
    """Compare what two states say about the law."""
    entries = law_changes(old.references, new.references, new.reviews)
    return LawEffects(
        entries=entries,
        unchecked=tuple(_without_text(new.opinions)) if entries else (),
        notes=tuple(note_changes(old.references, new.references)),
        reviews=tuple(_other_reviews(old.reviews, new, entries)),
    )


def _other_reviews(old: Reviews, new: SiteState, law: Iterable[LawChange]) -> Iterator[str]:
    """The new citations to review for which no new change of the law is the reason."""
    explained = {change.key for change in law}
    names = new.references.names
    for key, review in new.reviews.items():
        if key not in old and key.change not in explained:
            edition = key.change.edition
            yield f"{review}. {names.edition_day(edition)}: {edition.event}"


def _without_text(opinions: Opinions) -> Iterator[str]:
    """The opinions that are only listed, each with the citations in its record."""
    for _, opinion in sorted(opinions.items()):
        if not opinion.paragraphs:
            cited = ", ".join(authority.label for authority in opinion.cites)
            known = f"; its file lists {cited}, and may lack others" if cited else ""
            yield f"{opinion.label}{known}"
