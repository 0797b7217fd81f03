"""The law that an opinion cites: on the day of its approval, and now."""

from typing import NamedTuple

from corpus.analysis.history import ProvisionState, editions_around, provision_history
from corpus.analysis.index import CorpusIndex
from corpus.analysis.word_diff import DiffSpan
from corpus.model.authority import Citation
from corpus.model.edition import Edition
from corpus.model.opinion import Opinion
from corpus.pages.common_views import (
    AuthorityRef,
    DatedEdition,
    authority_ref,
    dated_edition,
    dated_editions,
)


class HistoryView(NamedTuple):
    """A cited provision on the date of approval and since."""

    authority: AuthorityRef
    note: str
    then: ProvisionState
    now: ProvisionState
    edition_then: DatedEdition | None
    """The last change before the approval; None if none is recorded."""
    within: tuple[DatedEdition, ...]
    """The changes in the month or year of approval, before it or since; its day is not known."""
    undated: tuple[DatedEdition, ...]
    """The changes that may have come, or taken effect, before or after the approval."""
    changes: tuple[DatedEdition, ...]
    """The changes that took effect since the approval."""
    adopted: tuple[DatedEdition, ...]
    """The changes that were adopted since, and may not have taken effect."""
    is_repealed: bool
    """Whether the last change repealed all of it."""
    is_separate: bool
    """Whether only a concurrence or dissent cites it."""
    comparison: tuple[DiffSpan, ...]
    """The two wordings word by word; empty if one is not held or nothing changed."""

    @property
    def is_recorded(self) -> bool:
        """Whether anything is known of it: a change, a wording, or what a note says."""
        return any((self.note, self.now.edition, self.now.wording))


def history_view(
    citation: Citation, opinion: Opinion, index: CorpusIndex, *, is_separate: bool
) -> HistoryView:
    """A provision that an opinion cites, on the day of its approval and since."""
    authority = index.references.authority(citation)
    kind, names = citation.kind, index.names
    history = provision_history(citation, opinion.approved, index.references)
    around = editions_around(citation, opinion.approved, index.references)
    then = history.then
    return HistoryView(
        authority=authority_ref(citation, index),
        note=(authority and authority.note) or "",
        then=then,
        now=history.now,
        edition_then=dated_edition(then.edition, kind, names) if then.edition else None,
        within=dated_editions((e for e in history.undecided if not _is_undated(e)), kind, names),
        undated=dated_editions((e for e in history.undecided if _is_undated(e)), kind, names),
        changes=dated_editions(around.since_in_effect, kind, names),
        adopted=dated_editions(around.since_adopted, kind, names),
        is_repealed=history.is_repealed,
        is_separate=is_separate,
        comparison=history.comparison,
    )


def _is_undated(edition: Edition) -> bool:
    return edition.after is not None or edition.has_unknown_effect
