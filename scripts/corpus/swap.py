"""Put a finished site in the place of the old one, in one step where the system can."""

import ctypes
import os
import shutil
import sys
from pathlib import Path

MARK = ".advisory-opinions"
"""An empty file in every site that was put in its place here; nothing else is ever replaced."""

_EXCHANGE = 2
"""RENAME_EXCHANGE of renameat2(2)."""
_HERE = -100
"""AT_FDCWD: paths are relative to the working folder."""


def may_be_replaced(site: Path) -> bool:
    """Whether `site` is not there, empty, or was made here."""
    if not site.exists():
        return not site.is_symlink()
    return site.is_dir() and ((site / MARK).is_file() or not any(site.iterdir()))


def beside(site: Path) -> Path:
    """Where to build what will be swapped in: in the same folder, so on the same file system."""
    return site.with_name(f".{site.name}.new")


def swap(built: Path, site: Path) -> None:
    """Put the built site in the place of the old one, which is then deleted."""
    (built / MARK).touch()
    if not site.exists():
        built.rename(site)
        return
    if not _exchanged(built, site):
        aside = built.with_name(f"{built.name}.old")
        site.rename(aside)
        built.rename(site)
        built = aside
    shutil.rmtree(built)


def _exchanged(one: Path, other: Path) -> bool:
    """Whether the two folders changed places in one step; only Linux is asked to."""
    if not sys.platform.startswith("linux"):
        return False
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    if rename is None:
        return False
    code: int = rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE)
    return code == 0
