"""Notes on disk about dropped documents, until a person has seen what became of them."""

from collections.abc import Iterable
from dataclasses import dataclass
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
