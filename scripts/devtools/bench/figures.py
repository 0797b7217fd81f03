"""The figures of one size, and the ratios that they should keep."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pydantic import BaseModel, ConfigDict, Field


class Figures(BaseModel):
    """What was measured at one size: seconds, megabytes and bytes."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)

    size: int
    """The number of records."""
    floor: float
    """Read every record and compose its YAML with libyaml, nothing else."""
    copying: float = Field(serialization_alias="copy")
    """Write the very files of the staged folder once more, plainly."""
    check: float
    """Check every record."""
    stage: float
    """From the records to the staged folder."""
    stage_again: float
    """The same after one record changed, in the process that has staged the others."""
    site: float
    """From the staged folder to HTML: MkDocs."""
    plain: float
    """The same with stock MkDocs and Material, without our theme, a search or strictness."""
    search_index: float
    """The index of the search, which is a part of finishing."""
    finish: float
    """Finish the site: search, records beside their pages, hashes, verification."""
    build: float
    """All of it, from the records to the site in its place."""
    build_again: float
    """The same after one record changed, in a new process."""
    edit_to_page: float
    """From a changed record to its page, as `make serve` shows it; the search follows."""
    peak_mb: float
    """The memory of the process that had most of it at once, in any step."""
    first_search_bytes: int
    """All that a first visit of the search with one question loads."""
    lunr_gz_bytes: int
    """The index that the search of Material would load, compressed."""
    opinion_page_bytes: int
    """All that a first visit of the longest opinion loads."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """A relation of figures that should not be above a bound."""

    name: str
    why: str
    bound: float
    of: Callable[[Figures], float]
    unit: str = ""
    obstacle: str = ""
    """What stands in its way where it does not hold."""
    least: int = 0
    """The number of records from which on it should hold."""

    def holds(self, sizes: Iterable[Figures]) -> bool:
        """Whether it is within its bound at every size at which it should be."""
        return all(self.of(one) <= self.bound for one in sizes if one.size >= self.least)

    @property
    def told(self) -> str:
        """`≤ 350 KB`, `≤ 0.1 from 1,000`."""
        since = f"from {self.least:,}" if self.least else ""
        return " ".join(filter(None, ("≤", f"{self.bound:g}", self.unit, since)))


RATIOS = (
    Ratio(
        "check / floor",
        "to judge a record should cost little more than to read it",
        2.5,
        lambda one: one.check / one.floor,
        obstacle="to find what a text cites takes as long as its YAML, and so do the rules; a "
        "second processor makes up for that only where there are some hundred records",
    ),
    Ratio(
        "stage / (floor + copy)",
        "to make the pages should cost little more than to read the records and write the files",
        2.5,
        lambda one: one.stage / (one.floor + one.copying),
        obstacle="to fill the templates, which escape each value, takes longer than to write "
        "the files; how much longer hangs on the disk",
    ),
    Ratio(
        "stage after one change / floor",
        "what did not change should not be made again",
        1.5,
        lambda one: one.stage_again / one.floor,
        obstacle="the data of the collection and the lists in which the opinion stands are made "
        "again as a whole",
    ),
    Ratio(
        "site / plain",
        "our theme and strictness should cost little",
        1.25,
        lambda one: one.site / one.plain,
    ),
    Ratio(
        "finish / plain",
        "search, hashes and verification should take less than the pages themselves",
        0.5,
        lambda one: one.finish / one.plain,
        obstacle="what Pagefind takes grows faster than the collection",
    ),
    Ratio(
        "edit to page / build",
        "who changes one opinion should see it at once",
        0.1,
        lambda one: one.edit_to_page / one.build,
        obstacle="half of it is MkDocs, which starts anew and looks at all files, and a third the "
        "data of the collection",
        least=1_000,
    ),
    Ratio(
        "build after one change / build",
        "what did not change should not be built again",
        0.1,
        lambda one: one.build_again / one.build,
        obstacle="every record is read and judged again, and Pagefind makes its index as a whole",
    ),
    Ratio(
        "first search",
        "a phone on a slow line should find an opinion",
        350,
        lambda one: one.first_search_bytes / 1000,
        "KB",
    ),
    Ratio(
        "page of an opinion",
        "and read it",
        120,
        lambda one: one.opinion_page_bytes / 1000,
        "KB",
    ),
)

_STEPS = ("floor", "copying", "check", "stage", "site", "plain", "search_index", "finish", "build")
_SLOWER = 1.1
"""How much slower each record may become in a corpus that is larger."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the report: what it is, and a word for each size."""

    name: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bounded(Row):
    """A line about a ratio: its bound, and whether it holds at every size."""

    bound: str
    holds: bool


def measures(sizes: Sequence[Figures]) -> Iterator[Row]:
    """What was measured at each size, in seconds, megabytes and kilobytes."""
    for name in (*_STEPS, "stage_again", "build_again", "edit_to_page"):
        label = Figures.model_fields[name].serialization_alias or name
        yield Row(f"{label}, s", tuple(f"{getattr(one, name):.2f}" for one in sizes))
    yield Row("peak, MB", tuple(f"{one.peak_mb:,.0f}" for one in sizes))
    for name in ("first_search", "lunr_gz", "opinion_page"):
        found = (getattr(one, f"{name}_bytes") / 1000 for one in sizes)
        yield Row(f"{name}, KB", tuple(f"{kilobytes:,.0f}" for kilobytes in found))


def ratios(sizes: Sequence[Figures]) -> Iterator[Bounded]:
    """Every ratio with its bound; the sizes ascend."""
    for ratio in RATIOS:
        values = [ratio.of(one) for one in sizes]
        told = tuple(f"{value:.0f}" if ratio.unit else f"{value:.2f}" for value in values)
        yield Bounded(ratio.name, told, ratio.told, ratio.holds(sizes))
    for place, (small, large) in enumerate(pairwise(sizes), start=1):
        yield _growth(small, large, ["" for _ in sizes], place)


def _growth(small: Figures, large: Figures, cells: list[str], place: int) -> Bounded:
    """The step that grows fastest from one size to the next, beside the growth of the corpus."""
    grown = {name: getattr(large, name) / getattr(small, name) for name in _STEPS}
    worst = max(grown, key=lambda name: grown[name])
    bound = _SLOWER * large.size / small.size
    cells[place] = f"{grown[worst]:.1f}"
    return Bounded(f"growth of {worst}", tuple(cells), f"≤ {bound:.3g}", grown[worst] <= bound)
