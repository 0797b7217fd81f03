"""The pages that show the whole collection at once: charts, and the texts for printing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from math import ceil

from markupsafe import Markup

from corpus.analysis.charts import (
    ROW_HEIGHT,
    Arc,
    ArcDiagram,
    TopicCounts,
    TopicRow,
    arc_diagram,
    topic_counts,
)
from corpus.analysis.citing import citation_header
from corpus.analysis.index import CorpusIndex
from corpus.library.record import Record
from corpus.output.page import Page
from corpus.output.task import OutputTask
from corpus.pages.common_views import Link, OpinionRef, opinion_ref
from corpus.pages.limits import PageLimits
from corpus.pages.page_tasks import describe, page_task
from corpus.pages.text_html import approved_text_html

_SHADES = 4
"""The darkest shade of the heat map; the lightest is 1."""

_FARTHEST = 100
"""How far an arc reaches to the left at most."""


@dataclass(frozen=True, slots=True)
class HeatCell:
    """The number of opinions on a topic in a year, and its shade from 0 (none) to 4."""

    count: int
    shade: int


@dataclass(frozen=True, slots=True)
class HeatRow:
    """A row of the heat map."""

    topic: Link | None
    """None for all topics without a row of their own."""
    cells: tuple[HeatCell, ...]


@dataclass(frozen=True, slots=True)
class ArcView:
    """A curve of the chart of arcs and the relation it stands for."""

    path: str
    """The `d` attribute of the SVG path."""
    later: OpinionRef
    earlier: OpinionRef
    effect: str
    is_change: bool


@dataclass(frozen=True, slots=True)
class PointView:
    """A point of the chart of arcs."""

    opinion: OpinionRef
    y: float
    text_y: float


@dataclass(frozen=True, slots=True)
class ArcsView:
    """The chart of opinions that refer to each other."""

    height: int
    arcs: tuple[ArcView, ...]
    points: tuple[PointView, ...]


@dataclass(frozen=True, slots=True)
class ChartsView:
    """The collection in charts."""

    years: tuple[int, ...]
    topics: tuple[HeatRow, ...]
    arcs: ArcsView | None
    """None if no opinions refer to each other, or too many do."""


@dataclass(frozen=True, slots=True)
class PrintedOpinion:
    """An approved text for printing."""

    id: str
    """The prefix of its anchors: `2003-05`."""
    opinion: OpinionRef
    header: str
    text: Markup


def charts(index: CorpusIndex) -> Iterator[OutputTask]:
    """The collection in charts."""
    title = "The collection in pictures"
    page = Page("pictures/index.md", title, describe(title, index))
    yield page_task(page, "charts.html", partial(charts_view, index))


def printable(index: CorpusIndex, limits: PageLimits) -> Iterator[OutputTask]:
    """Every approved text, oldest first, on one page; a large collection has one page per year."""
    title = "The collection on paper"
    page = Page("print/index.md", title, describe(title, index))
    if sum(record.opinion.is_held for record in index.records) <= limits.texts_to_print:
        yield _printable(page, index.records, index)
        return
    yield page_task(page, "print_years.html", lambda: sorted(index.by_year))
    for year, records in index.by_year.items():
        title = f"The opinions of {year} on paper"
        page = Page(f"print/{year}/index.md", title, describe(title, index))
        yield _printable(page, records, index)


def charts_view(index: CorpusIndex) -> ChartsView:
    """Both charts, with every coordinate."""
    by_topic, relations = topic_counts(index), arc_diagram(index)
    return ChartsView(
        years=by_topic.years,
        topics=tuple(_heat_row(topic, by_topic, index) for topic in by_topic.topics),
        arcs=_arcs_view(relations, index) if relations else None,
    )


def printed_opinions(
    records: Iterable[Record], index: CorpusIndex, root: str
) -> tuple[PrintedOpinion, ...]:
    """Approved texts whose anchors differ; `root` leads from the page to the site's root."""
    ids = ((record, str(record.id).replace("/", "-")) for record in records)
    return tuple(
        PrintedOpinion(
            id=prefix,
            opinion=opinion_ref(record, index),
            header=citation_header(record, index),
            text=approved_text_html(record, index.references, root, f"{prefix}-"),
        )
        for record, prefix in ids
    )


def _printable(page: Page, records: tuple[Record, ...], index: CorpusIndex) -> OutputTask:
    held = [record for record in reversed(records) if record.opinion.is_held]
    view = partial(printed_opinions, held, index, page.root)
    return page_task(page, "print.html", view, held)


def _heat_row(topic: TopicRow, counts: TopicCounts, index: CorpusIndex) -> HeatRow:
    link = None
    if topic.topic:
        link = Link(index.references.topics[topic.topic].title, f"topics/{topic.topic}/")
    cells = (HeatCell(count, ceil(_SHADES * count / counts.maximum)) for count in topic.years)
    return HeatRow(link, tuple(cells))


def _arcs_view(arcs: ArcDiagram, index: CorpusIndex) -> ArcsView:
    opinions = [opinion_ref(record, index) for record in arcs.records]
    return ArcsView(
        height=len(opinions) * ROW_HEIGHT,
        arcs=tuple(_arc_view(arc, opinions) for arc in arcs.arcs),
        points=tuple(
            PointView(opinion, _y(place), _y(place) + 5) for place, opinion in enumerate(opinions)
        ),
    )


def _arc_view(arc: Arc, opinions: list[OpinionRef]) -> ArcView:
    start, end = _y(arc.later), _y(arc.earlier)
    x = 106 - min((end - start) / 2, _FARTHEST)
    return ArcView(
        path=f"M110 {start} C {x} {start} {x} {end} 110 {end}",
        later=opinions[arc.later],
        earlier=opinions[arc.earlier],
        effect=str(arc.effect),
        is_change=arc.effect.changes,
    )


def _y(place: int) -> float:
    """The middle of a row of the chart."""
    return place * ROW_HEIGHT + ROW_HEIGHT / 2
