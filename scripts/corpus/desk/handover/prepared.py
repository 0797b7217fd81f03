"""The branches that this desk prepared, as noted on disk: no other can be sent from here."""

from dataclasses import dataclass, replace
from datetime import date

from pydantic import TypeAdapter

from corpus.build.atomic import replace_file
from corpus.model.opinion_id import OpinionId
from corpus.paths import CorpusPaths


@dataclass(frozen=True, slots=True)
class Prepared:
    """A branch that was prepared."""

    branch: str
    tree: str
    """The name that git gives to its files, so that the same files are not prepared twice."""
    commits: tuple[str, ...]
    """The message of each commit."""
    opinions: frozenset[OpinionId]
    """The opinions that the commits change."""
    day: date
    is_marked: bool = False
    """Whether the work on its opinions says that they were handed over."""
    is_sent: bool = False
    sent_before: tuple[str, ...] = ()
    """The messages of the commits that it continues from, which were sent before it."""


_LIST = TypeAdapter(tuple[Prepared, ...])


class PreparedBranches:
    """The branches that this desk prepared, the oldest first.

    A branch is noted before it is made, so that a kill between the two leaves no branch of which
    the desk does not know.
    """

    def __init__(self, paths: CorpusPaths) -> None:
        """The file is made when a branch is noted."""
        self._file = paths.build / "desk/prepared.json"

    def all(self) -> tuple[Prepared, ...]:
        """Every branch; none if the notes cannot be read, so that the work is prepared again."""
        try:
            return _LIST.validate_json(self._file.read_bytes())
        except (OSError, ValueError):
            return ()

    @property
    def newest(self) -> Prepared | None:
        """The branch that was made last."""
        made = [prepared for prepared in self.all() if prepared.is_marked]
        return made[-1] if made else None

    @property
    def to_send(self) -> Prepared | None:
        """The newest branch if it was not sent; it has what the older ones have."""
        newest = self.newest
        return newest if newest and not newest.is_sent else None

    @property
    def last_sent(self) -> Prepared | None:
        """The branch that was sent last; a new one continues from it."""
        sent = [prepared for prepared in self.all() if prepared.is_sent]
        return sent[-1] if sent else None

    def get(self, branch: str) -> Prepared | None:
        """A branch by its name; None if it was not prepared here."""
        return next((prepared for prepared in self.all() if prepared.branch == branch), None)

    def note(self, prepared: Prepared) -> None:
        """Note a branch, in the place of what was noted of it before."""
        noted = {other.branch: other for other in self.all()} | {prepared.branch: prepared}
        self._file.parent.mkdir(parents=True, exist_ok=True)
        replace_file(self._file, _LIST.dump_json(tuple(noted.values()), indent=1))

    def mark_sent(self, branch: str) -> None:
        """Note that the people who review it have a branch."""
        if prepared := self.get(branch):
            self.note(replace(prepared, is_sent=True))
