"""The last step on the built site: what an engine cannot carry, and the hash of every file."""

from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path

from corpus.parallel import spread
from corpus.records import Record

MANIFEST = "data/sha256sums.txt"
"""The hashes of all other files, as `sha256sum --check` reads them."""


def finish(built: Path, records: Iterable[Record]) -> None:
    """Put the records as they were read beside their pages, and write the manifest."""
    for record in records:
        target = built / record.id.url / "opinion.md"
        target.write_bytes(record.document.source.text.encode())
    files = sorted(path for path in built.rglob("*") if path.is_file())
    hashes = zip(spread(_hashes, files, "hashing"), files, strict=True)
    lines = (f"{one}  {path.relative_to(built).as_posix()}\n" for one, path in hashes)
    (built / MANIFEST).write_text("".join(lines), encoding="utf-8")


def _hashes(paths: Sequence[Path]) -> list[str]:
    return [sha256(path.read_bytes()).hexdigest() for path in paths]
