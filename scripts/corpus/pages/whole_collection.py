"""The pages that show the whole collection at once: charts, and the texts for printing."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from math import ceil
from typing import NamedTuple

from markupsafe import Markup

from corpus.analysis.charts import Arc, ArcDiagram, TopicRow, arc_diagram, topic_counts
from corpus.analysis.citing import citation_header
from corpus.analysis.index import CorpusIndex
from corpus.library.record import Record
from corpus.model.opinion_parts import Effect
from corpus.output.task import OutputTask
from corpus.pages.common_views import (
    DatedCorrection,
    Link,
    OpinionRef,
    dated_corrections,
    opinion_ref,
    opinion_refs,
)
from corpus.pages.page_tasks import PageLimits, new_page, page_task, year_pages
from corpus.pages.text_html import approved_text_html, change_marks

_SHADES = 4
"""The darkest shade of the heat map; the lightest is 1."""

_ROW_HEIGHT = 30
"""The units from one opinion of the chart of arcs to the next."""

_FARTHEST = 100
"""How far an arc reaches to the left at most."""


HeatCell = tuple[int, int]
"""The number of opinions on a topic in a year, and its shade from 0 (none) to 4."""


class ArcView(NamedTuple):
    """A curve of the chart of arcs and the relation it stands for."""

    path: str
    """The `d` attribute of the SVG path."""
    later: OpinionRef
    earlier: OpinionRef
    effect: Effect


class ChartsView(NamedTuple):
    """The collection in charts: topics by year, and opinions that refer to each other."""

    years: tuple[int, ...]
    topics: tuple[tuple[Link | None, tuple[HeatCell, ...]], ...]
    """A row for each topic; None stands for all topics without a row of their own."""
    arcs: tuple[ArcView, ...]
    """Empty if no opinions refer to each other, or too many do."""
    points: tuple[tuple[OpinionRef, float, float], ...]
    """The opinions of the arcs, each with the heights of its point and of its name."""
    height: int
    """The height of the chart of arcs."""

    @property
    def leaves_out_years(self) -> bool:
        """Whether a year between the first and the last has no column."""
        return bool(self.years) and len(self.years) <= self.years[-1] - self.years[0]


class PrintedOpinion(NamedTuple):
    """An approved text for printing."""

    id: str
    """The prefix of its anchors: `2003-05`."""
    opinion: OpinionRef
    header: str
    text: Markup
    corrections: tuple[DatedCorrection, ...]


def charts(index: CorpusIndex) -> Iterator[OutputTask]:
    """The collection in charts."""
    page = new_page("pictures/", "The collection in charts", index)
    yield page_task(page, "charts.html", partial(charts_view, index), index)


def printable(index: CorpusIndex, limits: PageLimits) -> Iterator[OutputTask]:
    """Every approved text, oldest first, on one page; a large collection has one page per year."""
    page = new_page("print/", "The collection on paper", index)
    held = _held(index.records)
    if len(held) <= limits.texts_to_print:
        view = partial(printed_opinions, held, index, page.root)
        yield page_task(page, "print.html", view, index, held)
        return
    years = {year: _held(records) for year, records in index.by_year.items()}
    yield page_task(page, "print_years.html", lambda: sorted(years), index)
    pages = year_pages(
        page.url, f"The {index.commission.words.opinions} of {{year}} on paper", years, index
    )
    for year_page, records in pages:
        view = partial(printed_opinions, records, index, year_page.root)
        yield page_task(year_page, "print.html", view, index, records)


def charts_view(index: CorpusIndex) -> ChartsView:
    """Both charts, with every coordinate."""
    by_topic = topic_counts(index)
    relations = arc_diagram(index) or ArcDiagram((), ())
    opinions = opinion_refs(relations.records, index)
    return ChartsView(
        years=by_topic.years,
        topics=tuple(
            (_topic_link(row, index), _cells(row, by_topic.maximum)) for row in by_topic.topics
        ),
        arcs=tuple(_arc_view(arc, opinions) for arc in relations.arcs),
        points=tuple((opinion, _y(place), _y(place) + 5) for place, opinion in enumerate(opinions)),
        height=len(opinions) * _ROW_HEIGHT,
    )


def printed_opinions(
    records: Iterable[Record], index: CorpusIndex, root: str
) -> tuple[PrintedOpinion, ...]:
    """Approved texts whose anchors differ; `root` leads from the page to the site's root."""
    return tuple(_printed(record, index, root) for record in records)


def _held(records: Sequence[Record]) -> tuple[Record, ...]:
    """The opinions whose text is held, oldest first."""
    return tuple(record for record in reversed(records) if record.opinion.has_text)


def _printed(record: Record, index: CorpusIndex, root: str) -> PrintedOpinion:
    prefix = str(record.id).replace("/", "-")
    return PrintedOpinion(
        id=prefix,
        opinion=opinion_ref(record, index),
        header=citation_header(record, index),
        text=approved_text_html(
            record, index.references, root, f"{prefix}-", change_marks(record, index)
        ),
        corrections=dated_corrections(record.opinion, index.names),
    )


def _topic_link(row: TopicRow, index: CorpusIndex) -> Link | None:
    if not row.topic:
        return None
    return Link(index.references.topics[row.topic].title, f"topics/{row.topic}/")


def _cells(row: TopicRow, maximum: int) -> tuple[HeatCell, ...]:
    return tuple((count, ceil(_SHADES * count / maximum)) for count in row.years)


def _arc_view(arc: Arc, opinions: Sequence[OpinionRef]) -> ArcView:
    start, end = _y(arc.later), _y(arc.earlier)
    x = 106 - min((end - start) / 2, _FARTHEST)
    path = f"M110 {start} C {x} {start} {x} {end} 110 {end}"
    return ArcView(path, opinions[arc.later], opinions[arc.earlier], arc.effect)


def _y(place: int) -> float:
    """The middle of a row of the chart."""
    return place * _ROW_HEIGHT + _ROW_HEIGHT / 2
