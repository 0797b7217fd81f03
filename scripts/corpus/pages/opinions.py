"""The page of each opinion, and the pages that list opinions by year."""

from collections.abc import Iterator
from functools import partial

from corpus.analysis.citing import status_note
from corpus.analysis.status import opinion_status, status_label
from corpus.library.record import Record
from corpus.model.opinion import Catalogued
from corpus.output.exports.facets import facets
from corpus.output.exports.metadata import head, modified
from corpus.output.page import OutputFiles, OutputTask, Page
from corpus.pages.environment import Form, PageEnvironment, up
from corpus.pages.text_html import typeset

FOLDER, TITLE = "opinions/", "Opinions"

_MOST_ROWS = 1000
"""More opinions than this are listed year by year only."""


def opinion(record: Record, environment: PageEnvironment) -> OutputTask:
    """The page of an opinion, or of one whose text is not held."""
    return OutputTask(record.id.url, (record,), partial(_page, record, environment))


def _page(record: Record, environment: PageEnvironment) -> OutputFiles:
    above = up(record.id.url)
    text = typeset(record, environment.references, above)
    template = "opinion.html" if record.opinion.is_held else "catalogued.html"
    changed = modified(record, environment.index)
    page = Page(
        f"{record.id.url}index.md",
        _title(record, environment),
        _told(record, environment),
        environment.html(template, up=above, record=record, text=text),
        head="\n".join(tags(record, environment.index) for tags in (head, facets)),
        modified=changed.isoformat() if changed else "",
        script="opinion.js",
    )
    yield page.file


def years(environment: PageEnvironment) -> Iterator[OutputTask]:
    """The list of all opinions, and of those of each year."""
    by_year = environment.index.by_year
    table = environment.index.records
    table = table if len(table) <= _MOST_ROWS else ()
    form = Form(FOLDER, TITLE, "opinions.html", script="sort.js")
    yield environment.part(form, by_year=by_year, table=table)
    for year, records in by_year.items():
        form = Form(f"{FOLDER}{year}/", f"Opinions of {year}", "listing.html")
        yield environment.part(form, records, records=records, above=[(TITLE, FOLDER)])


def _title(record: Record, environment: PageEnvironment) -> str:
    """The title in the browser, with the status first where it is not what one expects."""
    title = f"{environment.index.names.long(record.id)}: {record.opinion.title}"
    status = status_note(record, environment.index)
    return f"{status[0].upper()}{status[1:]}: {title}" if status else title


def _told(record: Record, environment: PageEnvironment) -> str:
    """An opinion in a few sentences, its status first."""
    names = environment.index.names
    status = status_label(opinion_status(record, environment.index), names)
    if isinstance(record.opinion, Catalogued):
        title = f"{names.short(record.id)}: {record.opinion.title}"
        return f"{status}. {title}; its text is not held here."
    return f"{status}. {record.opinion.summary}"
