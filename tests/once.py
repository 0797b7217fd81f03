"""What is made once in a run, whichever process of the run needs it first."""

import shutil
from collections.abc import Callable
from pathlib import Path

from corpus.build.lock import folder_lock
from corpus.build.site import build_site
from corpus.paths import REPOSITORY, CorpusPaths


def made_once(folder: Path, make: Callable[[Path], object]) -> Path:
    """Return a folder after it was made, by this process or by another one.

    What fails is made again for the next test, so that each of them says why.
    """
    folder.mkdir(parents=True, exist_ok=True)
    content, finished = folder / "content", folder / "finished"
    with folder_lock(folder, lambda: None):
        if not finished.exists():
            shutil.rmtree(content, ignore_errors=True)
            content.mkdir()
            make(content)
            finished.touch()
    return content


def built_once(folder: Path, write: Callable[[Path], CorpusPaths]) -> Path:
    """Return the site of a corpus, built once in a run."""

    def build(root: Path) -> None:
        paths = write(root)
        build_site(paths, paths.site, print)

    return CorpusPaths(made_once(folder, build)).site


def copy_of_this_collection(root: Path) -> CorpusPaths:
    """Copy the records and pages of this repository."""
    for folder in ("opinions", "standards", "pages"):
        shutil.copytree(REPOSITORY / folder, root / folder)
    return CorpusPaths(root)
