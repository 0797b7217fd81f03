"""What was seen of every built page; a page that was looked at before is not read again."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from corpus.build import parsed_page
from corpus.parallel import spread
from corpus.paths import files_below, page_url
from corpus.build.parsed_page import ParsedPage
from corpus.build.fingerprint import fingerprint

_MEMORY = TypeAdapter(dict[str, ParsedPage])
"""What was seen, by the hash of the page and of what looked at it."""


def parse_pages(built: Path, memory: Path) -> dict[str, ParsedPage]:
    """Every page of a built site by its address; `memory` is the file of what was seen before."""
    shaped = fingerprint("", Path(parsed_page.__file__))
    names = files_below(built, ".html")
    hashes = [sha256(shaped + (built / name).read_bytes()).hexdigest() for name in names]
    known = _remembered(memory)
    new = {one: built / name for one, name in zip(hashes, names, strict=True) if one not in known}
    known |= zip(new, spread(_look, list(new.values()), "looking at the pages"), strict=True)
    found = {one: known[one] for one in hashes}
    memory.write_bytes(_MEMORY.dump_json(found))
    urls = map(page_url, names)
    return {url: found[one] for url, one in zip(urls, hashes, strict=True)}


def _look(paths: Sequence[Path]) -> list[ParsedPage]:
    return list(map(parsed_page.parse_page, paths))


def _remembered(memory: Path) -> dict[str, ParsedPage]:
    """What the file tells; nothing, where it is not there or was cut short."""
    try:
        return _MEMORY.validate_json(memory.read_bytes())
    except (FileNotFoundError, ValidationError):
        return {}
