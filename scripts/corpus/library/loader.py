"""Read every file of a corpus."""

import gc
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple, TypeAlias, TypeVar

from pydantic import BaseModel

from corpus.citations.finder import CitationFinder
from corpus.findings import Fault, FaultKind
from corpus.library.corpus import Corpus, RecordFile, summarize
from corpus.library.ledger import Seal, read_seal
from corpus.library.record import Record
from corpus.library.references import References
from corpus.model.authority import Authority, authority_model
from corpus.model.authority_kind import AuthorityKind
from corpus.model.commission import Commission
from corpus.model.opinion import (
    MODELS_FOR_UNKNOWN_KINDS,
    Catalogued,
    Opinion,
    RecordFields,
    RecordModels,
    record_models,
)
from corpus.model.opinion_id import OpinionId
from corpus.model.series import Series
from corpus.model.static_page import StaticPage
from corpus.model.vocabularies import Programs, Thesaurus, Topics
from corpus.parsing.field_types import UnreadFieldError
from corpus.parsing.files import read_text, sha256_of
from corpus.parsing.front_matter import RawFile, read_markdown, read_yaml
from corpus.parsing.parsed_file import ParsedFile, parse_file
from corpus.parsing.yaml_text import YamlText
from corpus.paths import CorpusPaths, walk
from corpus.text.approved_text import parse_approved_text

Schema = TypeVar("Schema", bound=BaseModel)
_Ledger: TypeAlias = Mapping[str, Seal | tuple[Fault, ...]]
"""Each file of a ledger by its path: a seal, or its faults."""


_OF_A_PROGRAM = re.compile(r"\.DS_Store|\._.+|\.#.+|\..+\.(?:sw[a-z]|[0-9]+\.new)", re.DOTALL)
"""The names of files that macOS, Emacs, Vim and this program make beside others."""
_THESAURUS = "opinions/thesaurus.yml"


class _Settings(NamedTuple):
    """The files of a corpus except its records, by what they hold."""

    commission: ParsedFile[Commission]
    topics: ParsedFile[Topics]
    programs: ParsedFile[Programs]
    thesaurus: ParsedFile[Thesaurus] | None
    """None if there is no such file."""
    authorities: Mapping[AuthorityKind, tuple[ParsedFile[Authority], ...]]
    pages: tuple[ParsedFile[StaticPage], ...]
    ledger: _Ledger


def load(paths: CorpusPaths) -> Corpus:
    """Read a whole corpus; faults are kept with their file and never stop the reading."""
    with without_garbage_collection():
        corpus = load_without_records(paths)
        loader = RecordLoader(paths, corpus)
        return with_record_files(corpus, map(loader.open, corpus.record_paths))


def with_record_files(corpus: Corpus, files: Iterable[RecordFile]) -> Corpus:
    """The corpus with these record files, which it then holds in memory."""
    files = tuple(files)
    records = {file.parsed_file.path: file.record for file in files if file.record}
    return replace(
        corpus,
        record_paths=tuple(file.parsed_file.path for file in files),
        record_files=files,
        summaries=tuple(filter(None, map(summarize, records.values()))),
        open_record=records.__getitem__,
    )


def load_without_records(paths: CorpusPaths) -> Corpus:
    """Read everything except the records, which are only listed by path."""
    present = _files_in_corpus(paths)
    settings = _read_settings(paths, present)
    published = _read_published_ledger(paths.published_ledger)
    files = tuple(_files(settings, published))
    is_record = _paths_of("opinions", ".md", settings.commission.value).fullmatch
    record_paths = tuple(sorted(filter(is_record, present)))
    seals = _seals(settings.ledger)
    read = {*(file.path for file in files), *settings.ledger, *record_paths}
    schemas = {paths.relative(path) for path in (paths.schema, paths.commission_schema)}
    unread = tuple(sorted(present - read - schemas))
    references, has_ledger = _references(settings), paths.ledger.is_dir()
    return Corpus(
        files,
        references,
        settings.pages,
        record_paths,
        unread,
        seals,
        has_ledger,
        published_seals=_seals(published),
        is_judged=paths.published_ledger is not None,
        today=paths.today,
        kinds=_kinds_of(settings.commission),
    )


class RecordLoader:
    """Reads the records of one corpus."""

    def __init__(self, paths: CorpusPaths, corpus: Corpus) -> None:
        """Prepare to read records that refer to what `corpus` holds."""
        self._paths = paths
        self._references = references = corpus.references
        self._models = (
            MODELS_FOR_UNKNOWN_KINDS if corpus.kinds is None else record_models(corpus.kinds)
        )
        self._finder = (
            CitationFinder(references.commission, corpus.filed_ids) if references else None
        )
        self._series = references.commission.all_series if references else ()

    def open(self, path: str) -> RecordFile:
        """Read a record file."""
        return self.read(self._paths.root / path, path)

    def read(self, file: Path, path: str) -> RecordFile:
        """Read a file as if it were the record file at a path."""
        raw_file = read_markdown(file, path)
        parsed_file = _parse_record(raw_file, self._models, self._series)
        raw, draft = parsed_file.raw, parsed_file.partial
        is_empty = not raw.body and raw.fields is None
        if self._references is None or self._finder is None or draft is None or is_empty:
            return RecordFile(parsed_file, None)
        commission = self._references.commission
        text = parse_approved_text(
            raw.body, commission.is_approval_line, commission.is_further_approval_line
        )
        sha256 = _source_sha256(self._paths, draft)
        record = Record(
            draft, text, parsed_file, self._finder, sha256, commission.separate_opinions
        )
        return RecordFile(parsed_file, record)


@contextmanager
def without_garbage_collection() -> Iterator[None]:
    """Turn the garbage collector off, and keep it from scanning what was made meanwhile.

    Nothing in a corpus is garbage, and scanning it takes half of the time.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_enabled:
            gc.enable()


def _read_settings(paths: CorpusPaths, present: set[str]) -> _Settings:
    commission = _read_yaml(paths, paths.standards / "commission.yml", Commission)
    kinds = _kinds_of(commission) or ()
    is_seal = _paths_of("opinions/ledger", ".txt", commission.value).fullmatch
    seal_paths = filter(is_seal, sorted(present))
    return _Settings(
        commission,
        _read_yaml(paths, paths.opinions / "topics.yml", Topics),
        _read_yaml(paths, paths.opinions / "programs.yml", Programs),
        _read_yaml(paths, paths.root / _THESAURUS, Thesaurus) if _THESAURUS in present else None,
        {kind: _read_authorities(paths, kind) for kind in kinds},
        _read_folder(paths, paths.pages, StaticPage),
        {path: _read_seal(paths.root / path, path) for path in seal_paths},
    )


def _kinds_of(commission: ParsedFile[Commission]) -> tuple[AuthorityKind, ...] | None:
    """The kinds of authority in the settings of a body; None if they cannot be read."""
    with suppress(UnreadFieldError):
        if commission.partial and commission.raw.fields is not None:
            return commission.partial.kinds
    return None


def _read_authorities(paths: CorpusPaths, kind: AuthorityKind) -> tuple[ParsedFile[Authority], ...]:
    return _read_folder(paths, paths.authority_folder(kind.plural), authority_model(kind))


def _read_yaml(paths: CorpusPaths, path: Path, schema: type[Schema]) -> ParsedFile[Schema]:
    return parse_file(read_yaml(path, paths.relative(path)), schema)


def _read_folder(
    paths: CorpusPaths, folder: Path, schema: type[Schema]
) -> tuple[ParsedFile[Schema], ...]:
    """The Markdown files of a folder by name; a link to a folder is not followed."""
    files = () if folder.is_symlink() else sorted(folder.glob("*.md"))
    return tuple(
        parse_file(read_markdown(path, paths.relative(path)), schema)
        for path in files
        if not _OF_A_PROGRAM.fullmatch(path.name)
    )


def _read_seal(path: Path, name: str) -> Seal | tuple[Fault, ...]:
    read = read_text(path, name)
    if read.faults:
        return read.faults
    seal = read_seal(read.text, name)
    return seal if isinstance(seal, Seal) else (seal,)


def _read_published_ledger(ledger: Path | None) -> _Ledger:
    """The published ledger, whatever the settings now say of the series.

    A seal in it that cannot be read is a fault, so that it hides no change.
    """
    return {
        path: _read_seal(Path(entry.path), path)
        for below, entry in (walk(ledger) if ledger and ledger.is_dir() else ())
        if (path := f"opinions/ledger/{below}").endswith(".txt") and _could_be_read(entry)
    }


def _seals(ledger: _Ledger) -> dict[OpinionId, Seal]:
    """The seals of a ledger that could be read."""
    return {seal.id: seal for seal in ledger.values() if isinstance(seal, Seal)}


def _paths_of(folder: str, ending: str, commission: Commission | None) -> re.Pattern[str]:
    """A pattern for the files of opinions in a folder: by series and by year, as in addresses."""
    all_series = commission.all_series if commission else ()
    forms = {series.url.replace("{year}", "[^/]+") for series in all_series} or {"[^/]+/{number}"}
    files = "|".join(form.replace("{number}", "[^/]+") for form in sorted(forms))
    return re.compile(rf"{folder}/(?:{files}){re.escape(ending)}")


def _parse_record(
    raw: RawFile, models: RecordModels, all_series: Sequence[Series]
) -> ParsedFile[Any]:
    """Parse a record by the schema that its fields `text` and `stage` select.

    In a series without years, no record needs one.
    """
    fields = raw.fields if isinstance(raw.fields, dict) else {}
    schema = _schema_of(fields, models)
    name = _series_of(fields, raw.path, all_series)
    needs_year = not any(name == series.id and not series.has_year for series in all_series)
    if fields and not needs_year:
        with_year: Any = {"year": None, **fields}
        file = replace(parse_file(replace(raw, fields=with_year), schema), raw=raw)
    else:
        file = parse_file(raw, schema)
    return _with_series_to_choose(file, all_series)


def _series_of(fields: Mapping[str, Any], path: str, all_series: Sequence[Series]) -> str:
    """The series that a record names, or in whose folder it is; empty if it is in neither."""
    names = {series.id for series in all_series}
    candidates = (fields.get("series"), PurePosixPath(path).parts[1])
    return next((name for name in candidates if name in names), "")


def _with_series_to_choose(file: ParsedFile[Any], all_series: Sequence[Series]) -> ParsedFile[Any]:
    """The file; if the name of a series is no short name, its fault lists the short names."""
    names = {series.name: series.id for series in all_series if series.id}
    if not names:
        return file
    place = file.field_location("series")
    known = ", ".join(f"`{name}`" for name in names.values())
    typed = file.raw.fields.get("series") if isinstance(file.raw.fields, dict) else None
    hint = f"Type `{names[typed]}`." if typed in names else f"Type one of {known}."
    faults = (
        replace(fault, hint=hint)
        if fault.kind is FaultKind.SLUG and fault.location == place
        else fault
        for fault in file.faults
    )
    return replace(file, faults=tuple(faults))


def _schema_of(fields: Mapping[str, Any], models: RecordModels) -> type[RecordFields]:
    if fields.get("text") == "elsewhere":
        return models.elsewhere
    return models.draft if fields.get("stage") == "draft" else models.full


def _files(settings: _Settings, published: _Ledger) -> Iterator[ParsedFile[Any]]:
    yield from (settings.commission, settings.topics, settings.programs)
    yield from filter(None, [settings.thesaurus])
    for path, faults in chain(settings.ledger.items(), published.items()):
        if not isinstance(faults, Seal):
            yield ParsedFile(RawFile(YamlText(path)), None, faults)
    yield from chain(*settings.authorities.values(), settings.pages)


def _references(settings: _Settings) -> References | None:
    commission, topics = settings.commission.value, settings.topics.value
    programs = settings.programs.value
    if commission is None or topics is None or programs is None:
        return None
    files = [(kind, file) for kind, group in settings.authorities.items() for file in group]
    authorities = {(kind, file.value.id): file.value for kind, file in files if file.value}
    stems = frozenset((kind, PurePosixPath(file.path).stem) for kind, file in files)
    thesaurus = settings.thesaurus and settings.thesaurus.value
    synonyms = thesaurus.root if thesaurus else {}
    return References(commission, topics.root, programs.root, authorities, stems, synonyms)


def _source_sha256(paths: CorpusPaths, opinion: Opinion | Catalogued) -> str | None:
    try:
        return sha256_of(paths.root / opinion.source.file) if opinion.source.file else None
    except UnreadFieldError:
        return None


def _files_in_corpus(paths: CorpusPaths) -> set[str]:
    """The files in the folders of records, authorities and pages, relative to the root."""
    folders = (paths.opinions, paths.standards, paths.pages)
    files = {
        f"{paths.relative(folder)}/{path}"
        for folder in folders
        for path, entry in (walk(folder) if folder.is_dir() else ())
        if _could_be_read(entry)
    }
    return files | _misspelled_folders(paths.root, {folder.name for folder in folders})


def _misspelled_folders(root: Path, names: set[str]) -> set[str]:
    """Entries that differ from these names by case alone, and are the same on some systems."""
    entries = {entry.name for entry in os.scandir(root)} - names
    return {entry for entry in entries if entry.casefold() in names}


def _could_be_read(entry: os.DirEntry[str]) -> bool:
    """Whether an entry has the name of a file to read, even if it is a folder or a link.

    Other hidden files are listed too: one that is read by git could hide a seal.
    """
    is_file = not entry.is_dir(follow_symlinks=False)
    return (is_file or entry.name.endswith(".md")) and not _OF_A_PROGRAM.fullmatch(entry.name)
