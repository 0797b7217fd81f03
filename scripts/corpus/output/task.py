"""Files that are made only when needed, each group without the others."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import chain

from corpus.library.record import Record

OutputFiles = Iterable[tuple[str, str]]
"""The text of files by their path below the staged folder."""


@dataclass(frozen=True, slots=True)
class OutputTask:
    """A group of files. Calling `make` returns the same files every time."""

    name: str
    """The name of the task, which no other task has: its page or its files."""
    records: tuple[Record, ...]
    """The opinions that the files show in full. Of others: `Record.shared_fields`."""
    make: Callable[[], OutputFiles]


def files_of(tasks: Iterable[OutputTask]) -> OutputFiles:
    """The files that these tasks make."""
    return chain.from_iterable(task.make() for task in tasks)
