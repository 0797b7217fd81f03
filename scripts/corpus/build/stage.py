"""Write the staged folder: a plain Markdown site with its static files."""

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from shutil import rmtree

from corpus.output.task import OutputTask, files_of, parts_by_path
from corpus.parallel import spread


def stage(tasks: Iterable[OutputTask], folder: Path) -> None:
    """Make `folder` hold exactly the files of these tasks."""
    _empty(folder)
    write_tasks(tuple(tasks), folder)


def _empty(folder: Path) -> None:
    """Make an empty folder, or replace what is at its path; links are never followed."""
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.exists():
        rmtree(folder)
    folder.mkdir(parents=True)


def write_tasks(tasks: Sequence[OutputTask], folder: Path) -> list[str]:
    """Write the files of these tasks below a folder; return the paths of those that changed."""
    weight = sum(1 + len(task.records) for task in tasks)
    return spread(partial(_write_share, tasks, folder), range(len(tasks)), "staging", weight)


def _write_share(tasks: Sequence[OutputTask], folder: Path, positions: Sequence[int]) -> list[str]:
    """Write the tasks at these positions; a task itself cannot be sent to another process."""
    files = parts_by_path(files_of(tasks[position] for position in positions))
    return [name for name, parts in files if _write(folder / name, parts)]


def _write(path: Path, parts: Iterable[str]) -> bool:
    """Write a file and its folders; return whether the file changed."""
    try:
        file = path.open("xb")
    except FileExistsError:
        return _rewrite(path, "".join(parts).encode())
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("xb")
    with file:
        file.writelines(part.encode() for part in parts)
    return True


def _rewrite(path: Path, data: bytes) -> bool:
    if path.read_bytes() == data:
        return False
    path.write_bytes(data)
    return True
