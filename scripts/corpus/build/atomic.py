"""Put in its place at once or not at all: a new file, or a folder where another was."""

import ctypes
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

_EXCHANGE = 2
"""RENAME_EXCHANGE of renameat2(2)."""
_HERE = -100
"""AT_FDCWD: paths are relative to the working folder."""


def write_new_file(path: Path, text: str) -> None:
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


def write_files(folder: Path, files: Mapping[str, str], scratch: Path) -> None:
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
            replace_folder(made, folder)


def replace_folder(new: Path, place: Path) -> None:
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
