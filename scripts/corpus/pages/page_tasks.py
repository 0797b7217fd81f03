"""Tasks that make one page each from a template and its view."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from corpus.analysis.index import CorpusIndex
from corpus.library.record import Record
from corpus.output.page import Page
from corpus.output.task import OutputFiles, OutputTask
from corpus.pages.common_views import Link
from corpus.pages.environment import render

View = Callable[[], object]
"""Builds the view of a page when the page is made."""


def describe(title: str, index: CorpusIndex) -> str:
    """The description of a page for search engines."""
    return f"{title}: advisory opinions of the {index.commission.name}"


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
