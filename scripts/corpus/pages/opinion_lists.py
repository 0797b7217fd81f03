"""The lists of opinions: all of them, by year, by topic and by program."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from corpus.analysis.index import CorpusIndex
from corpus.library.record import Record
from corpus.model.vocabularies import Program, Topic
from corpus.model.words import capitalized
from corpus.output.exports.formats import CITATION_FORMATS, ExportFormat
from corpus.output.task import OutputTask
from corpus.pages.collection_views import CollectionView, collection_view
from corpus.pages.common_views import (
    Link,
    OpinionRef,
    YearCounts,
    opinion_refs,
    year_counts,
)
from corpus.pages.index_tables import IndexEntry, IndexTable, index_table, with_letters
from corpus.pages.page_tasks import PageLimits, new_page, page_task, year_pages, years_if_long


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
        view = partial(_year_view, records, index)
        yield page_task(year_page, "opinion_list.html", view, index, records, (above,))


def topics(index: CorpusIndex, limits: PageLimits) -> Iterator[OutputTask]:
    """The list of topics, if there are any, and the page of each, which has a feed."""
    above = Link("Topics", "topics/")
    return _subjects(above, index.references.topics, index.by_topic, index, limits)


def programs(index: CorpusIndex, limits: PageLimits) -> Iterator[OutputTask]:
    """The list of programs, if there are any, and the page of each."""
    above = Link(capitalized(index.commission.words.programs), "programs/")
    return _subjects(above, index.references.programs, index.by_program, index, limits)


def _opinions_view(records: Iterable[Record], index: CorpusIndex) -> OpinionListView:
    """A plain list of opinions."""
    return OpinionListView(opinion_refs(records, index))


def _year_view(records: Sequence[Record], index: CorpusIndex) -> OpinionListView:
    """The opinions of one year, with the years before and after it that have some."""
    year = records[0].year
    years = sorted(index.by_year)
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
        url = f"{above.url}{key}/"
        title = entry.title
        records = groups.get(key, ())
        page = new_page(url, title, index, feed="feed.xml" if isinstance(entry, Topic) else "")
        years = years_if_long(records, limits.list_rows)
        view = partial(_subject_view, entry, records, years, index)
        yield page_task(page, "opinion_list.html", view, index, () if years else records, (above,))
        for year_page, group in year_pages(url, title + " in {year}", years, index):
            view = partial(_opinions_view, group, index)
            breadcrumb = (above, Link(title, url))
            yield page_task(year_page, "opinion_list.html", view, index, group, breadcrumb)


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
