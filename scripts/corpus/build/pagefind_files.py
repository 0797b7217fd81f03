"""Read the files that Pagefind writes, and make them the same for the same pages.

A file of the bundle is compressed CBOR or JSON behind a mark, and has a hash of itself in its
name. The meta file lists all others; a fragment has the URL and the words of one page.
"""

import gzip
import json
import zlib
from hashlib import sha256
from pathlib import Path
from typing import Any

import cbor2

_MARK = b"pagefind_dcd"
_FILTERS = 3
"""Position in the meta file of the filters, each with the hash in its file name."""
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
    """Sort the filters and their values, and name the changed files by their content.

    Pagefind writes them in another order each time.
    """
    (meta_file,) = bundle.glob("*.pf_meta")
    meta = cbor2.loads(_read(meta_file))
    meta[_FILTERS] = [
        [name, _sort_values(bundle / "filter" / f"{key}.pf_filter")]
        for name, key in sorted(meta[_FILTERS])
    ]
    meta_file.unlink()
    entry = json.loads((bundle / _ENTRY).read_text(encoding="utf-8"))
    (language,) = entry["languages"].values()
    language["hash"] = _write(bundle, meta, ".pf_meta", digits=10, prefix="pagefind.")
    (bundle / _ENTRY).write_text(json.dumps(entry, ensure_ascii=False), encoding="utf-8")


def _sort_values(path: Path) -> str:
    """Sort the values of a filter, and return the hash in the new name of its file."""
    name, values = cbor2.loads(_read(path))
    path.unlink()
    content = [name, sorted([value, sorted(pages)] for value, pages in values)]
    return _write(path.parent, content, path.suffix, digits=7)


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
