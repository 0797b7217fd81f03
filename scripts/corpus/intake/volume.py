"""A document split at the heading lines of its opinions; nothing of it is lost."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise, takewhile

from corpus.intake.document import SourceDocument, TextBlock, TextRun, text_of
from corpus.intake.paragraphs import SENTENCE_END
from corpus.intake.remarks import Place, Remark, RemarkKind
from corpus.model.commission import Commission
from corpus.model.opinion import OpinionId
from corpus.text.blocks import Role

_NEAR_TOP = 20
"""How many blocks may stand above the only heading of a document if no approval follows it."""
_NEAR_HEADING = 3
"""How many blocks below a heading the approval line may be."""
_LIST_LENGTH = 2
"""From this many headings without text on, they are a table of contents or an index."""
_LONGEST_ENTRY = 200

_RAISED_NUMBER = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_CHANGING = re.compile(r"[A-Z][a-z]+ \d{1,2}, \d{4}|\d+")
"""What differs between two copies of a letterhead: a date, or a number."""


@dataclass(frozen=True, slots=True)
class Part:
    """Consecutive blocks of a document: the text of one opinion, or what is in no opinion."""

    id: OpinionId | None
    """None if the document does not say the number, or if the part belongs to no opinion."""
    blocks: tuple[TextBlock, ...]
    is_opinion: bool = True
    footnotes: tuple[TextBlock, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def place(self) -> Place | None:
        """Where the part stands in the document."""
        first, last = self.blocks[0].place, self.blocks[-1].place
        return first.to(last) if first and last else None


@dataclass(frozen=True, slots=True)
class _Section:
    """A heading line and what follows it up to the next one."""

    id: OpinionId | None
    blocks: tuple[TextBlock, ...]
    is_approved: bool
    is_listed: bool = False
    """Whether the heading is an entry of a table of contents or an index."""

    @property
    def title(self) -> str:
        return text_of(self.blocks[0].runs)

    @property
    def length(self) -> int:
        return sum(len(text_of(block.runs)) for block in self.blocks)


def split_document(document: SourceDocument, commission: Commission) -> tuple[Part, ...]:
    """Return the opinions of a document and what stands before and between them, in order.

    An opinion begins at its heading line. If no heading line is found, all is one opinion
    without a number.
    """
    sections = _mark_lists(list(_sections(document.blocks, commission)))
    starts = _starts(sections)
    parts = _join_sections(sections, starts) if starts else [Part(None, document.blocks)]
    parts = _without_letterheads(parts)
    footnotes = _footnotes_of_parts(document.footnotes, parts)
    return tuple(
        replace(
            part,
            footnotes=tuple(notes),
            remarks=(
                *part.remarks,
                *_approval_remarks(part, commission),
                *_remarks_on(part, document.remarks),
            ),
        )
        for part, notes in zip(parts, footnotes, strict=True)
    )


def _sections(blocks: Sequence[TextBlock], commission: Commission) -> Iterator[_Section]:
    blocks = [part for block in blocks for part in _separate_approval(block, commission)]
    headings = [commission.heading_in(text_of(block.runs)) for block in blocks]
    starts = [index for index, heading in enumerate(headings) if heading]
    for start, end in zip([0, *starts], [*starts, len(blocks)], strict=True):
        if start == end:
            continue
        heading, section = headings[start], tuple(blocks[start:end])
        if heading is None:
            yield _Section(None, section, is_approved=False)
            continue
        below = section[1 : 1 + _NEAR_HEADING]
        is_approved = any(commission.is_approval_line(text_of(block.runs)) for block in below)
        title = replace(section[0], role=Role.HEADING, level=1)
        yield _Section(OpinionId(*heading), (title, *section[1:]), is_approved)


def _separate_approval(block: TextBlock, commission: Commission) -> Iterator[TextBlock]:
    """Yield the heading and the approval line of a block that holds both, or the block."""
    text = text_of(block.runs)
    spaces = re.finditer(" ", text) if len(text) < _LONGEST_ENTRY else ()
    for space in spaces:
        heading, approval = text[: space.start()], text[space.end() :]
        if commission.heading_in(heading) and commission.is_approval_line(approval):
            yield TextBlock(Role.HEADING, (TextRun(heading),), place=block.place)
            yield TextBlock(Role.PARAGRAPH, (TextRun(approval),), place=block.place)
            return
    yield block


def _mark_lists(sections: Sequence[_Section]) -> list[_Section]:
    """Return the sections, those of a table of contents or an index marked as such."""
    marked = list(sections)
    index = 0
    while index < len(sections):
        bare = list(takewhile(_is_bare, sections[index:]))
        if len(bare) < _LIST_LENGTH:
            index += len(bare) + 1
            continue
        # What follows the last entry may be the first opinion, or a foreword.
        end = index + len(bare)
        last = end < len(sections) and sections[end].id not in {section.id for section in bare}
        for entry in range(index, end + last):
            marked[entry] = replace(sections[entry], is_listed=True)
        index = end + 1
    return marked


def _is_bare(section: _Section) -> bool:
    return section.id is not None and len(section.blocks) == 1


def _starts(sections: Sequence[_Section]) -> dict[OpinionId, int]:
    """Return the section at which the text of each opinion begins.

    If a heading stands more than once, that is the one with an approval line, and of several
    the one with the longest text: the others are a summary or an entry of a list.
    """
    starts: dict[OpinionId, tuple[bool, int, int]] = {}
    for index, section in enumerate(sections):
        if section.id is None or (section.is_listed and not section.is_approved):
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


def _length(sections: Sequence[_Section]) -> int:
    """Return the length of the first section, and of those that only repeat its heading."""
    first, *others = sections
    length = first.length
    for other in others:
        if other.id != first.id or other.is_approved:
            break
        length += other.length
    return length


def _join_sections(sections: Sequence[_Section], starts: Mapping[OpinionId, int]) -> list[Part]:
    """Return one part for each opinion, and one for all that stands between two of them."""
    parts: list[Part] = []
    for index, section in enumerate(sections):
        opinion = parts[-1] if parts and parts[-1].is_opinion else None
        start = starts.get(section.id, len(sections)) if section.id else len(sections)
        if start == index:
            parts.append(Part(section.id, section.blocks))
        elif opinion and section.id == opinion.id and not section.is_approved:
            parts[-1] = _continue(opinion, section)
        elif opinion and start < index and not (section.is_listed or section.is_approved):
            # An earlier opinion is named on a line of its own.
            remark = Remark(RemarkKind.OTHER_HEADING, section.blocks[0].place, section.title)
            blocks = (*opinion.blocks, *section.blocks)
            parts[-1] = replace(opinion, blocks=blocks, remarks=(*opinion.remarks, remark))
        elif parts and not parts[-1].is_opinion:
            parts[-1] = replace(parts[-1], blocks=(*parts[-1].blocks, *section.blocks))
        else:
            parts.append(Part(None, section.blocks, is_opinion=False))
    return parts


def _continue(opinion: Part, section: _Section) -> Part:
    """Return the opinion with what stands below its own heading on a further page."""
    heading, *rest = section.blocks
    remark = Remark(RemarkKind.HEADER, heading.place, text_of(heading.runs))
    blocks = list(opinion.blocks)
    if rest and _is_cut(blocks[-1], rest[0]):
        runs = (*blocks[-1].runs, TextRun(" "), *rest[0].runs)
        place = blocks[-1].place.to(rest[0].place) if blocks[-1].place and rest[0].place else None
        blocks[-1:] = [replace(blocks[-1], runs=runs, place=place)]
        rest = rest[1:]
    return replace(opinion, blocks=(*blocks, *rest), remarks=(*opinion.remarks, remark))


def _is_cut(above: TextBlock, below: TextBlock) -> bool:
    """Whether a paragraph goes on below a heading that stands in the middle of its sentence."""
    is_text = above.role is not Role.HEADING and below.role is Role.PARAGRAPH
    return is_text and not SENTENCE_END.search(text_of(above.runs))


def _without_letterheads(parts: Sequence[Part]) -> list[Part]:
    """Return the parts; what belongs above the next opinion is moved out of the one before it.

    That is a letterhead which also stands above the first opinion, and the title of an index.
    """
    letterhead = () if parts[0].is_opinion else parts[0].blocks
    changed = list[Part]()
    for part, following in zip(parts, [*parts[1:], None], strict=True):
        end = len(part.blocks) - _length_of_letterhead(part, following, letterhead)
        changed.append(replace(part, blocks=part.blocks[:end]))
        if above := part.blocks[end:]:
            changed.append(Part(None, above, is_opinion=False))
    return list(_joined(changed))


def _joined(parts: Iterable[Part]) -> Iterator[Part]:
    """Yield the parts; those that follow each other and are in no opinion are one."""
    for is_opinion, group in groupby(parts, key=lambda part: part.is_opinion):
        if is_opinion:
            yield from group
        else:
            blocks = tuple(block for part in group for block in part.blocks)
            yield Part(None, blocks, is_opinion=False)


def _length_of_letterhead(
    part: Part, following: Part | None, letterhead: Sequence[TextBlock]
) -> int:
    """Return how many blocks at the end of an opinion belong above what follows it."""
    if not part.is_opinion or following is None or len(part.blocks) == 1:
        return 0
    if following.is_opinion:
        return _length_of_common_end(part.blocks[1:], letterhead)
    return int(part.blocks[-1].role is Role.HEADING)


def _length_of_common_end(blocks: Sequence[TextBlock], front: Sequence[TextBlock]) -> int:
    """Return how many blocks at the end have the words at the end of the front matter."""
    rest = " ".join(["", *map(_wording, front)])
    for length, block in enumerate(reversed(blocks)):
        if not rest.endswith(f" {_wording(block)}"):
            return length
        rest = rest.removesuffix(f" {_wording(block)}")
    return len(blocks)


def _wording(block: TextBlock) -> str:
    return _CHANGING.sub("#", text_of(block.runs))


def _approval_remarks(part: Part, commission: Commission) -> Iterator[Remark]:
    """Yield a remark on each approval line of an opinion that is not below its heading."""
    lines = pairwise(part.blocks[_NEAR_HEADING:]) if part.is_opinion else ()
    for above, block in lines:
        text = text_of(block.runs)
        if commission.is_approval_line(text):
            yield Remark(RemarkKind.SECOND_APPROVAL, block.place, f"{text_of(above.runs)} {text}")


def _remarks_on(part: Part, remarks: Sequence[Remark]) -> Iterator[Remark]:
    """Yield the remarks whose place is in a part, and those on the whole document."""
    return (
        remark
        for remark in remarks
        if (_overlap(remark.place, part.place) if remark.place else part.is_opinion)
    )


def _footnotes_of_parts(
    footnotes: Sequence[TextBlock], parts: Sequence[Part]
) -> list[list[TextBlock]]:
    """Return the footnotes of each part: those on its pages whose mark is in its text.

    A footnote without a mark goes on from the one before it.
    """
    of_parts: list[list[TextBlock]] = [[] for _ in parts]
    opinions = [index for index, part in enumerate(parts) if part.is_opinion]
    owner = opinions[0]
    for note in footnotes:
        if mark := _RAISED_NUMBER.match(text_of(note.runs)):
            citing = [index for index in opinions if _cites(parts[index], mark[0], note)]
            near = [index for index in opinions if _overlap(parts[index].place, note.place)]
            owner = (citing or near or opinions)[0]
        of_parts[owner].append(note)
    return of_parts


def _cites(part: Part, mark: str, note: TextBlock) -> bool:
    """Whether the part has the mark of a footnote on a page where the footnote stands."""
    return any(
        mark in _RAISED_NUMBER.findall(text_of(block.runs))
        for block in part.blocks
        if _overlap(block.place, note.place)
    )


def _overlap(first: Place | None, second: Place | None) -> bool:
    """Whether two places have a page in common, or could have one as far as they are known."""
    return first is None or second is None or first.overlaps(second)
