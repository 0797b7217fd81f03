"""Pages that were built before from the very same input, and need not be built again.

Pages do not depend on each other: what a page becomes follows from its staged text, its address
and what shapes all pages. All three are in its key, so that a key has one page for ever.
"""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from corpus.paths import HOOK, SETTINGS, THEME, built_path, files_below, page_url
from corpus.build.fingerprint import fingerprint

Keys = Mapping[str, str]
"""The key of each staged page by its path below the staged folder."""


def keys(staged: Path, settings: str) -> Keys:
    """The keys of all pages of a staged folder, built with these settings."""
    shaped = fingerprint(settings, SETTINGS, HOOK, *(THEME / name for name in files_below(THEME)))
    return {name: _key(shaped, name, staged / name) for name in files_below(staged, ".md")}


def known(keys: Keys, store: Path) -> dict[str, Path]:
    """Where the pages lie that are kept in `store` and are still as they were built."""
    there = {_key_of(path): path for path in store.iterdir()} if store.is_dir() else {}
    kept = ((name, there.get(key)) for name, key in keys.items())
    return {name: path for name, path in kept if path and _is_whole(path)}


def keep(keys: Keys, known: Mapping[str, Path], store: Path, built: Path) -> dict[str, Path]:
    """Keep the pages that are built and not yet `known`, and forget those that are no more.

    Where each page lies, by its address.
    """
    store.mkdir(parents=True, exist_ok=True)
    new = ((name, key) for name, key in keys.items() if name not in known)
    pages = {**known} | {name: _kept(key, built / built_path(page_url(name)), store) for name, key in new}
    for path in set(store.iterdir()) - set(pages.values()):
        path.unlink()
    return {built_path(page_url(name)): path for name, path in pages.items()}


def _kept(key: str, page: Path, store: Path) -> Path:
    """A page in the store, named by its key and by what is in it, since others may share it."""
    data = page.read_bytes()
    half, path = store / "half", store / f"{key}.{sha256(data).hexdigest()}"
    half.write_bytes(data)  # one that is killed here leaves no page that looks whole
    half.replace(path)
    return path


def _key_of(path: Path) -> str:
    return path.name.partition(".")[0]


def _is_whole(path: Path) -> bool:
    return path.name.endswith(sha256(path.read_bytes()).hexdigest())


def _key(fingerprint: bytes, name: str, page: Path) -> str:
    return sha256(b"\0".join([fingerprint, name.encode(), page.read_bytes()])).hexdigest()
