"""Compare two wordings word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.text.alignment import parts


@dataclass(frozen=True, slots=True)
class DiffSpan:
    """Words that are in both wordings, or only in the old or the new one."""

    words: str
    in_old: bool
    in_new: bool


def compare_words(old: str, new: str) -> Iterator[DiffSpan]:
    """The spans of both wordings in order; together they are all of the old and all of the new."""
    old_tokens, new_tokens = _tokens(old), _tokens(new)
    for part in parts(old_tokens, new_tokens):
        removed = "".join(old_tokens[part.old])
        added = "".join(new_tokens[part.new])
        if part.is_same:
            yield DiffSpan(added, in_old=True, in_new=True)
            continue
        if removed:
            yield DiffSpan(removed, in_old=True, in_new=False)
        if added:
            yield DiffSpan(added, in_old=False, in_new=True)


def _tokens(wording: str) -> list[str]:
    """Words, white space and signs."""
    return re.findall(r"\w+|\s+|[^\w\s]", wording)
