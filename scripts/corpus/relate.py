"""What follows from all records together: every index, and who cites what."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from corpus.model import Citation, Holding
from corpus.records import Record
from corpus.vocabulary import Kind

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Use:
    """One citation by one opinion: where its text makes it, and what rests on it."""

    record: Record
    citation: Citation
    holdings: tuple[Holding, ...]
    paragraphs: tuple[int, ...]


@dataclass(frozen=True)
class Relations:
    """The records, newest first, and every index over them."""

    records: tuple[Record, ...]

    @cached_property
    def by_year(self) -> dict[int, tuple[Record, ...]]:
        """The opinions of each year."""
        return _grouped(self.records, lambda record: [record.opinion.year])

    @cached_property
    def by_topic(self) -> dict[str, tuple[Record, ...]]:
        """The opinions on each topic."""
        return _grouped(self.records, lambda record: record.opinion.topics)

    @cached_property
    def by_program(self) -> dict[str, tuple[Record, ...]]:
        """The opinions on mediations of each program."""
        return _grouped(self.records, lambda record: record.opinion.programs)

    @cached_property
    def uses(self) -> dict[tuple[Kind, str], tuple[Use, ...]]:
        """The citations of each authority, by pinpoint and then as the records stand."""
        found: defaultdict[tuple[Kind, str], list[Use]] = defaultdict(list)
        for record in self.records:
            for use in uses_of(record):
                found[use.citation.kind, use.citation.authority].append(use)
        return {
            key: tuple(sorted(uses, key=lambda use: use.citation.pinpoint))
            for key, uses in found.items()
        }


def relate(records: Iterable[Record]) -> Relations:
    """Put the records in their order, newest first."""
    return Relations(tuple(sorted(records, key=lambda record: record.id, reverse=True)))


def uses_of(record: Record) -> tuple[Use, ...]:
    """What one opinion cites, in the order of its fields."""
    return tuple(
        Use(
            record,
            citation,
            record.opinion.resting_on(citation),
            record.paragraphs_citing(citation),
        )
        for citation in record.opinion.cited
    )


def _grouped(
    records: Iterable[Record], keys: Callable[[Record], Iterable[Key]]
) -> dict[Key, tuple[Record, ...]]:
    groups: defaultdict[Key, list[Record]] = defaultdict(list)
    for record in records:
        for key in keys(record):
            groups[key].append(record)
    return {key: tuple(group) for key, group in groups.items()}
