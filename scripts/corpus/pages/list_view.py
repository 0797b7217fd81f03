"""The view of a page that lists opinions."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from corpus.analysis.index import CorpusIndex
from corpus.library.record import Record
from corpus.output.exports.formats import ExportFormat
from corpus.pages.common_views import OpinionRow, SourceView, YearCount, opinion_rows


@dataclass(frozen=True, slots=True)
class OpinionListView:
    """A list of opinions, or of the years that have a list of their own."""

    rows: tuple[OpinionRow, ...]
    years: tuple[YearCount, ...] = ()
    about: str = ""
    source: SourceView | None = None
    """Where the subject of the list was seen."""
    citation_formats: tuple[ExportFormat, ...] = ()
    """The formats in which the list can be downloaded for reference managers."""
    has_feed: bool = False


def opinion_list(records: Iterable[Record], index: CorpusIndex) -> OpinionListView:
    """A plain list of opinions."""
    return OpinionListView(opinion_rows(records, index))


def year_counts(groups: Mapping[int, Sequence[object]]) -> tuple[YearCount, ...]:
    """Links to the pages of years, in the order of the groups."""
    return tuple(YearCount(year, len(group)) for year, group in groups.items())
