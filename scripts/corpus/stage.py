"""The staged folder: a plain Markdown site, of which only what changed is made and written."""

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path, PurePosixPath
from shutil import rmtree

from corpus.page import Part
from corpus.parallel import spread

_Times = dict[str, int]
"""When each of some files was written, by its path, in nanoseconds."""


def stage(parts: Mapping[str, Part], folder: Path) -> None:
    """Make `folder` hold exactly the files of these parts, each by a key of all it is made from.

    Beside the folder is kept which key has which files, and when they were written: if they are
    still these, they are not made again. Of all others none is written that is as it should be.
    """
    try:
        _stage(parts, folder)
    except (IsADirectoryError, NotADirectoryError, FileExistsError):
        # A file is wanted where there was a folder, or the other way round.
        rmtree(folder)
        _stage(parts, folder)


def _stage(parts: Mapping[str, Part], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    there, memory = dict(_there(folder)), folder.with_suffix(".json")
    before = _remembered(memory)
    memory.unlink(missing_ok=True)  # one that is killed on its way leaves nothing to rely on
    same = {key: told for key, told in before.items() if key in parts and _is_as_told(told, there)}
    new = {key: part for key, part in parts.items() if key not in same}
    weight = sum(1 + len(part.about) for part in new.values())
    made = spread(partial(_make, list(new.values()), folder), range(len(new)), "staging", weight)
    found = same | dict(zip(new, made, strict=True))
    _remove(there.keys() - {name for told in found.values() for name in told}, folder)
    memory.write_text(json.dumps(found), encoding="utf-8")


def _there(folder: Path, within: str = "") -> Iterator[tuple[str, int]]:
    """The files below a folder; links are removed, lest something be written elsewhere."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_symlink():
                Path(entry).unlink()
            elif entry.is_dir():
                yield from _there(Path(entry), f"{within}{entry.name}/")
            else:
                yield f"{within}{entry.name}", entry.stat().st_mtime_ns


def _is_as_told(told: _Times, there: _Times) -> bool:
    return all(there.get(name) == time for name, time in told.items())


def _remembered(memory: Path) -> dict[str, _Times]:
    """What the file tells; nothing, where it is not there or was cut short."""
    try:
        told: dict[str, _Times] = json.loads(memory.read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    return told


def _make(parts: Sequence[Part], folder: Path, numbers: Sequence[int]) -> list[_Times]:
    """Make some of the parts, told by their places, since they cannot be sent to a process."""
    return [_put(parts[number], folder) for number in numbers]


def _put(part: Part, folder: Path) -> _Times:
    """The files of a part, which are there now."""
    times = {}
    for name, text in part.make():
        path, data = folder / name, text.encode()
        if not path.is_file() or path.read_bytes() != data:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.unlink(missing_ok=True)  # the site may share it
            path.write_bytes(data)
        times[name] = path.stat().st_mtime_ns
    return times


def _remove(names: Iterable[str], folder: Path) -> None:
    """Remove these files, and folders in which nothing is left."""
    for name in names:
        (folder / name).unlink()
        for place in PurePosixPath(name).parents:
            if place.name and not any((folder / place).iterdir()):
                (folder / place).rmdir()
