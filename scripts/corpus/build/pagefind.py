"""Build the index of the full-text search with Pagefind."""

import sys
from importlib.metadata import version
from pathlib import Path
from shutil import copyfile

from corpus.build.pagefind_files import fragments, normalize, pagefind_version
from corpus.build.subprocesses import run
from corpus.paths import built_path

_BUNDLE = "pagefind"
"""The folder of the index, below the site."""
_OPINIONS = "opinions/*/*/index.html"
"""The pages in the index; Pagefind need not read any other."""
_UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js")
"""Files of the user interface of Pagefind, which the site does not use."""
_ENVIRONMENT = {"PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": "8000"}
"""Smaller chunks than the default, so that a search loads less."""


def build_index(built: Path, previous: Path, log: Path) -> None:
    """Build the index of a built site; raises `SubprocessError` and then writes `log`.

    Pagefind keeps the fragments of pages that are the same in `previous`, the last site.
    """
    _copy_fragments(previous, built)
    command = [sys.executable, "-m", "pagefind", "--site", str(built)]
    command += ["--glob", _OPINIONS, "--force-language", "en"]
    run("Pagefind", command, log, _ENVIRONMENT)
    for pattern in _UNUSED:
        for path in (built / _BUNDLE).glob(pattern):
            path.unlink()
    normalize(built / _BUNDLE)


def is_index_file(name: str) -> bool:
    """Return whether a file of the site belongs to the index, by its path below the site."""
    return name.startswith(f"{_BUNDLE}/")


def indexed_urls(built: Path) -> frozenset[str]:
    """Return the URLs of the pages in the index."""
    return frozenset(fragments(built / _BUNDLE))


def _copy_fragments(previous: Path, built: Path) -> None:
    """Copy the fragments of unchanged pages, if the same version of Pagefind made them."""
    if pagefind_version(previous / _BUNDLE) != version("pagefind"):
        return
    for url, fragment in fragments(previous / _BUNDLE).items():
        page = built_path(url)
        if _is_same(previous / page, built / page):
            target = built / fragment.relative_to(previous)
            target.parent.mkdir(parents=True, exist_ok=True)
            copyfile(fragment, target)


def _is_same(old: Path, new: Path) -> bool:
    return old.is_file() and new.is_file() and old.read_bytes() == new.read_bytes()
