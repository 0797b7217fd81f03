"""The list of the drafts that are open for comment."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from corpus.analysis.index import CorpusIndex
from corpus.library.record import Record
from corpus.model.opinion import Draft
from corpus.output.task import OutputTask
from corpus.pages.common_views import Link, OpinionRef, opinion_ref
from corpus.pages.page_tasks import new_page, page_task

DRAFTS = Link("Drafts for comment", "drafts/")


class DraftView(NamedTuple):
    """A draft in the list."""

    opinion: OpinionRef
    comments_until: str
    """The last day on which comments are taken; empty if none is known."""


def drafts(index: CorpusIndex) -> Iterator[OutputTask]:
    """The page that lists the drafts, if there are any."""
    if index.drafts:
        page = new_page(DRAFTS.url, DRAFTS.text, index)
        yield page_task(page, "drafts.html", partial(_draft_views, index), index, index.drafts)


def _draft_views(index: CorpusIndex) -> tuple[DraftView, ...]:
    """Every draft, newest first."""
    return tuple(
        DraftView(opinion_ref(record, index), comments_until(record, index))
        for record in index.drafts
    )


def comments_until(record: Record, index: CorpusIndex) -> str:
    """The last day on which comments on a draft are taken, in words; empty for any other."""
    opinion = record.opinion
    last_day = opinion.comments_until if isinstance(opinion, Draft) else None
    return index.names.day(last_day) if last_day else ""
