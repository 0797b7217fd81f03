"""The changes of the law that an opinion, one of its answers or one of its paragraphs cites."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from corpus.analysis.history import ChangedProvision, editions_around
from corpus.analysis.index import CorpusIndex
from corpus.library.record import Record
from corpus.model.authority import Citation
from corpus.model.edition import Edition


def changes_of_cited_law(
    record: Record, cited: Iterable[Citation], index: CorpusIndex
) -> tuple[tuple[ChangedProvision, ...], tuple[ChangedProvision, ...]]:
    """Those of these provisions that changed since the approval, and those before it or since.

    A change that was adopted since, and may not have taken effect, is among the second. Both are
    empty for an opinion without text here.
    """
    approved = record.opinion.approved
    if not record.opinion.has_text or approved is None:
        return (), ()
    changed, undecided = [], []
    for citation in cited:
        editions = editions_around(citation, approved, index.references)
        changed.append(_changed(citation, editions.since_in_effect))
        undecided.append(_changed(citation, (*editions.undecided, *editions.since_adopted)))
    return tuple(filter(None, changed)), tuple(filter(None, undecided))


def law_as_seen(
    record: Record,
    changed: Iterable[ChangedProvision],
    paragraphs: Collection[int],
    rests_on: Collection[Citation],
) -> tuple[ChangedProvision, ...]:
    """The changed law of an opinion as a reader of these paragraphs, or of an answer, sees it.

    What is cited only in other paragraphs is named with them. Law that was only renumbered or
    reformatted counts only if these paragraphs cite it, if the answer rests on it, or if no
    paragraph cites it.
    """
    return tuple(_as_seen(record, changed, paragraphs, rests_on))


def _as_seen(
    record: Record,
    changed: Iterable[ChangedProvision],
    paragraphs: Collection[int],
    rests_on: Collection[Citation],
) -> Iterator[ChangedProvision]:
    for law in changed:
        citing = record.paragraphs_citing(law.citation)
        if not citing or law.citation in rests_on or not set(citing).isdisjoint(paragraphs):
            yield law
        elif not law.is_only_renumbered:
            yield replace(law, cited_at=tuple(citing))


def _changed(citation: Citation, editions: tuple[Edition, ...]) -> ChangedProvision | None:
    return ChangedProvision(citation, editions) if editions else None
