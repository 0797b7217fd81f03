"""Parse all built pages; a page that was parsed before is not read again."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from corpus.build import parsed_page
from corpus.build.fingerprint import fingerprint
from corpus.build.parsed_page import ParsedPage, parse_page
from corpus.parallel import spread
from corpus.paths import files_below, page_url

_CACHE = TypeAdapter(dict[str, ParsedPage])
"""Parsed pages by a hash of the page and of the parser."""


def parse_pages(built: Path, cache: Path) -> dict[str, ParsedPage]:
    """Return every page of a built site by its URL; `cache` is a file of parsed pages."""
    parser = fingerprint("", Path(parsed_page.__file__))
    names = files_below(built, ".html")
    keys = {name: sha256(parser + (built / name).read_bytes()).hexdigest() for name in names}
    parsed = _read_cache(cache)
    new = {key: built / name for name, key in keys.items() if key not in parsed}
    parsed |= zip(new, spread(_parse, list(new.values()), "parsing the pages"), strict=True)
    cache.write_bytes(_CACHE.dump_json({key: parsed[key] for key in keys.values()}))
    return {page_url(name): parsed[key] for name, key in keys.items()}


def _parse(paths: Sequence[Path]) -> list[ParsedPage]:
    return list(map(parse_page, paths))


def _read_cache(cache: Path) -> dict[str, ParsedPage]:
    """Return what the file holds; nothing if it is missing or damaged."""
    try:
        return _CACHE.validate_json(cache.read_bytes())
    except (FileNotFoundError, ValidationError):
        return {}
