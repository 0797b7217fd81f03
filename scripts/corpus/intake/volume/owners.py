"""The part of a volume to which each footnote and each remark on the document belongs."""

import re
from collections.abc import Sequence

from corpus.intake.document import TextBlock
from corpus.intake.place import Place
from corpus.intake.remarks import Remark
from corpus.intake.volume.parts import VolumePart

_RAISED_NUMBER = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+")


def remarks_of_parts(remarks: Sequence[Remark], parts: Sequence[VolumePart]) -> list[list[Remark]]:
    """The remarks on each part; those on the whole document are on each opinion.

    Of parts that share a page, a remark belongs to the one that has its words, best as a line.
    What is where no text is, such as a scanned page, belongs to the part that is above it.
    """
    lines = [[_letters(line) for line in part.text.split("\n")] for part in parts]
    letters = list(map("".join, lines))
    of_parts: list[list[Remark]] = [[] for _ in parts]
    for remark in remarks:
        place = remark.place
        if place is None:
            owners = [index for index, part in enumerate(parts) if part.is_opinion]
        else:
            near = [index for index, part in enumerate(parts) if _overlap(place, part.place)]
            words = _letters(remark.words)
            having = [index for index in near if words and words in letters[index]]
            owners = [index for index in having if words in lines[index]] or having or near
        for owner in owners or [_part_above(place, parts)]:
            of_parts[owner].append(remark)
    return of_parts


def _letters(text: str) -> str:
    """The letters and digits of a text, as remarks give divided words in two pieces."""
    return "".join(filter(str.isalnum, text))


def _part_above(place: Place | None, parts: Sequence[VolumePart]) -> int:
    """The index of the last part that begins above a place, or of the first part."""
    above = (
        index
        for index, part in enumerate(parts)
        if place and part.place and part.place.first < place.first
    )
    return max(above, default=0)


def footnotes_of_parts(
    footnotes: Sequence[TextBlock], parts: Sequence[VolumePart]
) -> list[list[TextBlock]]:
    """The footnotes of each part: those on its pages whose mark is in its text.

    A footnote without a mark continues from the one before it.
    """
    of_parts: list[list[TextBlock]] = [[] for _ in parts]
    opinions = [index for index, part in enumerate(parts) if part.is_opinion]
    owner = opinions[0]
    for note in footnotes:
        if mark := _RAISED_NUMBER.match(note.text):
            citing = [index for index in opinions if _cites(parts[index], mark[0], note)]
            near = [index for index in opinions if _overlap(parts[index].place, note.place)]
            owner = (citing or near or opinions)[0]
        of_parts[owner].append(note)
    return of_parts


def _cites(part: VolumePart, mark: str, note: TextBlock) -> bool:
    """Whether the part has the mark of a footnote on a page where the footnote stands."""
    return any(
        mark in _RAISED_NUMBER.findall(block.text)
        for block in part.blocks
        if _overlap(block.place, note.place)
    )


def _overlap(first: Place | None, second: Place | None) -> bool:
    """Whether two places have a page in common, or could have one as far as they are known."""
    return first is None or second is None or first.overlaps(second)
