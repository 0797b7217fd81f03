"""A task makes a page or a few files, only when needed and without the other tasks."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, groupby
from operator import itemgetter

from corpus.library.record import Record

OutputFiles = Iterable[tuple[str, str]]
"""Files, each with its path below the staged folder; the parts of a large file come in a row."""


@dataclass(frozen=True, slots=True)
class OutputTask:
    """A group of files. Calling `make` returns the same files every time."""

    name: str
    """The name of the task, which no other task has: its page or its files."""
    records: tuple[Record, ...]
    """The opinions that the files show in full. Of others: `Record.shared_fields`."""
    make: Callable[[], OutputFiles]


def parts_by_path(files: OutputFiles) -> Iterator[tuple[str, Iterator[str]]]:
    """Each path with the parts of its file, which are gone when the next path is asked for."""
    for path, parts in groupby(files, itemgetter(0)):
        yield path, (text for _, text in parts)


def files_of(tasks: Iterable[OutputTask]) -> OutputFiles:
    """The files that these tasks make."""
    return chain.from_iterable(task.make() for task in tasks)
