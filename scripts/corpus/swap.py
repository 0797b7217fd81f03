"""Put a finished site in the place of the old one, in one step where the system can."""

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory

from corpus.turns import is_free, turn

MARK = ".advisory-opinions"
"""An empty file in every site that was put in its place here; nothing else is ever replaced."""

_SCRATCH = ".site-"
"""How the names of the folders begin in which sites are built."""

_EXCHANGE = 2
"""RENAME_EXCHANGE of renameat2(2)."""
_HERE = -100
"""AT_FDCWD: paths are relative to the working folder."""


def may_be_replaced(site: Path) -> bool:
    """Whether `site` is not there, empty, or was made here."""
    if not site.exists():
        return not site.is_symlink()
    return site.is_dir() and ((site / MARK).is_file() or not any(site.iterdir()))


@contextmanager
def scratch(site: Path) -> Iterator[Path]:
    """A folder of our own beside the site, on the same file system, gone at the end.

    Those of builds that were killed are cleared away.
    """
    site.parent.mkdir(parents=True, exist_ok=True)
    for left in site.parent.glob(f"{_SCRATCH}*"):
        if left.is_dir() and is_free(left):
            rmtree(left, ignore_errors=True)
    place = TemporaryDirectory(prefix=_SCRATCH, dir=site.parent, ignore_cleanup_errors=True)
    with place as folder, turn(Path(folder), lambda: None):
        yield Path(folder)


def swap(built: Path, site: Path) -> None:
    """Put the built site in the place of the old one, which is left beside where it was built."""
    (built / MARK).touch()
    if not site.exists():
        built.rename(site)
    elif not _exchanged(built, site):
        site.rename(built.with_name("old"))
        built.rename(site)


def _exchanged(one: Path, other: Path) -> bool:
    """Whether the two folders changed places in one step; only Linux is asked to."""
    if not sys.platform.startswith("linux"):
        return False
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    if rename is None:
        return False
    code: int = rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE)
    return code == 0
