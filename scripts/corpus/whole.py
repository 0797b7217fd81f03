"""Put in its place at once or not at all: a new file, or a folder where another was.

And one file in two places.
"""

import ctypes
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path, PurePosixPath
from shutil import copyfile, copytree
from tempfile import TemporaryDirectory

from corpus.places import below

_EXCHANGE = 2
"""RENAME_EXCHANGE of renameat2(2)."""
_HERE = -100
"""AT_FDCWD: paths are relative to the working folder."""


def write_new(path: Path, text: str) -> None:
    """Write a file with its folders; raises `FileExistsError` where one is there already.

    Nobody sees half of it, and of two that write it at the same moment one is refused.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        draft.write_bytes(text.encode())
        path.hardlink_to(draft)  # which never replaces, as a new name would
    finally:
        draft.unlink(missing_ok=True)


def write_all(folder: Path, files: Mapping[str, str], scratch: Path) -> None:
    """Write files by their path below a folder, all of them in one step where the system can.

    `scratch` is a folder on the same file system. Raises `OSError`, and then all is as it was.
    """
    with TemporaryDirectory(dir=scratch, ignore_cleanup_errors=True) as place:
        made = Path(place) / folder.name
        if folder.exists():
            copytree(folder, made, copy_function=os.link)
        for name, text in files.items():
            path = made / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.unlink(missing_ok=True)  # else the linked one would change
            path.write_bytes(text.encode())
        if files:
            put(made, folder)


def share(file: Path, place: Path) -> None:
    """The same file at another place too: one of two names, or a copy where that cannot be.

    Who changes either must put a new file in its place, and never write into the old one.
    """
    place.parent.mkdir(parents=True, exist_ok=True)
    try:
        place.hardlink_to(file)
    except OSError:  # the two lie on different disks
        draft = place.with_name(f".{place.name}.new")
        copyfile(file, draft)
        draft.replace(place)


def lay(files: Mapping[str, Path], folder: Path) -> None:
    """Share files below a folder, each at its path."""
    for name, file in files.items():
        share(file, folder / name)


def renew(files: Mapping[str, Path], folder: Path, left: Callable[[str], bool]) -> None:
    """The same in a folder that has files: what it shares stays, and so does what is `left`.

    Every other file goes. Each is put in its place at once, but not all of them together.
    """
    there = below(folder)
    remove((name for name in there if name not in files and not left(name)), folder)
    for name, file in files.items():
        place = folder / name
        if not _is_one(file, place):
            draft = place.with_name(f".{place.name}.new")
            share(file, draft)
            draft.replace(place)


def _is_one(file: Path, place: Path) -> bool:
    """Whether a place has this very file; each is asked once, since there are many."""
    try:
        return os.path.samestat(file.stat(), place.stat())
    except (FileNotFoundError, NotADirectoryError):
        return False


def remove(names: Iterable[str], folder: Path) -> None:
    """Remove files below a folder, and the folders in which nothing is left."""
    for name in names:
        (folder / name).unlink()
        for place in PurePosixPath(name).parents:
            if place.name and not any((folder / place).iterdir()):
                (folder / place).rmdir()


def put(new: Path, place: Path) -> None:
    """Put a folder in the place of another, which is left beside where the new one was."""
    if not place.exists():
        new.rename(place)
    elif not _exchanged(new, place):
        place.rename(new.with_name("old"))
        new.rename(place)


def _exchanged(one: Path, other: Path) -> bool:
    """Whether the two folders changed places in one step; only Linux is asked to."""
    if not sys.platform.startswith("linux"):
        return False
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    if rename is None:
        return False
    code: int = rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE)
    return code == 0
