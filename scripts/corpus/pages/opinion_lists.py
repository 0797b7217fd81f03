"""The lists of opinions: all of them, by year, by topic and by program."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from corpus.analysis.index import CorpusIndex
from corpus.library.numbering import (
    missing_in_series,
    numbers_by_year_in_words,
    opinions_in_words,
)
from corpus.library.record import Record
from corpus.model.opinion_id import OpinionId
from corpus.model.series import Series
from corpus.model.vocabularies import Program, Topic
from corpus.model.words import capitalized
from corpus.output.exports.formats import CITATION_FORMATS, ExportFormat
from corpus.output.task import OutputTask
from corpus.pages.common_views import (
    Link,
    OpinionRef,
    YearCounts,
    opinion_refs,
    year_counts,
)
from corpus.pages.index_tables import IndexEntry, IndexTable, index_table, with_letters
from corpus.pages.page_tasks import PageLimits, new_page, page_task, year_pages, years_if_long

_MARK = 4
"""The width of the mark of a number, with the gap after it."""


class NumberRun(NamedTuple):
    """The opinions that are held, only listed, or missing."""

    kind: str
    """`held`, `listed` or `missing`."""
    size: int
    numbers: str
    """`1 to 4 and 6`; empty unless the numbers run on, or are missing ones."""
    path: str
    """The `d` attribute of the SVG path with a mark for each number."""


class SeriesView(NamedTuple):
    """How much of a series is here."""

    name: str
    """Empty if the body has only one."""
    runs: tuple[NumberRun, ...]
    """Those that have opinions or missing numbers."""
    width: int
    """The width of all marks; 0 if gaps in the numbers are usual or the marks are too many."""
    last: str
    """The last number here, up to which missing ones are counted; empty if numbers restart."""


class CollectionView(NamedTuple):
    """How much of the collection is here."""

    series: tuple[SeriesView, ...]
    """Those that have opinions."""
    drafts: int
    """How many drafts are open for comment. No other number counts them."""
    complete_until: str
    """The day up to which no opinion is missing; empty if that is not known."""

    @property
    def held(self) -> int:
        """How many opinions are here with their text."""
        return self._size("held")

    @property
    def listed(self) -> int:
        """How many are only listed."""
        return self._size("listed")

    @property
    def missing(self) -> int:
        """How many numbers are missing."""
        return self._size("missing")

    def _size(self, kind: str) -> int:
        return sum(run.size for series in self.series for run in series.runs if run.kind == kind)


class AllOpinionsView(NamedTuple):
    """The list of all opinions."""

    years: YearCounts
    table: tuple[tuple[int, OpinionRef], ...]
    """Every opinion; with the first of each year, the year, and 0 with the others.

    Empty if there are too many for a table."""
    collection: CollectionView

    @property
    def jump_years(self) -> tuple[int, ...]:
        """The years to which a reader can jump in the table."""
        return tuple(year for year, _ in self.table if year)


class OpinionListView(NamedTuple):
    """A list of opinions, or of the years that have a list of their own."""

    rows: tuple[OpinionRef, ...]
    years: YearCounts = ()
    topic: Topic | None = None
    program: Program | None = None
    is_complete: bool = True
    """Whether the collection is declared to have every opinion up to some day."""
    citation_formats: tuple[ExportFormat, ...] = ()
    earlier: int = 0
    """The last year before this one that has opinions; 0 if there is none."""
    later: int = 0
    """The first year after this one that has opinions; 0 if there is none."""


def all_opinions_link(index: CorpusIndex) -> Link:
    """The list of all opinions."""
    return Link(capitalized(index.commission.words.opinions), "opinions/")


def year_lists(index: CorpusIndex, limits: PageLimits) -> Iterator[OutputTask]:
    """The list of all opinions, and one for each year."""
    above = all_opinions_link(index)
    page = new_page(above.url, above.text, index, script="sort.js")
    yield page_task(page, "opinions.html", partial(all_opinions_view, index, limits), index)
    pages = year_pages(above.url, above.text + " of {year}", index.by_year, index)
    for year_page, records in pages:
        view = partial(year_list, records, index)
        yield page_task(year_page, "opinion_list.html", view, index, records, (above,))


def topics(index: CorpusIndex, limits: PageLimits) -> Iterator[OutputTask]:
    """The list of topics, if there are any, and the page of each, which has a feed."""
    above = Link("Topics", "topics/")
    return _subjects(above, index.references.topics, index.by_topic, index, limits)


def programs(index: CorpusIndex, limits: PageLimits) -> Iterator[OutputTask]:
    """The list of programs, if there are any, and the page of each."""
    above = Link("Programs", "programs/")
    return _subjects(above, index.references.programs, index.by_program, index, limits)


def opinion_list(records: Iterable[Record], index: CorpusIndex) -> OpinionListView:
    """A plain list of opinions."""
    return OpinionListView(opinion_refs(records, index))


def year_list(records: Sequence[Record], index: CorpusIndex) -> OpinionListView:
    """The opinions of one year, with the years before and after it that have some."""
    year, years = records[0].year, sorted(index.by_year)
    at = years.index(year)
    return OpinionListView(
        opinion_refs(records, index),
        earlier=years[at - 1] if at else 0,
        later=years[at + 1] if year != years[-1] else 0,
    )


def all_opinions_view(index: CorpusIndex, limits: PageLimits) -> AllOpinionsView:
    """Every opinion in a table, or only the years of a large collection."""
    is_listed = len(index.records) <= limits.table_rows
    return AllOpinionsView(
        years=year_counts(index.by_year),
        table=tuple(_rows_by_year(index)) if is_listed else (),
        collection=collection_view(index, limits),
    )


def collection_view(index: CorpusIndex, limits: PageLimits) -> CollectionView:
    """Which numbers of each series are held, only listed, or missing."""
    complete_until = index.commission.complete_until
    views = (_series_view(series, index, limits) for series in index.commission.all_series)
    return CollectionView(
        series=tuple(view for view in views if view.runs),
        drafts=len(index.drafts),
        complete_until=index.names.day(complete_until) if complete_until else "",
    )


def _series_view(series: Series, index: CorpusIndex, limits: PageLimits) -> SeriesView:
    """The numbers of one series. If they restart, the strip has one year after the other."""
    records = [record for record in index.records if record.id.series == series.id]
    drafts = [draft.id for draft in index.drafts]
    missing = missing_in_series(series, (*(record.id for record in records), *drafts))
    opinions = {
        "held": [record.id for record in records if record.opinion.is_held],
        "listed": [record.id for record in records if not record.opinion.is_held],
        "missing": [
            OpinionId(year, number, series=series.id)
            for year, gaps in missing.items()
            for gap in gaps
            for number in gap
        ],
    }
    slots = _slots(series, (opinion for of_kind in opinions.values() for opinion in of_kind))
    in_words = (
        {}
        if series.restarts or not slots
        else {kind: opinions_in_words(of_kind) for kind, of_kind in opinions.items() if of_kind}
    )
    in_words["missing"] = numbers_by_year_in_words(missing)
    runs = (
        NumberRun(kind, len(of_kind), in_words.get(kind, ""), _path(series, of_kind, slots))
        for kind, of_kind in opinions.items()
        if of_kind
    )
    return SeriesView(
        name=series.name if len(index.commission.all_series) > 1 else "",
        runs=tuple(runs),
        width=len(slots) * _MARK if len(slots) <= limits.numbers_in_the_strip else 0,
        last="" if series.restarts or not slots else str(max(number for _, number in slots)),
    )


def _slots(series: Series, opinions: Iterable[OpinionId]) -> dict[tuple[int, int], int]:
    """The place of each number in the strip, by year and number; none if gaps are usual."""
    first = series.first_number
    if first is None:
        return {}
    last: defaultdict[int, int] = defaultdict(int)
    for opinion in opinions:
        year, number = _slot(series, opinion)
        last[year] = max(last[year], number)
    numbers = ((year, number) for year in sorted(last) for number in range(first, last[year] + 1))
    return {slot: place for place, slot in enumerate(numbers)}


def _slot(series: Series, opinion: OpinionId) -> tuple[int, int]:
    return opinion.year if series.restarts else 0, opinion.number


def _path(
    series: Series, opinions: Iterable[OpinionId], slots: Mapping[tuple[int, int], int]
) -> str:
    """The `d` attribute of a path with a mark for each number; `30` and `30A` share one."""
    filled = dict.fromkeys(_slot(series, opinion) for opinion in opinions)
    width = _MARK - 1
    places = (slots[slot] * _MARK for slot in filled if slot in slots)
    return "".join(f"M{x} 0h{width}v1h-{width}z" for x in places)


def subject_table(
    above: Link,
    entries: Mapping[str, Topic | Program],
    groups: Mapping[str, tuple[Record, ...]],
    index: CorpusIndex,
) -> IndexTable:
    """Topics or programs by name, each with its opinions."""
    rows = (
        IndexEntry(
            entry.title,
            f"{above.url}{key}/",
            entry.about if isinstance(entry, Topic) else "",
            groups.get(key, ()),
        )
        for key, entry in entries.items()
    )
    return with_letters(index_table(rows, index))


def _rows_by_year(index: CorpusIndex) -> Iterator[tuple[int, OpinionRef]]:
    for year, records in index.by_year.items():
        for position, ref in enumerate(opinion_refs(records, index)):
            yield 0 if position else year, ref


def _subjects(
    above: Link,
    entries: Mapping[str, Topic | Program],
    groups: Mapping[str, tuple[Record, ...]],
    index: CorpusIndex,
    limits: PageLimits,
) -> Iterator[OutputTask]:
    """The list of topics or programs at `above`, and the page of each; nothing of none."""
    if not entries:
        return
    list_page = new_page(above.url, above.text, index)
    table = partial(subject_table, above, entries, groups, index)
    yield page_task(list_page, "subjects.html", table, index)
    for key, entry in entries.items():
        url, title, records = f"{above.url}{key}/", entry.title, groups.get(key, ())
        page = new_page(url, title, index, feed="feed.xml" if isinstance(entry, Topic) else "")
        years = years_if_long(records, limits.list_rows)
        view = partial(_subject_view, entry, records, years, index)
        yield page_task(page, "opinion_list.html", view, index, () if years else records, (above,))
        for year_page, group in year_pages(url, title + " in {year}", years, index):
            year_view, breadcrumb = partial(opinion_list, group, index), (above, Link(title, url))
            yield page_task(year_page, "opinion_list.html", year_view, index, group, breadcrumb)


def _subject_view(
    entry: Topic | Program,
    records: Sequence[Record],
    years: Mapping[int, Sequence[Record]],
    index: CorpusIndex,
) -> OpinionListView:
    return OpinionListView(
        rows=() if years else opinion_refs(records, index),
        years=year_counts(years),
        topic=entry if isinstance(entry, Topic) else None,
        program=entry if isinstance(entry, Program) else None,
        is_complete=index.commission.is_complete,
        citation_formats=CITATION_FORMATS if isinstance(entry, Topic) and records else (),
    )
