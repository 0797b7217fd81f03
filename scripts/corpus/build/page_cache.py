"""Pages that MkDocs built before from the same input.

A page follows from its staged text, its path, and what all pages share. Its key covers all three.
"""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from corpus.build.fingerprint import fingerprint
from corpus.paths import HOOK, SETTINGS, THEME, built_path, files_below, page_url

PageKeys = Mapping[str, str]
"""The key of each staged page by its path below the staged folder."""


def page_keys(staged: Path, settings: str) -> PageKeys:
    """Return the keys of all pages of a staged folder for a build with these settings."""
    shared = fingerprint(settings, SETTINGS, HOOK, *(THEME / name for name in files_below(THEME)))
    return {
        name: sha256(b"\0".join([shared, name.encode(), (staged / name).read_bytes()])).hexdigest()
        for name in files_below(staged, ".md")
    }


def cached_pages(keys: PageKeys, cache: Path) -> dict[str, Path]:
    """Return the cached file of each staged page that has one and is undamaged."""
    files = {path.stem: path for path in cache.iterdir()} if cache.is_dir() else {}
    pages = ((name, files.get(key)) for name, key in keys.items())
    return {name: path for name, path in pages if path and path.suffix == _suffix(path)}


def update_cache(
    keys: PageKeys, cached: Mapping[str, Path], cache: Path, built: Path
) -> dict[str, Path]:
    """Add newly built pages and remove obsolete ones; return every page by its path in the site."""
    cache.mkdir(parents=True, exist_ok=True)
    pages = {}
    for name, key in keys.items():
        page = built_path(page_url(name))
        pages[page] = cached.get(name) or _add(key, built / page, cache)
    for path in set(cache.iterdir()) - set(pages.values()):
        path.unlink()
    return pages


def _add(key: str, page: Path, cache: Path) -> Path:
    """Copy a page into the cache, under its key and a hash that reveals damage."""
    draft, path = cache / "draft", cache / f"{key}{_suffix(page)}"
    draft.write_bytes(page.read_bytes())
    draft.replace(path)
    return path


def _suffix(path: Path) -> str:
    return f".{sha256(path.read_bytes()).hexdigest()}"
