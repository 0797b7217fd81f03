"""Put list marks that only our reader makes into the text that another program read."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from corpus.intake.remarks import Remark
from corpus.text.alignment import parts


class ReadLine(NamedTuple):
    """A paragraph as our own reader read it."""

    text: str
    own: str = ""
    """Words in it that the other program cannot know, such as list marks that Word makes."""


def woven(ours: Sequence[ReadLine], theirs: Sequence[str]) -> Iterator[str]:
    """Yield the lines of another program with our own words in them."""
    our_keys = [" ".join(_shared_words(line)) for line in ours]
    their_keys = [" ".join(line.split()) for line in theirs]
    for part in parts(our_keys, their_keys):
        if part.is_same:
            yield from (line.text for line in ours[part.old])
        else:
            yield _woven_words(ours[part.old], their_keys[part.new])


def left_out_lines(remarks: Iterable[Remark]) -> Iterator[str]:
    """Yield the words that remarks name as left out, for a reading that does not hold them."""
    return (remark.words for remark in remarks if remark.kind.leaves_words_out and remark.words)


def _woven_words(ours: Iterable[ReadLine], theirs: Iterable[str]) -> str:
    own = {word for line in ours for word in line.own.split()}
    our_words = [word for line in ours for word in line.text.split()]
    their_words = " ".join(theirs).split()
    words = list[str]()
    for part in parts(our_words, their_words):
        if not part.is_same:
            words += [word for word in our_words[part.old] if word in own]
        words += their_words[part.new]
    return " ".join(words)


def _shared_words(line: ReadLine) -> Iterator[str]:
    own = set(line.own.split())
    return (word for word in line.text.split() if word not in own)
