"""The pages that list every question with its answers, by topic."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from corpus.analysis.index import CorpusIndex, group_by_year
from corpus.library.record import Record
from corpus.output.task import OutputTask
from corpus.pages.common_views import Link, QuestionView, YearCounts, question_views, year_counts
from corpus.pages.page_tasks import PageLimits, new_page, page_task, year_pages, years_if_long

_ALL = Link("Questions answered", "questions/")


class TopicQuestions(NamedTuple):
    """The questions of one topic, or the years that have them."""

    id: str
    title: str
    questions: tuple[QuestionView, ...] = ()
    years: YearCounts = ()


def questions(index: CorpusIndex, limits: PageLimits) -> Iterator[OutputTask]:
    """Every question on one page; a large collection has one page per year."""
    page = new_page(_ALL.url, _ALL.text, index)
    years = years_if_long(index.records, limits.list_rows)
    if years:
        yield page_task(page, "questions_years.html", partial(topic_years, index))
    else:
        view = partial(topic_questions, index.records, index)
        yield page_task(page, "questions.html", view, index.records)
    for year_page, records in year_pages(_ALL.url, _ALL.text + " in {year}", years, index):
        view = partial(topic_questions, records, index)
        yield page_task(year_page, "questions.html", view, records, (_ALL,))


def topic_questions(records: Sequence[Record], index: CorpusIndex) -> tuple[TopicQuestions, ...]:
    """The questions of these opinions by topic."""
    return tuple(
        TopicQuestions(topic, title, question_views(on_topic, index))
        for topic, title, on_topic in _held_by_topic(records, index)
    )


def topic_years(index: CorpusIndex) -> tuple[TopicQuestions, ...]:
    """The years in which each topic has questions."""
    return tuple(
        TopicQuestions(topic, title, years=year_counts(group_by_year(on_topic)))
        for topic, title, on_topic in _held_by_topic(index.records, index)
    )


def _held_by_topic(
    records: Sequence[Record], index: CorpusIndex
) -> Iterator[tuple[str, str, list[Record]]]:
    """The id, the title and the held opinions of each topic, as the vocabulary lists them."""
    held = [record for record in records if record.opinion.is_held]
    for topic, entry in index.references.topics.items():
        on_topic = [record for record in held if topic in record.opinion.topics]
        if on_topic:
            yield topic, entry.title, on_topic
