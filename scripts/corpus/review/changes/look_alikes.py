"""Letters of other alphabets that a change adds, which can look like Latin ones."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.review.changes.field_changes import FieldChange
from corpus.review.changes.text_changes import TextChange
from corpus.text.approved_text import ApprovedText
from corpus.text.foreign_letters import foreign_words, unicode_name


@dataclass(frozen=True, slots=True)
class LookAlike:
    """A new word with a letter, a digit or a mark that is not Latin."""

    opinion: str
    where: str
    """`¶ 2`, `title`, `paragraph 2 changes`."""
    word: str
    character: str
    """Its name in Unicode: `CYRILLIC SMALL LETTER A`."""


def in_changes(changes: Iterable[TextChange | FieldChange]) -> Iterator[LookAlike]:
    """The words with such letters that only the new state has."""
    for change in changes:
        before = {word for _, word, _ in foreign_words(change.old)}
        for item in _look_alikes(change.subject, change.what, change.new):
            if item.word not in before:
                yield item


def in_new_text(opinion: str, text: ApprovedText) -> Iterator[LookAlike]:
    """The words with such letters in a new text."""
    for block in text.blocks:
        where = f"¶ {block.number}" if block.number else "heading or approval line"
        yield from _look_alikes(opinion, where, block.words)


def _look_alikes(opinion: str, where: str, words: str) -> Iterator[LookAlike]:
    for _, word, character in foreign_words(words):
        yield LookAlike(opinion, where, word, unicode_name(character))
