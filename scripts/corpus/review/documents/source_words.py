"""Whether the text of a kept document has the old or the new words of a change."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import Enum, auto
from pathlib import Path

from corpus.review.changes.text_passages import Passage
from corpus.review.documents.normal_words import with_usual_signs, without_bullet
from corpus.text.alignment import differences

_WORD = re.compile(r"[^\W_]+")
_WORD_OR_SIGN = re.compile(r"[^\W_]+|[^\w\s]|_")
PLAIN_TEXT = (".txt", ".md")
"""How the names of documents end that need no program to be read."""
_BESIDE = 4
"""How many words or signs on each side show where in a document a place is."""
_BREAK = " ¶ "
"""What stands between two paragraphs."""


def has_only_old_words(text: str, old: Iterable[str], new: Iterable[str]) -> bool:
    """Whether a document speaks against a change of these lines: it has the old ones only.

    Signs count if no word changes.
    """
    was, now = list(old), list(new)
    form = _words if _lines(was, _words) != _lines(now, _words) else _words_and_signs
    words = form(text)
    before = _lines(was, form)
    after = _lines(now, form)
    return (
        bool(before and after)
        and all(line in words for line in before)
        and not all(_stands_alone(line, words, before) for line in after)
    )


def has_new_words(text: str, old: Iterable[str], new: Iterable[str]) -> bool:
    """Whether a document has all new lines of a change with their signs, not within the old."""
    words = _words_and_signs(text)
    before, after = _lines(old, _words_and_signs), _lines(new, _words_and_signs)
    return bool(after) and all(_stands_alone(line, words, before) for line in after)


def has_new_words_with_other_signs(text: str, new: Iterable[str]) -> bool:
    """Whether a document has the words of all new lines, but not all of their signs."""
    lines = list(new)
    has_words, has_signs = (
        all(line in form(text) for line in _lines(lines, form))
        for form in (_words, _words_and_signs)
    )
    return has_words and not has_signs


class PlacesOfChange(Enum):
    """What a document has where the words of a paragraph change."""

    OLD = auto()
    """The old words somewhere, and not the new ones."""
    NEW = auto()
    """The new words everywhere."""
    UNKNOWN = auto()


def places_of_change(text: str, old: Iterable[str], new: Iterable[str]) -> PlacesOfChange:
    """What a document has where lines change, even if it differs from them in other places."""
    words = _words_and_signs(text)
    places = list(_places(*(_words_and_signs(_BREAK.join(lines)).split() for lines in (old, new))))
    if any(was in words and now not in words for was, now in places):
        return PlacesOfChange.OLD
    is_new = bool(places) and all(now in words and was not in words for was, now in places)
    return PlacesOfChange.NEW if is_new else PlacesOfChange.UNKNOWN


def _places(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The old and the new words of each place that changes, with the same words beside them."""
    for lost, added in differences(old, new):
        before = old[max(lost.start - _BESIDE, 0) : lost.start]
        after = old[lost.stop : lost.stop + _BESIDE]
        if len(before) + len(after) >= _BESIDE:
            was, now = (
                f" {' '.join((*before, *changed, *after))} " for changed in (old[lost], new[added])
            )
            yield was, now


def _stands_alone(line: str, words: str, old: Iterable[str]) -> bool:
    """Whether a line is among the words of a document, elsewhere than within a longer old line."""
    for longer in old:
        if line != longer and line in longer:
            words = words.replace(longer, _BREAK)
    return line in words


def _lines(lines: Iterable[str], form: Callable[[str], str]) -> list[str]:
    return [line for line in map(form, map(without_bullet, lines)) if line.strip()]


def has_only_old_passage(text: str, passage: Passage) -> bool:
    """Whether a document has the old paragraphs of a passage in their order, and not the new ones.

    Paragraphs of a plain text end at an empty line or at each line end; if these two readings do
    not agree, the document does not speak against the change.
    """
    words = _words(text)
    if not (passage.old or passage.is_inside):
        return bool(text) and not all(_words(line) in words for line in passage.new)
    readings = (_paragraphs(text, r"\n\s*\n"), _paragraphs(text, r"\n"), words)
    found = [_found_in(reading, passage) for reading in readings]
    return (True, False) in found and (False, True) not in found


def _found_in(reading: str, passage: Passage) -> tuple[bool, bool]:
    """Whether a reading of a document has the old, and whether it has the new passage."""
    joint = _BREAK if _BREAK in reading else " "
    old, new = (
        joint.join(_words(line).strip() for line in (*passage.before, *lines, *passage.after))
        for lines in (passage.old, passage.new)
    )
    can_tell = bool(passage.new) or passage.is_inside
    return f" {old} " in reading, can_tell and f" {new} " in reading


def _paragraphs(text: str, end: str) -> str:
    """The words of a text, with a sign between its paragraphs."""
    pieces = (_words(piece).strip() for piece in re.split(end, text))
    return f" {_BREAK.join(filter(None, pieces))} "


def is_plain_text(document: Path) -> bool:
    """Whether the words of a document can be read without another program."""
    return document.suffix.lower() in PLAIN_TEXT


def plain_text(document: Path) -> str:
    """The text of a document; empty if it is not plain text or cannot be read."""
    if not is_plain_text(document):
        return ""
    try:
        return document.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def _words(text: str) -> str:
    """The letters and digits of a text, with one space around each word."""
    return f" {' '.join(_WORD.findall(text.casefold()))} "


def _words_and_signs(text: str) -> str:
    """The letters, digits and signs of a text, with one space around each word and each sign."""
    return f" {' '.join(_WORD_OR_SIGN.findall(with_usual_signs(text).casefold()))} "
