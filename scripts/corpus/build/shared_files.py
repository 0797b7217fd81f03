"""Folders whose files are hard links to files elsewhere.

A linked file is never written to; whoever changes it replaces it by a new file.
"""

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path, PurePosixPath
from shutil import copyfile

from corpus.paths import files_below


def link_file(file: Path, target: Path) -> None:
    """Link a file at another path, or copy it if the system cannot link."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        target.hardlink_to(file)
    except OSError:  # the two are on different disks
        draft = _draft(target)
        copyfile(file, draft)
        draft.replace(target)


def link_files(folder: Path, files: Mapping[str, Path]) -> None:
    """Link files below a folder, each at its path."""
    for name, file in files.items():
        link_file(file, folder / name)


def update_folder(folder: Path, files: Mapping[str, Path], is_kept: Callable[[str], bool]) -> None:
    """Make a folder hold these files and those that are kept, and no other.

    Files that are linked already stay. Each file is replaced in one step, the folder is not.
    """
    names = files_below(folder)
    remove_files(folder, (name for name in names if name not in files and not is_kept(name)))
    for name, file in files.items():
        target = folder / name
        if not _is_same_file(file, target):
            link_file(file, _draft(target))
            _draft(target).replace(target)


def remove_files(folder: Path, names: Iterable[str]) -> None:
    """Remove files below a folder, and the folders that are empty then."""
    for name in names:
        (folder / name).unlink()
        for parent in PurePosixPath(name).parents:
            if parent.name and not any((folder / parent).iterdir()):
                (folder / parent).rmdir()


def _draft(path: Path) -> Path:
    return path.with_name(f".{path.name}.new")


def _is_same_file(file: Path, target: Path) -> bool:
    try:
        return os.path.samestat(file.stat(), target.stat())
    except (FileNotFoundError, NotADirectoryError):
        return False
