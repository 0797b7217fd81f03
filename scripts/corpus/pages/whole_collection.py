"""The whole collection at once: on paper, and in pictures."""

from collections.abc import Iterator

from markupsafe import Markup

from corpus.analysis.charts import ROW, arcs, counts
from corpus.library.record import Record
from corpus.output.page import Part
from corpus.pages.environment import Form, Press, up
from corpus.pages.text_html import typeset

_MOST_TEXTS = 300
"""More texts than this are printed year by year."""


def pictures(press: Press) -> Iterator[Part]:
    """The collection in two pictures."""
    index = press.index
    form = Form("pictures/", "The collection in pictures", "pictures.html")
    yield press.part(form, counts=counts(index), arcs=arcs(index), row=ROW)


def printed(press: Press) -> Iterator[Part]:
    """Every approved text on one page, oldest first; a large collection has one for each year."""
    title = "The collection on paper"
    index = press.index
    held = [record for record in reversed(index.records) if record.opinion.is_held]
    if len(held) <= _MOST_TEXTS:
        yield _sheets("print/", title, held, press)
        return
    form = Form("print/", title, "printed_years.html")
    yield press.part(form, years=sorted(index.by_year))
    for year, records in index.by_year.items():
        held = [record for record in reversed(records) if record.opinion.is_held]
        yield _sheets(f"print/{year}/", f"The opinions of {year} on paper", held, press)


def _sheets(url: str, title: str, records: list[Record], press: Press) -> Part:
    def text(record: Record) -> Markup:
        return typeset(record, press.references, up(url), f"{record.id}-".replace("/", "-"))

    return press.part(Form(url, title, "printed.html"), records, records=records, text=text)
