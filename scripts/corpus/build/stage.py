"""The staged folder: a plain Markdown site. Only what changed is made and written."""

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from shutil import rmtree

from corpus.build.shared_files import remove_files
from corpus.output.task import OutputTask
from corpus.parallel import spread
from corpus.paths import walk

_Stamps = dict[str, str]
"""The size and the modification time of files, by their path below the staged folder."""


def stage(tasks: Mapping[str, OutputTask], folder: Path) -> None:
    """Make `folder` hold exactly the files of these tasks, each under a hash of all its input.

    `folder.json` records the stamps of the files of each key. A task is skipped while its files
    have those stamps, even after an interrupted run. Files with the right content are not
    written again.
    """
    try:
        _stage(tasks, folder)
    except (IsADirectoryError, NotADirectoryError, FileExistsError):
        # A file replaces a folder, or the reverse.
        rmtree(folder)
        _stage(tasks, folder)


def _stage(tasks: Mapping[str, OutputTask], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    present, manifest = dict(_files(folder)), folder.with_suffix(".json")
    unchanged = {
        key: stamps
        for key, stamps in _read_manifest(manifest).items()
        if key in tasks and stamps.items() <= present.items()
    }
    changed = {key: task for key, task in tasks.items() if key not in unchanged}
    weight = sum(1 + len(task.records) for task in changed.values())
    make = partial(_make, list(changed.values()), folder)
    written = spread(make, range(len(changed)), "staging", weight)
    staged = unchanged | dict(zip(changed, written, strict=True))
    remove_files(folder, present.keys() - {path for stamps in staged.values() for path in stamps})
    manifest.write_text(json.dumps(staged), encoding="utf-8")


def _files(folder: Path) -> Iterator[tuple[str, str]]:
    """The path and stamp of every file below a folder.

    Links are deleted, so that nothing is written outside the folder.
    """
    for path, entry in walk(folder):
        if entry.is_symlink():
            Path(entry).unlink()
        elif not entry.is_dir():
            yield path, _stamp(entry.stat())


def _read_manifest(path: Path) -> dict[str, _Stamps]:
    """The recorded stamps by task key; empty if the file is missing or cut short."""
    try:
        manifest: dict[str, _Stamps] = json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    return manifest


def _make(tasks: Sequence[OutputTask], folder: Path, positions: Sequence[int]) -> list[_Stamps]:
    """Make the tasks at these positions; a task itself cannot be sent to another process."""
    return [_write(tasks[position], folder) for position in positions]


def _write(task: OutputTask, folder: Path) -> _Stamps:
    """Write the files of a task and return their stamps."""
    stamps = {}
    for name, text in task.make():
        path, data = folder / name, text.encode()
        if not path.is_file() or path.read_bytes() != data:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.unlink(missing_ok=True)  # the site may have a hard link to it
            path.write_bytes(data)
        stamps[name] = _stamp(path.stat())
    return stamps


def _stamp(file: os.stat_result) -> str:
    return f"{file.st_size} {file.st_mtime_ns}"
