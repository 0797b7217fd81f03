"""Write the staged folder: a plain Markdown site with its static files."""

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from shutil import rmtree

from corpus.output.task import OutputTask
from corpus.parallel import spread


def stage(tasks: Iterable[OutputTask], folder: Path) -> None:
    """Make `folder` hold exactly the files of these tasks."""
    empty(folder)
    write_tasks(tuple(tasks), folder)


def empty(folder: Path) -> None:
    """Make an empty folder, or replace what is at its path; links are never followed."""
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.exists():
        rmtree(folder)
    folder.mkdir(parents=True)


def write_tasks(tasks: Sequence[OutputTask], folder: Path) -> list[tuple[str, ...]]:
    """Write the files of these tasks below a folder; return the paths of each task's files."""
    weight = sum(1 + len(task.records) for task in tasks)
    return spread(partial(_write_share, tasks, folder), range(len(tasks)), "staging", weight)


def _write_share(
    tasks: Sequence[OutputTask], folder: Path, positions: Sequence[int]
) -> list[tuple[str, ...]]:
    """Write the tasks at these positions; a task itself cannot be sent to another process."""
    return [tuple(_write(tasks[position], folder)) for position in positions]


def _write(task: OutputTask, folder: Path) -> Iterable[str]:
    for name, text in task.make():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
        yield name
