"""The sections of a document joined to opinions, and to what is in no opinion."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, takewhile

from corpus.intake.document import TextBlock, TextRun
from corpus.intake.headings import SENTENCE_OR_NOTE_END
from corpus.intake.place import Place
from corpus.intake.remarks import Remark, RemarkKind
from corpus.intake.volume.sections import Section
from corpus.model.opinion_id import OpinionId
from corpus.text.blocks import Role

_ENOUGH_OPINIONS = 2
"""What this many opinions end with may be the letterhead of the next one."""
_CHANGING = re.compile(r"[A-Z][a-z]+ \d{1,2}, \d{4}|\d+")
"""What differs between two copies of a letterhead: a date, or a number."""


@dataclass(frozen=True, slots=True)
class VolumePart:
    """Consecutive blocks of a document: the text of one opinion, or what is in no opinion."""

    id: OpinionId | None
    """None if the document does not say the number, or if the part belongs to no opinion."""
    blocks: tuple[TextBlock, ...]
    is_opinion: bool = True
    footnotes: tuple[TextBlock, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def place(self) -> Place | None:
        """Where the part is in the document."""
        return Place.spanning(self.blocks[0].place, self.blocks[-1].place)

    @property
    def text(self) -> str:
        """Its words, a line for each block and footnote."""
        return "\n".join(block.text for block in (*self.blocks, *self.footnotes))


def parts_of(sections: Sequence[Section], starts: Mapping[OpinionId, int]) -> list[VolumePart]:
    """The opinions that begin at these sections, and what is before and between them.

    If there are none, all is one opinion without a number.
    """
    if not starts:
        blocks = (block for section in sections for block in section.blocks)
        return [VolumePart(None, tuple(blocks))]
    twins = _same_headings(sections, starts)
    parts = [
        replace(part, remarks=(*part.remarks, *twins[part.id])) if part.id in twins else part
        for part in _join_sections(sections, starts)
    ]
    return _without_letterheads(parts, _letterhead(sections, parts))


def _same_headings(
    sections: Sequence[Section], starts: Mapping[OpinionId, int]
) -> Mapping[OpinionId | None, list[Remark]]:
    """A remark on each approved text that has the heading of an opinion which begins elsewhere."""
    twins = dict[OpinionId | None, list[Remark]]()
    for index, section in enumerate(sections):
        start = starts.get(section.id, index) if section.id else index
        if (
            start != index
            and section.is_approved
            and not (section.is_list_entry or section.is_quoted)
        ):
            remark = Remark(RemarkKind.SAME_HEADING, section.blocks[0].place, section.title)
            twins.setdefault(section.id, []).append(remark)
    return twins


def _join_sections(
    sections: Sequence[Section], starts: Mapping[OpinionId, int]
) -> list[VolumePart]:
    """One part for each opinion, and one for all that stands between two of them."""
    parts: list[VolumePart] = []
    for index, section in enumerate(sections):
        opinion = parts[-1] if parts and parts[-1].is_opinion else None
        start = starts.get(section.id, len(sections)) if section.id else len(sections)
        is_named = start < index and not (section.is_list_entry or section.is_approved)
        if start == index:
            parts.append(VolumePart(section.id, section.blocks))
        elif opinion and section.id == opinion.id and not section.is_approved:
            parts[-1] = _continue(opinion, section)
        elif opinion and (section.is_quoted or is_named):
            # An earlier opinion is named on a line of its own.
            remark = Remark(RemarkKind.OTHER_HEADING, section.blocks[0].place, section.title)
            blocks = (*opinion.blocks, *section.blocks)
            parts[-1] = replace(opinion, blocks=blocks, remarks=(*opinion.remarks, remark))
        elif parts and not parts[-1].is_opinion:
            parts[-1] = replace(parts[-1], blocks=(*parts[-1].blocks, *section.blocks))
        else:
            parts.append(VolumePart(None, section.blocks, is_opinion=False))
    return parts


def _continue(opinion: VolumePart, section: Section) -> VolumePart:
    """The opinion with what is below its own heading on a further page."""
    heading, *rest = section.blocks
    blocks = list(opinion.blocks)
    is_cut = bool(rest) and _is_cut(blocks[-1], rest[0])
    kind = RemarkKind.HEADER if is_cut else RemarkKind.REPEATED_HEADING
    remark = Remark(kind, heading.place, heading.text)
    if is_cut:
        runs = (*blocks[-1].runs, TextRun(" "), *rest[0].runs)
        place = Place.spanning(blocks[-1].place, rest[0].place)
        blocks[-1:] = [replace(blocks[-1], runs=runs, place=place)]
        rest = rest[1:]
    return replace(opinion, blocks=(*blocks, *rest), remarks=(*opinion.remarks, remark))


def _is_cut(above: TextBlock, below: TextBlock) -> bool:
    """Whether a paragraph continues below a heading that is in the middle of its sentence."""
    is_text = above.role is not Role.HEADING and below.role is Role.PARAGRAPH
    return is_text and not SENTENCE_OR_NOTE_END.search(above.text)


def _letterhead(sections: Sequence[Section], parts: Sequence[VolumePart]) -> Sequence[TextBlock]:
    """What is above the first opinion, or what all opinions but the last end with."""
    if sections[0].id is None:
        return sections[0].blocks
    *others, last = (part.blocks for part in parts if part.is_opinion)
    if len(others) < _ENOUGH_OPINIONS:
        return ()
    length = min(_length_of_common_end(blocks[1:], others[0][1:]) for blocks in others[1:])
    common = others[0][len(others[0]) - length :]
    letterhead = list(takewhile(_ends_no_sentence, reversed(common)))[::-1]
    return () if _length_of_common_end(last, letterhead) else letterhead


def _ends_no_sentence(block: TextBlock) -> bool:
    return SENTENCE_OR_NOTE_END.search(block.text) is None


def _without_letterheads(
    parts: Sequence[VolumePart], letterhead: Sequence[TextBlock]
) -> list[VolumePart]:
    """The parts; what belongs above the next opinion is moved out of the one before it.

    That is the letterhead, and the title of an index.
    """
    changed = list[VolumePart]()
    for part, following in zip(parts, [*parts[1:], None], strict=True):
        end = len(part.blocks) - _length_of_letterhead(part, following, letterhead)
        changed.append(replace(part, blocks=part.blocks[:end]))
        if above := part.blocks[end:]:
            changed.append(VolumePart(None, above, is_opinion=False))
    return list(_joined(changed))


def _joined(parts: Iterable[VolumePart]) -> Iterator[VolumePart]:
    """Yield the parts; those that follow each other and are in no opinion are one."""
    for is_opinion, group in groupby(parts, key=lambda part: part.is_opinion):
        if is_opinion:
            yield from group
        else:
            blocks = tuple(block for part in group for block in part.blocks)
            yield VolumePart(None, blocks, is_opinion=False)


def _length_of_letterhead(
    part: VolumePart, following: VolumePart | None, letterhead: Sequence[TextBlock]
) -> int:
    """How many blocks at the end of an opinion belong above what follows it."""
    if not part.is_opinion or following is None or len(part.blocks) == 1:
        return 0
    if following.is_opinion:
        return _length_of_common_end(part.blocks[1:], letterhead)
    return int(part.blocks[-1].role is Role.HEADING)


def _length_of_common_end(blocks: Sequence[TextBlock], front: Sequence[TextBlock]) -> int:
    """How many blocks at the end have the words at the end of the front matter."""
    rest = " ".join(["", *map(_wording, front)])
    for length, block in enumerate(reversed(blocks)):
        if not rest.endswith(f" {_wording(block)}"):
            return length
        rest = rest.removesuffix(f" {_wording(block)}")
    return len(blocks)


def _wording(block: TextBlock) -> str:
    return _CHANGING.sub("#", block.text)
