"""The staged folder: a plain Markdown site, of which only what changed is made and written."""

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from shutil import rmtree

from corpus.output.page import OutputTask
from corpus.parallel import spread
from corpus.build.shared_files import remove

_Stamps = dict[str, str]
"""How large each of some files is and when it was written, by its path."""


def stage(parts: Mapping[str, OutputTask], folder: Path) -> None:
    """Make `folder` hold exactly the files of these parts, each by a key of all it is made from.

    Beside the folder is kept which key has which files, and when they were written: while they
    are these, they are not made again, even if a stage was killed on its way. Of all others none
    is written that is as it should be.
    """
    try:
        _stage(parts, folder)
    except (IsADirectoryError, NotADirectoryError, FileExistsError):
        # A file is wanted where there was a folder, or the other way round.
        rmtree(folder)
        _stage(parts, folder)


def _stage(parts: Mapping[str, OutputTask], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    there, memory = dict(_there(folder)), folder.with_suffix(".json")
    before = _remembered(memory)
    same = {key: told for key, told in before.items() if key in parts and _is_as_told(told, there)}
    new = {key: part for key, part in parts.items() if key not in same}
    weight = sum(1 + len(part.about) for part in new.values())
    made = spread(partial(_make, list(new.values()), folder), range(len(new)), "staging", weight)
    found = same | dict(zip(new, made, strict=True))
    remove(there.keys() - {name for told in found.values() for name in told}, folder)
    memory.write_text(json.dumps(found), encoding="utf-8")


def _there(folder: Path, within: str = "") -> Iterator[tuple[str, str]]:
    """The files below a folder; links are removed, lest something be written elsewhere."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_symlink():
                Path(entry).unlink()
            elif entry.is_dir():
                yield from _there(Path(entry), f"{within}{entry.name}/")
            else:
                yield f"{within}{entry.name}", _stamp(entry.stat())


def _is_as_told(told: _Stamps, there: _Stamps) -> bool:
    return told.items() <= there.items()


def _remembered(memory: Path) -> dict[str, _Stamps]:
    """What the file tells; nothing, where it is not there or was cut short."""
    try:
        told: dict[str, _Stamps] = json.loads(memory.read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    return told


def _make(parts: Sequence[OutputTask], folder: Path, numbers: Sequence[int]) -> list[_Stamps]:
    """Make some of the parts, told by their places, since they cannot be sent to a process."""
    return [_put(parts[number], folder) for number in numbers]


def _put(part: OutputTask, folder: Path) -> _Stamps:
    """The files of a part, which are there now."""
    stamps = {}
    for name, text in part.make():
        path, data = folder / name, text.encode()
        if not path.is_file() or path.read_bytes() != data:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.unlink(missing_ok=True)  # the site may share it
            path.write_bytes(data)
        stamps[name] = _stamp(path.stat())
    return stamps


def _stamp(file: os.stat_result) -> str:
    return f"{file.st_size} {file.st_mtime_ns}"
