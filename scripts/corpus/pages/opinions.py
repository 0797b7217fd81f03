"""The page of each opinion, and the lists of opinions by year."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from corpus.analysis.citing import status_note
from corpus.analysis.index import CorpusIndex
from corpus.analysis.status import opinion_status, status_label
from corpus.library.record import Record
from corpus.model.opinion import Catalogued
from corpus.output.page import Page
from corpus.output.task import OutputFiles, OutputTask
from corpus.pages.collection_view import CollectionView, collection_view
from corpus.pages.common_views import Link, OpinionRef, YearCount, opinion_ref
from corpus.pages.head import opinion_head
from corpus.pages.limits import PageLimits
from corpus.pages.list_view import opinion_list, year_counts
from corpus.pages.opinion_view import opinion_view
from corpus.pages.page_tasks import describe, page_task

_ALL = Link("Opinions", "opinions/")


@dataclass(frozen=True, slots=True)
class AllOpinionsView:
    """The list of all opinions."""

    years: tuple[YearCount, ...]
    table: tuple[OpinionRef, ...]
    """Every opinion; empty if there are too many for a table."""
    collection: CollectionView


def opinion_task(record: Record, index: CorpusIndex) -> OutputTask:
    """The page of one opinion, even if its text is not held."""
    return OutputTask(record.id.url, (record,), partial(_opinion, record, index))


def year_lists(index: CorpusIndex, limits: PageLimits) -> Iterator[OutputTask]:
    """The list of all opinions, and one for each year."""
    title = _ALL.text
    page = Page(f"{_ALL.url}index.md", title, describe(title, index), script="sort.js")
    yield page_task(page, "opinions.html", partial(all_opinions_view, index, limits))
    for year, records in index.by_year.items():
        title = f"Opinions of {year}"
        page = Page(f"{_ALL.url}{year}/index.md", title, describe(title, index))
        view = partial(opinion_list, records, index)
        yield page_task(page, "opinion_list.html", view, records, (_ALL,))


def all_opinions_view(index: CorpusIndex, limits: PageLimits) -> AllOpinionsView:
    """Every opinion in a table, or only the years of a large collection."""
    records = index.records if len(index.records) <= limits.table_rows else ()
    return AllOpinionsView(
        years=year_counts(index.by_year),
        table=tuple(opinion_ref(record, index) for record in records),
        collection=collection_view(index, limits),
    )


def _opinion(record: Record, index: CorpusIndex) -> OutputFiles:
    page = Page(
        f"{record.id.url}index.md",
        _title(record, index),
        _description(record, index),
        head=opinion_head(record, index),
        script="opinion.js",
    )
    template = "opinion.html" if record.opinion.is_held else "catalogued.html"
    view = partial(opinion_view, record, index, page.root)
    year = Link(str(record.id.year), f"{_ALL.url}{record.id.year}/")
    return page_task(page, template, view, [record], (_ALL, year)).make()


def _title(record: Record, index: CorpusIndex) -> str:
    """The title in the browser. A status that readers do not expect comes first."""
    title = f"{index.names.long(record.id)}: {record.opinion.title}"
    status = status_note(record, index)
    return f"{status[0].upper()}{status[1:]}: {title}" if status else title


def _description(record: Record, index: CorpusIndex) -> str:
    """The status and the summary of an opinion."""
    status = status_label(opinion_status(record, index), index.names)
    if isinstance(record.opinion, Catalogued):
        title = f"{index.names.short(record.id)}: {record.opinion.title}"
        return f"{status}. {title}; its text is not held here."
    return f"{status}. {record.opinion.summary}"
