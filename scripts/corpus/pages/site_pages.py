"""The pages as Markdown files: each a front matter for the theme and HTML for the content.

One module for each family of pages; `environment` fills the templates for all of them.
"""

from collections.abc import Iterator

from corpus.analysis.index import CorpusIndex
from corpus.library.corpus import ValidCorpus
from corpus.model.authority import AuthorityKind
from corpus.output.page import OutputTask
from corpus.pages.authorities import authorities, table
from corpus.pages.environment import PageEnvironment
from corpus.pages.opinions import opinion, years
from corpus.pages.static_pages import written
from corpus.pages.subjects import programs, questions, topics
from corpus.pages.tools import checks, data, search, verify
from corpus.pages.whole_collection import pictures, printed


def site_pages(corpus: ValidCorpus, index: CorpusIndex) -> Iterator[OutputTask]:
    """Every page as Markdown, by its path; those about many opinions come first."""
    environment = PageEnvironment(index)
    for family in (questions, printed, table, topics, programs, years, pictures):
        yield from family(environment)
    for kind in AuthorityKind:
        yield from authorities(kind, environment)
    for family in (search, verify, data, checks):
        yield from family(environment)
    yield from written(corpus.pages, environment)
    for record in environment.index.records:
        yield opinion(record, environment)
