"""The staged folder: a plain Markdown site, of which only what changed is written."""

import os
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from shutil import rmtree

from corpus.page import Part, made
from corpus.parallel import spread


def stage(parts: Sequence[Part], folder: Path) -> None:
    """Make `folder` hold exactly the files of these parts; one that is as it should be stays."""
    folder.mkdir(parents=True, exist_ok=True)
    _remove_links(folder)
    try:
        names = _written(parts, folder)
    except (IsADirectoryError, NotADirectoryError, FileExistsError):
        # A file is wanted where there was a folder, or the other way round.
        rmtree(folder)
        names = _written(parts, folder)
    _remove_others(names, folder)


def _remove_links(folder: Path) -> None:
    """Nothing is written through a link to somewhere else."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_symlink():
                Path(entry).unlink()
            elif entry.is_dir():
                _remove_links(Path(entry))


def _written(parts: Sequence[Part], folder: Path) -> frozenset[str]:
    """The paths of all files, which are written now."""
    return frozenset(spread(partial(_make, parts, folder), range(len(parts)), "staging"))


def _make(parts: Sequence[Part], folder: Path, numbers: Sequence[int]) -> list[str]:
    """Make some of the parts, told by their places, since they cannot be sent to a process."""
    names = []
    for name, text in made(parts[number] for number in numbers):
        _put(folder / name, text.encode())
        names.append(name)
    return names


def _put(path: Path, data: bytes) -> None:
    if not path.is_file() or path.read_bytes() != data:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _remove_others(names: frozenset[str], folder: Path) -> None:
    for place, _, files in os.walk(folder, topdown=False):
        here = Path(place)
        within = "" if here == folder else f"{here.relative_to(folder).as_posix()}/"
        for name in files:
            if f"{within}{name}" not in names:
                (here / name).unlink()
        if within and not any(here.iterdir()):
            here.rmdir()
