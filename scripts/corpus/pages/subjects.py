"""The pages of topics and programs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from corpus.analysis.index import CorpusIndex, group_by_year
from corpus.library.record import Record
from corpus.model.vocabularies import Program, Topic
from corpus.output.exports.formats import CITATION_FORMATS
from corpus.output.page import Page
from corpus.output.task import OutputTask
from corpus.pages.common_views import Link, opinion_rows, source_view
from corpus.pages.limits import PageLimits
from corpus.pages.list_view import OpinionListView, opinion_list, year_counts
from corpus.pages.page_tasks import describe, page_task


@dataclass(frozen=True, slots=True)
class SubjectRow:
    """A row of the list of topics or programs."""

    title: str
    url: str
    """Relative to the list."""
    about: str
    opinions: int


@dataclass(frozen=True, slots=True)
class _Subject:
    """A topic or a program with its opinions."""

    entry: Topic | Program
    page: Page
    list: Link
    records: tuple[Record, ...]


def topics(index: CorpusIndex, limits: PageLimits) -> Iterator[OutputTask]:
    """The list of topics, and the page of each, which has a feed and citation files."""
    entries, above = index.references.topics, Link("Topics", "topics/")
    yield _list(above, entries, index.by_topic, index)
    for key, topic in entries.items():
        path = f"{above.url}{key}/index.md"
        page = Page(path, topic.title, describe(topic.title, index), feed="feed.xml")
        subject = _Subject(topic, page, above, index.by_topic.get(key, ()))
        yield from _subject(subject, index, limits)


def programs(index: CorpusIndex, limits: PageLimits) -> Iterator[OutputTask]:
    """The list of programs, and the page of each."""
    entries, above = index.references.programs, Link("Programs", "programs/")
    yield _list(above, entries, index.by_program, index)
    for key, program in entries.items():
        path = f"{above.url}{key}/index.md"
        page = Page(path, program.title, describe(program.title, index))
        subject = _Subject(program, page, above, index.by_program.get(key, ()))
        yield from _subject(subject, index, limits)


def subject_rows(
    entries: Mapping[str, Topic | Program], groups: Mapping[str, Sequence[Record]]
) -> tuple[SubjectRow, ...]:
    """Topics or programs, each with the number of its opinions."""
    return tuple(
        SubjectRow(entry.title, f"{key}/", _about(entry), len(groups.get(key, ())))
        for key, entry in entries.items()
    )


def _list(
    link: Link,
    entries: Mapping[str, Topic | Program],
    groups: Mapping[str, Sequence[Record]],
    index: CorpusIndex,
) -> OutputTask:
    page = Page(f"{link.url}index.md", link.text, describe(link.text, index))
    return page_task(page, "subjects.html", partial(subject_rows, entries, groups))


def _subject(subject: _Subject, index: CorpusIndex, limits: PageLimits) -> Iterator[OutputTask]:
    """The page of a subject. A long list of opinions has one page per year."""
    page, records = subject.page, subject.records
    years = group_by_year(records) if len(records) > limits.list_rows else {}
    view = partial(_view, subject, years, index)
    shown, above = () if years else records, subject.list
    yield page_task(page, "opinion_list.html", view, shown, (above,))
    for year, group in years.items():
        title = f"{page.title} in {year}"
        year_page = Page(f"{page.url}{year}/index.md", title, describe(title, index))
        year_view = partial(opinion_list, group, index)
        breadcrumb = (above, Link(page.title, page.url))
        yield page_task(year_page, "opinion_list.html", year_view, group, breadcrumb)


def _view(
    subject: _Subject, years: Mapping[int, Sequence[Record]], index: CorpusIndex
) -> OpinionListView:
    entry = subject.entry
    return OpinionListView(
        rows=() if years else opinion_rows(subject.records, index),
        years=year_counts(years),
        about=_about(entry),
        source=source_view(entry.source) if isinstance(entry, Program) else None,
        citation_formats=CITATION_FORMATS if isinstance(entry, Topic) and subject.records else (),
        has_feed=isinstance(entry, Topic),
    )


def _about(entry: Topic | Program) -> str:
    return entry.about if isinstance(entry, Topic) else ""
