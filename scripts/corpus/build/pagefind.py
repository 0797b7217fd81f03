"""The index of the full-text search, made by Pagefind."""

import sys
from importlib.metadata import version
from pathlib import Path
from shutil import copyfile

from corpus.build.pagefind_files import fragments, pagefind_version, normalize
from corpus.build.subprocesses import run

_BUNDLE = "pagefind"
"""The folder of the index, below the site."""
_OPINIONS = "opinions/*/*/index.html"
"""The pages in which is searched; Pagefind need not read the others."""
_UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js")
"""What Pagefind writes for those who use its own interface."""
_ENVIRONMENT = {"PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": "8000"}
"""The index comes in more and smaller files than by itself, so that a search loads less."""


def build_index(built: Path, before: Path, log: Path) -> None:
    """Make the index of the opinions of a built site; raises `SubprocessError`, told in `log`.

    What is the same in `before`, the site that was built last, is not made again.
    """
    _carry_over(before, built)
    command = [sys.executable, "-m", "pagefind", "--site", str(built)]
    command += ["--glob", _OPINIONS, "--force-language", "en"]
    run("Pagefind", command, log, _ENVIRONMENT)
    for pattern in _UNUSED:
        for path in (built / _BUNDLE).glob(pattern):
            path.unlink()
    normalize(built / _BUNDLE)


def is_index_file(name: str) -> bool:
    """Whether a file of a site, told by its path below it, is one of the index."""
    return name.startswith(f"{_BUNDLE}/")


def indexed_urls(built: Path) -> frozenset[str]:
    """The addresses of the pages that the index finds."""
    return frozenset(fragments(built / _BUNDLE))


def _carry_over(before: Path, built: Path) -> None:
    """Take over what the same Pagefind made of pages that did not change, which it then leaves."""
    if pagefind_version(before / _BUNDLE) != version("pagefind"):
        return
    for url, fragment in fragments(before / _BUNDLE).items():
        if _is_same(before / url / "index.html", built / url / "index.html"):
            target = built / fragment.relative_to(before)
            target.parent.mkdir(parents=True, exist_ok=True)
            copyfile(fragment, target)


def _is_same(old: Path, new: Path) -> bool:
    return old.is_file() and new.is_file() and old.read_bytes() == new.read_bytes()
