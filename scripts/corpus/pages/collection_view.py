"""The view of the collection as a whole: what is held, what is listed and what is missing."""

from dataclasses import dataclass

from corpus.analysis.index import CorpusIndex
from corpus.library.numbering import missing_numbers, ranges_in_words
from corpus.pages.common_views import OpinionRef, opinion_ref
from corpus.pages.limits import PageLimits

Grid = tuple[tuple[int, OpinionRef | None], ...]
"""Every number up to the last, each with the opinion that has it."""


@dataclass(frozen=True, slots=True)
class CollectionView:
    """How much of the collection is here."""

    held: int
    """How many opinions are held in full."""
    listed: int
    """How many are listed without their text."""
    complete_until: str
    """The day up to which no opinion is missing; empty if that is not known."""
    missing_numbers: str
    """`1 to 4, 6`; empty if no number is missing."""
    is_one_missing: bool
    grid: Grid
    """Empty if each year has numbers of its own, or there are too many."""


def collection_view(index: CorpusIndex, limits: PageLimits) -> CollectionView:
    """Count the opinions and find the missing numbers."""
    held = sum(record.opinion.is_held for record in index.records)
    complete_until, first = index.commission.complete_until, index.commission.first_number
    numbers = (record.id.number for record in index.records)
    missing = missing_numbers(first, numbers) if first else ()
    return CollectionView(
        held=held,
        listed=len(index.records) - held,
        complete_until=index.names.day(complete_until) if complete_until else "",
        missing_numbers=ranges_in_words(missing) if missing else "",
        is_one_missing=sum(map(len, missing)) == 1,
        grid=_grid(index, limits),
    )


def _grid(index: CorpusIndex, limits: PageLimits) -> Grid:
    first = index.commission.first_number
    last = max((record.id.number for record in index.records), default=0)
    if first is None or last - first >= limits.numbers_in_the_grid:
        return ()
    by_number = {record.id.number: opinion_ref(record, index) for record in index.records}
    return tuple((number, by_number.get(number)) for number in range(first, last + 1))
