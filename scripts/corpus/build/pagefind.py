"""Build the index of the full-text search with Pagefind."""

import sys
from itertools import chain
from pathlib import Path

from corpus.build.pagefind_files import incomplete_files, normalize
from corpus.build.subprocesses import SubprocessError, run

BUNDLE = "pagefind"
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
    bundle = built / BUNDLE
    if incomplete := incomplete_files(bundle):
        raise SubprocessError(f"Pagefind failed: {incomplete[0]} is incomplete; is the disk full?")
    for path in chain.from_iterable(map(bundle.glob, _UNUSED)):
        path.unlink()
    normalize(bundle)
