"""Put a finished site in the place of the old one, and clear away what was not finished."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory

from corpus.build.lock import is_unlocked, folder_lock
from corpus.build.atomic import replace_folder

MARK = ".advisory-opinions"
"""An empty file in every site that was put in its place here; nothing else is ever replaced."""

_SCRATCH = ".site-"
"""How the names of the folders begin in which sites are built."""


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
        if left.is_dir() and is_unlocked(left):
            rmtree(left, ignore_errors=True)
    place = TemporaryDirectory(prefix=_SCRATCH, dir=site.parent, ignore_cleanup_errors=True)
    with place as folder, folder_lock(Path(folder), lambda: None):
        yield Path(folder)


def swap(built: Path, site: Path) -> None:
    """Put the built site in the place of the old one, which is left beside where it was built."""
    mark(built)
    replace_folder(built, site)


def mark(site: Path) -> None:
    """Make a site known as one that was made here; it is empty, if it was not there."""
    site.mkdir(parents=True, exist_ok=True)
    (site / MARK).touch()
