"""Work in progress: every version of a record that somebody is editing, kept on disk.

The work on one record is a folder with one file for each version, and a file that says which of
them is the present one. Both are written in one step, so that a kill at any moment loses nothing.
"""

import json
import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from itertools import chain, count
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, TypeAdapter

from corpus.build.atomic import replace_file, write_new_file
from corpus.desk.not_finished import NotFinishedError
from corpus.library.ledger import digest, seal_path
from corpus.model.opinion_id import OpinionId
from corpus.parsing.files import sha256_of
from corpus.paths import CorpusPaths

_KEY = re.compile(r"draft-[0-9]{1,6}|((?:[a-z][a-z0-9]*-)?(?:[0-9]{4}-)?[0-9]{2,6}[a-z]?)")
_DRAFT = re.compile(r"draft-([0-9]{1,6})")
_TAKEN_OFF = re.compile(rf"({_KEY.pattern})(?:~[0-9]+)?")
"""The folder of work that was taken off the desk: its key, counted if there are several."""
_VERSION = re.compile(r"([0-9]{5}|[1-9][0-9]{5,})\.md")
_OPINION_FILE = re.compile(r"opinions/(?:ledger/|sources/)?([^.]+)\..*")
MOST_VERSIONS = 300
"""How many steps back can be undone."""


class ChangedElsewhereError(Exception):
    """The record was changed in another window, or by another program."""


class UnknownWorkError(Exception):
    """There is no such draft and no such record."""


class MovedWorkError(UnknownWorkError):
    """The draft is no longer under its key: it was saved, or taken off the desk."""


class UnreadableWorkError(Exception):
    """What the desk noted of the work on a record cannot be read."""


def _day_or_nothing(value: str) -> str:
    if value:
        date.fromisoformat(value)
    return value


@dataclass(frozen=True, slots=True)
class Work:
    """The work on one record: its present text, and how it got there."""

    key: str
    """`2003-05` for a record of the collection, `draft-1` for one that is not saved yet."""
    text: str
    record: str = ""
    """The path of the record file that it changes; empty if there is none yet."""
    record_digest: str = ""
    """The hash of that file when the work began or was last saved."""
    document: str = ""
    """The file name of the document in the workspace; empty if it has none."""
    document_name: str = ""
    """What the document was called when it was dropped in."""
    to_compare: tuple[str, ...] = ()
    """What a person must look at in the document, in sentences."""
    is_new: bool = False
    """Whether the record file was made at this desk."""
    kept_document: str = ""
    """The path of the document that was copied into the collection with the record."""
    seal: str | None = None
    """The seal before this desk wrote one, empty if there was none; None if it wrote none."""
    handed_over: Annotated[str, AfterValidator(_day_or_nothing)] = ""
    """The day on which it was handed over or sent, `2026-11-26`; empty if it was not."""
    handed_over_as: str = ""
    """The branch that has it; empty if it was downloaded."""
    is_sent: bool = False
    """Whether the branch was sent to the people who review it."""
    handed_over_digest: str = ""
    """The hash of the record and its seal on that day."""
    revision: int = 0
    """Grows with every change, so that two windows notice each other."""
    past: tuple[int, ...] = ()
    """The versions up to the present one."""
    future: tuple[int, ...] = ()
    """The versions that were undone, the next one last."""

    @property
    def can_undo(self) -> bool:
        """Whether there is an earlier version."""
        return len(self.past) > 1

    @property
    def can_take_back(self) -> bool:
        """Whether this desk made the record or wrote its seal."""
        return self.is_new or self.seal is not None

    @property
    def is_saved(self) -> bool:
        """Whether the record file has the same text."""
        return bool(self.record) and self.record_digest == digest(self.text)


_WORK = TypeAdapter(Work)


class Workspace:
    """The work on all records of one collection, below its folder `build/desk`."""

    def __init__(self, paths: CorpusPaths) -> None:
        """The folders are made when something is written."""
        self._paths = paths
        self._folder = paths.build / "desk"

    def keys(self) -> list[str]:
        """The records that somebody works on."""
        folder = self._folder / "work"
        names = (path.parent.name for path in folder.glob("*/state.json"))
        return sorted(filter(_KEY.fullmatch, names), key=_order)

    def all(self) -> Iterator[Work]:
        """The work on each record that can be read."""
        return filter(None, map(self._readable, self.keys()))

    def unreadable(self) -> list[str]:
        """The records of whose work the desk cannot read its notes."""
        return [key for key in self.keys() if self._readable(key) is None]

    def records(self) -> Iterator[str]:
        """The path of each record file in work, also if the notes about it cannot be read."""
        for key in self.keys():
            work = self._readable(key)
            path = (work.record if work else "") or self._record_path(key)
            if path and (self._paths.root / path).is_file():
                yield path

    def open(self, key: str) -> Work:
        """The work on a record, or its file if nobody worked on it yet.

        Raises `UnknownWorkError` or `UnreadableWorkError`.
        """
        name = self._record_path(key)
        if self._state_file(key).is_file():
            return self._noted(key)
        if (draft := _DRAFT.fullmatch(key)) and int(draft[1]) <= self._last_draft():
            raise MovedWorkError(key)
        record = self._paths.root / name
        if not name or not record.is_file() or record.is_symlink():
            raise UnknownWorkError(key)
        text = record.read_text(encoding="utf-8")
        return Work(key, text, name, digest(text))

    def restore(self, key: str) -> Work:
        """Go on with the last words of work whose notes cannot be read.

        If the work was on a record of the collection, its file may have other words: it counts as
        changed by another program. Raises `NotFinishedError` if no words are kept.
        """
        if key not in self.unreadable():
            return self.open(key)
        versions = tuple(self._versions(key))[-MOST_VERSIONS:]
        try:
            text = self.version_file(key, versions[-1]).read_text(encoding="utf-8")
        except (IndexError, OSError, UnicodeDecodeError):
            message = "No words of it are kept. Take it off the desk, and drop its document in."
            raise NotFinishedError(message) from None
        return self._keep(Work(key, text, self._record_path(key), past=versions))

    def _noted(self, key: str) -> Work:
        """The work as the desk noted it; a field that this version does not know is ignored."""
        try:
            noted = json.loads(self._state_file(key).read_text(encoding="utf-8"))
            text = self.version_file(key, noted["past"][-1]).read_text(encoding="utf-8")
            return _WORK.validate_python({**noted, "key": key, "text": text})  # it may have moved
        except (OSError, ValueError, LookupError, TypeError, RecursionError):
            raise UnreadableWorkError(key) from None

    def _readable(self, key: str) -> Work | None:
        try:
            return self._noted(key)
        except UnreadableWorkError:
            return None

    def _record_path(self, key: str) -> str:
        """Where the record of this key is; empty if it is a draft."""
        if not (match := _KEY.fullmatch(key)):
            raise UnknownWorkError(key)
        return f"opinions/{match[1].replace('-', '/')}.md" if match[1] else ""

    def start(self, text: str, document: str, name: str, to_compare: Sequence[str]) -> Work:
        """Begin the work on a record that is not in the collection, with its document."""
        key = self._new_key()
        past = (self._new_version(key, text),)
        return self._keep(Work(key, text, "", "", document, name, tuple(to_compare), past=past))

    def change(self, work: Work, text: str) -> Work:
        """Make this text the present version; the versions that were undone are gone."""
        if text == work.text:
            return work
        past = work.past or (self._new_version(work.key, work.text),)
        present = (*past, self._new_version(work.key, text))[-MOST_VERSIONS:]
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

    def mark_saved(self, work: Work, record: str) -> Work:
        """Note that the record file has the present text; a draft gets the key of its record."""
        opinion = opinion_at(record)
        moved = self._moved(work, key_of(opinion) if opinion else work.key)
        is_new = work.is_new or not work.record
        return self.note(
            replace(moved, record=record, record_digest=digest(work.text), is_new=is_new)
        )

    def mark_taken_back(self, work: Work) -> Work:
        """Note that the record file is gone, and its work a draft again."""
        moved = self._moved(work, self._new_key())
        return self.note(_as_draft(moved))

    def note(self, work: Work) -> Work:
        """Keep what is known about the work, if anybody worked on it."""
        return self._keep(work) if work.past else work

    def _moved(self, work: Work, key: str) -> Work:
        """The work under another key."""
        if key != work.key and self._work_folder(work.key).is_dir():
            if self._work_folder(key).is_dir():
                self.take_off(key)
            self._work_folder(work.key).rename(self._work_folder(key))
        return replace(work, key=key)

    def _new_key(self) -> str:
        """The key of the next draft; no two ever have the same, not even one after the other."""
        key = f"draft-{self._last_draft() + 1}"
        self._folder.mkdir(parents=True, exist_ok=True)
        replace_file(self._folder / "last-draft", key)
        return key

    def _last_draft(self) -> int:
        """The number of the newest draft, also if it was saved or taken off since."""
        try:
            noted = (self._folder / "last-draft").read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            noted = ""
        folders = (path.name.partition("~")[0] for path in self._folder.glob("*/draft-*"))
        drafts = filter(None, map(_DRAFT.fullmatch, [noted, *folders]))
        return max((int(draft[1]) for draft in drafts), default=0)

    def opinions(self) -> frozenset[OpinionId]:
        """The opinions of the collection that somebody works on."""
        return frozenset(filter(None, (opinion_at(work.record) for work in self.all())))

    def mark_handed_over(
        self, opinions: Container[OpinionId | None], day: date, branch: str = ""
    ) -> None:
        """Note that others have these opinions, so that nothing of them can be taken back here.

        They have the files, which may have other words than the desk.
        """
        for work in self.all():
            if opinion_at(work.record) in opinions and (given := self._digest_of_files(work)):
                if work.is_sent and work.handed_over_digest == given:
                    continue
                marked = replace(work, handed_over=day.isoformat(), handed_over_as=branch)
                marked = replace(marked, handed_over_digest=given, is_sent=False)
                self._mark(replace(marked, is_new=False, seal=None))

    def mark_sent(self, branch: str, day: date, opinions: Container[OpinionId | None]) -> None:
        """Note that the people who review a branch have it; these opinions are as it has them."""
        for work in self.all():
            given = work.handed_over_digest
            if work.handed_over and opinion_at(work.record) in opinions:
                given = self._digest_of_files(work)
            elif work.handed_over_as != branch:
                continue
            if not (work.is_sent and work.handed_over_digest == given):
                marked = replace(work, handed_over=day.isoformat(), handed_over_as=branch)
                self._mark(replace(marked, handed_over_digest=given, is_sent=True))

    def is_as_handed_over(self, work: Work) -> bool:
        """Whether others have the record and its seal as they are now."""
        return work.handed_over_digest == self._digest_with_seal(work, work.text)

    def take_off(self, key: str) -> None:
        """Take the work on a record off the desk; its file stays as it is, and so does the work."""
        folder = self._folder / "taken-off"
        names = chain([key], (f"{key}~{number}" for number in count(2)))
        free = next(name for name in names if not (folder / name).exists())
        folder.mkdir(parents=True, exist_ok=True)
        self._work_folder(key).rename(folder / free)

    def taken_off(self) -> dict[str, Path | None]:
        """The work that was taken off the desk, by its name there, with the file of its last words.

        None stands for work without any words.
        """
        folder = self._folder / "taken-off"
        names = (path.parent.name for path in folder.glob("*/state.json"))
        listed = sorted(filter(_TAKEN_OFF.fullmatch, names), key=_order)
        return {name: _last_words(folder / name) for name in listed}

    def put_back(self, name: str) -> Work:
        """Put work on the desk again that was taken off it.

        If other work has its key now, it becomes a draft. Raises `UnreadableWorkError` if the desk
        cannot read its notes; it is on the desk then.
        """
        if name not in self.taken_off():
            raise UnknownWorkError(name)
        own = name.partition("~")[0]
        is_free = not self._work_folder(own).exists()
        key = own if is_free else self._new_key()
        self._work_folder(key).parent.mkdir(parents=True, exist_ok=True)
        (self._folder / "taken-off" / name).rename(self._work_folder(key))
        work = self.open(key)
        return work if is_free else self.note(_as_draft(work))

    def keep_document(self, data: bytes, sha256: str, ending: str) -> str:
        """Keep a document, and return its file name."""
        file = self.document_file(f"{sha256}{ending}")
        if not file.is_file():
            write_new_file(file, data)
        elif sha256_of(file) != sha256:
            replace_file(file, data)
        return file.name

    def document_file(self, name: str) -> Path:
        """Where a document is kept."""
        return self._folder / "documents" / name

    def present_file(self, work: Work) -> Path:
        """The file that has the present text."""
        if work.past:
            return self.version_file(work.key, work.past[-1])
        return self._paths.root / work.record

    def first_file(self, work: Work) -> Path:
        """The file that has the oldest text of work in progress."""
        return self.version_file(work.key, work.past[0])

    def version_file(self, key: str, version: int) -> Path:
        """The file of one version."""
        return self._work_folder(key) / f"{version:05}.md"

    def _work_folder(self, key: str) -> Path:
        return self._folder / "work" / key

    def _state_file(self, key: str) -> Path:
        return self._work_folder(key) / "state.json"

    def _digest_of_files(self, work: Work) -> str:
        """The hash of the record file and its seal; empty if another program removed the record."""
        file = self._paths.root / work.record
        return self._digest_with_seal(work, text_of(file)) if file.is_file() else ""

    def _digest_with_seal(self, work: Work, text: str) -> str:
        opinion = opinion_at(work.record)
        seal = self._paths.root / (seal_path(opinion) if opinion else "")
        return digest(text + (text_of(seal) if seal.is_file() else ""))

    def _mark(self, work: Work) -> None:
        """Note what others have; the windows in which somebody types need not notice."""
        self.note(replace(work, revision=work.revision - 1))

    def _versions(self, key: str) -> list[int]:
        """The numbers of its versions, the oldest first."""
        return _versions_in(self._work_folder(key))

    def _new_version(self, key: str, text: str) -> int:
        version = max(self._versions(key), default=0) + 1
        write_new_file(self.version_file(key, version), text)
        return version

    def _keep(self, work: Work) -> Work:
        """Write which version is the present one; that makes the change."""
        state = asdict(replace(work, revision=work.revision + 1))
        del state["text"]
        replace_file(self._state_file(work.key), json.dumps(state, indent=1))
        kept = {*work.past, *work.future}
        for version in self._versions(work.key):
            if version not in kept:
                self.version_file(work.key, version).unlink()
        return self.open(work.key)


def _as_draft(work: Work) -> Work:
    """The work without what ties it to a record of the collection."""
    return replace(work, record="", record_digest="", is_new=False, kept_document="", seal=None)


def _versions_in(folder: Path) -> list[int]:
    """The numbers of the versions in a folder; copies that another program made do not count."""
    files = (_VERSION.fullmatch(path.name) for path in folder.glob("*.md"))
    return sorted(int(match[1]) for match in files if match)


def _last_words(folder: Path) -> Path | None:
    """The file of the present version, or the newest one if the notes cannot be read."""
    try:
        present = json.loads((folder / "state.json").read_text(encoding="utf-8"))["past"][-1]
        file = folder / f"{present:05}.md"
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        file = folder / f"{max(_versions_in(folder), default=0):05}.md"
    return file if file.is_file() else None


def opinion_at(path: str) -> OpinionId | None:
    """The opinion whose record, seal, or document is at a path below the root."""
    match = _OPINION_FILE.fullmatch(path)
    return OpinionId.read(match[1]) if match else None


def text_of(file: Path) -> str:
    """The text of a file that another program may have written in another encoding."""
    return file.read_text(encoding="utf-8", errors="replace")


def key_of(opinion: OpinionId) -> str:
    """The key of the work on an opinion of the collection."""
    return str(opinion).replace("/", "-")


def _order(key: str) -> list[tuple[bool, int, str]]:
    """Numbers by their size, and before words."""
    parts = re.findall("[0-9]+|[a-z]+", key)
    return [(not part.isdecimal(), int(part) if part.isdecimal() else 0, part) for part in parts]
