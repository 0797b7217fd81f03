"""The last step on the built site: what an engine cannot carry, and the hash of every file."""

from collections.abc import Iterable, Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path

from corpus.parallel import spread
from corpus.paths import files_below
from corpus.library.record import Record

MANIFEST = "data/sha256sums.txt"
"""The hashes of all other files, as `sha256sum --check` reads them."""


def write_manifest(built: Path, records: Iterable[Record]) -> None:
    """Put the records as they were read beside their pages, and write the manifest."""
    add_records(built, records)
    names = files_below(built)
    hashes = spread(partial(_hashes, built), names, "hashing")
    lines = (f"{one}  {name}\n" for one, name in zip(hashes, names, strict=True))
    (built / MANIFEST).write_text("".join(lines), encoding="utf-8")


def add_records(built: Path, records: Iterable[Record]) -> None:
    """Put the records as they were read beside their pages; one that is there stays."""
    for record in records:
        target, data = built / record_path(record), record.parsed_file.raw.text.encode()
        if not target.is_file() or target.read_bytes() != data:
            target.write_bytes(data)


def record_path(record: Record) -> str:
    """Where a record lies as it was read, below the site."""
    return f"{record.id.url}opinion.md"


def _hashes(built: Path, names: Sequence[str]) -> list[str]:
    return [sha256((built / name).read_bytes()).hexdigest() for name in names]
