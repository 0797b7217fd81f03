"""Where two texts differ, even if paragraphs are removed, added, joined, split or moved."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, compress

from corpus.text.alignment import differences
from corpus.text.approved_text import ApprovedText
from corpus.text.blocks import Block, Role

_WORDS_BESIDE = 6
"""How many words before and after a passage show where it stands."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A place where a text differs whose number or order of paragraphs changes."""

    subject: str
    """The opinion as readers call it."""
    what: str
    """`paragraph 2 is taken out`."""
    document: str
    """The path of the document from which the text was taken."""
    old: tuple[str, ...]
    """The words of each paragraph and heading that the old text has here."""
    new: tuple[str, ...]
    before: tuple[str, ...]
    """The last words before the passage; empty at the beginning of the text."""
    after: tuple[str, ...]
    """The first words after it; empty at the end of the text."""

    @property
    def is_inside(self) -> bool:
        """Whether the text has words before and after the passage."""
        return bool(self.before and self.after)

    def __str__(self) -> str:
        """The change in a sentence, without the words."""
        return f"{self.subject}: {self.what}"


def passages(
    opinion: str, document: str, old: ApprovedText, new: ApprovedText
) -> Iterator[Passage]:
    """Each place where two texts differ; none if paragraphs and headings only change their words.

    What was moved is named where it was.
    """
    before, after = ([block.text_with_mark for block in text.blocks] for text in (old, new))
    if len(before) == len(after) and not _is_reordered(before, after):
        return
    places = [*differences(before, after)]
    removed = [tuple(before[was]) for was, _ in places]
    added = [tuple(after[now]) for _, now in places]
    moved = _covered(removed, chain.from_iterable(added))
    arrived = _covered(added, chain.from_iterable(compress(removed, moved)))
    for index, (was, now) in enumerate(places):
        if arrived[index] and not removed[index]:
            continue
        what = _what(old.blocks[was], new.blocks[now], is_moved=moved[index])
        beside = _last_words(before[: was.start]), _first_words(before[was.stop :])
        yield Passage(opinion, what, document, removed[index], added[index], *beside)


def _covered(groups: Iterable[Sequence[str]], lines: Iterable[str]) -> list[bool]:
    """Whether each group in turn is among the lines, without those that an earlier group used."""
    left = Counter(lines)
    covered = []
    for group in groups:
        is_there = bool(group) and Counter(group) <= left
        left -= Counter(group if is_there else ())
        covered.append(is_there)
    return covered


def _is_reordered(old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether a line that only one of two texts has in its place is elsewhere in the other."""
    changed = [(was, now) for was, now in zip(old, new, strict=True) if was != now]
    return not {was for was, _ in changed}.isdisjoint(now for _, now in changed)


def _last_words(lines: Sequence[str]) -> tuple[str, ...]:
    return tuple(" ".join(line.split()[-_WORDS_BESIDE:]) for line in lines[-1:])


def _first_words(lines: Sequence[str]) -> tuple[str, ...]:
    return tuple(" ".join(line.split()[:_WORDS_BESIDE]) for line in lines[:1])


def _what(old: Sequence[Block], new: Sequence[Block], *, is_moved: bool) -> str:
    """What happens at a place, in a sentence."""
    if not old:
        return f"{_named(new)} {_is(new)} new"
    if is_moved:
        return f"{_named(old)} {_is(old)} moved"
    if not new:
        return f"{_named(old)} {_is(old)} taken out"
    return f"{_named(old)} {_is(old)} replaced by {_named(new)}"


def _named(blocks: Sequence[Block]) -> str:
    """The numbers of paragraphs in words: `paragraphs 2 to 4`; or what has no number."""
    numbers = [block.number for block in blocks if block.number]
    if not numbers:
        return "the approval line" if blocks[0].role is Role.APPROVAL else "a heading"
    first, last = numbers[0], numbers[-1]
    return f"paragraph {first}" if first == last else f"paragraphs {first} to {last}"


def _is(blocks: Sequence[Block]) -> str:
    return "are" if len([block for block in blocks if block.number]) > 1 else "is"
