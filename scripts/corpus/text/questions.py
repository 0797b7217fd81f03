"""The questions that a paragraph asks, one sentence after another."""

import re

_ABBREVIATION = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|Hon|No|Nos|Op|Std|St|v|[A-Z])\.$")
_END = re.compile(r"[.?!:;][”’\"')]*(?=\s|$)")


def questions_in(words: str) -> tuple[str, ...]:
    """Each question of a paragraph, from the end of the sentence before it."""
    questions, start = list[str](), 0
    for end in _END.finditer(words):
        if _ABBREVIATION.search(words, start, end.start() + 1):
            continue
        if "?" in end[0]:
            questions.append(words[start : end.end()].strip())
        start = end.end()
    return tuple(questions)
