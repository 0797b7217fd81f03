"""The work that was taken off the desk: all of it is kept, and can be put back."""

from itertools import chain, count
from pathlib import Path

from corpus.desk.in_progress.folder import NOTES, WorkFolder
from corpus.desk.in_progress.key import by_number, is_key_taken_off


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
