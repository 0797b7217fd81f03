"""What was seen of every built page; a page that was looked at before is not read again."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from corpus import seen
from corpus.parallel import spread
from corpus.seen import Seen
from corpus.shape import shape

_MEMORY = TypeAdapter(dict[str, Seen])
"""What was seen, by the hash of the page and of what looked at it."""


def looked(built: Path, memory: Path) -> dict[str, Seen]:
    """Every page of a built site by its address; `memory` is the file of what was seen before."""
    shaped = shape("", Path(seen.__file__))
    paths = sorted(built.rglob("*.html"))
    hashes = [sha256(shaped + path.read_bytes()).hexdigest() for path in paths]
    known = _remembered(memory)
    new = {one: path for one, path in zip(hashes, paths, strict=True) if one not in known}
    known |= zip(new, spread(_look, list(new.values()), "looking at the pages"), strict=True)
    found = {one: known[one] for one in hashes}
    memory.write_bytes(_MEMORY.dump_json(found))
    return {_url(path, built): found[one] for path, one in zip(paths, hashes, strict=True)}


def _look(paths: Sequence[Path]) -> list[Seen]:
    return list(map(seen.seen, paths))


def _remembered(memory: Path) -> dict[str, Seen]:
    """What the file tells; nothing, where it is not there or was cut short."""
    try:
        return _MEMORY.validate_json(memory.read_bytes())
    except (FileNotFoundError, ValidationError):
        return {}


def _url(path: Path, built: Path) -> str:
    return path.relative_to(built).as_posix().removesuffix("index.html")
