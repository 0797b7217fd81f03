"""The staged folder: a plain Markdown site, of which only what changed is made and written."""

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from shutil import rmtree

from corpus.page import Part
from corpus.parallel import spread

_Names = dict[str, list[str]]
"""The files of each part by the key of the part."""


def stage(parts: Mapping[str, Part], folder: Path) -> None:
    """Make `folder` hold exactly the files of these parts, each by a key of all it is made from.

    Beside the folder is kept which key has which files: these are not made again, and of all the
    others none is written that is as it should be.
    """
    try:
        _stage(parts, folder)
    except (IsADirectoryError, NotADirectoryError, FileExistsError):
        # A file is wanted where there was a folder, or the other way round.
        rmtree(folder)
        _stage(parts, folder)


def _stage(parts: Mapping[str, Part], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    there, memory = set(_there(folder)), folder.with_suffix(".json")
    before = _remembered(memory)
    memory.unlink(missing_ok=True)  # one that is killed on its way leaves nothing to rely on
    same = {key: names for key, names in before.items() if key in parts and there.issuperset(names)}
    new = {key: part for key, part in parts.items() if key not in same}
    names = spread(partial(_make, list(new.values()), folder), range(len(new)), "staging")
    found = same | dict(zip(new, names, strict=True))
    _keep({name for names in found.values() for name in names}, folder)
    memory.write_text(json.dumps(found), encoding="utf-8")


def _there(folder: Path, within: str = "") -> Iterator[str]:
    """The files below a folder; links are removed, lest something be written elsewhere."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_symlink():
                Path(entry).unlink()
            elif entry.is_dir():
                yield from _there(Path(entry), f"{within}{entry.name}/")
            else:
                yield f"{within}{entry.name}"


def _remembered(memory: Path) -> _Names:
    """What the file tells; nothing, where it is not there or was cut short."""
    try:
        told: _Names = json.loads(memory.read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    return told


def _make(parts: Sequence[Part], folder: Path, numbers: Sequence[int]) -> list[list[str]]:
    """Make some of the parts, told by their places, since they cannot be sent to a process."""
    return [_put(parts[number], folder) for number in numbers]


def _put(part: Part, folder: Path) -> list[str]:
    """The paths of a part's files, which are there now."""
    names = []
    for name, text in part.make():
        path, data = folder / name, text.encode()
        if not path.is_file() or path.read_bytes() != data:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        names.append(name)
    return names


def _keep(names: set[str], folder: Path) -> None:
    """Remove all other files, and folders with nothing in them."""
    for place, _, files in os.walk(folder, topdown=False):
        here = Path(place)
        within = "" if here == folder else f"{here.relative_to(folder).as_posix()}/"
        for name in files:
            if f"{within}{name}" not in names:
                (here / name).unlink()
        if within and not any(here.iterdir()):
            here.rmdir()
