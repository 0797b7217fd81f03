"""The key of the work on a record, and the record file that it stands for."""

import re

from corpus.desk.in_progress.work import UnknownWorkError
from corpus.model.opinion_id import OpinionId

_KEY = re.compile(r"draft-[0-9]{1,6}|((?:[a-z][a-z0-9]*-)?(?:[0-9]{4}-)?[0-9]{2,6}[a-z]?)")
_DRAFT = re.compile(r"draft-([0-9]{1,6})")
_TAKEN_OFF = re.compile(rf"({_KEY.pattern})(?:~[0-9]+)?")
_OPINION_FILE = re.compile(r"opinions/(?:ledger/|sources/)?([^.]+)\..*")


def is_key(name: str) -> bool:
    """Whether the work on a record can have this name: `draft-1`, `2003-05`."""
    return bool(_KEY.fullmatch(name))


def is_key_taken_off(name: str) -> bool:
    """Whether work that was taken off can have this name: its key, counted if there are several."""
    return bool(_TAKEN_OFF.fullmatch(name))


def key_taken_off(name: str) -> str:
    """The key that work had before it was taken off the desk: `draft-1` for `draft-1~2`."""
    return name.partition("~")[0]


def key_of(opinion: OpinionId) -> str:
    """The key of the work on an opinion of the collection."""
    return str(opinion).replace("/", "-")


def draft_key(number: int) -> str:
    """The key of work that is not saved yet: `draft-1`."""
    return f"draft-{number}"


def draft_number(key: str) -> int:
    """The number of a draft; 0 for any other name."""
    draft = _DRAFT.fullmatch(key)
    return int(draft[1]) if draft else 0


def record_path(key: str) -> str:
    """Where the record of a key is; empty for a draft. Raises `UnknownWorkError`."""
    if not (match := _KEY.fullmatch(key)):
        raise UnknownWorkError(key)
    return f"opinions/{match[1].replace('-', '/')}.md" if match[1] else ""


def opinion_at(path: str) -> OpinionId | None:
    """The opinion whose record, seal, or document is at a path below the root."""
    match = _OPINION_FILE.fullmatch(path)
    return OpinionId.read(match[1]) if match else None


def by_number(key: str) -> list[tuple[bool, int, str]]:
    """Sort keys by this: numbers by their size, and before words."""
    parts = re.findall("[0-9]+|[a-z]+", key)
    return [(not part.isdecimal(), int(part) if part.isdecimal() else 0, part) for part in parts]
