"""Footnotes of PDF pages, recognized by their place, their mark and their size."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from statistics import median_low

from corpus.intake.document import TO_RAISED_DIGITS, Line

_SMALLER = 0.95
"""Notes are usually smaller than this part of the font size of the text."""
_SMALL_PRINT = 0.85
"""A note smaller than this part needs no reference in the text above it."""
_ABOVE_NOTE = 1.01
"""Lines of less than this part of the size of a note are as small as the note."""
_FEW_LINES = 5
_RAISED = re.compile("[⁰¹²³⁴-⁹]+")
_MARK = re.compile(
    r"[⁰¹²³⁴-⁹]+|(?:\d{1,3}|[*†‡§]+)(?=\s|$)|\(?\d{1,3}[.)](?=\s)|\d{1,3}(?=[“\"]?[A-Z][a-z])"
)
"""The mark of a note; a digit may stand close to the first word, as in `1See`."""
_AROUND_NUMBER = "(.)"
_STOP = re.compile(r"[.?!][”’\"')\]]*$")


def split_footnotes(lines: Sequence[Line], font_size: float) -> tuple[list[Line], list[Line]]:
    """The lines of the text, and those of the footnotes; `font_size` is that of the text.

    A footnote is at the bottom of a page or of a column. It begins with a mark that the text
    above has, and is smaller than the text or its mark is raised. The rest of a note that does
    not end there is at the bottom of the next page or column, at the margin if a sentence
    ends before it.
    """
    text: list[Line] = []
    notes: list[Line] = []
    last_note: Line | None = None
    for (page, _), group in groupby(lines, key=lambda line: (line.page, line.column)):
        column = _Column(list(group), [line for line in text if line.page == page], font_size)
        is_open = last_note is not None and (not _ends_with_stop(last_note) or column.ends_flush())
        if last_note is not None and is_open:
            column = replace(column, font_size=_size_above(last_note, text, font_size))
        start = column.start_of_notes(note_is_open=is_open)
        text += column.lines[:start]
        notes += column.notes(start)
        last_note = notes[-1] if start < len(column.lines) else None
    return text, notes


def _size_above(note: Line, text: Sequence[Line], font_size: float) -> float:
    """Lines smaller than this size can continue a note.

    It is that of the text, or a little more than that of the note if most of a document is notes.
    """
    size_of_text = median_low(line.font_size for line in text[-_FEW_LINES:]) if text else 0
    is_smaller = note.font_size < _SMALLER * size_of_text
    return max(font_size, _ABOVE_NOTE * note.font_size / _SMALLER) if is_smaller else font_size


def _ends_with_stop(line: Line) -> bool:
    return _STOP.search(line.text) is not None


@dataclass(frozen=True, slots=True)
class _Column:
    """The lines of a page, or of one of its columns."""

    lines: Sequence[Line]
    above: Sequence[Line]
    """The text of the page that is read before it."""
    font_size: float
    """That of the text."""

    def start_of_notes(self, *, note_is_open: bool) -> int:
        """The index of the first line of the footnotes.

        A page that is all in small print is text, unless a footnote continues from the one before.
        """
        small = self._start_of_small_print()
        if note_is_open:
            return small
        end = len(self.lines)
        if small == 0 and not self.above:
            return end
        return next((index for index in range(end) if self._begins_note(index, small)), end)

    def ends_flush(self) -> bool:
        """Whether it ends in small print that begins at the margin of its text."""
        small = self._start_of_small_print()
        if not 0 < small < len(self.lines):
            return False
        margin = min(line.left for line in self.lines)
        return self.lines[small].left < margin + self.font_size

    def notes(self, start: int) -> Iterator[Line]:
        """Yield the lines of the footnotes, each with a raised mark and space above it."""
        for index in range(start, len(self.lines)):
            line = self.lines[index]
            if self._begins_note(index, start) and not self._goes_on(index, start):
                first, *others = line.runs
                first = replace(first, text=_MARK.sub(_raised, first.text.lstrip(), count=1))
                yield replace(line, runs=(first, *others), gap_above=True)
            else:
                yield replace(line, gap_above=False)

    def _start_of_small_print(self) -> int:
        """The index from which on all lines are smaller than the text."""
        small = len(self.lines)
        while small and self.lines[small - 1].font_size < _SMALLER * self.font_size:
            small -= 1
        return small

    def _begins_note(self, index: int, small: int) -> bool:
        """Whether a line begins a footnote; from the line `small` on, all are small print."""
        line = self.lines[index]
        mark = _MARK.match(line.text)
        if not mark:
            return False
        number = mark[0].strip(_AROUND_NUMBER)
        above = [*self.above, *self.lines[:index]]
        has_reference = _has_raised(number, above, _SMALLER * self.font_size)
        is_bare = number == mark[0]
        if index >= small:
            has_reference = has_reference or _has_at_a_word(number, above)
            return has_reference or (is_bare and line.font_size < _SMALL_PRINT * self.font_size)
        is_raised = _RAISED.fullmatch(number) is not None
        is_low = is_bare and number.isdigit() and index >= len(self.lines) / 2
        return has_reference and line.gap_above and (is_raised or is_low)

    def _goes_on(self, index: int, start: int) -> bool:
        """Whether a line continues a sentence of a note, though it begins like a note."""
        is_first = index == start or self.lines[index].gap_above
        return not is_first and not _ends_with_stop(self.lines[index - 1])


def _has_raised(number: str, lines: Sequence[Line], font_size: float) -> bool:
    """Whether one of the lines has the mark; smaller lines that begin with it are notes."""
    raised = number.translate(TO_RAISED_DIGITS)
    return any(
        raised in (line.text if line.font_size >= font_size else line.text[1:]) for line in lines
    )


def _has_at_a_word(number: str, lines: Sequence[Line]) -> bool:
    """Whether the number stands close to a word, as a raised sign of full size: `on Monday.1`."""
    at_a_word = re.compile(rf"[a-z)][.,;:?!”’\"]?{re.escape(number)}(?![\w.,)])")
    return any(at_a_word.search(line.text) for line in lines)


def _raised(mark: re.Match[str]) -> str:
    return f"{mark[0].strip(_AROUND_NUMBER).translate(TO_RAISED_DIGITS)} "
