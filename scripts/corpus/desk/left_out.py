"""What was taken out of the text as it came to the desk, and how it is put back."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from corpus.desk.collection import Collection
from corpus.desk.paragraph_numbers import has_most_words
from corpus.desk.text_edit import NoSuchBlockError, lines_of, with_lines
from corpus.desk.work import Work
from corpus.library.record import Record


class LeftOut(NamedTuple):
    """A block of the first text that is not in the present one."""

    position: int
    """Its place in the first text."""
    before: int
    """The place in the present text at which it stood."""


def left_out(work: Work, present: Record, collection: Collection) -> Iterator[tuple[int, str]]:
    """The place in the first text, and the words, of each block that is not in the text any more.

    A block whose words were corrected, or that was moved, divided or joined to another, is not
    among them.
    """
    if first := collection.first_text(work):
        for block in _left_out(first, present):
            yield block.position, first.text.blocks[block.position].text_with_mark


def with_left_out(work: Work, present: Record, collection: Collection, position: int) -> str:
    """The file with such a block again; raises `NoSuchBlockError` if it is in the text."""
    first = collection.first_text(work)
    for block in _left_out(first, present) if first else ():
        if first and block.position == position:
            return with_lines(work.text, present, block.before, lines_of(first, position))
    raise NoSuchBlockError("this block is in the text")


def _left_out(first: Record, present: Record) -> Iterator[LeftOut]:
    old, new = ([block.words for block in record.text.blocks] for record in (first, present))
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for operation, start, end, new_start, new_end in matcher.get_opcodes():
        if operation in {"delete", "replace"}:
            place = new_start
            for position in range(start, end):
                if not _is_in(old[position], new[new_start:new_end], new):
                    yield LeftOut(position, place)
                elif place < new_end:
                    place += 1


def _is_in(words: str, instead: list[str], all_blocks: list[str]) -> bool:
    """Whether the words of a block were corrected, or are a whole block or part of one."""
    is_corrected = any(has_most_words(words, new) for new in instead)
    return is_corrected or any(words in block for block in all_blocks)
