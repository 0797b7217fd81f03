"""Put list marks that only our reader makes into the text that another program read."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from corpus.intake.remarks import Remark


class ReadLine(NamedTuple):
    """A paragraph as our own reader read it."""

    text: str
    own: str = ""
    """Words in it that the other program cannot know, such as list marks that Word makes."""


def woven(ours: Sequence[ReadLine], theirs: Sequence[str]) -> Iterator[str]:
    """Yield the lines of another program with our own words in them."""
    our_keys = [" ".join(_shared_words(line)) for line in ours]
    their_keys = [" ".join(line.split()) for line in theirs]
    matcher = SequenceMatcher(None, our_keys, their_keys, autojunk=False)
    for operation, start, end, their_start, their_end in matcher.get_opcodes():
        if operation == "equal":
            yield from (line.text for line in ours[start:end])
        else:
            yield _woven_words(ours[start:end], their_keys[their_start:their_end])


def left_out_lines(remarks: Iterable[Remark]) -> Iterator[str]:
    """Yield the words that remarks name as left out, for a reading that does not hold them."""
    return (remark.words for remark in remarks if remark.kind.leaves_words_out and remark.words)


def _woven_words(ours: Iterable[ReadLine], theirs: Iterable[str]) -> str:
    own = {word for line in ours for word in line.own.split()}
    our_words = [word for line in ours for word in line.text.split()]
    their_words = " ".join(theirs).split()
    matcher = SequenceMatcher(None, our_words, their_words, autojunk=False)
    words = list[str]()
    for operation, start, end, their_start, their_end in matcher.get_opcodes():
        if operation != "equal":
            words += [word for word in our_words[start:end] if word in own]
        words += their_words[their_start:their_end]
    return " ".join(words)


def _shared_words(line: ReadLine) -> Iterator[str]:
    own = set(line.own.split())
    return (word for word in line.text.split() if word not in own)
