"""Pages that were built before from the very same input, and need not be built again.

Pages do not depend on each other: what a page becomes follows from its staged text, its address
and what shapes all pages. All three are in its key, so that a key has one page for ever.
"""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from corpus.places import HOOK, SETTINGS, THEME, below
from corpus.shape import shape

Keys = Mapping[str, str]
"""The key of each staged page by its path below the staged folder."""


def keys(staged: Path, settings: str) -> Keys:
    """The keys of all pages of a staged folder, built with these settings."""
    shaped = shape(settings, SETTINGS, HOOK, *(THEME / name for name in below(THEME)))
    return {name: _key(shaped, name, staged / name) for name in below(staged, ".md")}


def known(keys: Keys, store: Path) -> list[str]:
    """The pages that are kept in `store`."""
    there = _names(store)
    return [name for name, key in keys.items() if key in there]


def exchange(keys: Keys, store: Path, built: Path) -> None:
    """Complete the built site with the pages that are kept, and keep those that are new."""
    store.mkdir(parents=True, exist_ok=True)
    for name, key in keys.items():
        page, kept = built / _address(name), store / key
        if kept.is_file():
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_bytes(kept.read_bytes())
        else:
            half = store / "half"  # one that is killed here leaves no page that looks whole
            half.write_bytes(page.read_bytes())
            half.replace(kept)
    for name in _names(store) - set(keys.values()):
        (store / name).unlink()


def _names(store: Path) -> set[str]:
    return {path.name for path in store.iterdir()} if store.is_dir() else set()


def _key(shape: bytes, name: str, page: Path) -> str:
    return sha256(b"\0".join([shape, name.encode(), page.read_bytes()])).hexdigest()


def _address(name: str) -> str:
    """Where the engine puts a page: `about/index.html` for `about.md`."""
    path = name.removesuffix(".md")
    return f"{path}.html" if Path(path).name == "index" else f"{path}/index.html"
