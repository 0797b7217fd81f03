"""From a root to the library: every file of a corpus is read here."""

import gc
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel

from corpus.citations.finder import Finder
from corpus.findings import Fault
from corpus.library.corpus import Frame, Library, Opened
from corpus.library.ledger import Seal, read_seal
from corpus.library.record import Record, References
from corpus.model.authority import Authority, AuthorityKind
from corpus.model.commission import Commission, Programs, Topics
from corpus.model.opinion import Catalogued, Opinion, Written
from corpus.parsing.field_types import UnreadFieldError
from corpus.parsing.files import read_text, sha256_of
from corpus.parsing.front_matter import RawFile, read_record, read_yaml
from corpus.parsing.parsed_file import ParsedFile, document
from corpus.paths import CorpusPaths
from corpus.text.approved_text import approved_text

Schema = TypeVar("Schema", bound=BaseModel)


_RECORD = re.compile(r"opinions/[^/]+/[^/]+\.md")
_SEAL = re.compile(r"opinions/ledger/[^/]+/[^/]+\.txt")
_SOURCES = "opinions/sources/"
"""Where the documents lie that records name as their source."""


class _Shelf(NamedTuple):
    """The documents of a corpus but its records, by what they are."""

    commission: ParsedFile[Commission]
    topics: ParsedFile[Topics]
    programs: ParsedFile[Programs]
    authorities: Mapping[AuthorityKind, tuple[ParsedFile[Authority], ...]]
    pages: tuple[ParsedFile[Written], ...]
    ledger: Mapping[str, Seal | tuple[Fault, ...]]
    """Each file of the ledger by its path: a seal, or what is wrong with it."""


def load(paths: CorpusPaths, before: Library | None = None) -> Library:
    """Read the whole corpus below a root; what is wrong with a file is kept with it.

    Where all but the records is as it was `before`, so are the records that are the same; then
    garbage is looked for, since a process that reads again and again makes some.
    """
    with nullcontext() if before else keeping_everything():
        frame, known = load_frame(paths), dict[str, Opened]()
        if before and (before.frame.digest, before.frame.filed) == (frame.digest, frame.filed):
            frame, known = replace(frame, references=before.references), before.opened
        opener = Opener(paths, frame)
        opened = [opener.open(name, known.get(name)) for name in frame.opinions]
        records = tuple(record for _, record in opened if record)
        return Library(frame, tuple(document for document, _ in opened), records)


def load_frame(paths: CorpusPaths) -> Frame:
    """Read all but the records."""
    there = _there(paths)
    shelf = _shelf(paths, there)
    documents = tuple(_all(shelf))
    opinions = tuple(sorted(filter(_RECORD.fullmatch, there)))
    seals = {one.id: one for one in shelf.ledger.values() if isinstance(one, Seal)}
    read = {*(one.path for one in documents), *shelf.ledger, *opinions}
    others = there - read - {paths.relative(paths.schema)}
    unread = tuple(sorted(name for name in others if not name.startswith(_SOURCES)))
    references, has_ledger = _references(shelf), paths.ledger.is_dir()
    return Frame(documents, references, shelf.pages, opinions, unread, seals, has_ledger)


class Opener:
    """Opens the records of one corpus."""

    def __init__(self, paths: CorpusPaths, frame: Frame) -> None:
        """Take over what the records refer to."""
        self._paths = paths
        self._references = references = frame.references
        self._finder = Finder(references.commission, frame.filed) if references else None

    def open(self, name: str, before: Opened | None = None) -> Opened:
        """The file of a record, and the record as far as it could be read; the same if it is."""
        if before and self._is_still(name, *before):
            return before
        read = _opinion(read_record(self._paths.root / name, name))
        is_empty = not read.source.body and read.source.values is None
        if self._references is None or self._finder is None or read.draft is None or is_empty:
            return read, None
        text = approved_text(read.source.body, self._references.commission.tells_approval)
        source = _source_sha256(self._paths, read.draft)
        return read, Record(read.draft, text, read, self._finder, source)

    def _is_still(self, name: str, document: ParsedFile[Any], record: Record | None) -> bool:
        """Whether a record that could be read is in its file as it was, and so is its source."""
        if record is None or document.source.faults:
            return False
        read = read_text(self._paths.root / name, name)
        is_same = not read.faults and read.text == document.source.text
        return is_same and record.source_sha256 == _source_sha256(self._paths, record.opinion)


@contextmanager
def keeping_everything() -> Iterator[None]:
    """The collector of garbage is off meanwhile, and never looks at what was made then.

    Nothing of a corpus is garbage, and looking for some takes half of the time.
    """
    was_looking = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_looking:
            gc.enable()


def _shelf(paths: CorpusPaths, there: set[str]) -> _Shelf:
    return _Shelf(
        _yaml(paths, paths.standards / "commission.yml", Commission),
        _yaml(paths, paths.opinions / "topics.yml", Topics),
        _yaml(paths, paths.opinions / "programs.yml", Programs),
        {kind: _documents(paths, paths.shelf(kind), "*.md", Authority) for kind in AuthorityKind},
        _documents(paths, paths.pages, "*.md", Written),
        {name: _seal(paths.root / name, name) for name in filter(_SEAL.fullmatch, sorted(there))},
    )


def _yaml(paths: CorpusPaths, path: Path, schema: type[Schema]) -> ParsedFile[Schema]:
    return document(read_yaml(path, paths.relative(path)), schema)


def _documents(
    paths: CorpusPaths, folder: Path, pattern: str, schema: type[Schema]
) -> tuple[ParsedFile[Schema], ...]:
    files = _paths(folder, pattern)
    return tuple(document(read_record(path, paths.relative(path)), schema) for path in files)


def _paths(folder: Path, pattern: str) -> Iterator[Path]:
    """The files of a folder by name; a link to a folder is not followed."""
    return (path for path in sorted(folder.glob(pattern)) if not path.parent.is_symlink())


def _opinion(source: RawFile) -> ParsedFile[Any]:
    """A record by the schema that its field `text` chooses."""
    is_elsewhere = isinstance(source.values, dict) and source.values.get("text") == "elsewhere"
    return document(source, Catalogued) if is_elsewhere else document(source, Opinion)


def _all(shelf: _Shelf) -> Iterator[ParsedFile[Any]]:
    yield from (shelf.commission, shelf.topics, shelf.programs)
    for path, faults in shelf.ledger.items():
        if not isinstance(faults, Seal):
            yield ParsedFile(RawFile(path), None, faults)
    yield from chain(*shelf.authorities.values(), shelf.pages)


def _references(shelf: _Shelf) -> References | None:
    commission, topics, programs = shelf.commission.value, shelf.topics.value, shelf.programs.value
    if commission is None or topics is None or programs is None:
        return None
    held = {(kind, one.id): one for kind, one in _held(shelf)}
    shelved = (
        (kind, PurePosixPath(one.path).stem)
        for kind in AuthorityKind
        for one in shelf.authorities[kind]
    )
    return References(commission, topics.root, programs.root, held, frozenset(shelved))


def _held(shelf: _Shelf) -> Iterator[tuple[AuthorityKind, Authority]]:
    """The authorities that could be read."""
    for kind, documents in shelf.authorities.items():
        yield from ((kind, one.value) for one in documents if one.value)


def _source_sha256(paths: CorpusPaths, opinion: Opinion | Catalogued) -> str | None:
    try:
        return sha256_of(paths.root / opinion.source.file) if opinion.source.file else None
    except UnreadFieldError:
        return None


def _there(paths: CorpusPaths) -> set[str]:
    """The files that stand among the records, authorities and pages."""
    folders = (paths.opinions, paths.standards, paths.pages)
    found = {name for folder in folders for name in _below(folder, paths.relative(folder))}
    return found | _twins(paths.root, {folder.name for folder in folders})


def _twins(root: Path, names: set[str]) -> set[str]:
    """What differs from these names by the case of letters alone, and is one on some machines."""
    there = {entry.name for entry in os.scandir(root)} - names
    return {one for one in there if one.casefold() in names}


def _below(folder: Path, name: str) -> Iterator[str]:
    """The files below a folder; a link to a folder leads elsewhere and is told like a file."""
    if not folder.is_dir():
        return
    for entry in os.scandir(folder):
        if entry.is_dir(follow_symlinks=False) and not entry.name.endswith(".md"):
            yield from _below(folder / entry.name, f"{name}/{entry.name}")
        elif not entry.name.startswith("."):
            yield f"{name}/{entry.name}"


def _seal(path: Path, name: str) -> Seal | tuple[Fault, ...]:
    read = read_text(path, name)
    if read.faults:
        return read.faults
    seal = read_seal(read.text, name)
    return seal if isinstance(seal, Seal) else (seal,)
