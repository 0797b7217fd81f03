"""Read every file of a corpus."""

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from corpus.citations.finder import CitationFinder
from corpus.library.corpus import Corpus, RecordFile, outline_of
from corpus.library.present_files import files_in_corpus, paths_of
from corpus.library.record import Record
from corpus.library.record_parser import approved_text, parse_record
from corpus.library.settings import (
    files_in,
    kinds_of,
    read_published_ledger,
    read_settings,
    references_in,
    seals_in,
)
from corpus.model.commission import Commission
from corpus.model.opinion import Catalogued, Opinion
from corpus.model.record_models import MODELS_FOR_UNKNOWN_KINDS, record_models
from corpus.parsing.field_types import UnreadFieldError
from corpus.parsing.files import sha256_of
from corpus.parsing.front_matter import RawFile, read_markdown
from corpus.parsing.parsed_file import ParsedFile
from corpus.paths import CorpusPaths


def load(paths: CorpusPaths) -> Corpus:
    """Read a whole corpus; faults are kept with their file and never stop the reading."""
    with without_garbage_collection():
        corpus = load_without_records(paths)
        loader = RecordLoader(paths, corpus)
        return with_record_files(corpus, loader.open_all(corpus.record_paths))


def with_record_files(corpus: Corpus, files: Iterable[RecordFile]) -> Corpus:
    """The corpus with these record files, which it then holds in memory."""
    files = tuple(sorted(files, key=lambda file: file.parsed_file.path))
    records = {file.parsed_file.path: file.record for file in files if file.record}
    outlines = map(partial(outline_of, sealed=corpus.sealed_ids), records.values())
    return replace(
        corpus,
        record_paths=tuple(file.parsed_file.path for file in files),
        record_files=files,
        outlines=tuple(filter(None, outlines)),
        open_record=records.__getitem__,
    )


def load_without_records(paths: CorpusPaths) -> Corpus:
    """Read everything except the records, which are only listed by path."""
    present = files_in_corpus(paths)
    settings = read_settings(paths, present)
    published = read_published_ledger(paths.published_ledger)
    files = tuple(files_in(settings, published))
    record_path = paths_of("opinions", ".md", settings.commission.value)
    record_paths = tuple(sorted(filter(record_path.fullmatch, present)))
    seals = seals_in(settings.ledger)
    read = {*(file.path for file in files), *settings.ledger, *record_paths}
    schemas = {paths.relative(path) for path in (paths.schema, paths.commission_schema)}
    unread = tuple(sorted(present - read - schemas))
    references = references_in(settings)
    has_ledger = paths.ledger.is_dir()
    return Corpus(
        files=files,
        references=references,
        pages=settings.pages,
        record_paths=record_paths,
        unread_paths=unread,
        seals=seals,
        has_ledger=has_ledger,
        published_seals=seals_in(published),
        is_judged=paths.published_ledger is not None,
        today=paths.today,
        kinds=kinds_of(settings.commission),
    )


class _Settings(NamedTuple):
    """The settings of a body, and the finder of citations that follows from them."""

    commission: Commission
    finder: CitationFinder


class RecordLoader:
    """Reads the records of one corpus."""

    def __init__(self, paths: CorpusPaths, corpus: Corpus) -> None:
        """Prepare to read records that refer to what `corpus` holds."""
        self._paths = paths
        self._root = str(paths.root)
        commission = corpus.references.commission if corpus.references else None
        self._models = (
            MODELS_FOR_UNKNOWN_KINDS if corpus.kinds is None else record_models(corpus.kinds)
        )
        self._settings = (
            _Settings(commission, CitationFinder(commission, corpus.filed_ids))
            if commission
            else None
        )
        self._series = commission.all_series if commission else ()

    def open(self, path: str) -> RecordFile:
        """Read a record file."""
        return self.open_all([path])[0]

    def open_all(self, paths: Sequence[str]) -> tuple[RecordFile, ...]:
        """Read record files, each step for all of them.

        A processor repeats one step a quarter faster than it takes all steps for each record.
        """
        # A `Path` for each record would take as long as reading its file.
        return self._parsed([read_markdown(f"{self._root}/{path}", path) for path in paths])

    def read(self, file: Path | str, path: str) -> RecordFile:
        """Read a file as if it were the record file at a path."""
        return self._parsed([read_markdown(file, path)])[0]

    def _parsed(self, raw_files: Sequence[RawFile]) -> tuple[RecordFile, ...]:
        files = [parse_record(raw, self._models, self._series) for raw in raw_files]
        return tuple(RecordFile(file, self._record(file)) for file in files)

    def _record(self, file: ParsedFile[Any]) -> Record | None:
        """The record in a file; None if it is empty, or if the settings could not be read."""
        raw = file.raw
        opinion = file.partial
        is_empty = not raw.body and raw.fields is None
        if self._settings is None or opinion is None or is_empty:
            return None
        commission, finder = self._settings
        text = approved_text(raw, commission)
        sha256 = _source_sha256(self._paths, opinion)
        return Record(opinion, text, file, finder, sha256, commission.separate_opinions)


@contextmanager
def without_garbage_collection() -> Iterator[None]:
    """Turn the garbage collector off, and exempt what was made meanwhile from later scans.

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


def _source_sha256(paths: CorpusPaths, opinion: Opinion | Catalogued) -> str | None:
    try:
        return sha256_of(paths.root / opinion.source.file) if opinion.source.file else None
    except UnreadFieldError:
        return None
