"""The differences between the words of a document and the words of its draft."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from corpus.intake.cleaning import lower_digits
from corpus.intake.markdown import code_span

_CONTEXT = 4
"""How many words before a difference are quoted, so that a person finds the place."""


def differences(document: str, draft: str) -> Iterator[str]:
    """Yield a sentence for each place where words were lost, added or changed."""
    old, new = _words(document), _words(draft)
    if old == new:
        return
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for operation, start, end, new_start, new_end in matcher.get_opcodes():
        if operation != "equal":
            context = old[max(start - _CONTEXT, 0) : start]
            yield _sentence(context, old[start:end], new[new_start:new_end])


def _sentence(context: list[str], old: list[str], new: list[str]) -> str:
    place = f"After {_quote(context)}" if context else "At the beginning"
    if not new:
        return f"{place}, the draft lacks {_quote(old)}."
    if not old:
        return f"{place}, the draft adds {_quote(new)}."
    return f"{place}, the document has {_quote(old)} but the draft has {_quote(new)}."


def _quote(words: list[str]) -> str:
    return code_span(" ".join(words))


def _words(text: str) -> list[str]:
    """Return the words, with a word that is hyphenated at a line end as one, digits lowered."""
    unbroken = re.sub(r"(?<=\w-)\s*\n\s*", "", text)
    return lower_digits(unbroken).split()
