"""Short addresses of opinions: `opinions/5/` and `ao/5/` lead to `opinions/2003/05/`."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.analysis.index import CorpusIndex
from corpus.analysis.status_labels import opinion_label
from corpus.library.record import Record


@dataclass(frozen=True, slots=True)
class RedirectTarget:
    """An opinion that a short address can mean."""

    url: str
    """Relative to the page of the short address."""
    name: str
    title: str
    status: str


@dataclass(frozen=True, slots=True)
class Redirect:
    """The page of a short address. If it can mean several opinions, the reader chooses one."""

    path: str
    """Its file below the staged folder: `ao/5/index.html`."""
    targets: tuple[RedirectTarget, ...]

    @property
    def only_target(self) -> RedirectTarget | None:
        """The opinion to which the page redirects at once."""
        return self.targets[0] if len(self.targets) == 1 else None


def redirects(index: CorpusIndex) -> Iterator[Redirect]:
    """A page for every short address, except one that is a page already."""
    by_number: defaultdict[tuple[int, str], list[Record]] = defaultdict(list)
    for record in index.records:
        by_number[record.id.number, record.id.letter.lower()].append(record)
    pages = {f"opinions/{year}/" for year in index.by_year} | {
        opinion.url for opinion in index.by_id
    }
    has_first = any(not series.id for series in index.commission.all_series)
    for (number, letter), records in by_number.items():
        targets = tuple(_target(record, index) for record in records)
        # The short name of an opinion is that of the series that has none in its addresses.
        in_first = (record for record in records if not (has_first and record.id.series))
        of_first = tuple(_target(record, index) for record in in_first)
        for name in dict.fromkeys((f"{number}{letter}", f"{number:02}{letter}")):
            if f"opinions/{name}/" not in pages:
                yield Redirect(f"opinions/{name}/index.html", targets)
            if of_first:
                yield Redirect(f"{index.names.key_prefix}/{name}/index.html", of_first)


def _target(record: Record, index: CorpusIndex) -> RedirectTarget:
    status = opinion_label(record, index)
    name = index.names.short(record.id)
    return RedirectTarget(f"../../{record.id.url}", name, record.opinion.title, status)
