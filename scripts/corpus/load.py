"""From a root to the library: every file of a corpus is read here, and read once."""

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel

from corpus.citations import Finder
from corpus.documents import Document, document
from corpus.model import Authority, Opinion, Written
from corpus.places import Places
from corpus.read import sha256_of
from corpus.records import Library, Record, References
from corpus.scalars import UnreadError
from corpus.sources import read_record, read_yaml
from corpus.text import approved_text
from corpus.vocabulary import Commission, Kind, Programs, Topics

Schema = TypeVar("Schema", bound=BaseModel)


class _Shelf(NamedTuple):
    """The documents of a corpus by what they are."""

    commission: Document[Commission]
    topics: Document[Topics]
    programs: Document[Programs]
    standards: tuple[Document[Authority], ...]
    statutes: tuple[Document[Authority], ...]
    opinions: tuple[Document[Opinion], ...]
    pages: tuple[Document[Written], ...]


def load(places: Places) -> Library:
    """Read the whole corpus below a root; what is wrong with a file is kept with it."""
    with _keeping_everything():
        return _library(places)


@contextmanager
def _keeping_everything() -> Iterator[None]:
    """Nothing of a corpus is garbage; looking for some, now or later, takes half of the time."""
    was_looking = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_looking:
            gc.enable()


def _library(places: Places) -> Library:
    shelf = _shelf(places)
    documents = tuple(_all(shelf))
    references = _references(shelf)
    records = tuple(_records(places, shelf.opinions, references)) if references else ()
    return Library(documents, references, records, shelf.pages, _unread(places, documents))


def _shelf(places: Places) -> _Shelf:
    return _Shelf(
        _yaml(places, places.standards / "commission.yml", Commission),
        _yaml(places, places.opinions / "topics.yml", Topics),
        _yaml(places, places.opinions / "programs.yml", Programs),
        _markdown(places, places.standards.glob("*.md"), Authority),
        _markdown(places, places.standards.glob("statutes/*.md"), Authority),
        _markdown(places, places.opinions.glob("*/*.md"), Opinion),
        _markdown(places, places.pages.glob("*.md"), Written),
    )


def _yaml(places: Places, path: Path, schema: type[Schema]) -> Document[Schema]:
    return document(read_yaml(path, places.relative(path)), schema)


def _markdown(
    places: Places, paths: Iterable[Path], schema: type[Schema]
) -> tuple[Document[Schema], ...]:
    return tuple(
        document(read_record(path, places.relative(path)), schema)
        for path in sorted(paths)
        if not path.parent.is_symlink()
    )


def _all(shelf: _Shelf) -> Iterator[Document[Any]]:
    yield from (shelf.commission, shelf.topics, shelf.programs)
    yield from chain(shelf.standards, shelf.statutes, shelf.opinions, shelf.pages)


def _references(shelf: _Shelf) -> References | None:
    commission, topics, programs = shelf.commission.value, shelf.topics.value, shelf.programs.value
    if commission is None or topics is None or programs is None:
        return None
    kinds = {Kind.STANDARD: shelf.standards, Kind.STATUTE: shelf.statutes}
    held = {(kind, one.value.id): one.value for kind in kinds for one in kinds[kind] if one.value}
    shelved = ((kind, PurePosixPath(one.path).stem) for kind in kinds for one in kinds[kind])
    return References(commission, topics.root, programs.root, held, frozenset(shelved))


def _records(
    places: Places, opinions: Iterable[Document[Opinion]], references: References
) -> Iterator[Record]:
    commission = references.commission
    finder = Finder(commission.authorities)
    for one in opinions:
        if one.draft and (one.source.body or one.source.values is not None):
            text = approved_text(one.source.body, lambda words: bool(commission.approval_in(words)))
            yield Record(one.draft, text, one, finder, _source_sha256(places, one.draft))


def _source_sha256(places: Places, opinion: Opinion) -> str | None:
    try:
        return sha256_of(places.root / opinion.source.file) if opinion.source.file else None
    except UnreadError:
        return None


def _unread(places: Places, documents: Iterable[Document[Any]]) -> tuple[str, ...]:
    read = {one.path for one in documents} | {places.relative(places.schema)}
    folders = (places.opinions, places.standards, places.pages)
    there = chain.from_iterable(folder.rglob("*") for folder in folders)
    files = {path for path in there if not (_is_folder(path) or path.name.startswith("."))}
    return tuple(sorted({places.relative(path) for path in files} - read))


def _is_folder(path: Path) -> bool:
    """Whether it is a folder of the corpus; a link to one leads elsewhere and is not followed."""
    return path.is_dir() and not path.is_symlink()
