"""The work on one record as a value, and what can be wrong with it."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated

from pydantic import AfterValidator

from corpus.parsing.files import sha256_of_words


class ChangedElsewhereError(Exception):
    """The record was changed in another window, or by another program."""


class ChangedFileError(ChangedElsewhereError):
    """Another program changed the file of the record."""


class UnknownWorkError(Exception):
    """There is no such draft and no such record."""


class MovedWorkError(UnknownWorkError):
    """The work is no longer under its key: it was saved, taken back, or taken off the desk."""

    def __init__(self, key: str, now: str = "") -> None:
        """`now` is the key that it has now; empty if it is not on the desk."""
        super().__init__(key)
        self.now = now


class UnreadableWorkError(Exception):
    """What the desk noted of the work on a record cannot be read."""


class UnreadableRecordError(Exception):
    """The file of a record has no fields that can be read, so no form can change them."""


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
    keys_before: tuple[str, ...] = ()
    """The keys that it had, for windows that still show one of them."""
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
        return bool(self.record) and self.record_digest == sha256_of_words(self.text)

    @property
    def as_draft(self) -> "Work":
        """The work without what ties it to a record of the collection."""
        return replace(self, record="", record_digest="", is_new=False, kept_document="", seal=None)
