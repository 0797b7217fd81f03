"""A digest of programs, templates, settings and installed packages."""

import sys
from functools import cache
from hashlib import sha256
from importlib.metadata import distributions
from pathlib import Path


def fingerprint(text: str, *paths: Path) -> bytes:
    """Return a digest of a text, some files, and the versions of all installed packages."""
    digest = sha256(f"{_installed()}\0{text}".encode())
    for path in paths:
        digest.update(f"\0{path.name}\0".encode() + path.read_bytes())
    return digest.digest()


@cache
def _installed() -> str:
    packages = sorted(f"{package.name} {package.version}" for package in distributions())
    return "\0".join([sys.version, *packages])
