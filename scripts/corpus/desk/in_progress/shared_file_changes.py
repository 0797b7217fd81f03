"""Changes that this desk made to authorities, topics and settings, which can be taken back."""

import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from shutil import rmtree

from pydantic import TypeAdapter

from corpus.build.atomic import replace_file, replace_text, write_new_file
from corpus.desk.errors import NotFinishedError
from corpus.desk.in_progress.collection_files import require_room
from corpus.desk.in_progress.work import ChangedElsewhereError
from corpus.paths import CorpusPaths

_NOTE = re.compile(r"([0-9]{5}|[1-9][0-9]{5,})\.json")


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file as it was and as it is, and what that means."""

    path: str
    before: str | None
    """None if there was no such file."""
    after: str
    what: str
    """What happened, in a few words."""


_CHANGE = TypeAdapter(FileChange)
_PATHS = TypeAdapter(list[str])


class SharedFileChanges:
    """The changes that were made at this desk, below `build/desk`, the oldest first.

    A change is noted before its file is written, so that a kill between the two leaves a note of a
    change that is not there, and never a change without a note.
    """

    def __init__(self, paths: CorpusPaths) -> None:
        """The folder is made when something is written."""
        self._root = paths.root
        self._folder = paths.build / "desk/changes"
        self._handed_over = paths.build / "desk/handed-over-files.json"

    def make(self, change: FileChange) -> int:
        """Write a file, and return the number under which it can be taken back.

        Raises `ChangedElsewhereError` if the file is no longer as it was, `NotFinishedError` if no
        file may be that large.
        """
        require_room(change.after, "The file")
        number = max(self._numbers(), default=0) + 1
        if self._present(change.path) != change.before:
            raise ChangedElsewhereError
        write_new_file(self._note(number), json.dumps(asdict(change), ensure_ascii=False))
        self._write(change.path, change.after)
        return number

    def undoable(self) -> dict[int, FileChange]:
        """The changes that can be taken back: the last one of each file."""
        noted = {number: self._read(number) for number in self._numbers()}
        last = {
            change.path: number
            for number, change in noted.items()
            if change is not None and self._stands(change)
        }
        return {
            number: change for number, change in noted.items() if change and number in last.values()
        }

    def take_back(self, number: int) -> None:
        """Put the file back as it was; raises `NotFinishedError`."""
        change = self.undoable().get(number)
        if change is None:
            raise NotFinishedError("This was changed again. It cannot be taken back here.")
        if change.before is None:
            (self._root / change.path).unlink()
        else:
            self._write(change.path, change.before)
        self._note(number).unlink()

    def files(self) -> list[str]:
        """Every file changed here that still exists, including those handed over."""
        changed = {change.path for change in self.undoable().values()}
        paths = sorted({*self._files_handed_over(), *changed})
        return [path for path in paths if (self._root / path).is_file()]

    def forget(self) -> None:
        """Note that a change has left this desk, so that it cannot be taken back here."""
        if self.undoable():
            replace_file(self._handed_over, _PATHS.dump_json(self.files()).decode())
        rmtree(self._folder, ignore_errors=True)

    def _files_handed_over(self) -> list[str]:
        try:
            return _PATHS.validate_json(self._handed_over.read_bytes())
        except (OSError, ValueError):
            return []

    def _numbers(self) -> Iterator[int]:
        notes = (_NOTE.fullmatch(file.name) for file in self._folder.glob("*.json"))
        return iter(sorted(int(note[1]) for note in notes if note))

    def _note(self, number: int) -> Path:
        return self._folder / f"{number:05}.json"

    def _read(self, number: int) -> FileChange | None:
        """A change that was noted; None if the note cannot be read, but its number stays."""
        try:
            return _CHANGE.validate_json(self._note(number).read_bytes())
        except (OSError, ValueError):
            return None

    def _stands(self, change: FileChange) -> bool:
        return self._present(change.path) == change.after

    def _present(self, path: str) -> str | None:
        file = self._root / path
        return file.read_text(encoding="utf-8") if file.is_file() else None

    def _write(self, path: str, text: str) -> None:
        file = self._root / path
        if file.is_file():
            replace_text(file, text)
        else:
            write_new_file(file, text)
