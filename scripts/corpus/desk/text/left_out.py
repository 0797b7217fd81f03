"""What was left out of the text at the desk, step by step, and how it is put back."""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import dropwhile
from typing import NamedTuple

from corpus.desk.collection import Collection
from corpus.desk.in_progress.work import Work
from corpus.desk.text.edit import NoSuchBlockError, lines_of, with_lines
from corpus.desk.text.paragraph_numbers import has_most_words
from corpus.library.record import Record
from corpus.text.alignment import Part, parts
from corpus.text.approved_text import parse_approved_text


class LeftOutLine(NamedTuple):
    """A line that was left out of the text."""

    words: str
    lines: str
    """The line as it was typed, with the marks before its words."""
    before: int
    """The place in the present text at which it stood."""


class _Line(NamedTuple):
    """A block of the text, or one that was left out, in the place where it stood."""

    words: str
    shown: str
    lines: str
    is_out: bool = False
    is_put_in: bool = False
    """Whether the last step put it into the text."""


_Lines = tuple[_Line, ...]


def lines_left_out(work: Work, collection: Collection) -> list[LeftOutLine]:
    """Each line that a step left out of the text, in the order of the text.

    A line is listed even if its words are also elsewhere in the text. A line whose words were
    corrected, or that was moved or divided, was not left out.
    """
    texts = map(_lines, collection.bodies_of(work))
    lines: _Lines = ()
    for text in dropwhile(lambda text: not text, texts):
        lines = _after(lines, text) if lines else text
    return [
        LeftOutLine(line.shown, line.lines, sum(not other.is_out for other in lines[:place]))
        for place, line in enumerate(lines)
        if line.is_out
    ]


def with_left_out(
    work: Work, present: Record, collection: Collection, position: int, words: str
) -> str:
    """The file with such a line again.

    Raises `NoSuchBlockError` if the line at this position of the list has other words.
    """
    lines = lines_left_out(work, collection)
    if not 0 <= position < len(lines) or lines[position].words != words:
        raise NoSuchBlockError("this line is in the text")
    return with_lines(work.text, present, lines[position].before, lines[position].lines)


@lru_cache(maxsize=512)
def _lines(body: str) -> _Lines:
    text = parse_approved_text(body, lambda _words: False)
    return tuple(
        _Line(block.words, block.text_with_mark, lines_of(text, position))
        for position, block in enumerate(text.blocks)
    )


@lru_cache(maxsize=512)
def _after(before: _Lines, new: _Lines) -> _Lines:
    """The lines after one step; what is left out stays where it stood."""
    places = [place for place, line in enumerate(before) if not line.is_out]
    old = [before[place].words for place in places]
    changes = [*parts(old, [line.words for line in new])]
    moved = _moved(old, new, changes)
    after: list[_Line] = []
    done = 0
    for part in changes:
        here = places[part.old]
        stop = here[-1] + 1 if here else [*places, len(before)][part.old.start]
        after += _changed(before[done:stop], new[part.new], part, moved)
        done = stop
    return _in_their_places([*after, *before[done:]])


def _moved(old: Sequence[str], new: _Lines, changes: Sequence[Part]) -> frozenset[str]:
    """The words that a step took from one place and put into another."""
    taken = Counter(words for part in changes if not new[part.new] for words in old[part.old])
    put = Counter(line.words for part in changes if not old[part.old] for line in new[part.new])
    return frozenset(taken & put)


def _changed(old: _Lines, new: _Lines, part: Part, moved: frozenset[str]) -> list[_Line]:
    """One part of the lines after a step that replaced it."""
    standing = [line for line in old if not line.is_out]
    if len(standing) == len(new) and part.is_same:
        following = iter(new)
        return [line if line.is_out else next(following) for line in old]
    if len(standing) == 1 and new:  # one line was corrected, or divided
        return [line for part in old for line in ([part] if part.is_out else new)]
    if part.old.start == part.old.stop:
        put_in = [line._replace(is_put_in=line.words not in moved) for line in new]
        return [*old, *put_in]
    out = [
        line._replace(is_out=True)
        for line in old
        if line.is_out or not (line.words in moved or _is_corrected(line, new))
    ]
    return [*out, *new]


def _is_corrected(line: _Line, new: _Lines) -> bool:
    return any(has_most_words(line.words, other.words) for other in new)


def _in_their_places(lines: Sequence[_Line]) -> _Lines:
    """A line that was put in where it had been left out is not left out any more."""
    after = list(lines)
    for line in lines:
        if line.is_put_in:
            place = after.index(line)
            twin = _twin(after, place)
            after[place] = line._replace(is_put_in=False)
            if twin is not None:
                after[twin] = after[place]
                del after[place]
    return tuple(after)


def _twin(lines: Sequence[_Line], place: int) -> int | None:
    """Where the same line was left out, if no other words are between the two places."""
    words = lines[place].words
    for way in (range(place - 1, -1, -1), range(place + 1, len(lines))):
        for other in way:
            if lines[other].is_out and lines[other].words == words:
                return other
            if not lines[other].is_out and lines[other].words != words:
                break
    return None
