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
    stage_again: float
    """The same after one record changed, in the process that staged the others."""
    site: float
    """From the staged folder to HTML, with MkDocs."""
    plain: float
    """The same with stock MkDocs and Material, without our theme, a search or strictness."""
    search_index: float
    """Build the search index, which is a part of `finish`."""
    finish: float
    """Finish the site: search, records beside their pages, hashes, verification."""
    build: float
    """The whole build, from the records to the published site."""
    build_again: float
    """The same after one record changed, in a new process."""
    edit_to_page: float
    """From a changed record to its page, as `make serve` shows it; the search follows."""
    peak_mb: float
    """The largest memory of a process in any step."""
    first_search_bytes: int
    """Everything that a first visit of the search with one question loads."""
    lunr_gz_bytes: int
    """The index that the search of Material would load, compressed."""
    opinion_page_bytes: int
    """Everything that a first visit of the longest opinion loads."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """A relation of figures that should not exceed a bound."""

    name: str
    reason: str
    bound: float
    value: Callable[[Figures], float]
    unit: str = ""
    obstacle: str = ""
    """Why it does not hold, where that is so."""
    from_size: int = 0
    """The smallest number of records for which it should hold."""

    def holds(self, sizes: Iterable[Figures]) -> bool:
        """Return whether it is within its bound at every size for which it should hold."""
        large = (figures for figures in sizes if figures.size >= self.from_size)
        return all(self.value(figures) <= self.bound for figures in large)

    @property
    def bound_label(self) -> str:
        """`≤ 350 KB`, `≤ 0.1 from 1,000`."""
        since = f"from {self.from_size:,}" if self.from_size else ""
        return " ".join(filter(None, ("≤", f"{self.bound:g}", self.unit, since)))


RATIOS = (
    Ratio(
        "check / floor",
        "checking a record should take little more time than reading it",
        2.5,
        lambda figures: figures.check / figures.floor,
        obstacle="finding the citations in a text takes as long as parsing its YAML, and so do "
        "the rules; a second processor makes up for that only with some hundred records or more",
    ),
    Ratio(
        "stage / (floor + copy)",
        "making the pages should take little more time than reading the records and writing the "
        "files",
        2.5,
        lambda figures: figures.stage / (figures.floor + figures.copying),
        obstacle="filling the templates, which escape each value, takes longer than writing the "
        "files; how much longer depends on the disk",
    ),
    Ratio(
        "stage after one change / floor",
        "pages that did not change should not be made again",
        1.5,
        lambda figures: figures.stage_again / figures.floor,
        obstacle="the data of the collection and the lists that contain the opinion are made again "
        "as a whole",
    ),
    Ratio(
        "site / plain",
        "our theme and strictness should take little time",
        1.25,
        lambda figures: figures.site / figures.plain,
    ),
    Ratio(
        "finish / plain",
        "search, hashes and verification should take less time than the pages themselves",
        0.5,
        lambda figures: figures.finish / figures.plain,
        obstacle="the time that Pagefind takes grows faster than the collection",
    ),
    Ratio(
        "edit to page / build",
        "whoever changes one opinion should see it at once",
        0.1,
        lambda figures: figures.edit_to_page / figures.build,
        obstacle="half of it is MkDocs, which starts again and looks at all files, and a third is "
        "the data of the collection",
        from_size=1_000,
    ),
    Ratio(
        "build after one change / build",
        "pages that did not change should not be built again",
        0.1,
        lambda figures: figures.build_again / figures.build,
        obstacle="every record is read and checked again, and Pagefind builds its whole index",
    ),
    Ratio(
        "first search",
        "a phone on a slow line should find an opinion",
        350,
        lambda figures: figures.first_search_bytes / 1000,
        "KB",
    ),
    Ratio(
        "page of an opinion",
        "the same phone should open it",
        120,
        lambda figures: figures.opinion_page_bytes / 1000,
        "KB",
    ),
)

_STEPS = ("floor", "copying", "check", "stage", "site", "plain", "search_index", "finish", "build")
_GROWTH_MARGIN = 1.1
"""How much more time each record may take in a larger collection."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the report: its name, and a cell for each size."""

    name: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RatioRow(Row):
    """A row for a ratio, with its bound and whether it holds at every size."""

    bound: str
    holds: bool


def figure_rows(sizes: Sequence[Figures]) -> Iterator[Row]:
    """Return a row for each figure, in seconds, megabytes or kilobytes."""
    for name in (*_STEPS, "stage_again", "build_again", "edit_to_page"):
        label = Figures.model_fields[name].serialization_alias or name
        yield Row(f"{label}, s", tuple(f"{getattr(figures, name):.2f}" for figures in sizes))
    yield Row("peak, MB", tuple(f"{figures.peak_mb:,.0f}" for figures in sizes))
    for name in ("first_search", "lunr_gz", "opinion_page"):
        kilobytes = (getattr(figures, f"{name}_bytes") / 1000 for figures in sizes)
        yield Row(f"{name}, KB", tuple(f"{value:,.0f}" for value in kilobytes))


def ratio_rows(sizes: Sequence[Figures]) -> Iterator[RatioRow]:
    """Return a row for each ratio, and one for the growth from each size to the next larger."""
    for ratio in RATIOS:
        digits = 0 if ratio.unit else 2
        cells = tuple(f"{ratio.value(figures):.{digits}f}" for figures in sizes)
        yield RatioRow(ratio.name, cells, ratio.bound_label, ratio.holds(sizes))
    for column, (small, large) in enumerate(pairwise(sizes), start=1):
        yield _growth_row(small, large, ["" for _ in sizes], column)


def _growth_row(small: Figures, large: Figures, cells: list[str], column: int) -> RatioRow:
    """Return a row for the step that grows fastest, compared with the growth of the collection."""
    growth = {name: getattr(large, name) / getattr(small, name) for name in _STEPS}
    fastest = max(growth, key=lambda name: growth[name])
    bound = _GROWTH_MARGIN * large.size / small.size
    cells[column] = f"{growth[fastest]:.1f}"
    holds = growth[fastest] <= bound
    return RatioRow(f"growth of {fastest}", tuple(cells), f"≤ {bound:.3g}", holds)
