"""The hand-written pages, and defaults for those that every site has."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import urlencode

from corpus.analysis.events import newest_first
from corpus.analysis.index import CorpusIndex
from corpus.library.record_template import NewRecord, blank_record, next_opinion
from corpus.model.series import Series
from corpus.model.static_page import StaticPage
from corpus.model.words import capitalized
from corpus.output.page import Page
from corpus.output.task import OutputFiles, OutputTask
from corpus.pages.collection_views import collection_view
from corpus.pages.common_views import Link, OpinionRef, opinion_ref
from corpus.pages.environment import render
from corpus.pages.page_tasks import PageLimits, describe
from corpus.pages.questions import topics_view
from corpus.parsing.parsed_file import ParsedFile

_LATEST = 5
"""How many events the home page shows."""

_FIRST_YEAR = 2000
"""The year of the template for a first record."""


def static_pages(
    pages: tuple[ParsedFile[StaticPage], ...], index: CorpusIndex, limits: PageLimits
) -> Iterator[OutputTask]:
    """The hand-written pages with their placeholders filled in, and the default pages."""
    names = {PurePosixPath(page.path).stem for page in pages}
    commission = index.commission
    defaults = {"index": commission.site_name, "about": "About this collection"}
    for name, title in defaults.items():
        if name not in names:
            values = {"title": title, "commission": commission.name}
            has_programs = bool(index.references.programs)
            text = render(f"pages/{name}.md", commission.words, has_programs=has_programs, **values)
            yield _task(Page(f"{name}.md", title, describe(title, index), text), index, limits)
    for page in pages:
        if page.value:
            path = PurePosixPath(page.path).name
            front = page.value
            static = Page(path, front.title, front.description, page.raw.body)
            yield _task(static, index, limits)


def _task(page: Page, index: CorpusIndex, limits: PageLimits) -> OutputTask:
    def make() -> OutputFiles:
        yield page.path, replace(page, content=_filled_in(page, index, limits)).markdown

    return OutputTask(page.url, index.records, make)


def _filled_in(page: Page, index: CorpusIndex, limits: PageLimits) -> str:
    """The content with a generated part for each comment like `<!-- topics -->`."""
    content = page.content
    for name, view in _PLACEHOLDERS.items():
        comment = f"<!-- {name} -->"
        if comment in content:
            values = {"root": page.root, "view": view(index, limits)}
            html = render(f"placeholders/{name}.html", index.commission.words, **values)
            content = content.replace(comment, html)
    return content


class LatestEvent(NamedTuple):
    """A new or changed opinion on the home page, with what happened."""

    opinion: OpinionRef
    days: str
    """`Approved May 6, 2003; added to this site on May 1, 2026`, or another event with its day."""


def latest_events(index: CorpusIndex) -> tuple[LatestEvent, ...]:
    """The newest entries of the feed, each with its days."""
    return tuple(
        LatestEvent(opinion_ref(event.record, index), capitalized(event.days))
        for event in newest_first(index.records, index)[:_LATEST]
    )


def new_record_links(index: CorpusIndex) -> tuple[Link, ...]:
    """For each series, the URL at which GitHub offers a new record to fill in.

    There are none without a repository; a body with one series needs no name for it.
    """
    all_series = index.commission.all_series if index.commission.repository else ()
    return tuple(
        Link(series.name if len(all_series) > 1 else "", _new_record_url(series, index))
        for series in all_series
    )


def _new_record_url(series: Series, index: CorpusIndex) -> str:
    commission = index.commission
    years = [record.year for record in index.records if record.year]
    known = [record.id for record in index.records]
    opinion = next_opinion(known, max(years, default=_FIRST_YEAR), series)
    query = {"filename": f"{opinion}.md", "value": blank_record(NewRecord(opinion), commission)}
    return f"{(commission.repository or '').rstrip('/')}/new/main/opinions?{urlencode(query)}"


_PLACEHOLDERS: dict[str, Callable[[CorpusIndex, PageLimits], object]] = {
    "topics": lambda index, _limits: topics_view(index),
    "incomplete": collection_view,
    "latest": lambda index, _limits: latest_events(index),
    "collection": collection_view,
    "template": lambda index, _limits: new_record_links(index),
    "way": lambda _index, _limits: None,
}
"""What a hand-written page can ask for, each with the view of its template."""
