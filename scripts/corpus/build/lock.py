"""One after the other: a folder that is taken, and free again however its holder ends."""

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def turn(folder: Path, meanwhile: Callable[[], None]) -> Iterator[Callable[[], bool]]:
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


def is_free(folder: Path) -> bool:
    """Whether nobody has taken the folder."""
    looked = os.open(folder, os.O_RDONLY)
    try:
        return _take(looked)
    finally:
        os.close(looked)


def _take(opened: int) -> bool:
    try:
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
