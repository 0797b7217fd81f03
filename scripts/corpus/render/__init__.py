"""The pages as Markdown files: each a front matter for the theme and HTML for the content.

One module for each family of pages; `press` fills the templates for all of them.
"""

from collections.abc import Iterator

from corpus.authorities import Kind
from corpus.citing import Citing
from corpus.page import Page
from corpus.records import Sound
from corpus.render.opinions import opinion, years
from corpus.render.press import Press
from corpus.render.provisions import authorities, table
from corpus.render.subjects import programs, questions, topics
from corpus.render.together import pictures, printed
from corpus.render.tools import checks, data, search, verify
from corpus.render.written import written


def render(corpus: Sound, citing: Citing) -> dict[str, str]:
    """Every page as Markdown, by its path below the staged folder."""
    press = Press(corpus.references, citing)
    return {page.path: page.markdown for page in _pages(corpus, press)}


def _pages(corpus: Sound, press: Press) -> Iterator[Page]:
    yield from (opinion(record, press) for record in press.citing.relations.records)
    yield from years(press)
    yield from topics(press)
    yield from programs(press)
    for kind in Kind:
        yield from authorities(kind, press)
    yield table(press)
    yield questions(press)
    yield pictures(press)
    yield from printed(press)
    yield from (search(press), verify(press), data(press))
    yield from checks(press)
    yield from written(corpus.pages, press)
