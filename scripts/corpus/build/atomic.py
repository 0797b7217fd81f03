"""Write a file, several files or a whole folder atomically: completely or not at all."""

import ctypes
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory
from typing import NamedTuple

from corpus.build.hard_links import link_or_copy

_RENAME_EXCHANGE = 2
"""The flag of renameat2(2) that swaps two paths."""
_AT_FDCWD = -100
"""What stands for the working folder, from which its paths go."""


def write_new_file(path: Path, content: str | bytes) -> None:
    """Write a file and its folders; raises `FileExistsError` if the file exists.

    No reader sees half a file, and only one of two simultaneous writers succeeds.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with _temporary_beside(path, content) as temporary:
        _put_in_place(temporary, path)


def _put_in_place(temporary: Path, path: Path) -> None:
    try:
        path.hardlink_to(temporary)  # unlike a rename, a link never replaces a file
    except FileExistsError:
        raise
    except OSError:  # this disk has no links: the file is there, but empty, for a moment
        path.touch(exist_ok=False)
        temporary.replace(path)


class KeptFile(NamedTuple):
    """A file that has certain data."""

    path: Path
    is_new: bool
    """Whether it was written just now; otherwise it already had the data."""


def write_under_free_name(files: Iterable[Path], data: bytes) -> KeptFile | None:
    """Write data to the first of these files that is free, unless one before it has the data.

    If every file has other data, nothing is written and None is returned.
    """
    for file in files:
        try:
            write_new_file(file, data)
        except FileExistsError:
            if file.read_bytes() == data:
                return KeptFile(file, is_new=False)
        else:
            return KeptFile(file, is_new=True)
    return None


def replace_file(path: Path, content: str | bytes) -> None:
    """Replace an existing file; no reader sees half a file."""
    with _temporary_beside(path, content) as temporary:
        temporary.replace(path)


@contextmanager
def _temporary_beside(path: Path, content: str | bytes) -> Iterator[Path]:
    """Yield a file beside the path that has the content; it never stays there."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        temporary.write_bytes(content.encode() if isinstance(content, str) else content)
        yield temporary
    finally:
        temporary.unlink(missing_ok=True)


def replace_text(path: Path, text: str) -> None:
    """Write a text in the place of a file, with the line ends that all lines of the file have."""
    present = path.read_bytes()
    ends = present.count(b"\n")
    windows_ends = present.count(b"\r\n")
    is_from_windows = 0 < ends == windows_ends
    replace_file(path, text.replace("\n", "\r\n") if is_from_windows else text)


def write_files(folder: Path, files: Mapping[str, str], scratch: Path) -> None:
    """Write files by their path below a folder, on Linux all in one step.

    `scratch` is a folder on the same file system. Raises `OSError` and then changes nothing.
    """
    with TemporaryDirectory(dir=scratch, ignore_cleanup_errors=True) as place:
        new = Path(place) / folder.name
        if folder.exists():
            copytree(folder, new, copy_function=link_or_copy)
        for name, text in files.items():
            path = new / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.unlink(missing_ok=True)  # the old folder shares this file
            path.write_bytes(text.encode())
        if files:
            replace_folder(folder, new)


def replace_folder(folder: Path, new: Path) -> None:
    """Put `new` in the place of `folder`; the old folder stays next to where `new` was."""
    if not folder.exists():
        new.rename(folder)
    elif not _exchange(new, folder):
        folder.rename(new.with_name("old"))
        new.rename(folder)


def _exchange(first: Path, second: Path) -> bool:
    """Swap two folders in one step; return whether the system could, which only Linux can."""
    if not sys.platform.startswith("linux"):
        return False
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    if rename is None:
        return False
    paths = (_AT_FDCWD, os.fsencode(first), _AT_FDCWD, os.fsencode(second))
    code: int = rename(*paths, _RENAME_EXCHANGE)
    return code == 0
