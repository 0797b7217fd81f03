"""The pages that list every question with its answers, by topic."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from corpus.analysis.index import CorpusIndex, group_by_year
from corpus.analysis.status import Status, holding_status
from corpus.library.record import Record
from corpus.model.words import capitalized
from corpus.output.task import OutputTask
from corpus.pages.common_views import Link, QuestionView, YearCounts, question_views, year_counts
from corpus.pages.page_tasks import PageLimits, new_page, page_task, year_pages, years_if_long

_MOST_SHOWN_AT_ONCE = 30
"""A page with more shows one question of each topic at first; the others are folded."""

_FEATURED = 6
"""How many topics the home page shows with a question."""


class TopicQuestions(NamedTuple):
    """The questions of one topic, or the years that have them."""

    id: str
    title: str
    questions: tuple[QuestionView, ...] = ()
    folded: tuple[QuestionView, ...] = ()
    """The questions after these, if they are folded at first."""
    years: YearCounts = ()

    @property
    def size(self) -> int:
        """How many questions the topic has."""
        return len(self.questions) + len(self.folded)


class FeaturedTopic(NamedTuple):
    """A topic with a question on it."""

    topic: Link
    opinions: int
    question: QuestionView


class TopicsView(NamedTuple):
    """The topics, those with the most opinions first."""

    featured: tuple[FeaturedTopic, ...]
    others: tuple[tuple[Link, int], ...]
    """The other topics, each with the number of its opinions."""


def questions(index: CorpusIndex, limits: PageLimits) -> Iterator[OutputTask]:
    """Every question on one page; a large collection has one page per year."""
    above = Link(f"{capitalized(index.commission.words.questions)} answered", "questions/")
    page = new_page(above.url, above.text, index)
    years = years_if_long(index.records, limits.list_rows)
    if years:
        yield page_task(page, "questions_years.html", partial(topic_years, index), index)
    else:
        view = partial(questions_view, index.records, index)
        yield page_task(page, "questions.html", view, index, index.records)
    for year_page, records in year_pages(above.url, above.text + " in {year}", years, index):
        view = partial(questions_view, records, index)
        yield page_task(year_page, "questions.html", view, index, records, (above,))


def questions_view(records: Sequence[Record], index: CorpusIndex) -> tuple[TopicQuestions, ...]:
    """The questions of these opinions by topic; if they are many, all but the first are folded."""
    topics = topic_questions(records, index)
    if sum(topic.size for topic in topics) <= _MOST_SHOWN_AT_ONCE:
        return topics
    return tuple(
        topic._replace(questions=topic.questions[:1], folded=topic.questions[1:])
        for topic in topics
    )


def topic_questions(records: Sequence[Record], index: CorpusIndex) -> tuple[TopicQuestions, ...]:
    """The questions of these opinions by topic, with the answers that did not end."""
    topics = (
        TopicQuestions(topic, title, tuple(_answered(on_topic, index)))
        for topic, title, on_topic in _opinions_by_topic(records, index)
    )
    return tuple(topic for topic in topics if topic.questions)


def topic_years(index: CorpusIndex) -> tuple[TopicQuestions, ...]:
    """The years in which each topic has questions."""
    return tuple(
        TopicQuestions(topic, title, years=year_counts(group_by_year(on_topic)))
        for topic, title, on_topic in _opinions_by_topic(index.records, index)
    )


def _opinions_by_topic(
    records: Sequence[Record], index: CorpusIndex
) -> Iterator[tuple[str, str, list[Record]]]:
    """The id, the title and the held opinions of each topic, by title."""
    held = [record for record in records if record.opinion.has_text]
    topics = index.references.topics.items()
    for topic, entry in sorted(topics, key=lambda item: item[1].title.casefold()):
        on_topic = [record for record in held if topic in record.opinion.topics]
        if on_topic:
            yield topic, entry.title, on_topic


def topics_view(index: CorpusIndex) -> TopicsView:
    """The topics by the number of their opinions, the first with a question each."""
    by_count = sorted(
        index.by_topic.items(),
        key=lambda item: (-len(item[1]), index.references.topics[item[0]].title),
    )
    featured: list[FeaturedTopic] = []
    others: list[tuple[Link, int]] = []
    for topic, records in by_count:
        link = Link(index.references.topics[topic].title, f"topics/{topic}/")
        shown = [entry.question for entry in featured]
        question = _most_cited_question(records, shown, index)
        if question and len(featured) < _FEATURED:
            featured.append(FeaturedTopic(link, len(records), question))
        else:
            others.append((link, len(records)))
    return TopicsView(tuple(featured), tuple(others))


def _most_cited_question(
    records: Sequence[Record], shown: Sequence[QuestionView], index: CorpusIndex
) -> QuestionView | None:
    """The question whose opinion or answers later opinions cite most; the newest of equals.

    A replaced answer is left out, and so is a question that is already shown.
    """
    views = _answered(records, index)
    candidates = [view for view in views if view not in shown and not _has_superseded(view)]
    return max(candidates, key=lambda view: _citing_opinions(view, index), default=None)


def _has_superseded(question: QuestionView) -> bool:
    superseded = str(Status.SUPERSEDED)
    return any(answer.status.css_class == superseded for answer in question.answers)


def _citing_opinions(question: QuestionView, index: CorpusIndex) -> int:
    """How many later opinions cite the whole opinion or an answer to this question."""
    answers = {None, *(answer.holding.id for answer in question.answers)}
    relations = index.incoming_relations.get(question.opinion.fields.id, ())
    return len({later.record.id for later in relations if later.relation.holding in answers})


def _answered(records: Sequence[Record], index: CorpusIndex) -> Iterator[QuestionView]:
    """The questions of these opinions with the answers that did not end."""
    for record in records:
        standing = {
            holding.id
            for holding in record.opinion.holdings
            if not holding_status(record, holding, index).is_ended
        }
        for view in question_views([record], index):
            answers = tuple(answer for answer in view.answers if answer.holding.id in standing)
            if answers:
                yield view._replace(answers=answers)
