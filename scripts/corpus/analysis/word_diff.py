"""Compare two wordings word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True, slots=True)
class DiffSpan:
    """Words that are in both wordings, or only in the old or the new one."""

    words: str
    in_old: bool
    in_new: bool


def compare_words(old: str, new: str) -> Iterator[DiffSpan]:
    """The spans of both wordings in order; together they are all of the old and all of the new."""
    old_tokens, new_tokens = _tokens(old), _tokens(new)
    matcher = SequenceMatcher(None, old_tokens, new_tokens, autojunk=False)
    for operation, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        removed = "".join(old_tokens[old_start:old_end])
        added = "".join(new_tokens[new_start:new_end])
        if operation == "equal":
            yield DiffSpan(added, in_old=True, in_new=True)
            continue
        if removed:
            yield DiffSpan(removed, in_old=True, in_new=False)
        if added:
            yield DiffSpan(added, in_old=False, in_new=True)


def _tokens(wording: str) -> list[str]:
    """Words, white space and signs."""
    return re.findall(r"\w+|\s+|[^\w\s]", wording)
