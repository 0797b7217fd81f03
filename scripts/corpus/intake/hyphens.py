"""Words that are divided at the end of a line: joined, or kept with their hyphen."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from corpus.intake.document import Line, TextRun
from corpus.intake.remarks import Remark, RemarkKind

_WORD = re.compile(r"\w+(?:[-’']\w+)*")
_DIVIDED = re.compile(r"(\w+(?:-\w+)*)-$")
_REST = re.compile(r"\s*(\w+(?:\.[0-9]+)*)\S*")
_ENDING = re.compile(
    r"(?:[csxt]ions?|ations?|[nt]?ments?|[ae]nces?|[ae]ncy|ings?|ness|it(?:y|ies)|[ai]lly|ly"
    r"|[cst]ial(?:ly)?|[st]ors?|neys?|ibl[ey]|ously?|[ts]ive(?:ly)?|iz(?:e|es|ed|ing)|ers|ed|isms?)"
)
"""Endings that are not words themselves, so they cannot follow a hyphen."""


def vocabulary(lines: Iterable[Line]) -> frozenset[str]:
    """The words within lines, in lowercase."""
    words: set[str] = set()
    for line in lines:
        words.update(_WORD.findall(line.text.casefold()))
    return frozenset(words)


def join_divided_words(
    lines: Sequence[Line], words: frozenset[str]
) -> tuple[list[Line], list[Remark]]:
    """The lines with divided words joined on the upper line, and a remark on each word.

    A word is joined if it is one of the `words` of the document without its hyphen, or if its
    second part only ends words. Otherwise it keeps its hyphen and gets a remark, unless the
    document has it with a hyphen elsewhere.
    """
    joined: list[Line] = []
    remarks: list[Remark] = []
    for lower in lines:
        upper = joined[-1] if joined else None
        divided = _DIVIDED.search(upper.text) if upper else None
        rest = _REST.match(lower.text)
        if not (upper and divided and rest):
            joined.append(lower)
            continue
        first, second = divided[1], rest[1]
        word = f"{first}-{second}"
        if _is_one_word(first, second, words):
            joined[-1:] = _with_letters_moved_up(upper, lower, len(rest[0].strip()))
            remarks.append(Remark(RemarkKind.JOINED_HYPHEN, upper.place, word))
        else:
            joined.append(lower)
            if word.casefold() not in words:
                remarks.append(Remark(RemarkKind.DOUBTFUL_HYPHEN, upper.place, word))
    return joined, remarks


def _is_one_word(first: str, second: str, words: frozenset[str]) -> bool:
    has_hyphen = not second.islower() or f"{first}-{second}".casefold() in words
    is_known = f"{first}{second}".casefold() in words
    return not has_hyphen and (is_known or _ENDING.fullmatch(second) is not None)


def _with_letters_moved_up(upper: Line, lower: Line, length: int) -> list[Line]:
    """The lines; the first `length` characters of the lower one end the upper one."""
    last = upper.runs[-1]
    runs = [*upper.runs[:-1], replace(last, text=last.text.rstrip().removesuffix("-"))]
    rest: list[TextRun] = []
    for run in lower.runs:
        text = run.text if rest or length == 0 else run.text.lstrip()
        if head := text[:length]:
            runs.append(replace(run, text=head))
        if tail := text[length:]:
            rest.append(replace(run, text=tail))
        length = max(length - len(text), 0)
    moved = [replace(upper, runs=tuple(runs))]
    return [*moved, replace(lower, runs=tuple(rest))] if rest else moved
