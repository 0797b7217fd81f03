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
    """Write each record, as it was read, beside its page."""
    for record in records:
        path = built / f"{record.id.url}opinion.md"
        path.write_bytes(record.parsed_file.raw.text.encode())


def _hashes(built: Path, names: Sequence[str]) -> list[str]:
    return [sha256((built / name).read_bytes()).hexdigest() for name in names]
