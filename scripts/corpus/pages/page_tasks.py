"""Tasks that make one page each from a template and its view."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from corpus.analysis.index import CorpusIndex, group_by_year
from corpus.library.record import Record
from corpus.output.page import Page
from corpus.output.task import OutputFiles, OutputTask
from corpus.pages.common_views import Link
from corpus.pages.environment import render

View = Callable[[], object]
"""Builds the view of a page when the page is made."""


@dataclass(frozen=True, slots=True)
class YearPages:
    """What the pages have in common into which a long list of opinions is split."""

    url: str
    """The URL of the list."""
    title: Callable[[int], str]
    """Returns the title of the page of a year."""
    template: str
    view: Callable[[Sequence[Record]], object]
    """Builds the view of the opinions of a year."""
    breadcrumb: tuple[Link, ...] = ()


def describe(title: str, index: CorpusIndex) -> str:
    """The description of a page for search engines."""
    return f"{title}: advisory opinions of the {index.commission.name}"


def new_page(url: str, title: str, index: CorpusIndex, **fields: str) -> Page:
    """A page that is described by its title; `fields` are other fields of `Page`."""
    return Page(f"{url}index.md", title, describe(title, index), **fields)


def page_task(
    page: Page,
    template: str,
    view: View,
    records: Iterable[Record] = (),
    breadcrumb: tuple[Link, ...] = (),
) -> OutputTask:
    """Make `page` with the content of a template.

    `records` are the opinions that it shows in full; `breadcrumb` leads from the home page to it.
    """

    def make() -> OutputFiles:
        content = render(
            template, root=page.root, title=page.title, breadcrumb=breadcrumb, view=view()
        )
        yield page.path, replace(page, content=content).markdown

    return OutputTask(page.url, tuple(records), make)


def years_if_long(records: Sequence[Record], limit: int) -> dict[int, tuple[Record, ...]]:
    """The records by year if a list of them has to be split; empty if it fits on one page."""
    return group_by_year(records) if len(records) > limit else {}


def year_tasks(
    pages: YearPages, years: Mapping[int, tuple[Record, ...]], index: CorpusIndex
) -> Iterator[OutputTask]:
    """Make the page of each year of a list that is split."""
    for year, records in years.items():
        page = new_page(f"{pages.url}{year}/", pages.title(year), index)
        view = partial(pages.view, records)
        yield page_task(page, pages.template, view, records, pages.breadcrumb)
