"""Paragraphs that become part of a concurrence or a dissent, or of the opinion itself."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from corpus.review.record_versions import RecordPair, RecordVersion
from corpus.text.approved_text import ApprovedText

_ITSELF = "the opinion itself"


@dataclass(frozen=True, slots=True)
class SeparateChange:
    """Paragraphs of an opinion that are said to be by others than before."""

    opinion: str
    paragraphs: tuple[int, ...]
    """Their numbers in the new text."""
    old: str
    """Whose they were: `Dissent of Judge Reed`, or `the opinion itself`."""
    new: str


def separate_changes(pair: RecordPair) -> Iterator[SeparateChange]:
    """The paragraphs of both texts that change between the opinion and its separate parts."""
    old, new = pair.old.text, pair.new.text
    if old is None or new is None or not (pair.old.separate or pair.new.separate):
        return
    before, after = _parts(pair.old), _parts(pair.new)
    changes = [
        (before.get(was, _ITSELF), after.get(now, _ITSELF), now)
        for now, was in _earlier_numbers(old, new).items()
    ]
    changed = [change for change in changes if change[0] != change[1]]
    for (was_of, now_of), same in groupby(changed, lambda change: change[:2]):
        yield SeparateChange(pair.opinion, tuple(number for *_, number in same), was_of, now_of)


def _parts(version: RecordVersion) -> Mapping[int, str]:
    """The name of the separate part of each paragraph that belongs to one."""
    return {number: str(part.heading) for part in version.separate for number in part.paragraphs}


def _earlier_numbers(old: ApprovedText, new: ApprovedText) -> Mapping[int, int]:
    """The old number of each new paragraph that both texts have.

    Its place says which it was, or its words if paragraphs come or go.
    """
    if len(old.paragraphs) == len(new.paragraphs):
        return {number: number for number in new.paragraphs}
    numbers = {block.words: number for number, block in old.paragraphs.items()}
    return {
        number: numbers[block.words]
        for number, block in new.paragraphs.items()
        if block.words in numbers
    }
