"""A document that was dropped in, and what became of it."""

from dataclasses import dataclass, field, replace

from corpus.desk.documents.unread import DroppedNote
from corpus.model.opinion_id import OpinionId

_ENOUGH_PAGES = 2
"""The browser may not have got the first page if the desk was stopped; asking again, it has."""
_MOST_BEGUN = 2
_STOPPED_TWICE = (
    "The desk was stopped twice before it had read this document. “Read it again” tries once more. "
    "If that stops the desk too, save the document in another form and drop that in."
)


@dataclass
class Arrival:
    """A document that was dropped in, and what became of it."""

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
