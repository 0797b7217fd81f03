"""Every page of the site, one function for each family, and the short addresses that redirect."""

from collections.abc import Iterator
from functools import partial

from corpus.analysis.index import CorpusIndex
from corpus.library.corpus import ValidCorpus
from corpus.output.exports.redirects import redirects
from corpus.output.task import OutputFiles, OutputTask
from corpus.pages.authorities import authorities, table_of_authorities
from corpus.pages.drafts import drafts
from corpus.pages.environment import render
from corpus.pages.opinion_lists import programs, topics, year_lists
from corpus.pages.opinions import opinion_task
from corpus.pages.page_tasks import DEFAULT_LIMITS, PageLimits
from corpus.pages.questions import questions
from corpus.pages.static_pages import static_pages
from corpus.pages.tools import checks, cite_check, data, search, verify
from corpus.pages.whole_collection import charts, printable


def site_pages(
    corpus: ValidCorpus, index: CorpusIndex, limits: PageLimits = DEFAULT_LIMITS
) -> Iterator[OutputTask]:
    """The tasks that make the pages, each named by the URL of its page.

    Those that show many opinions come first.
    """
    yield from questions(index, limits)
    yield from printable(index, limits)
    yield from table_of_authorities(index, limits)
    yield from topics(index, limits)
    yield from programs(index, limits)
    yield from year_lists(index, limits)
    yield from charts(index)
    yield from authorities(index, limits)
    yield from search(index, limits)
    yield from cite_check(index)
    yield from verify(index)
    yield from data(index)
    yield from checks(index)
    yield from static_pages(corpus.pages, index, limits)
    yield from drafts(index)
    for record in (*index.records, *index.drafts):
        yield opinion_task(record, index)


def redirect_pages(index: CorpusIndex) -> Iterator[OutputTask]:
    """All short addresses. Their pages are complete HTML, which MkDocs copies."""
    yield OutputTask("redirects", (), partial(_redirect_files, index))


def _redirect_files(index: CorpusIndex) -> OutputFiles:
    for redirect in redirects(index):
        page = render("redirect.html", index.commission.words, redirect=redirect)
        yield redirect.path, f"{page}\n"
