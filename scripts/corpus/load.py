"""From a root to the library: every file of a corpus is read here, and read once."""

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple, TypeAlias, TypeVar

from pydantic import BaseModel

from corpus.authorities import Authority, Kind
from corpus.citations import Finder
from corpus.documents import Document, document
from corpus.findings import Fault
from corpus.ledger import Seal, read_seal
from corpus.model import Catalogued, Entry, Opinion, OpinionId, Written
from corpus.places import Places
from corpus.read import read_text, sha256_of
from corpus.records import Library, Record, References
from corpus.scalars import UnreadError
from corpus.sources import Source, read_record, read_yaml
from corpus.text import approved_text
from corpus.vocabulary import Commission, Programs, Topics

Schema = TypeVar("Schema", bound=BaseModel)


OpinionDocument: TypeAlias = Document[Opinion] | Document[Catalogued]


class _Shelf(NamedTuple):
    """The documents of a corpus by what they are."""

    commission: Document[Commission]
    topics: Document[Topics]
    programs: Document[Programs]
    authorities: Mapping[Kind, tuple[Document[Authority], ...]]
    opinions: tuple[OpinionDocument, ...]
    pages: tuple[Document[Written], ...]
    ledger: Mapping[str, Seal | tuple[Fault, ...]]
    """Each file of the ledger by its path: a seal, or what is wrong with it."""


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
    seals = {one.id: one for one in shelf.ledger.values() if isinstance(one, Seal)}
    read = {*(one.path for one in documents), *shelf.ledger, places.relative(places.schema)}
    unread = tuple(sorted(_there(places) - read))
    has_ledger = places.ledger.is_dir()
    return Library(documents, references, records, shelf.pages, unread, seals, has_ledger)


def _shelf(places: Places) -> _Shelf:
    return _Shelf(
        _yaml(places, places.standards / "commission.yml", Commission),
        _yaml(places, places.opinions / "topics.yml", Topics),
        _yaml(places, places.opinions / "programs.yml", Programs),
        {kind: _documents(places, places.shelf(kind), "*.md", Authority) for kind in Kind},
        tuple(_opinion(one) for one in _sources(places, places.opinions, "*/*.md")),
        _documents(places, places.pages, "*.md", Written),
        dict(_ledger(places)),
    )


def _yaml(places: Places, path: Path, schema: type[Schema]) -> Document[Schema]:
    return document(read_yaml(path, places.relative(path)), schema)


def _documents(
    places: Places, folder: Path, pattern: str, schema: type[Schema]
) -> tuple[Document[Schema], ...]:
    return tuple(document(source, schema) for source in _sources(places, folder, pattern))


def _sources(places: Places, folder: Path, pattern: str) -> Iterator[Source]:
    """The Markdown files of a folder by name; a link to a folder is not followed."""
    for path in sorted(folder.glob(pattern)):
        if not path.parent.is_symlink():
            yield read_record(path, places.relative(path))


def _opinion(source: Source) -> OpinionDocument:
    """A record by the schema that its field `text` chooses."""
    is_elsewhere = isinstance(source.values, dict) and source.values.get("text") == "elsewhere"
    return document(source, Catalogued) if is_elsewhere else document(source, Opinion)


def _all(shelf: _Shelf) -> Iterator[Document[Any]]:
    yield from (shelf.commission, shelf.topics, shelf.programs)
    for path, faults in shelf.ledger.items():
        if not isinstance(faults, Seal):
            yield Document(Source(path), None, faults)
    yield from chain(*shelf.authorities.values(), shelf.opinions, shelf.pages)


def _references(shelf: _Shelf) -> References | None:
    commission, topics, programs = shelf.commission.value, shelf.topics.value, shelf.programs.value
    if commission is None or topics is None or programs is None:
        return None
    held = {(kind, one.id): one for kind, one in _held(shelf)}
    shelved = (
        (kind, PurePosixPath(one.path).stem) for kind in Kind for one in shelf.authorities[kind]
    )
    return References(commission, topics.root, programs.root, held, frozenset(shelved))


def _held(shelf: _Shelf) -> Iterator[tuple[Kind, Authority]]:
    """The authorities that could be read."""
    for kind, documents in shelf.authorities.items():
        yield from ((kind, one.value) for one in documents if one.value)


def _records(
    places: Places, opinions: Iterable[OpinionDocument], references: References
) -> Iterator[Record]:
    commission = references.commission
    finder = Finder(commission, filter(None, map(_id, opinions)))
    for one in opinions:
        if one.draft and _says_something(one.source):
            text = approved_text(one.source.body, lambda words: bool(commission.approval_in(words)))
            yield Record(one.draft, text, one, finder, _source_sha256(places, one.draft))


def _says_something(source: Source) -> bool:
    return bool(source.body) or source.values is not None


def _id(opinion: OpinionDocument) -> OpinionId | None:
    """The year and number of a record, where they could be read."""
    try:
        return opinion.draft.id if opinion.draft else None
    except UnreadError:
        return None


def _source_sha256(places: Places, opinion: Entry) -> str | None:
    try:
        return sha256_of(places.root / opinion.source.file) if opinion.source.file else None
    except UnreadError:
        return None


def _there(places: Places) -> set[str]:
    """The files that stand among the records, authorities and pages."""
    folders = (places.opinions, places.standards, places.pages)
    there = chain.from_iterable(folder.rglob("*") for folder in folders)
    return {
        places.relative(path)
        for path in there
        if not (_is_folder(path) or path.name.startswith("."))
    }


def _ledger(places: Places) -> Iterator[tuple[str, Seal | tuple[Fault, ...]]]:
    for path in sorted(places.ledger.glob("*/*.txt")):
        name = places.relative(path)
        yield name, _seal(path, name)


def _seal(path: Path, name: str) -> Seal | tuple[Fault, ...]:
    read = read_text(path, name)
    if read.faults:
        return read.faults
    seal = read_seal(read.text, name)
    return seal if isinstance(seal, Seal) else (seal,)


def _is_folder(path: Path) -> bool:
    """Whether it is a folder of the corpus; a link to one leads elsewhere and is not followed."""
    return path.is_dir() and not path.is_symlink()
