"""For each opinion, how many later ones are here with their text, only listed, or missing."""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from enum import Enum, auto
from typing import NamedTuple

from corpus.analysis.index import CorpusIndex, once
from corpus.library.missing_numbers import missing_in_series
from corpus.library.record import Record
from corpus.model.opinion_id import OpinionId

YearAndNumber = tuple[int, int]
"""What numbers are sorted by; the year is 0 if they run on from year to year."""


class LaterOpinions(NamedTuple):
    """The opinions after one, as far as they are known."""

    held: int
    listed: int
    missing: int
    """The missing numbers after its own; there may be more."""

    @property
    def unread(self) -> str:
        """`6 later ones are only listed and at least 32 later ones are missing`; or empty.

        The home page also counts earlier ones, so this says which are meant.
        """
        return _unread(self.listed, self.missing, " later one", " later ones")


class Unchecked(Enum):
    """Which later opinions nobody could check in a collection that is not declared complete."""

    ALL = auto()
    """No later opinion is here with its text."""
    SOME = auto()


_NONE = LaterOpinions(0, 0, 0)


def later_opinions(record: Record, index: CorpusIndex) -> LaterOpinions:
    """The opinions after this one; none after a draft."""
    return _all_later_opinions(index).get(record.id, _NONE)


def complete_until(record: Record, index: CorpusIndex) -> date | None:
    """The day up to which the collection has every opinion; None if its settings name none.

    None also for an opinion that was, or may have been, approved after that day.
    """
    until = index.commission.complete_until
    approved = record.opinion.approved
    return until if until and approved and approved.last_day <= until else None


def unchecked(record: Record, index: CorpusIndex) -> Unchecked | None:
    """Which later opinions nobody could check; None if the collection is declared complete."""
    if index.commission.is_complete:
        return None
    return Unchecked.SOME if later_opinions(record, index).held else Unchecked.ALL


@once
def incompleteness(index: CorpusIndex) -> str:
    """What is missing in a collection that is not declared complete; empty in one that is."""
    words = index.commission.words
    if index.commission.is_complete:
        return ""
    held = sum(record.opinion.has_text for record in index.records)
    missing = sum(map(len, _missing_numbers(index).values()))
    listed = len(index.records) - held
    others = _unread(listed, missing)
    opinions = words.opinion if held == 1 else words.opinions
    of_these = f"in all, {others}, and any later one of these" if others else ""
    which = of_these or "any later one that is missing"
    return f"The full text of {held} {opinions} is here; {which} may have changed one that is here."


def caveat(index: CorpusIndex) -> str:
    """What a cite check cannot tell because of what is not here; empty if every text is here."""
    words = index.commission.words
    if not index.commission.is_complete:
        return (
            f"This collection is not complete. A later {words.opinion} whose text is not here "
            "may have changed one below, even where no later change is recorded."
        )
    if all(record.opinion.has_text for record in index.records):
        return ""
    return (
        f"The full text of some {words.opinions} is not here, so a change that only their texts "
        "make is not shown below."
    )


def not_cited(record: Record, index: CorpusIndex) -> str:
    """What to say of an opinion that no later one cites."""
    words = index.commission.words
    later = later_opinions(record, index)
    if later.held:
        return f"No later {words.opinion} whose text is here cites it."
    if later.unread:
        return f"Unknown. This site has the text of no later {words.opinion}; {later.unread}."
    return f"No later {words.opinion} is here."


def _unread(listed: int, missing: int, one: str = "", many: str = "") -> str:
    """`6 are only listed and at least 36 are missing`; the words say of which there are so many."""
    parts = (
        f"{_are(listed, one, many)} only listed" if listed else "",
        f"at least {_are(missing, one, many)} missing" if missing else "",
    )
    return " and ".join(filter(None, parts))


def _are(number: int, one: str, many: str) -> str:
    return f"{number}{one} is" if number == 1 else f"{number}{many} are"


@once
def _all_later_opinions(index: CorpusIndex) -> dict[OpinionId, LaterOpinions]:
    return dict(_count(index))


def _count(index: CorpusIndex) -> Iterator[tuple[OpinionId, LaterOpinions]]:
    missing = _missing_numbers(index)
    restarts = {series.id: series.restarts for series in index.commission.all_series}
    held = listed = 0
    for record in index.records:
        year = record.id.year if restarts[record.id.series] else 0
        numbers = missing[record.id.series]
        later = len(numbers) - bisect_right(numbers, (year, record.id.number))
        yield record.id, LaterOpinions(held, listed, later)
        held += record.opinion.has_text
        listed += not record.opinion.has_text


def _missing_numbers(index: CorpusIndex) -> dict[str, list[YearAndNumber]]:
    """The missing numbers of each series, in order."""
    opinions = tuple(index.all_by_id)
    return {
        series.id: [
            (year, number)
            for year, gaps in missing_in_series(series, opinions).items()
            for gap in gaps
            for number in gap
        ]
        for series in index.commission.all_series
    }
