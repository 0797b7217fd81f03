"""Put a finished site in the place of the old one, and clean up after interrupted builds."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory

from corpus.build.atomic import replace_folder
from corpus.build.lock import folder_lock, is_unlocked

MARK = ".advisory-opinions"
"""An empty file in every site that a build made; no other folder is ever replaced."""

_SCRATCH = f"{MARK}-"
"""The prefix of the folders in which sites are built; no other program uses it."""


def may_be_replaced(site: Path) -> bool:
    """Whether `site` does not exist, is empty, or was made by a build."""
    if not site.exists():
        return not site.is_symlink()
    return site.is_dir() and ((site / MARK).is_file() or not any(site.iterdir()))


@contextmanager
def scratch(site: Path) -> Iterator[Path]:
    """Yield a temporary folder next to the site, and remove the folders of killed builds."""
    site.parent.mkdir(parents=True, exist_ok=True)
    for path in site.parent.glob(f"{_SCRATCH}*"):
        with suppress(OSError):  # another build removed the folder, or another user owns it
            if is_unlocked(path):
                rmtree(path, ignore_errors=True)
    place = TemporaryDirectory(prefix=_SCRATCH, dir=site.parent, ignore_cleanup_errors=True)
    with place as folder, folder_lock(Path(folder), lambda: None):
        yield Path(folder)


def swap(built: Path, site: Path) -> None:
    """Replace the old site with the built one. The old one stays in the scratch folder."""
    mark(built)
    replace_folder(site, built)


def mark(site: Path) -> None:
    """Mark a folder as a site that a build made; create it if needed."""
    site.mkdir(parents=True, exist_ok=True)
    (site / MARK).touch()
