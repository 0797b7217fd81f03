"""What shapes whatever is made here: programs, templates, settings, and all that is installed."""

import sys
from functools import cache
from hashlib import sha256
from importlib.metadata import distributions
from pathlib import Path


def fingerprint(words: str, *paths: Path) -> bytes:
    """A digest of some words and files, and of the versions of everything that is installed."""
    found = sha256(f"{_installed()}\0{words}".encode())
    for path in paths:
        found.update(f"\0{path.name}\0".encode() + path.read_bytes())
    return found.digest()


@cache
def _installed() -> str:
    packages = sorted(f"{one.name} {one.version}" for one in distributions())
    return "\0".join([sys.version, *packages])
