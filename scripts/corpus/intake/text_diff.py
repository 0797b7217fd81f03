"""The differences between the words of a document and the words of its draft."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from corpus.intake.document import TO_PLAIN_DIGITS
from corpus.intake.remarks import code_span

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


def _sentence(*word_lists: list[str]) -> str:
    context, old, new = (" ".join(words) for words in word_lists)
    place = f"After {code_span(context)}" if context else "At the beginning"
    if not new:
        return f"{place}, the draft lacks {code_span(old)}."
    if not old:
        return f"{place}, the draft adds {code_span(new)}."
    return f"{place}, the document has {code_span(old)} but the draft has {code_span(new)}."


def _words(text: str) -> list[str]:
    """Return the words with plain digits; a word that is hyphenated at a line end is one."""
    unbroken = re.sub(r"(?<=\w-)\s*\n\s*", "", text)
    return unbroken.translate(TO_PLAIN_DIGITS).split()
