"""A lock on a folder, which ends with the process that holds it."""

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def folder_lock(folder: Path, on_wait: Callable[[], None]) -> Iterator[Callable[[], bool]]:
    """Lock a folder; call `on_wait` first if another process holds the lock.

    Yield a function that tells whether the path still leads to the locked folder.
    """
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        if not _try_lock(descriptor):
            on_wait()
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield lambda: folder.exists() and os.path.samestat(os.fstat(descriptor), folder.stat())
    finally:
        os.close(descriptor)


def is_unlocked(folder: Path) -> bool:
    """Whether no process holds the lock of the folder."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        return _try_lock(descriptor)
    finally:
        os.close(descriptor)


def _try_lock(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
