"""Build the index of the full-text search with Pagefind."""

import sys
from pathlib import Path

from corpus.build.pagefind_files import fragments, normalize
from corpus.build.subprocesses import run

_BUNDLE = "pagefind"
"""The folder of the index, below the site."""
_OPINIONS = "opinions/*/*/index.html"
"""The pages in the index; Pagefind need not read any other."""
_UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js")
"""Files of the user interface of Pagefind, which the site does not use."""
_ENVIRONMENT = {"PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": "8000"}
"""Smaller chunks than the default, so that a search loads less."""


def build_index(built: Path, log: Path) -> None:
    """Build the index of a built site; raises `SubprocessError` and then writes `log`."""
    command = [sys.executable, "-m", "pagefind", "--site", str(built)]
    command += ["--glob", _OPINIONS, "--force-language", "en"]
    run("Pagefind", command, log, _ENVIRONMENT)
    for pattern in _UNUSED:
        for path in (built / _BUNDLE).glob(pattern):
            path.unlink()
    normalize(built / _BUNDLE)


def indexed_urls(built: Path) -> frozenset[str]:
    """Return the URLs of the pages in the index."""
    return frozenset(fragments(built / _BUNDLE))
