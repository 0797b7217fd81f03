"""The collection as it would be with the present text of one record that is being edited."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from corpus.checks.registry import UNSEALED
from corpus.checks.runner import check, check_record
from corpus.checks.showable import showable_corpus
from corpus.desk.handover.marks import is_as_handed_over
from corpus.desk.in_progress.collection_files import record_text
from corpus.desk.in_progress.work import UnreadableRecordError, Work
from corpus.desk.in_progress.workspace import Workspace
from corpus.findings import Finding
from corpus.library.corpus import Corpus, RecordFile, ValidCorpus
from corpus.library.loader import RecordLoader, load, with_record_files
from corpus.library.record import Record
from corpus.library.references import References
from corpus.parsing.files import sha256_of_words
from corpus.parsing.front_matter import RawFile, body_of
from corpus.parsing.parsed_file import ParsedFile
from corpus.paths import COMMISSION_SETTINGS, CorpusPaths, walk
from corpus.today import today

_IF_UNREAD = {
    **dict.fromkeys(("title", "summary"), ""),
    **dict.fromkeys(("number", "year"), 0),
    **dict.fromkeys(("approved", "withdrawn")),
}
"""What stands for a field that could not be read; for the others, it is an empty list."""


_NEEDED = {
    COMMISSION_SETTINGS: "The file with the settings of the collection",
    "opinions/topics.yml": "The list of topics",
    "opinions/programs.yml": "The list of programs",
}
"""What nobody can work without, by the path of its file."""
_CLOSED = (
    "is missing or damaged, so the desk cannot show anything. Your words are kept. "
    "Ask the person who looks after the files."
)

"""What the check says of a record that is not sealed; the desk has a button for it."""


class UnreadableCollectionError(Exception):
    """A file that every record needs cannot be read. The message has the findings."""


@dataclass(frozen=True, slots=True)
class Edited:
    """A record that is being edited, in the collection as it would be."""

    path: str
    """The path that the record has or will have."""
    record_file: RecordFile
    corpus: Corpus

    @property
    def record(self) -> Record | None:
        """The record as far as it could be read."""
        return self.record_file.record

    @property
    def raw(self) -> RawFile:
        """The record file as it is typed."""
        return self.record_file.parsed_file.raw

    @property
    def shown(self) -> Record | None:
        """The record with nothing in place of the fields that could not be read."""
        record = self.record
        if record is None:
            return None
        kind = type(record.opinion)
        values = {
            name: record.readable(name, _IF_UNREAD.get(name, ())) for name in kind.model_fields
        }
        return replace(record, opinion=kind.model_construct(**values))

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong with the record, today."""
        return check_record(replace(self.corpus, today=today()), self.path)

    @property
    def showable(self) -> ValidCorpus | None:
        """What pages can show of the collection."""
        return showable_corpus(self.corpus, check(self.corpus))


class Collection:
    """The collection on disk, read again when one of its files changed."""

    def __init__(self, paths: CorpusPaths, workspace: Workspace) -> None:
        """Nothing is read yet."""
        self.paths = paths
        self._workspace = workspace
        self._read: tuple[object, Corpus] | None = None
        self._checked: tuple[Corpus, date, frozenset[str]] | None = None

    @property
    def corpus(self) -> Corpus:
        """The collection as it is on disk."""
        files = frozenset(self._files())
        if self._read is None or self._read[0] != files:
            self._read = (files, load(self.paths))
        return self._read[1]

    @property
    def paths_with_findings(self) -> frozenset[str]:
        """The files in which the check finds anything, today, besides a missing seal."""
        corpus = self.corpus
        day = today()
        if self._checked is None or self._checked[0] is not corpus or self._checked[1] != day:
            findings = check(replace(corpus, today=day))
            paths = (finding.location.path for finding in findings if finding.code != UNSEALED)
            self._checked = (corpus, day, frozenset(paths))
        return self._checked[2]

    @property
    def references(self) -> References:
        """What records refer to; raises `UnreadableCollectionError`."""
        if self.corpus.references is None:
            unread = {file.path for file in self.corpus.files if file.value is None}
            names = (name for path, name in _NEEDED.items() if path in unread)
            raise UnreadableCollectionError(f"{next(names, 'The collection')} {_CLOSED}")
        return self.corpus.references

    def edited(self, work: Work) -> Edited:
        """A record that is being edited, in place of its file."""
        path = self.path_of(work)
        corpus = self.corpus
        others = [
            file for file in corpus.record_files if file.parsed_file.path not in {path, work.record}
        ]
        paths = sorted([*(file.parsed_file.path for file in others), path])
        loader = RecordLoader(self.paths, replace(corpus, record_paths=tuple(paths)))
        file = loader.read(self._workspace.present_file(work), path)
        return Edited(path, file, with_record_files(corpus, [*others, file]))

    def before(self, work: Work) -> Corpus:
        """The collection as it was when the work on a record began."""
        corpus = self.corpus
        path = work.record
        if not path or not work.past:
            return corpus
        others = [file for file in corpus.record_files if file.parsed_file.path != path]
        if work.is_new:
            return with_record_files(corpus, others)
        file = RecordLoader(self.paths, corpus).read(next(self._workspace.files(work)), path)
        return with_record_files(corpus, [*others, file])

    def bodies_of(self, work: Work) -> Iterator[str]:
        """The text of each version up to the present one, the oldest first."""
        for file in self._workspace.files(work):
            yield body_of(file.read_text(encoding="utf-8"))

    def is_changed_elsewhere(self, work: Work) -> bool:
        """Whether another program changed or removed the record file during the work.

        The same text is no change: the desk stopped after saving, before it noted that.
        """
        if not work.record:
            return False
        file = self.paths.root / work.record
        if not file.is_file():
            return True
        try:
            present = sha256_of_words(record_text(file))
        except UnreadableRecordError:
            return True
        return present not in {work.record_digest, sha256_of_words(work.text)}

    def is_as_handed_over(self, work: Work) -> bool:
        """Whether others have the record and its seal as they are now."""
        return is_as_handed_over(work, self.paths.root)

    def findings_in(self, file: ParsedFile[Any]) -> tuple[Finding, ...]:
        """What would be wrong, today, with a file of the collection that is not a record."""
        others = (other for other in self.corpus.files if other.path != file.path)
        corpus = replace(self.corpus, files=(*others, file), today=today())
        return check_record(corpus, file.path)

    def path_of(self, work: Work) -> str:
        """The path of the record file: where it is, or where its number and year put it."""
        if work.record:
            return work.record
        record = self.record_in(self._workspace.present_file(work))
        if record is None or not record.has_id:
            return f"opinions/{work.key}/0.md"
        return f"opinions/{record.id}.md"

    def record_in(self, file: Path) -> Record | None:
        """The record in a file outside the collection, as far as it can be read."""
        return RecordLoader(self.paths, self.corpus).read(file, "opinions/draft/0.md").record

    def _files(self) -> Iterator[tuple[str, int, int]]:
        """Every file that is read, with its size and the time of its last change."""
        for folder in (self.paths.opinions, self.paths.standards, self.paths.pages):
            for path, entry in walk(folder) if folder.is_dir() else ():
                status = entry.stat(follow_symlinks=False)
                yield f"{Path(folder).name}/{path}", status.st_mtime_ns, status.st_size
