"""The pages of short addresses, which lead to opinions."""

from collections.abc import Iterator
from functools import partial

from corpus.analysis.index import CorpusIndex
from corpus.output.exports.redirects import redirects
from corpus.output.task import OutputFiles, OutputTask
from corpus.pages.environment import render


def redirect_pages(index: CorpusIndex) -> Iterator[OutputTask]:
    """All short addresses. Their pages are complete HTML, which MkDocs copies."""
    yield OutputTask("redirects", (), partial(_pages, index))


def _pages(index: CorpusIndex) -> OutputFiles:
    for redirect in redirects(index):
        yield redirect.path, render("redirect.html", redirect=redirect) + "\n"
