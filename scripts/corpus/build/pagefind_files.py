"""The files that Pagefind writes: read, and made the same for the same pages.

A file of the bundle is CBOR or JSON behind a mark, compressed, and has a hash of itself in its
name. The meta file names all others; a fragment has the address and the words of one page.
"""

import gzip
import json
import zlib
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import cbor2

_MARK = b"pagefind_dcd"
_PAGES, _FILTERS = 1, 3
"""Where in its list the meta file names pages and filters: by the hashes in their files' names."""
_ENTRY = "pagefind-entry.json"


def pagefind_version(bundle: Path) -> str | None:
    """The version of Pagefind that made a bundle; None where there is none that can be read."""
    try:
        told = json.loads((bundle / _ENTRY).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return told.get("version") if isinstance(told, dict) else None


def fragments(bundle: Path) -> dict[str, Path]:
    """The fragment of each page by the address of the page, as far as it can be read."""
    return dict(_read_fragments(bundle))


def _read_fragments(bundle: Path) -> Iterator[tuple[str, Path]]:
    for path in (bundle / "fragment").glob("*.pf_fragment"):
        try:
            yield json.loads(_plain(path))["url"].removeprefix("/"), path
        except (OSError, EOFError, zlib.error, ValueError, LookupError, TypeError):
            continue


def normalize(bundle: Path) -> None:
    """Put filters and their values in order, and name every file by what is in it.

    Pagefind leaves what it finds in the bundle: fragments that belong to no page are removed.
    """
    (meta,) = bundle.glob("*.pf_meta")
    told = cbor2.loads(_plain(meta))
    named = {name for name, *_ in told[_PAGES]}
    for fragment in (bundle / "fragment").glob("*.pf_fragment"):
        if fragment.stem not in named:
            fragment.unlink()
    told[_FILTERS] = [[name, _ordered(bundle, key)] for name, key in sorted(told[_FILTERS])]
    meta.unlink()
    name = _write(bundle, told, ".pf_meta", digits=10, prefix="pagefind.")
    entry = bundle / _ENTRY
    known = json.loads(entry.read_text(encoding="utf-8"))
    (language,) = known["languages"].values()
    language["hash"] = name
    entry.write_text(json.dumps(known, ensure_ascii=False), encoding="utf-8")


def _ordered(bundle: Path, key: str) -> str:
    """The hash in the new name of one filter's file, whose values are in order now."""
    path = bundle / "filter" / f"{key}.pf_filter"
    name, values = cbor2.loads(_plain(path))
    path.unlink()
    return _write(bundle / "filter", [name, sorted(values)], ".pf_filter", digits=7)


def _plain(path: Path) -> bytes:
    return gzip.decompress(path.read_bytes()).removeprefix(_MARK)


def _write(folder: Path, value: Any, ending: str, *, digits: int, prefix: str = "") -> str:
    data = gzip.compress(_MARK + cbor2.dumps(value), mtime=0)
    name = f"en_{sha256(data).hexdigest()[:digits]}"
    (folder / f"{prefix}{name}{ending}").write_bytes(data)
    return name
