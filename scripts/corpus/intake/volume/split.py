"""A document split where its opinions begin; nothing of it is lost.

`sections.py` finds the heading lines and says which of them are quoted or in a table of contents;
`headings_by_citation.py` finds headings in a form that no settings list. `_starts_of` chooses the
headings at which opinions begin, and `parts.py` joins the rest to them.
"""

from collections.abc import Sequence
from dataclasses import replace

from corpus.intake.document import SourceDocument
from corpus.intake.volume.owners import footnotes_of_parts, remarks_of_parts
from corpus.intake.volume.parts import VolumePart, parts_of
from corpus.intake.volume.remarks import volume_remarks
from corpus.intake.volume.sections import Section, sections_of
from corpus.model.commission import Commission
from corpus.model.opinion_id import OpinionId

_NEAR_TOP = 20
"""How many blocks may stand above the only heading of a document if no approval follows it."""


def split_document(document: SourceDocument, commission: Commission) -> tuple[VolumePart, ...]:
    """The opinions of a document and what is before and between them, in order.

    An opinion begins at its heading line. If no heading line is found, all is one opinion
    without a number.
    """
    sections = sections_of(document.blocks, commission)
    parts = parts_of(sections, _starts_of(sections))
    footnotes = footnotes_of_parts(document.footnotes, parts)
    with_notes = [
        replace(part, footnotes=tuple(notes)) for part, notes in zip(parts, footnotes, strict=True)
    ]
    of_document = remarks_of_parts(document.remarks, with_notes)
    of_volume = volume_remarks(with_notes, commission)
    return tuple(
        replace(part, remarks=(*part.remarks, *on_split, *on_text))
        for part, on_split, on_text in zip(with_notes, of_volume, of_document, strict=True)
    )


def _starts_of(sections: Sequence[Section]) -> dict[OpinionId, int]:
    """The section at which the text of each opinion begins.

    If a heading is repeated, that is the one with an approval line, and of several
    the one with the longest text: the others are a summary or an entry of a list.
    """
    starts: dict[OpinionId, tuple[bool, int, int]] = {}
    for index, section in enumerate(sections):
        is_entry = section.is_list_entry and not section.is_approved
        if section.id is None or is_entry or section.is_quoted:
            continue
        length = _length(sections[index:])
        rank = (section.is_approved, length, -index)
        starts[section.id] = max(rank, starts.get(section.id, rank))
    first = {opinion: -index for opinion, (_, _, index) in starts.items()}
    if len(first) == 1:
        (index,) = first.values()
        above = sum(len(section.blocks) for section in sections[:index])
        if above >= _NEAR_TOP and not sections[index].is_approved:
            return {}
    return first


def _length(sections: Sequence[Section]) -> int:
    """The length of the first section, and of those that only repeat its heading."""
    first, *others = sections
    length = first.length
    for other in others:
        if other.id != first.id or other.is_approved:
            break
        length += other.length
    return length
