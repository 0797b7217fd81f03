"""Work in progress: the last versions of a record that somebody is editing, kept on disk."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from secrets import token_hex

from corpus.build.atomic import replace_file, write_new_file
from corpus.desk.errors import NotFinishedError
from corpus.desk.in_progress.collection_files import record_text, require_room
from corpus.desk.in_progress.folder import NOTES, TakenOff, WorkFolder
from corpus.desk.in_progress.key import (
    by_number,
    draft_key,
    draft_number,
    is_key,
    key_of,
    key_taken_off,
    opinion_at,
    record_path,
)
from corpus.desk.in_progress.work import MovedWorkError, UnknownWorkError, UnreadableWorkError, Work
from corpus.model.opinion_id import OpinionId
from corpus.parsing.files import sha256_of, sha256_of_words
from corpus.paths import CorpusPaths

MOST_VERSIONS = 300
"""How many steps back can be undone."""


class Workspace:
    """The work on all records of one collection, below its folder `build/desk`."""

    def __init__(self, paths: CorpusPaths) -> None:
        """The folders are made when something is written."""
        self.root = paths.root
        self._folder = paths.build / "desk"
        self.documents = DroppedDocuments(self._folder / "documents")
        self.taken_off = TakenOff(self._folder / "taken-off")
        self._name_of_run = token_hex(8)

    @property
    def name(self) -> str:
        """A name that no other workspace has: what a browser keeps belongs to this one alone.

        It is kept on disk, and for this run if nothing can be written.
        """
        file = self._folder / "name"
        with suppress(OSError):
            if not file.is_file():
                write_new_file(file, token_hex(8))
        try:
            return file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return self._name_of_run

    def keys(self) -> list[str]:
        """The records that somebody works on."""
        folder = self._folder / "work"
        names = (path.parent.name for path in folder.glob(f"*/{NOTES}"))
        return sorted(filter(is_key, names), key=by_number)

    def all(self) -> Iterator[Work]:
        """The work on each record that can be read."""
        return filter(None, map(self._readable, self.keys()))

    def unreadable(self) -> list[str]:
        """The keys of work whose notes cannot be read."""
        return [key for key in self.keys() if self._readable(key) is None]

    def records(self) -> Iterator[str]:
        """The path of each record in work, even if the notes about it cannot be read."""
        for key in self.keys():
            work = self._readable(key)
            path = (work.record if work else "") or record_path(key)
            if path and (self.root / path).is_file():
                yield path

    def open(self, key: str) -> Work:
        """The work on a record, or its file if nobody worked on it yet.

        Raises `UnknownWorkError`, `UnreadableWorkError` or `UnreadableRecordError`.
        """
        name = record_path(key)
        folder = self._folder_of(key)
        if folder.has_notes:
            return folder.read()
        record = self.root / name
        if not name or not record.is_file() or record.is_symlink():
            raise self._not_here(key)
        text = record_text(record)
        return Work(key, text, name, sha256_of_words(text))

    def _not_here(self, key: str) -> UnknownWorkError:
        """Why there is no work under a key, and where it is if it has another one now."""
        now = next((work.key for work in self.all() if key in work.keys_before), "")
        if now or 0 < draft_number(key) <= self._last_draft():
            return MovedWorkError(key, now)
        return UnknownWorkError(key)

    def restore(self, key: str) -> Work:
        """Go on with the last words of work whose notes cannot be read.

        If the work was on a record of the collection, its file may have other words: it counts as
        changed by another program. Raises `NotFinishedError` if no words are kept.
        """
        if key not in self.unreadable():
            return self.open(key)
        folder = self._folder_of(key)
        versions = tuple(folder.versions())[-MOST_VERSIONS:]
        try:
            text = folder.version_file(versions[-1]).read_text(encoding="utf-8")
        except (IndexError, OSError, UnicodeDecodeError):
            message = "No words of it are kept. Take it off the desk, and drop its document in."
            raise NotFinishedError(message) from None
        return self._keep(Work(key, text, record_path(key), past=versions))

    def _readable(self, key: str) -> Work | None:
        try:
            return self._folder_of(key).read()
        except UnreadableWorkError:
            return None

    def start(self, text: str, document: str, name: str, to_compare: Sequence[str]) -> Work:
        """Begin the work on a record that is not in the collection, with its document."""
        require_room(text, "The opinion")
        key = self._new_key()
        past = (self._folder_of(key).add_version(text),)
        work = Work(
            key,
            text,
            document=document,
            document_name=name,
            to_compare=tuple(to_compare),
            past=past,
        )
        return self._keep(work)

    def change(self, work: Work, text: str) -> Work:
        """Make this text the present version; the versions that were undone are gone.

        Raises `NotFinishedError` if no file of the collection may be that large.
        """
        if text == work.text:
            return work
        require_room(text, "The opinion")
        folder = self._folder_of(work.key)
        past = work.past or (folder.add_version(work.text),)
        present = (*past, folder.add_version(text))
        if len(present) > MOST_VERSIONS:  # the first one stays: it has all words of the document
            present = (present[0], *present[1 - MOST_VERSIONS :])
        return self._keep(replace(work, past=present, future=()))

    def fill(
        self, work: Work, text: str, document: str, name: str, to_compare: Sequence[str]
    ) -> Work:
        """Put the text of a document into a record that had none."""
        compare = tuple(to_compare)
        given = replace(work, document=document, document_name=name, to_compare=compare)
        return self.change(given, text)

    def undo(self, work: Work) -> Work:
        """Go back to the version before."""
        if not work.can_undo:
            return work
        *past, undone = work.past
        return self._keep(replace(work, past=tuple(past), future=(*work.future, undone)))

    def redo(self, work: Work) -> Work:
        """Go to the version that was undone last."""
        if not work.future:
            return work
        *future, again = work.future
        return self._keep(replace(work, past=(*work.past, again), future=tuple(future)))

    def go_back_to(self, work: Work) -> None:
        """Forget a step that was not finished: the notes are again as they were before it."""
        folder = self._folder_of(work.key)
        if folder.has_notes and folder.read().revision != work.revision:
            folder.go_back_to(work)

    def mark_saved(self, work: Work, record: str) -> Work:
        """Note that the record file has the present text; a draft gets the key of its record."""
        opinion = opinion_at(record)
        moved = self._moved(work, key_of(opinion) if opinion else work.key)
        is_new = work.is_new or not work.record
        return self.note(
            replace(moved, record=record, record_digest=sha256_of_words(work.text), is_new=is_new)
        )

    def mark_taken_back(self, work: Work) -> Work:
        """Note that the record file is gone, and its work a draft again."""
        moved = self._moved(work, self._new_key())
        return self.note(moved.as_draft)

    def note(self, work: Work) -> Work:
        """Keep what is known about the work, if anybody worked on it."""
        return self._keep(work) if work.past else work

    def _moved(self, work: Work, key: str) -> Work:
        """The work under another key."""
        if key == work.key:
            return work
        before, after = self._folder_of(work.key).path, self._folder_of(key).path
        if before.is_dir():
            if after.is_dir():
                self.take_off(key)
            before.rename(after)
        before_that = (other for other in work.keys_before if other not in {key, work.key})
        return replace(work, key=key, keys_before=(*before_that, work.key))

    def _new_key(self) -> str:
        """The key of the next draft; a key is never reused."""
        key = draft_key(self._last_draft() + 1)
        self._folder.mkdir(parents=True, exist_ok=True)
        replace_file(self._folder / "last-draft", key)
        return key

    def _last_draft(self) -> int:
        """The number of the newest draft, even if it was saved or taken off since."""
        try:
            noted = (self._folder / "last-draft").read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            noted = ""
        folders = (key_taken_off(path.name) for path in self._folder.glob("*/draft-*"))
        return max(map(draft_number, [noted, *folders]))

    def opinions(self) -> frozenset[OpinionId]:
        """The opinions of the collection that somebody works on."""
        return frozenset(filter(None, (opinion_at(work.record) for work in self.all())))

    def take_off(self, key: str) -> None:
        """Take the work on a record off the desk; its file stays as it is, and so does the work."""
        self.taken_off.take(self._folder_of(key))

    def put_back(self, name: str) -> Work:
        """Put work on the desk again that was taken off it.

        If other work has its key now, it becomes a draft. Raises `UnreadableWorkError` if the desk
        cannot read its notes; it is on the desk then.
        """
        if name not in self.taken_off.names():
            raise UnknownWorkError(name)
        own = key_taken_off(name)
        is_free = not self._folder_of(own).path.exists()
        key = own if is_free else self._new_key()
        self.taken_off.give(name, self._folder_of(key))
        work = self.open(key)
        return work if is_free else self.note(work.as_draft)

    def present_file(self, work: Work) -> Path:
        """The file that has the present text."""
        if work.past:
            return self._folder_of(work.key).version_file(work.past[-1])
        return self.root / work.record

    def files(self, work: Work) -> Iterator[Path]:
        """The files of its versions up to the present one, the oldest first."""
        return map(self._folder_of(work.key).version_file, work.past)

    def _folder_of(self, key: str) -> WorkFolder:
        return WorkFolder(self._folder / "work" / key)

    def _keep(self, work: Work) -> Work:
        """Write the work down; a window that shows an older revision notices."""
        self._folder_of(work.key).write(replace(work, revision=work.revision + 1))
        return self.open(work.key)


class DroppedDocuments:
    """The documents of the work on the desk."""

    def __init__(self, folder: Path) -> None:
        """The folder is made when a document is kept."""
        self._folder = folder

    def keep(self, data: bytes, sha256: str, ending: str) -> Path:
        """Keep a document, and return its file."""
        file = self.file(f"{sha256}{ending}")
        if not file.is_file():
            write_new_file(file, data)
        elif sha256_of(file) != sha256:
            replace_file(file, data)
        return file

    def file(self, name: str) -> Path:
        """Where the document of this file name is kept."""
        return self._folder / name
