"""The source of each record beside its page, and the manifest with the hash of every file."""

from collections.abc import Iterable, Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path

from corpus.library.record import Record
from corpus.parallel import spread
from corpus.paths import files_below

MANIFEST = "data/sha256sums.txt"
"""The hashes of all other files, in the format of `sha256sum --check`."""


def write_manifest(built: Path) -> None:
    """Write the manifest of a built site."""
    names = files_below(built)
    hashes = spread(partial(_hashes, built), names, "hashing")
    lines = (f"{digest}  {name}\n" for digest, name in zip(hashes, names, strict=True))
    (built / MANIFEST).write_text("".join(lines), encoding="utf-8")


def add_records(built: Path, records: Iterable[Record]) -> None:
    """Write each record as it was read beside its page, unless the file is there already."""
    for record in records:
        path, data = built / record_path(record), record.parsed_file.raw.text.encode()
        if not path.is_file() or path.read_bytes() != data:
            path.write_bytes(data)


def record_path(record: Record) -> str:
    """Return the path of a record below the site."""
    return f"{record.id.url}opinion.md"


def _hashes(built: Path, names: Sequence[str]) -> list[str]:
    return [sha256((built / name).read_bytes()).hexdigest() for name in names]
