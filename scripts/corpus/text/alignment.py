"""Which parts of two sequences are the same, and which differ."""

from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple


class Part(NamedTuple):
    """A part of the old sequence, and what the new one has there; one of them may be empty."""

    is_same: bool
    old: slice
    new: slice


def parts(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[Part]:
    """The parts in order; together they are all of both sequences."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for operation, first, last, new_first, new_last in matcher.get_opcodes():
        yield Part(operation == "equal", slice(first, last), slice(new_first, new_last))


def differences(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[tuple[slice, slice]]:
    """The parts that differ, each with its places in the old and in the new sequence."""
    return ((part.old, part.new) for part in parts(old, new) if not part.is_same)
