"""The words of a document against those of the draft that was made of it."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from corpus.intake.cleaning import plain_numbers
from corpus.intake.document import code

_AROUND = 4
"""So many words before a difference are told, so that it can be found."""


def differences(source: str, draft: str) -> Iterator[str]:
    """Every place where words were lost, added or changed, in words; none where all is well."""
    old, new = _words(source), _words(draft)
    if old == new:
        return
    matched = SequenceMatcher(None, old, new, autojunk=False)
    for what, start, end, begin, stop in matched.get_opcodes():
        if what != "equal":
            before = code(" ".join(old[max(start - _AROUND, 0) : start]))
            lost, added = code(" ".join(old[start:end])), code(" ".join(new[begin:stop]))
            yield f"After {before} the document has {lost}, the draft {added}."


def _words(text: str) -> list[str]:
    """The words; one that a line's end cuts at its hyphen is one word, a raised number is plain."""
    unbroken = re.sub(r"(?<=\w-)\s*\n\s*", "", text)
    return plain_numbers(unbroken).split()
