"""The pages that list every question with its answers, by topic."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from corpus.analysis.index import CorpusIndex, group_by_year
from corpus.library.record import Record
from corpus.output.page import Page
from corpus.output.task import OutputTask
from corpus.pages.common_views import Link, QuestionView, YearCount, question_views
from corpus.pages.limits import PageLimits
from corpus.pages.list_view import year_counts
from corpus.pages.page_tasks import describe, page_task

_URL, _TITLE = "questions/", "Questions answered"


@dataclass(frozen=True, slots=True)
class TopicQuestions:
    """The questions of one topic, or the years that have them."""

    id: str
    title: str
    questions: tuple[QuestionView, ...] = ()
    years: tuple[YearCount, ...] = ()


def questions(index: CorpusIndex, limits: PageLimits) -> Iterator[OutputTask]:
    """Every question on one page; a large collection has one page per year."""
    page = Page(f"{_URL}index.md", _TITLE, describe(_TITLE, index))
    if len(index.records) <= limits.list_rows:
        view = partial(topic_questions, index.by_topic, index)
        yield page_task(page, "questions.html", view, index.records)
        return
    yield page_task(page, "questions_years.html", partial(topic_years, index))
    by_topic = {topic: group_by_year(records) for topic, records in index.by_topic.items()}
    for year, records in index.by_year.items():
        title = f"{_TITLE} in {year}"
        page = Page(f"{_URL}{year}/index.md", title, describe(title, index))
        groups = {topic: years[year] for topic, years in by_topic.items() if year in years}
        view = partial(topic_questions, groups, index)
        yield page_task(page, "questions.html", view, records, (Link(_TITLE, _URL),))


def topic_questions(
    by_topic: Mapping[str, tuple[Record, ...]], index: CorpusIndex
) -> tuple[TopicQuestions, ...]:
    """The questions of each topic that has any."""
    return tuple(
        TopicQuestions(topic, title, question_views(records, index))
        for topic, title, records in _held_by_topic(by_topic, index)
    )


def topic_years(index: CorpusIndex) -> tuple[TopicQuestions, ...]:
    """The years in which each topic has questions."""
    return tuple(
        TopicQuestions(topic, title, years=year_counts(group_by_year(records)))
        for topic, title, records in _held_by_topic(index.by_topic, index)
    )


def _held_by_topic(
    by_topic: Mapping[str, tuple[Record, ...]], index: CorpusIndex
) -> Iterator[tuple[str, str, tuple[Record, ...]]]:
    """The id, the title and the held opinions of each topic, as the vocabulary lists them."""
    for topic, entry in index.references.topics.items():
        records = tuple(record for record in by_topic.get(topic, ()) if record.opinion.is_held)
        if records:
            yield topic, entry.title, records
