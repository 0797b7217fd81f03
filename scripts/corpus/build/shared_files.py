"""Files that lie in more than one folder, and are there once.

Who changes one of them puts a new file in its place, and never writes into the old one.
"""

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path, PurePosixPath
from shutil import copyfile

from corpus.paths import files_below


def link_file(file: Path, place: Path) -> None:
    """The same file at another place too, or a copy of it where that cannot be."""
    place.parent.mkdir(parents=True, exist_ok=True)
    try:
        place.hardlink_to(file)
    except OSError:  # the two lie on different disks
        draft = place.with_name(f".{place.name}.new")
        copyfile(file, draft)
        draft.replace(place)


def link_files(files: Mapping[str, Path], folder: Path) -> None:
    """Share files below a folder, each at its path."""
    for name, file in files.items():
        link_file(file, folder / name)


def update_folder(files: Mapping[str, Path], folder: Path, left: Callable[[str], bool]) -> None:
    """The same in a folder that has files: what it shares stays, and so does what is `left`.

    Every other file goes. Each is put in its place at once, but not all of them together.
    """
    there = files_below(folder)
    remove((name for name in there if name not in files and not left(name)), folder)
    for name, file in files.items():
        place = folder / name
        if not _is_one(file, place):
            draft = place.with_name(f".{place.name}.new")
            link_file(file, draft)
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
