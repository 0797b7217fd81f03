"""One after the other: a folder that is taken, and free again however its holder ends."""

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def folder_lock(folder: Path, meanwhile: Callable[[], None]) -> Iterator[Callable[[], bool]]:
    """Take a folder once it is free, and tell `meanwhile` if that is not at once.

    What is yielded says whether the folder is still there, and still the same.
    """
    taken = os.open(folder, os.O_RDONLY)
    try:
        if not _take(taken):
            meanwhile()
            fcntl.flock(taken, fcntl.LOCK_EX)
        yield lambda: folder.exists() and os.path.samestat(os.fstat(taken), folder.stat())
    finally:
        os.close(taken)


def is_unlocked(folder: Path) -> bool:
    """Whether nobody has taken the folder."""
    parse_pages = os.open(folder, os.O_RDONLY)
    try:
        return _take(parse_pages)
    finally:
        os.close(parse_pages)


def _take(opened: int) -> bool:
    try:
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
