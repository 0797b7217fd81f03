"""The pages as Markdown files: each a front matter for the theme and HTML for the content.

One module for each family of pages; `press` fills the templates for all of them.
"""

from collections.abc import Iterator

from corpus.authorities import Kind
from corpus.citing import Citing
from corpus.collection import Sound
from corpus.page import Part
from corpus.render.opinions import opinion, years
from corpus.render.press import Press
from corpus.render.provisions import authorities, table
from corpus.render.subjects import programs, questions, topics
from corpus.render.together import pictures, printed
from corpus.render.tools import checks, data, search, verify
from corpus.render.written import written


def render(corpus: Sound, citing: Citing) -> Iterator[Part]:
    """Every page as Markdown, by its path; those about many opinions come first."""
    press = Press(corpus.references, citing)
    for family in (questions, printed, table, topics, programs, years, pictures):
        yield from family(press)
    for kind in Kind:
        yield from authorities(kind, press)
    for family in (search, verify, data, checks):
        yield from family(press)
    yield from written(corpus.pages, press)
    for record in press.citing.relations.records:
        yield opinion(record, press)
