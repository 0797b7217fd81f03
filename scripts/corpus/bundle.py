"""Pagefind's bundle made the same for the same pages: its filters come in any order from it.

A file of the bundle is CBOR behind a mark, compressed, and has a hash of itself in its name.
"""

import gzip
import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import cbor2

_MARK = b"pagefind_dcd"
_FILTERS = 3
"""Where in its list the meta file names the filters: each with the hash in its file's name."""


def steady(bundle: Path) -> None:
    """Put filters and their values in order, and name every file by what is in it."""
    (meta,) = bundle.glob("*.pf_meta")
    told = _read(meta)
    told[_FILTERS] = [[name, _ordered(bundle, key)] for name, key in sorted(told[_FILTERS])]
    meta.unlink()
    name = _write(bundle, told, ".pf_meta", digits=10, prefix="pagefind.")
    entry = bundle / "pagefind-entry.json"
    known = json.loads(entry.read_text(encoding="utf-8"))
    (language,) = known["languages"].values()
    language["hash"] = name
    entry.write_text(json.dumps(known, ensure_ascii=False), encoding="utf-8")


def _ordered(bundle: Path, key: str) -> str:
    """The hash in the new name of one filter's file, whose values are in order now."""
    path = bundle / "filter" / f"{key}.pf_filter"
    name, values = _read(path)
    path.unlink()
    return _write(bundle / "filter", [name, sorted(values)], ".pf_filter", digits=7)


def _read(path: Path) -> Any:
    return cbor2.loads(gzip.decompress(path.read_bytes()).removeprefix(_MARK))


def _write(folder: Path, value: Any, ending: str, *, digits: int, prefix: str = "") -> str:
    data = gzip.compress(_MARK + cbor2.dumps(value), mtime=0)
    name = f"en_{sha256(data).hexdigest()[:digits]}"
    (folder / f"{prefix}{name}{ending}").write_bytes(data)
    return name
