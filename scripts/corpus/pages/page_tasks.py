"""Tasks that make one page each from a template and its view, and how much fits on a page."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.analysis.index import CorpusIndex, group_by_year
from corpus.library.record import Record
from corpus.output.page import Page
from corpus.output.ready_html import MARK
from corpus.output.task import OutputFiles, OutputTask
from corpus.pages.common_views import Link
from corpus.pages.environment import render


@dataclass(frozen=True, slots=True)
class PageLimits:
    """The largest sizes. A page with more shows less, or is split by year."""

    list_rows: int = 300
    """Rows of a list of opinions; longer lists have one page per year."""
    table_rows: int = 1000
    """Rows of the table of all opinions; with more, only the years are listed."""
    texts_to_print: int = 300
    """Approved texts on the page for printing; with more, each year has its page."""
    opinions_in_a_cell: int = 50
    """Opinions named in a cell of the table of authorities; more are only counted."""
    opinions_with_open_filters: int = 1000
    """Opinions with which the filters of the search start open, which loads all of them."""
    numbers_in_the_strip: int = 400
    """Numbers in the strip of all opinions; with more there is no strip."""


DEFAULT_LIMITS = PageLimits()


def describe(title: str, index: CorpusIndex) -> str:
    """The description of a page for search engines."""
    return f"{title}: {index.commission.words.opinions} of the {index.commission.name}"


def new_page(url: str, title: str, index: CorpusIndex, **fields: str) -> Page:
    """A page that is described by its title; `fields` are other fields of `Page`."""
    return Page(f"{url}index.md", title, describe(title, index), **fields)


def page_task(  # noqa: PLR0913, PLR0917 - each says one thing about the page
    page: Page,
    template: str,
    view: Callable[[], object],
    index: CorpusIndex,
    records: Iterable[Record] = (),
    breadcrumb: tuple[Link, ...] = (),
) -> OutputTask:
    """Make `page` with the content of a template; `view` is called when the page is made.

    `records` are the opinions that it shows in full; `breadcrumb` leads from the home page to it.
    """

    def make() -> OutputFiles:
        values = {
            "root": page.root,
            "title": page.title,
            "breadcrumb": breadcrumb,
            "is_complete": index.commission.is_complete,
        }
        content = render(template, index.commission.words, **values, view=view())
        yield page.path, replace(page, content=f"{MARK}\n{content}").markdown

    return OutputTask(page.url, tuple(records), make)


def years_if_long(records: Sequence[Record], limit: int) -> dict[int, tuple[Record, ...]]:
    """The records by year if a list of them has to be split; empty if it fits on one page."""
    return group_by_year(records) if len(records) > limit else {}


def year_pages(
    url: str, title: str, years: Mapping[int, tuple[Record, ...]], index: CorpusIndex
) -> Iterator[tuple[Page, tuple[Record, ...]]]:
    """A page for each year of the list at `url`, with its opinions.

    `{year}` in the title stands for the year.
    """
    for year, records in years.items():
        page_title = title.replace("{year}", str(year))
        yield new_page(f"{url}{year}/", page_title, index), records
