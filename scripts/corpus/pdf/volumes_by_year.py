"""How a large collection is divided into volumes: by year, or part of a year."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby

from corpus.analysis.index import group_by_year
from corpus.library.record import Record

MOST_PAGES = 700
"""The most pages of a volume. Typst takes about one megabyte of memory for each."""

_LETTERS_OF_A_LINE, _LINES_OF_A_PAGE = 85, 45
_PAGES_BESIDE_THE_TEXT = 2
"""The pages that an opinion has beside its text: its questions, what is known, its table rows."""


@dataclass(frozen=True, slots=True)
class VolumeFile:
    """The opinions of a year, or of a part of it if one volume cannot hold the year."""

    name: str
    """`2003`, or `2003, part 2`."""
    file: str
    records: tuple[Record, ...]


def estimated_pages(records: Iterable[Record]) -> int:
    """About how many pages these opinions have in a volume."""
    held = [record for record in records if record.opinion.has_text]
    lines = sum(
        len(block.words) // _LETTERS_OF_A_LINE + 2
        for record in held
        for block in record.text.blocks
    )
    return lines // _LINES_OF_A_PAGE + _PAGES_BESIDE_THE_TEXT * len(held)


def parts_by_year(records: Iterable[Record], most_pages: int) -> Iterator[VolumeFile]:
    """The years of the opinions, in the given order; a year of more pages has several parts."""
    for year, of_year in group_by_year(records).items():
        pieces = list(_pieces(of_year, most_pages))
        if len(pieces) == 1:
            yield VolumeFile(str(year), f"volume-{year}.pdf", of_year)
            continue
        for number, piece in enumerate(pieces, start=1):
            yield VolumeFile(f"{year}, part {number}", f"volume-{year}-{number}.pdf", piece)


def _pieces(records: Sequence[Record], most_pages: int) -> Iterator[tuple[Record, ...]]:
    """The opinions in runs; each begins on one of the first `most_pages` after the last run's."""
    begins = accumulate((estimated_pages([record]) for record in records), initial=0)
    runs = groupby(zip(begins, records, strict=False), lambda place: place[0] // most_pages)
    for _, run in runs:
        yield tuple(record for _, record in run)
