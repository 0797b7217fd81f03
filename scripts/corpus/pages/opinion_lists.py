"""The lists of opinions: all of them, by year, by topic and by program."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from corpus.analysis.index import CorpusIndex
from corpus.library.record import Record
from corpus.model.vocabularies import Program, Topic
from corpus.output.exports.formats import CITATION_FORMATS, ExportFormat
from corpus.output.task import OutputTask
from corpus.pages.collection_view import CollectionView, collection_view
from corpus.pages.common_views import Link, OpinionRef, YearCounts, opinion_refs, year_counts
from corpus.pages.limits import PageLimits
from corpus.pages.page_tasks import YearPages, new_page, page_task, year_tasks, years_if_long

ALL_OPINIONS = Link("Opinions", "opinions/")

SubjectRow = tuple[str, Topic | Program, int]
"""A topic or program by its id, with the number of its opinions."""


@dataclass(frozen=True, slots=True)
class AllOpinionsView:
    """The list of all opinions."""

    years: YearCounts
    table: tuple[OpinionRef, ...]
    """Every opinion; empty if there are too many for a table."""
    collection: CollectionView


@dataclass(frozen=True, slots=True)
class OpinionListView:
    """A list of opinions, or of the years that have a list of their own."""

    rows: tuple[OpinionRef, ...]
    years: YearCounts = ()
    topic: Topic | None = None
    program: Program | None = None
    citation_formats: tuple[ExportFormat, ...] = ()
    """The formats in which the list can be downloaded for reference managers."""


def year_lists(index: CorpusIndex, limits: PageLimits) -> Iterator[OutputTask]:
    """The list of all opinions, and one for each year."""
    page = new_page(ALL_OPINIONS.url, ALL_OPINIONS.text, index, script="sort.js")
    yield page_task(page, "opinions.html", partial(all_opinions_view, index, limits))
    pages = _year_pages(ALL_OPINIONS.url, "Opinions of", (ALL_OPINIONS,), index)
    yield from year_tasks(pages, index.by_year, index)


def topics(index: CorpusIndex, limits: PageLimits) -> Iterator[OutputTask]:
    """The list of topics, and the page of each, which has a feed and citation files."""
    above = Link("Topics", "topics/")
    return _subjects(above, index.references.topics, index.by_topic, index, limits)


def programs(index: CorpusIndex, limits: PageLimits) -> Iterator[OutputTask]:
    """The list of programs, and the page of each."""
    above = Link("Programs", "programs/")
    return _subjects(above, index.references.programs, index.by_program, index, limits)


def all_opinions_view(index: CorpusIndex, limits: PageLimits) -> AllOpinionsView:
    """Every opinion in a table, or only the years of a large collection."""
    return AllOpinionsView(
        years=year_counts(index.by_year),
        table=opinion_refs(index.records, index) if len(index.records) <= limits.table_rows else (),
        collection=collection_view(index, limits),
    )


def subject_rows(
    entries: Mapping[str, Topic | Program], groups: Mapping[str, Sequence[Record]]
) -> tuple[SubjectRow, ...]:
    """Topics or programs, each with the number of its opinions."""
    return tuple((key, entry, len(groups.get(key, ()))) for key, entry in entries.items())


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
        pages = _year_pages(url, f"{title} in", (above, Link(title, url)), index)
        yield from year_tasks(pages, years, index)


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


def _year_pages(
    url: str, title: str, breadcrumb: tuple[Link, ...], index: CorpusIndex
) -> YearPages:
    """Lists of the opinions of a year; `title` comes before the year."""
    return YearPages(
        url=url,
        title=lambda year: f"{title} {year}",
        template="opinion_list.html",
        view=lambda records: OpinionListView(opinion_refs(records, index)),
        breadcrumb=breadcrumb,
    )
