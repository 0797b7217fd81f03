"""The folder of the work on one record: a file for each version, and notes about them.

The notes say which version is the present one. Every file is written in one step, and the notes
come last, so that a kill at any moment loses nothing. Work that is taken off the desk is kept too.
"""

import json
import re
from dataclasses import asdict, dataclass, replace
from itertools import chain, count
from pathlib import Path

from pydantic import TypeAdapter

from corpus.build.atomic import replace_file, write_new_file
from corpus.desk.in_progress.key import by_number, is_key_taken_off
from corpus.desk.in_progress.work import UnreadableWorkError, Work

NOTES = "state.json"
_VERSION = re.compile(r"([0-9]{5}|[1-9][0-9]{5,})\.md")
_WORK = TypeAdapter(Work)


@dataclass(frozen=True, slots=True)
class WorkFolder:
    """The work on one record, on disk."""

    path: Path
    """The folder; its name is the key of the work."""

    @property
    def has_notes(self) -> bool:
        """Whether somebody works on the record."""
        return (self.path / NOTES).is_file()

    def read(self) -> Work:
        """The work as the desk noted it; a field that this version does not know is ignored.

        Raises `UnreadableWorkError`.
        """
        key = self.path.name  # not the one in the notes: the folder may have moved
        try:
            noted = json.loads((self.path / NOTES).read_text(encoding="utf-8"))
            text = self.version_file(noted["past"][-1]).read_text(encoding="utf-8")
            return _WORK.validate_python({**noted, "key": key, "text": text})
        except (OSError, ValueError, LookupError, TypeError, RecursionError):
            raise UnreadableWorkError(key) from None

    def write(self, work: Work) -> None:
        """Write the notes, which makes the change; delete the versions that they do not name."""
        notes = asdict(work)
        del notes["text"]
        replace_file(self.path / NOTES, json.dumps(notes, indent=1))
        named = {*work.past, *work.future}
        for version in self.versions():
            if version not in named:
                self.version_file(version).unlink()

    def go_back_to(self, work: Work) -> None:
        """Write the notes of an earlier moment, as far as its versions are still there."""
        present = set(self.versions())
        if not work.past:
            (self.path / NOTES).unlink()
            return
        past, future = (
            tuple(version for version in versions if version in present)
            for versions in (work.past, work.future)
        )
        self.write(replace(work, past=past, future=future))

    def add_version(self, text: str) -> int:
        """Write a text as the newest version, and return its number."""
        version = max(self.versions(), default=0) + 1
        write_new_file(self.version_file(version), text)
        return version

    def versions(self) -> list[int]:
        """The numbers of the versions, the oldest first; copies of another program do not count."""
        files = (_VERSION.fullmatch(path.name) for path in self.path.glob("*.md"))
        return sorted(int(match[1]) for match in files if match)

    def version_file(self, version: int) -> Path:
        """The file of one version: `00003.md`."""
        return self.path / f"{version:05}.md"

    def last_words(self) -> Path | None:
        """The file of the present version, or the newest one if the notes cannot be read."""
        try:
            notes = json.loads((self.path / NOTES).read_text(encoding="utf-8"))
            file = self.version_file(notes["past"][-1])
        except (OSError, ValueError, LookupError, TypeError, RecursionError):
            file = self.version_file(max(self.versions(), default=0))
        return file if file.is_file() else None


class TakenOff:
    """The folders of work that was taken off the desk, each under a name of its own."""

    def __init__(self, folder: Path) -> None:
        """The folder is made when something is taken off."""
        self._folder = folder

    def names(self) -> list[str]:
        """The names of all work here."""
        names = (path.parent.name for path in self._folder.glob(f"*/{NOTES}"))
        return sorted(filter(is_key_taken_off, names), key=by_number)

    def take(self, work: WorkFolder) -> None:
        """Move work here, under its key, or under its key and a number if that is taken."""
        key = work.path.name
        names = chain([key], (f"{key}~{number}" for number in count(2)))
        free = next(name for name in names if not (self._folder / name).exists())
        self._folder.mkdir(parents=True, exist_ok=True)
        work.path.rename(self._folder / free)

    def give(self, name: str, work: WorkFolder) -> None:
        """Move work away from here."""
        work.path.parent.mkdir(parents=True, exist_ok=True)
        (self._folder / name).rename(work.path)

    def last_words(self) -> dict[str, Path | None]:
        """The file with the last words of all work here, by its name.

        None stands for work without any words.
        """
        return {name: WorkFolder(self._folder / name).last_words() for name in self.names()}
