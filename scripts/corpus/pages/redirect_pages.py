"""The pages of the short addresses that lead to opinions."""

from collections.abc import Iterator

from corpus.analysis.index import CorpusIndex
from corpus.output.exports.redirects import redirects
from corpus.output.task import OutputFiles, OutputTask
from corpus.pages.environment import render


def redirect_pages(index: CorpusIndex) -> Iterator[OutputTask]:
    """All short addresses. Their pages are complete HTML, which MkDocs copies."""

    def make() -> OutputFiles:
        for redirect in redirects(index):
            yield (
                redirect.path,
                render("redirect.html", index.commission.words, redirect=redirect) + "\n",
            )

    yield OutputTask("redirects", (), make)
