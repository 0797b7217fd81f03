"""Files that hold what the code should make; `make golden` rewrites them and lists which."""

import os
from pathlib import Path

from corpus.paths import REPOSITORY

REWRITTEN: list[str] = []
"""The paths of the files that this run rewrote, from the top of the repository."""


def assert_golden(path: Path, made: str) -> None:
    """A file has the text that the code made; under `make golden`, it gets that text."""
    kept = path.read_text(encoding="utf-8") if path.exists() else None
    if made != kept and os.environ.get("GOLDEN"):
        path.write_text(made, encoding="utf-8")
        REWRITTEN.append(path.relative_to(REPOSITORY).as_posix())
        return
    assert made == kept, "run `make golden`"
