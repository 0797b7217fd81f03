"""The lists of opinions: all of them, by year, by topic and by program."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from corpus.analysis.index import CorpusIndex
from corpus.library.numbering import missing_numbers, ranges_in_words
from corpus.library.record import Record
from corpus.model.vocabularies import Program, Topic
from corpus.output.exports.formats import CITATION_FORMATS, ExportFormat
from corpus.output.task import OutputTask
from corpus.pages.common_views import (
    Link,
    OpinionRef,
    YearCounts,
    opinion_ref,
    opinion_refs,
    year_counts,
)
from corpus.pages.page_tasks import PageLimits, new_page, page_task, year_pages, years_if_long

ALL_OPINIONS = Link("Opinions", "opinions/")


class CollectionView(NamedTuple):
    """How much of the collection is here."""

    held: int
    listed: int
    """How many are listed without their text."""
    complete_until: str
    """The day up to which no opinion is missing; empty if that is not known."""
    missing_numbers: str
    """`1 to 4, 6`; empty if no number is missing."""
    is_one_missing: bool
    grid: tuple[tuple[int, OpinionRef | None], ...]
    """Every number and its opinion; empty if each year has its own numbers or they are too many."""


class AllOpinionsView(NamedTuple):
    """The list of all opinions."""

    years: YearCounts
    table: tuple[OpinionRef, ...]
    """Every opinion; empty if there are too many for a table."""
    collection: CollectionView


class OpinionListView(NamedTuple):
    """A list of opinions, or of the years that have a list of their own."""

    rows: tuple[OpinionRef, ...]
    years: YearCounts = ()
    topic: Topic | None = None
    program: Program | None = None
    citation_formats: tuple[ExportFormat, ...] = ()


def year_lists(index: CorpusIndex, limits: PageLimits) -> Iterator[OutputTask]:
    """The list of all opinions, and one for each year."""
    page = new_page(ALL_OPINIONS.url, ALL_OPINIONS.text, index, script="sort.js")
    yield page_task(page, "opinions.html", partial(all_opinions_view, index, limits))
    pages = year_pages(ALL_OPINIONS.url, "Opinions of {year}", index.by_year, index)
    for year_page, records in pages:
        view = partial(opinion_list, records, index)
        yield page_task(year_page, "opinion_list.html", view, records, (ALL_OPINIONS,))


def topics(index: CorpusIndex, limits: PageLimits) -> Iterator[OutputTask]:
    """The list of topics, and the page of each, which has a feed and citation files."""
    above = Link("Topics", "topics/")
    return _subjects(above, index.references.topics, index.by_topic, index, limits)


def programs(index: CorpusIndex, limits: PageLimits) -> Iterator[OutputTask]:
    """The list of programs, and the page of each."""
    above = Link("Programs", "programs/")
    return _subjects(above, index.references.programs, index.by_program, index, limits)


def opinion_list(records: Iterable[Record], index: CorpusIndex) -> OpinionListView:
    """A plain list of opinions."""
    return OpinionListView(opinion_refs(records, index))


def all_opinions_view(index: CorpusIndex, limits: PageLimits) -> AllOpinionsView:
    """Every opinion in a table, or only the years of a large collection."""
    return AllOpinionsView(
        years=year_counts(index.by_year),
        table=opinion_refs(index.records, index) if len(index.records) <= limits.table_rows else (),
        collection=collection_view(index, limits),
    )


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


def subject_rows(
    entries: Mapping[str, Topic | Program], groups: Mapping[str, Sequence[Record]]
) -> tuple[tuple[str, Topic | Program, int], ...]:
    """Topics or programs by id, each with the number of its opinions."""
    return tuple((key, entry, len(groups.get(key, ()))) for key, entry in entries.items())


def _grid(index: CorpusIndex, limits: PageLimits) -> tuple[tuple[int, OpinionRef | None], ...]:
    first = index.commission.first_number
    last = max((record.id.number for record in index.records), default=0)
    if first is None or last - first >= limits.numbers_in_the_grid:
        return ()
    by_number = {record.id.number: opinion_ref(record, index) for record in index.records}
    return tuple((number, by_number.get(number)) for number in range(first, last + 1))


def _subjects(
    above: Link,
    entries: Mapping[str, Topic | Program],
    groups: Mapping[str, tuple[Record, ...]],
    index: CorpusIndex,
    limits: PageLimits,
) -> Iterator[OutputTask]:
    """The list of topics or programs at `above`, and the page of each."""
    list_page = new_page(above.url, above.text, index)
    yield page_task(list_page, "subjects.html", partial(subject_rows, entries, groups))
    for key, entry in entries.items():
        url, title, records = f"{above.url}{key}/", entry.title, groups.get(key, ())
        page = new_page(url, title, index, feed="feed.xml" if isinstance(entry, Topic) else "")
        years = years_if_long(records, limits.list_rows)
        view = partial(_subject_view, entry, records, years, index)
        yield page_task(page, "opinion_list.html", view, () if years else records, (above,))
        for year_page, group in year_pages(url, title + " in {year}", years, index):
            year_view, breadcrumb = partial(opinion_list, group, index), (above, Link(title, url))
            yield page_task(year_page, "opinion_list.html", year_view, group, breadcrumb)


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
        citation_formats=CITATION_FORMATS if isinstance(entry, Topic) and records else (),
    )
