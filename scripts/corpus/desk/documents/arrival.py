"""A document that was dropped in, and what became of it: in memory, and noted on disk."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from threading import Lock

from pydantic import TypeAdapter

from corpus.build.atomic import replace_file
from corpus.model.opinion_id import OpinionId
from corpus.paths import CorpusPaths


@dataclass(frozen=True, slots=True)
class DroppedNote:
    """What is noted of a document that is not read yet, or whose result nobody has seen yet."""

    document: str
    """Its file name in the workspace."""
    name: str
    """What it was called when it was dropped in."""
    opinion: OpinionId | None = None
    """The opinion that it is said to be."""
    times_begun: int = 0
    """How often the desk began to read it."""
    is_read: bool = False
    sentences: tuple[str, ...] = ()
    """What a person should know of the reading."""
    keys: tuple[str, ...] = ()
    """The work that it led to."""


_LIST = TypeAdapter(tuple[DroppedNote, ...])


class UnreadDocuments:
    """The documents that the desk reads, or reports, after it was stopped."""

    def __init__(self, paths: CorpusPaths) -> None:
        """The file is made when a document waits."""
        self._file = paths.build / "desk/unread.json"
        self._lock = Lock()

    def all(self) -> tuple[DroppedNote, ...]:
        """The documents in the order in which they came; none if the notes cannot be read."""
        try:
            return _LIST.validate_json(self._file.read_bytes())
        except (OSError, ValueError):
            return ()

    def note(self, documents: Iterable[DroppedNote]) -> None:
        """Note these documents and no others."""
        with self._lock:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            replace_file(self._file, _LIST.dump_json(tuple(documents), indent=1))


_ENOUGH_PAGES = 2
"""The browser may not have got the first page if the desk was stopped; asking again, it has."""
_MOST_BEGUN = 2
_STOPPED_TWICE = (
    "The desk was stopped twice before it had read this document. “Read it again” tries once more. "
    "If that stops the desk too, save the document in another form and drop that in."
)


@dataclass
class Arrival:
    """A document that was dropped in, and what became of it: in memory, and noted on disk."""

    waiting: DroppedNote
    sentences: list[str] = field(default_factory=list)
    """What a person should know, such as why it was refused."""
    keys: list[str] = field(default_factory=list)
    """The work that it led to."""
    is_done: bool = False
    is_given_up: bool = False
    """Whether it stopped the desk twice: a person says whether it is read again."""
    times_shown: int = 0
    """On how many pages it was since it is done."""

    @property
    def name(self) -> str:
        """What the document was called when it was dropped in."""
        return self.waiting.name

    @property
    def is_known(self) -> bool:
        """Whether a person has seen a page that says what became of it."""
        return self.times_shown >= _ENOUGH_PAGES and not self.is_given_up

    @property
    def noted(self) -> DroppedNote:
        """What is kept of it on disk."""
        told = replace(self.waiting, sentences=tuple(self.sentences), keys=tuple(self.keys))
        return self.waiting if self.is_given_up else replace(told, is_read=self.is_done)

    @property
    def opinion(self) -> OpinionId | None:
        """The opinion that the document is said to be, whatever number it gives."""
        return self.waiting.opinion


def arrival_again(noted: DroppedNote) -> Arrival:
    """A document of an earlier run; one that stopped the desk twice is not read a third time."""
    if noted.is_read:
        return Arrival(noted, [*noted.sentences], [*noted.keys], is_done=True)
    if noted.times_begun >= _MOST_BEGUN:
        return Arrival(noted, [_STOPPED_TWICE], is_done=True, is_given_up=True)
    return Arrival(noted)
