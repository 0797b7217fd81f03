"""The whole collection at once: on paper, and in pictures."""

from collections.abc import Iterator

from markupsafe import Markup

from corpus.analysis.charts import ROW_HEIGHT, arc_diagram, topic_counts
from corpus.library.record import Record
from corpus.output.page import OutputTask
from corpus.pages.environment import Form, PageEnvironment, up
from corpus.pages.text_html import typeset

_MOST_TEXTS = 300
"""More texts than this are printed year by year."""


def pictures(environment: PageEnvironment) -> Iterator[OutputTask]:
    """The collection in two pictures."""
    index = environment.index
    form = Form("pictures/", "The collection in pictures", "pictures.html")
    yield environment.part(
        form, counts=topic_counts(index), diagram=arc_diagram(index), row=ROW_HEIGHT
    )


def printed(environment: PageEnvironment) -> Iterator[OutputTask]:
    """Every approved text on one page, oldest first; a large collection has one for each year."""
    title = "The collection on paper"
    index = environment.index
    held = [record for record in reversed(index.records) if record.opinion.is_held]
    if len(held) <= _MOST_TEXTS:
        yield _sheets("print/", title, held, environment)
        return
    form = Form("print/", title, "printed_years.html")
    yield environment.part(form, years=sorted(index.by_year))
    for year, records in index.by_year.items():
        held = [record for record in reversed(records) if record.opinion.is_held]
        yield _sheets(f"print/{year}/", f"The opinions of {year} on paper", held, environment)


def _sheets(
    url: str, title: str, records: list[Record], environment: PageEnvironment
) -> OutputTask:
    def text(record: Record) -> Markup:
        return typeset(record, environment.references, up(url), f"{record.id}-".replace("/", "-"))

    return environment.part(Form(url, title, "printed.html"), records, records=records, text=text)
