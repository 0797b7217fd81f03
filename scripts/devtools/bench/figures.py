"""The figures for one size of a collection, and the ratios that they should keep."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pydantic import BaseModel, ConfigDict, Field


class Figures(BaseModel):
    """The measurements at one size, in seconds, megabytes and bytes."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)

    size: int
    """The number of records."""
    floor: float
    """Read every record and compose its YAML with libyaml, nothing else."""
    copying: float = Field(serialization_alias="copy")
    """Write all files of the staged folder once more."""
    check: float
    """Check every record."""
    stage: float
    """From the records to the staged folder."""
    site: float
    """From the staged folder to HTML, with MkDocs."""
    plain: float
    """The same with stock MkDocs and Material, without our theme, a search or strictness."""
    search_index: float
    """Build the index of the search."""
    finish: float
    """Put the records beside their pages, hash all files, and verify the site."""
    pdf: float
    """Make every PDF file. A build does so only for those that changed since the last one."""
    build: float
    """The whole build, from the records to the published site, with PDF files that are kept."""
    hugo: float | None
    """Build the words of the records with Hugo and a bare theme, if Hugo is installed."""
    edit_to_page: float
    """From a changed record to its page in `make serve`; the search index is updated afterward."""
    peak_mb: float
    """The largest memory of a process in any step of the build."""
    first_search_bytes: int
    """The most bytes that a first search loads, over several queries."""
    lunr_gz_bytes: int
    """The index that the search of Material would load, compressed."""
    opinion_page_bytes: int
    """Everything that a first visit to the longest opinion loads."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """A relation of figures that should not exceed a bound."""

    name: str
    reason: str
    bound: float
    value: Callable[[Figures], float | None]
    """Its value for the figures; None if one of them could not be measured."""
    obstacle: str
    """Why it does not hold, where that is so."""
    unit: str = ""
    sizes: range = range(1, 10**9)
    """The numbers of records for which it should hold."""

    def holds(self, measured: Iterable[Figures]) -> bool | None:
        """Whether it keeps its bound at every size for which it should; None if unknown."""
        judged = (self.value(figures) for figures in measured if figures.size in self.sizes)
        known = [value for value in judged if value is not None]
        return all(value <= self.bound for value in known) if known else None

    def cell(self, figures: Figures) -> str:
        """`2.31`, `98` of a ratio with a unit, or `not installed`."""
        value = self.value(figures)
        return _NOT_INSTALLED if value is None else f"{value:.{0 if self.unit else 2}f}"

    @property
    def bound_label(self) -> str:
        """`≤ 350 KB`, `≤ 0.2 from 1,000 to 9,999`."""
        first, last = self.sizes.start, self.sizes.stop - 1
        since = f"from {first:,}" if first > 1 else ""
        until = f"to {last:,}" if self.sizes.stop < 10**9 else ""
        return " ".join(filter(None, ("≤", f"{self.bound:g}", self.unit, since, until)))


_NOT_INSTALLED = "not installed"
"""What a cell says if the program to compare with is missing."""

_SMALL = range(1, 101)
_MEDIUM = range(1_000, 10_000)
_LARGE = range(10_000, 10**9)


def _of_hugo(figures: Figures) -> float | None:
    """The time of the build as a multiple of the time of Hugo; None if it is not installed."""
    return figures.build / figures.hugo if figures.hugo else None


_TIME_OF_STAGING = (
    "a quarter of the time goes into the pages of opinions, nearly a fifth into the files beside "
    "them, another fifth into the files of the whole collection, and the rest into reading the "
    "records, lists and feeds; how much longer that is than writing the files depends on the disk"
)
"""Why a bound of staging does not hold; the shares are the same with 1,000 and 10,000 opinions."""

RATIOS = (
    Ratio(
        "check / floor",
        "checking a record should take little more time than reading it",
        2.5,
        lambda figures: figures.check / figures.floor,
        obstacle="in one process, reading the files, fields and paragraphs, with one search for "
        "the words that introduce a citation, takes three times the floor; reading the citations "
        "adds twice the floor, and the rules and the rest more than once; a second processor at "
        "best halves the sum, and with few records it does not help, and the start of the program "
        "counts too",
    ),
    Ratio(
        "stage / (floor + copy)",
        "making the pages should take little more time than reading the records and writing the "
        "files",
        2.5,
        lambda figures: figures.stage / (figures.floor + figures.copying),
        obstacle=_TIME_OF_STAGING,
        sizes=_MEDIUM,
    ),
    Ratio(
        "stage / (floor + copy), large",
        "with ten times as many opinions, the lists that name many of them are longer too",
        4,
        lambda figures: figures.stage / (figures.floor + figures.copying),
        obstacle=_TIME_OF_STAGING,
        sizes=_LARGE,
    ),
    Ratio(
        "site / plain",
        "MkDocs should only frame our pages, and parse nothing of them",
        0.35,
        lambda figures: figures.site / figures.plain,
        obstacle="MkDocs needs most of the time to start, and it starts only once for few pages",
        sizes=range(1_000, 10**9),
    ),
    Ratio(
        "finish / site",
        "verifying a page should take little more time than building it",
        1.5,
        lambda figures: figures.finish / figures.site,
        obstacle="two programs parse each page, because each finds errors that the other misses",
    ),
    Ratio(
        "pdf",
        "a collection that is built for the first time should not keep anyone waiting",
        30,
        lambda figures: figures.pdf,
        obstacle="each file is typeset on its own, and the volume once more",
        unit="s",
        sizes=_MEDIUM,
    ),
    Ratio(
        "build / hugo",
        "a whole build, without making PDF files, should not take much longer than that of a fast "
        "generator in Go, which checks nothing and has neither a search nor PDF files",
        18,
        _of_hugo,
        obstacle="MkDocs takes several times as long as Hugo",
        sizes=_MEDIUM,
    ),
    Ratio(
        "build / plain",
        "with few opinions, all that we add should take little time beside MkDocs",
        1.5,
        lambda figures: figures.build / figures.plain,
        obstacle="the programs of the build take a second to start",
        sizes=_SMALL,
    ),
    Ratio(
        "edit to page / build",
        "whoever changes one opinion should see it at once",
        0.2,
        lambda figures: figures.edit_to_page / figures.build,
        obstacle="half of it is MkDocs, which starts again and looks at all files",
        sizes=_MEDIUM,
    ),
    Ratio(
        "peak",
        "a small machine should build a collection of any size",
        1000,
        lambda figures: figures.peak_mb,
        obstacle="the records and all that follows from them are held by each process that stages",
        unit="MB",
    ),
    Ratio(
        "first search",
        "a phone on a slow line should find an opinion",
        350,
        lambda figures: figures.first_search_bytes / 1000,
        obstacle="the list of the opinions that have a common word grows with the collection",
        unit="KB",
    ),
    Ratio(
        "page of an opinion",
        "the same phone should open it",
        120,
        lambda figures: figures.opinion_page_bytes / 1000,
        obstacle="the page has the whole text of the opinion",
        unit="KB",
    ),
)

_STEPS = ("floor", "copying", "check", "stage", "site", "plain", "search_index", "finish")
"""The steps that should not grow faster than the collection: all that every build does."""
_GROWTH_MARGIN = 1.1
"""How much more time each record may take in a larger collection."""
_GROWTH_OBSTACLES = {
    "copying": "this step only writes files and runs nothing of ours; the disk takes longer for "
    "each file if it has many to write",
}
"""Why a step grows faster than the collection, where that is known."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the report: its name, and a cell for each size."""

    name: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RatioRow(Row):
    """A row for a ratio, with its bound, if it has one, and whether it holds at every size."""

    bound: str
    holds: bool | None
    """None if that is not known."""
    obstacle: str
    """Why it does not hold, where that is so; empty if the reason is not known."""


def label(name: str) -> str:
    """What the report calls a figure, without its unit."""
    if name == "size":
        return "records"
    name = Figures.model_fields[name].serialization_alias or name
    return name.removesuffix("_mb").removesuffix("_bytes")


def figure_rows(sizes: Sequence[Figures]) -> Iterator[Row]:
    """A row for each figure, in seconds, megabytes or kilobytes."""
    for name in (*_STEPS, "pdf", "build", "hugo", "edit_to_page"):
        values = (getattr(figures, name) for figures in sizes)
        cells = (_NOT_INSTALLED if value is None else f"{value:.2f}" for value in values)
        yield Row(f"{label(name)}, s", tuple(cells))
    yield Row("peak, MB", tuple(f"{figures.peak_mb:,.0f}" for figures in sizes))
    for name in ("first_search_bytes", "lunr_gz_bytes", "opinion_page_bytes"):
        kilobytes = (getattr(figures, name) / 1000 for figures in sizes)
        yield Row(f"{label(name)}, KB", tuple(f"{value:,.0f}" for value in kilobytes))


def ratio_rows(sizes: Sequence[Figures]) -> Iterator[RatioRow]:
    """A row for each ratio with a measured size for which it should hold, then the growth.

    The growth is from each size to the next larger.
    """
    for ratio in RATIOS:
        if not any(figures.size in ratio.sizes for figures in sizes):
            continue
        cells = tuple(map(ratio.cell, sizes))
        yield RatioRow(ratio.name, cells, ratio.bound_label, ratio.holds(sizes), ratio.obstacle)
    for column, (small, large) in enumerate(pairwise(sizes), start=1):
        if large.size < 10 * small.size:  # too close to tell growth from chance
            continue
        before, after = [""] * column, [""] * (len(sizes) - column - 1)
        growth = {name: getattr(large, name) / getattr(small, name) for name in _STEPS}
        fastest = max(growth, key=lambda name: growth[name])
        bound = _GROWTH_MARGIN * large.size / small.size
        cells = (*before, f"{growth[fastest]:.1f}", *after)
        holds = growth[fastest] <= bound
        obstacle = _GROWTH_OBSTACLES.get(fastest, "")
        yield RatioRow(f"growth of {fastest}", cells, f"≤ {bound:.3g}", holds, obstacle)
