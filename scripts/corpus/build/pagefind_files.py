"""Read the files that Pagefind writes, and make them the same for the same pages.

A file of the bundle is compressed CBOR or JSON behind a mark, and has a hash of itself in its
name. The meta file lists all others; a fragment has the URL and the words of one page.
"""

import gzip
import json
import zlib
from collections.abc import Callable, Mapping
from functools import partial
from hashlib import sha256
from itertools import accumulate
from pathlib import Path
from typing import Any

import cbor2

_MARK = b"pagefind_dcd"
_PAGES, _CHUNKS, _FILTERS = 1, 2, 3
"""Positions in the meta file of the lists of these, each with the hash in its file name."""
_ENTRY = "pagefind-entry.json"
_COMPRESSED = (".pf_", ".pagefind")
"""How the endings of compressed files begin."""


def incomplete_files(bundle: Path) -> list[str]:
    """Return the names of compressed files that cannot be read, as on a full disk.

    Pagefind itself does not notice when the system cuts off what it writes.
    """
    paths = (path for path in sorted(bundle.rglob("*")) if path.suffix.startswith(_COMPRESSED))
    return [path.name for path in paths if not _is_complete(path)]


def _is_complete(path: Path) -> bool:
    try:
        return bool(_read(path))
    except (OSError, EOFError, zlib.error):
        return False


def indexed_urls(bundle: Path) -> frozenset[str]:
    """Return the URLs of the pages in the index."""
    return frozenset(_url(path) for path in bundle.glob("fragment/*.pf_fragment"))


def _url(fragment: Path) -> str:
    url: str = json.loads(_read(fragment))["url"]
    return url.removeprefix("/")


def normalize(bundle: Path) -> None:
    """Number the pages by their URL, sort filters and values, name changed files by their content.

    Pagefind numbers the pages in the order in which the file system happens to list them.
    """
    (meta_file,) = bundle.glob("*.pf_meta")
    meta = cbor2.loads(_read(meta_file))
    meta[_PAGES], numbers = _in_order(meta[_PAGES], bundle)
    meta[_CHUNKS] = [
        [first, last, _rewrite(bundle / "index" / f"{key}.pf_index", partial(_words, numbers))]
        for first, last, key in meta[_CHUNKS]
    ]
    meta[_FILTERS] = [
        [name, _rewrite(bundle / "filter" / f"{key}.pf_filter", partial(_filter, numbers))]
        for name, key in sorted(meta[_FILTERS])
    ]
    meta_file.unlink()
    entry = json.loads((bundle / _ENTRY).read_text(encoding="utf-8"))
    (language,) = entry["languages"].values()
    language["hash"] = _write(bundle, meta, ".pf_meta", digits=10, prefix="pagefind.")
    (bundle / _ENTRY).write_text(json.dumps(entry, ensure_ascii=False), encoding="utf-8")


def _in_order(pages: list[Any], bundle: Path) -> tuple[list[Any], dict[int, int]]:
    """Return the pages by their URL, and the new number of each old one."""
    urls = [_url(bundle / "fragment" / f"{key}.pf_fragment") for key, *_ in pages]
    order = sorted(range(len(pages)), key=urls.__getitem__)
    return [pages[old] for old in order], {old: new for new, old in enumerate(order)}


def _words(numbers: Mapping[int, int], chunk: list[Any]) -> list[Any]:
    """Renumber a chunk of the index: words with their pages, also in forms with accents."""
    return [[_word(numbers, *word) for word in words] for words in chunk]


def _word(numbers: Mapping[int, int], word: str, pages: list[Any], forms: list[Any]) -> list[Any]:
    accented = [[form, _pages(numbers, with_form)] for form, with_form in forms]
    return [word, _pages(numbers, pages), accented]


def _pages(numbers: Mapping[int, int], pages: list[Any]) -> list[Any]:
    """Renumber the pages of a word; each has its distance from the one before."""
    old = accumulate(distance for distance, *_ in pages)
    places = (places for _, *places in pages)
    renumbered = sorted(zip(map(numbers.__getitem__, old), places, strict=True))
    before = (0, *(number for number, _ in renumbered[:-1]))
    distances = zip(before, renumbered, strict=True)
    return [[number - last, *places] for last, (number, places) in distances]


def _filter(numbers: Mapping[int, int], content: list[Any]) -> list[Any]:
    """Renumber and sort the pages of each value of a filter, and sort the values."""
    name, values = content
    return [name, sorted([value, sorted(numbers[page] for page in old)] for value, old in values)]


def _rewrite(path: Path, change: Callable[[list[Any]], list[Any]]) -> str:
    """Change the content of a file, and return the hash in its new name."""
    content = cbor2.loads(_read(path))
    path.unlink()
    return _write(path.parent, change(content), path.suffix, digits=7)


def _read(path: Path) -> bytes:
    return gzip.decompress(path.read_bytes()).removeprefix(_MARK)


def _compress(data: bytes) -> bytes:
    """Compress data to the same bytes on every Python.

    The tenth byte names the operating system: 3 in Python 3.11, 255 (unknown) since 3.13.
    """
    compressed = gzip.compress(data, mtime=0)
    return compressed[:9] + b"\xff" + compressed[10:]


def _write(folder: Path, value: Any, ending: str, *, digits: int, prefix: str = "") -> str:
    data = _compress(_MARK + cbor2.dumps(value))
    name = f"en_{sha256(data).hexdigest()[:digits]}"
    (folder / f"{prefix}{name}{ending}").write_bytes(data)
    return name
