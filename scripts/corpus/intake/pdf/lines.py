"""The words of PDF pages, joined to lines by their positions."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from corpus.intake.document import (
    TO_LOWERED_DIGITS,
    TO_RAISED_DIGITS,
    Line,
    TextRun,
    clean_text,
    list_mark,
)
from corpus.intake.pdf.page import Page, Region, Row, Word
from corpus.intake.pdf.spacing import Gap, Spacing
from corpus.intake.pdf.tables import rows_of_tables
from corpus.intake.place import Place
from corpus.intake.remarks import Remark, RemarkKind

SMALL_PRINT = 0.85
"""Raised numbers are smaller than this part of the font size of the text."""

_MARGIN = 0.12
"""Headers and footers stand in this part of the height at the top or the bottom of a page."""
_SMALLEST_MARGIN = 72
"""On a small page, they stand in this many points."""
_HIGHER = 0.2
"""A number that is up by at least this part of its size stands higher than the word before it."""
_LOWER = 0.1
"""A number that is down by at least this part of its size stands lower than that word."""
_STACKED = 0.7
"""A number that is up or down by at least this part of its size stands above or below another."""
_NEAR = 0.5
"""Numbers nearer than this part of their size have only a slash between them."""
_MARKS = ".,;:)"
_CROWDED = 0.8
"""Rows that stand nearer than this part of their size overlap."""
_PRINTED_OVER = 0.4
"""Words that overlap by more than this part of their size cannot be read."""
_ENOUGH_LETTERS = 4
"""This many letters side by side, each a word of its own, are a word that was printed wide."""
_ENOUGH_LONE = 3
"""A row with this many single lowercase letters other than `a` has words in pieces."""
_BESIDE = 0.8
"""Small words that are farther than this many of their sizes from a line stand beside it."""
_ALIGNED = 1
"""Words that begin within this many points of each other are aligned."""
_ORDINALS = {"st", "nd", "rd", "th"}
_SPACE = 0.12
"""A distance of at least this part of the font size between two words is a space."""
_OVERLAP = -0.5
"""From this part of the font size on, a word lies over another one, as on a line to fill in."""


def lines_of_page(page: Page, regions: Sequence[Region], spacing: Spacing) -> Iterator[Line]:
    """Yield the lines of a page in reading order; `spacing` is that of the document.

    The lines of a column are as long as if the column were as wide as the page.
    """
    left = min((word.left for word in page.words), default=0)
    right = max((word.right for word in page.words), default=0)
    margin = max(_MARGIN * page.height, _SMALLEST_MARGIN)
    is_below_column = False
    column = 0
    for index, region in enumerate(regions):
        column += region.is_column
        flows_on = is_below_column and region.is_column
        gap_above = page.number == 1 if index == 0 else not flows_on
        gaps = [Gap(gap_above), *spacing.gaps(region.rows)]
        start = min(row[0].left for row in region.rows) if region.is_column else left
        end = max(row[-1].right for row in region.rows) if region.is_column else right
        scale = (right - left) / (end - start) if end > start else 1
        in_table = rows_of_tables(region.rows)
        for row, gap, is_in_table in zip(region.rows, gaps, in_table, strict=True):
            yield Line(
                runs=tuple(_merged(_runs(row))),
                left=left + row[0].left - start,
                right=left + (row[-1].right - start) * scale,
                page=page.number - 1,
                gap_above=gap.is_empty_space,
                font_size=max(word.size for word in row),
                place=page.place,
                is_table_row=is_in_table,
                column=column if region.is_column else 0,
                baseline=row[0].baseline,
                is_in_margin=not margin < row[0].baseline < page.height - margin,
                may_begin_paragraph=gap.is_doubtful,
            )
        is_below_column = region.is_column


def row_remarks(regions: Iterable[Region], place: Place) -> Iterator[Remark]:
    """Yield remarks on words beside rows, on raised letters, and on rows that overlap."""
    for region in regions:
        for row, notes in zip(region.rows, _margin_notes(region.rows), strict=True):
            for index, word in enumerate(row):
                is_in_note = any(word.text in note.split() for note in notes)
                if index and not is_in_note and _is_raised_letter(row, index):
                    yield Remark(RemarkKind.RAISED, place, word.text)
                elif index and _are_crowded(row[index - 1], word):
                    yield Remark(RemarkKind.CROWDED, place, f"{row[index - 1].text} {word.text}")
            yield from (Remark(RemarkKind.SPACED, place, words) for words in _spaced_words(row))
            yield from (Remark(RemarkKind.MARGIN_NOTE, place, words) for words in notes)
        for upper, lower in pairwise(region.rows):
            for row, neighbor in ((upper, lower), (lower, upper)):
                if _is_beside(row, neighbor):
                    yield Remark(RemarkKind.MARGIN_NOTE, place, _text(row))
            size = _size_of_overlap(upper, lower)
            if lower[0].baseline - upper[0].baseline < _CROWDED * size:
                yield Remark(RemarkKind.CROWDED, place, _text((*upper, *lower)))


def _size_of_overlap(upper: Row, lower: Row) -> float:
    """The size by which two rows overlap: that of the text, if words are written above it."""
    sizes = [word.size for word in (*upper, *lower)]
    is_above_text = _is_small_print(upper, max(lower, key=lambda word: word.size))
    return max(sizes) if is_above_text else min(sizes)


def _margin_notes(rows: Sequence[Row]) -> Iterator[list[str]]:
    """Yield the words of each row that may be notes beside it; tables are named as such."""
    is_table = any(rows_of_tables(rows))
    neighbors = zip([None, *rows], [*rows[1:], None], strict=False)
    for row, (above, below) in zip(rows, neighbors, strict=True):
        notes = list(_small_notes(row))
        if above and below and not is_table:
            notes += _note_at_left(row, above, below)
        yield notes


def _small_notes(row: Row) -> Iterator[str]:
    """Yield the small words at each end of a row, if they are apart from its other words."""
    largest = max(row, key=lambda word: word.size)
    ends = [end for end in range(1, len(row)) if _are_apart(row[end - 1], row[end])]
    before = [row[:end] for end in ends if _is_small_print(row[:end], largest)]
    after = [row[end:] for end in ends if _is_small_print(row[end:], largest)]
    for part in (*before[-1:], *after[:1]):
        if any(_is_word_of_note(word, largest) for word in part):
            yield _text(part)


def _note_at_left(row: Row, above: Row, below: Row) -> Iterator[str]:
    """Yield the words of a row that are left of where the rows above and below it begin.

    Another word of the row begins there. A list mark or a label such as `To:` is no note.
    """
    edge = below[0].left
    at = next((at for at, word in enumerate(row) if abs(word.left - edge) <= _ALIGNED), 0)
    is_alone = abs(above[0].left - edge) <= _ALIGNED
    has_word = any(map(str.isalpha, row[0].text)) and not list_mark(f"{row[0].text} x")
    if at and is_alone and has_word and _are_apart(row[at - 1], row[at]):
        label = _text(row[:at])
        yield from [] if label.endswith(":") else [label]


def _is_small_print(words: Row, largest: Word) -> bool:
    return all(word.size < SMALL_PRINT * largest.size for word in words)


def _is_word_of_note(word: Word, largest: Word) -> bool:
    """Whether a small word is not a footnote mark: it is all letters, or level with the line."""
    is_level = abs(word.baseline - largest.baseline) <= _HIGHER * largest.size
    return len(word.text) > 1 and (is_level or word.text.isalpha())


def _is_beside(row: Row, neighbor: Row) -> bool:
    """Whether all of a row is small, and stands to the left or right of one at its height."""
    largest = max(neighbor, key=lambda word: word.size)
    is_level = abs(row[0].baseline - largest.baseline) < largest.size
    is_outside = row[-1].right < neighbor[0].left or row[0].left > neighbor[-1].right
    return is_level and is_outside and _is_small_print(row, largest)


def _spaced_words(row: Row) -> Iterator[str]:
    """Yield letters that are apart, as in some letterheads, and rows whose words are in pieces."""
    for is_letter, group in groupby(row, lambda word: len(word.text) == 1 and word.text.isalpha()):
        letters = [word.text for word in group]
        if is_letter and len(letters) >= _ENOUGH_LETTERS:
            yield " ".join(letters)
    lone = [word.text for word in row if len(word.text) == 1 and word.text.islower()]
    if len(lone) - lone.count("a") >= _ENOUGH_LONE:
        yield _text(row)


def _is_raised_letter(row: Row, index: int) -> bool:
    """Whether a word is raised, as a letter or a note beside the line; not one of an ordinal."""
    word = row[index]
    before = row[index - 1]
    has_letter = any(map(str.isalpha, word.text)) and word.text not in _ORDINALS
    is_higher = word.baseline < before.baseline - _HIGHER * word.size
    return has_letter and is_higher and _is_small(row, index)


def _are_crowded(word: Word, following: Word) -> bool:
    """Whether two words are above each other, or one is printed over the other."""
    have_letters = all(any(map(str.isalnum, printed.text)) for printed in (word, following))
    overlap = word.right - following.left
    is_over = have_letters and overlap > _PRINTED_OVER * min(word.size, following.size)
    return is_over or _are_stacked(word, following)


def _are_stacked(word: Word, following: Word) -> bool:
    """Whether one of two numbers is above the other or across a slash, as in a fraction."""
    are_numbers = word.text.isdecimal() and following.text.strip(_MARKS).isdecimal()
    height = abs(following.baseline - word.baseline) / following.size
    are_near = following.left - word.right < _NEAR * following.size
    is_mark = following.size < SMALL_PRINT * word.size
    return are_numbers and are_near and height > _STACKED and not is_mark


def _runs(row: Row) -> Iterator[TextRun]:
    for index, word in enumerate(row):
        text = clean_text(word.text)
        is_apart = index > 0 and _is_apart(row[index - 1], word)
        height = (row[index - 1].baseline - word.baseline) / word.size if index else 0
        is_stacked = index > 0 and _are_stacked(row[index - 1], word)
        is_small_number = text.isdecimal() and (is_stacked or _is_small(row, index))
        if is_small_number and not is_apart and height < -_LOWER:
            text = text.translate(TO_LOWERED_DIGITS)
        elif is_small_number and (height > _HIGHER or not is_apart):
            text = text.translate(TO_RAISED_DIGITS)
        if is_apart:
            text = f" {text}"
        yield TextRun(text, word.style.bold, word.style.italic)


def _merged(runs: Iterable[TextRun]) -> Iterator[TextRun]:
    """Yield neighbors of one style as one run."""
    for (bold, italic), group in groupby(runs, lambda run: (run.bold, run.italic)):
        yield TextRun("".join(run.text for run in group), bold, italic)


def _is_apart(word: Word, following: Word) -> bool:
    """Whether there is a space between two words of a row, or one lies over the other."""
    gap = (following.left - word.right) / following.size
    return gap > _SPACE or gap < _OVERLAP or following.after_space


def _are_apart(word: Word, following: Word) -> bool:
    """Whether more than a space is between two words."""
    return following.left - word.right > _BESIDE * min(word.size, following.size)


def _text(words: Iterable[Word]) -> str:
    return " ".join(word.text for word in words)


def _is_small(row: Row, index: int) -> bool:
    """Whether a word is smaller than the one before it or, in front of a note, after it."""
    neighbors = row[index - 1 : index] if index else row[1:2]
    return any(row[index].size < SMALL_PRINT * neighbor.size for neighbor in neighbors)
