"""Footnotes of PDF pages, recognized by their place, their mark and their size."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from corpus.intake.document import TO_RAISED_DIGITS, Line

_SMALLER = 0.95
"""Notes are usually smaller than this part of the font size of the text."""
_SMALL_PRINT = 0.85
"""A note smaller than this part needs no reference in the text above it."""
_RAISED = re.compile("[⁰¹²³⁴-⁹]+")
_MARK = re.compile(
    r"[⁰¹²³⁴-⁹]+|(?:\d{1,3}|[*†‡§]+)(?=\s|$)|\(?\d{1,3}[.)](?=\s)|\d{1,3}(?=[“\"]?[A-Z][a-z])"
)
"""The mark of a note; a digit may stand close to the first word, as in `1See`."""
_AROUND_NUMBER = "(.)"
_SENTENCE_END = re.compile(r"[.?!][”’\"')\]]*$")


def split_footnotes(lines: Sequence[Line], font_size: float) -> tuple[list[Line], list[Line]]:
    """The lines of the text, and those of the footnotes; `font_size` is that of the text.

    A footnote stands at the bottom of a page. It begins with a mark that the text above has, and
    is smaller than the text or its mark is raised. The rest of a note that does not end on its
    page stands at the bottom of the next one, at the margin if a sentence ends before it.
    """
    text: list[Line] = []
    notes: list[Line] = []
    for page, group in groupby(lines, key=lambda line: line.page):
        on_page = list(group)
        is_after_note = bool(notes) and notes[-1].page == page - 1
        is_open = is_after_note and (
            not _ends_sentence(notes[-1]) or _ends_flush(on_page, font_size)
        )
        start = _start_of_notes(on_page, font_size, note_is_open=is_open)
        text += on_page[:start]
        notes += _notes(on_page, start, font_size)
    return text, notes


def _ends_sentence(line: Line) -> bool:
    return _SENTENCE_END.search(line.text) is not None


def _start_of_notes(lines: Sequence[Line], font_size: float, *, note_is_open: bool) -> int:
    """The index of the first line of the footnotes of a page.

    A page that is all in small print is text, unless a footnote goes on from the page before it.
    """
    small = _start_of_small_print(lines, font_size)
    if note_is_open:
        return small
    if small == 0:
        return len(lines)
    indexes = range(len(lines))
    return next(
        (index for index in indexes if _begins_note(lines, index, font_size, small)), len(lines)
    )


def _start_of_small_print(lines: Sequence[Line], font_size: float) -> int:
    """The index from which on all lines of a page are smaller than the text."""
    small = len(lines)
    while small and lines[small - 1].font_size < _SMALLER * font_size:
        small -= 1
    return small


def _ends_flush(lines: Sequence[Line], font_size: float) -> bool:
    """Whether a page ends in small print that begins at the margin of its text."""
    small = _start_of_small_print(lines, font_size)
    if not 0 < small < len(lines):
        return False
    margin = min(line.left for line in lines)
    return lines[small].left < margin + font_size


def _begins_note(lines: Sequence[Line], index: int, font_size: float, small: int) -> bool:
    """Whether a line begins a footnote; from the line `small` on, all lines are small print."""
    line = lines[index]
    mark = _MARK.match(line.text)
    if not mark:
        return False
    number = mark[0].strip(_AROUND_NUMBER)
    above = lines[:index]
    has_reference = _has_raised(number, above)
    is_bare = number == mark[0]
    if index >= small:
        has_reference = has_reference or _has_at_a_word(number, above)
        return has_reference or (is_bare and line.font_size < _SMALL_PRINT * font_size)
    is_raised = _RAISED.fullmatch(number) is not None
    is_low = is_bare and number.isdigit() and index >= len(lines) / 2
    return has_reference and line.gap_above and (is_raised or is_low)


def _has_raised(number: str, lines: Sequence[Line]) -> bool:
    raised = number.translate(TO_RAISED_DIGITS)
    return any(raised in line.text[1:] for line in lines)


def _has_at_a_word(number: str, lines: Sequence[Line]) -> bool:
    """Whether the number stands close to a word, as a raised sign of full size: `on Monday.1`."""
    at_a_word = re.compile(rf"[a-z)][.,;:?!”’\"]?{re.escape(number)}(?![\w.,)])")
    return any(at_a_word.search(line.text) for line in lines)


def _notes(lines: Sequence[Line], start: int, font_size: float) -> Iterator[Line]:
    """Yield the lines of the footnotes of a page, each with a raised mark and space above it."""
    for index in range(start, len(lines)):
        line = lines[index]
        if _begins_note(lines, index, font_size, start) and not _goes_on(lines, index, start):
            first, *others = line.runs
            first = replace(first, text=_MARK.sub(_raised, first.text.lstrip(), count=1))
            yield replace(line, runs=(first, *others), gap_above=True)
        else:
            yield replace(line, gap_above=False)


def _goes_on(lines: Sequence[Line], index: int, start: int) -> bool:
    """Whether a line goes on with a sentence of the note above it, though it begins like a note."""
    is_first = index == start or lines[index].gap_above
    return not is_first and not _ends_sentence(lines[index - 1])


def _raised(mark: re.Match[str]) -> str:
    return f"{mark[0].strip(_AROUND_NUMBER).translate(TO_RAISED_DIGITS)} "
