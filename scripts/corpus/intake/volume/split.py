"""A document split at the heading lines of its opinions; nothing of it is lost."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.citations.finder import CitationFinder
from corpus.intake.document import SourceDocument, TextBlock, text_of
from corpus.intake.remarks import Place, Remark, RemarkKind
from corpus.intake.volume.back_matter import back_matter_remarks
from corpus.intake.volume.cited_headings import NEAR_HEADING, cited_lines
from corpus.intake.volume.parts import Part, parts_of
from corpus.intake.volume.sections import is_earlier, sections_of, starts_of
from corpus.model.commission import Commission
from corpus.text.approved_text import closing_line

_RAISED_NUMBER = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+")


def split_document(document: SourceDocument, commission: Commission) -> tuple[Part, ...]:
    """The opinions of a document and what stands before and between them, in order.

    An opinion begins at its heading line. If no heading line is found, all is one opinion
    without a number.
    """
    sections = sections_of(document.blocks, commission)
    parts = parts_of(sections, starts_of(sections))
    footnotes = _footnotes_of_parts(document.footnotes, parts)
    with_notes = [
        replace(part, footnotes=tuple(notes)) for part, notes in zip(parts, footnotes, strict=True)
    ]
    remarks = _remarks_of_parts(document.remarks, with_notes)
    finder = CitationFinder(commission)
    are_quoted = [*_are_perhaps_quoted(with_notes, commission), False]
    return tuple(
        replace(
            part,
            remarks=(
                *part.remarks,
                *_heading_remarks(part, finder, commission),
                *_approval_remarks(part, commission),
                *_end_remarks(part, following, commission, is_quoted=below_is_quoted),
                *_quotation_remarks(part, is_quoted=is_quoted),
                *_back_matter_remarks(part),
                *on_part,
            ),
        )
        for part, following, on_part, (is_quoted, below_is_quoted) in zip(
            with_notes, [*with_notes[1:], None], remarks, pairwise(are_quoted), strict=True
        )
    )


def _heading_remarks(
    part: Part, finder: CitationFinder, commission: Commission
) -> Iterator[Remark]:
    """Yield a remark on each line of an opinion that may be the heading of another one.

    It only cites an opinion. Below a heading in a form of the settings, a day of approval must
    be below it too.
    """
    if not part.is_opinion:
        return
    heading, *blocks = part.blocks
    has_form = commission.heading_in(text_of(heading.runs)) is not None
    for line in cited_lines(blocks, finder, commission):
        is_own = part.id is not None and line.printed.number == part.id.number
        is_named = text_of(line.block.runs) in _named_headings(part)
        if not (is_own or is_named) and (line.is_dated or not has_form):
            yield Remark(RemarkKind.MORE_OPINIONS, line.block.place, text_of(line.block.runs))


def _approval_remarks(part: Part, commission: Commission) -> Iterator[Remark]:
    """Yield a remark on each approval line of an opinion that is not at its begin or its end."""
    lines = list(pairwise(part.blocks[NEAR_HEADING:])) if part.is_opinion else []
    words = [text_of(block.runs) for block in part.blocks]
    has_opening = any(map(commission.is_approval_line, words[1 : NEAR_HEADING + 1]))
    closing = 0 if has_opening else closing_line(words, commission.is_further_approval_line)
    for place, (above, block) in enumerate(lines, start=NEAR_HEADING + 1):
        text = words[place]
        title = text_of(above.runs)
        is_end = place == closing and commission.heading_in(title) is None
        is_named = is_end or title in _named_headings(part)
        if commission.is_approval_line(text) and not is_named:
            yield Remark(RemarkKind.SECOND_APPROVAL, block.place, f"{text_of(above.runs)} {text}")


def _named_headings(part: Part) -> set[str]:
    return {remark.words for remark in part.remarks if remark.kind is RemarkKind.OTHER_HEADING}


def _end_remarks(
    part: Part, following: Part | None, commission: Commission, *, is_quoted: bool
) -> Iterator[Remark]:
    """Yield a remark if an approved opinion ends above a heading that may begin no opinion.

    That is one in no draft, as the same heading is elsewhere, or one without an approval line, or
    one that the opinion may quote.
    """
    if not (part.is_opinion and following and _is_approved(part, commission)):
        return
    heading = following.blocks[0]
    is_heading = commission.heading_in(text_of(heading.runs)) is not None
    begins_opinion = following.is_opinion and _is_approved(following, commission)
    if (is_heading and not begins_opinion) or is_quoted:
        yield Remark(RemarkKind.OPEN_END, heading.place, text_of(heading.runs))


def _quotation_remarks(part: Part, *, is_quoted: bool) -> Iterator[Remark]:
    """Yield a remark if the opinion above may quote the heading of this one."""
    if is_quoted:
        heading = part.blocks[0]
        yield Remark(RemarkKind.PERHAPS_QUOTED, heading.place, text_of(heading.runs))


def _are_perhaps_quoted(parts: Sequence[Part], commission: Commission) -> list[bool]:
    """Whether the opinion above each part may quote its heading.

    It may if it ends with a colon, or if the part is an opinion that is out of order.
    """
    ids = [part.id for part in parts if part.is_opinion]
    out_of_order = {
        middle
        for before, middle, after in zip(ids, ids[1:], ids[2:], strict=False)
        if is_earlier(middle, before, commission) and is_earlier(before, after, commission)
    }
    below = (
        above.is_opinion
        and part.is_opinion
        and (part.id in out_of_order or text_of(above.blocks[-1].runs).endswith(":"))
        for above, part in pairwise(parts)
    )
    return [False, *below]


def _back_matter_remarks(part: Part) -> Iterator[Remark]:
    return back_matter_remarks(part.blocks) if part.is_opinion else iter(())


def _is_approved(part: Part, commission: Commission) -> bool:
    below = part.blocks[1 : 1 + NEAR_HEADING]
    return any(commission.is_approval_line(text_of(block.runs)) for block in below)


def _remarks_of_parts(remarks: Sequence[Remark], parts: Sequence[Part]) -> list[list[Remark]]:
    """The remarks on each part; those on the whole document are on each opinion.

    Of parts that share a page, a remark belongs to the one that has its words. What is where no
    text is, such as a scanned page, belongs to the part that stands above it.
    """
    letters = [_letters(part.text) for part in parts]
    of_parts: list[list[Remark]] = [[] for _ in parts]
    for remark in remarks:
        place = remark.place
        if place is None:
            owners = [index for index, part in enumerate(parts) if part.is_opinion]
        else:
            near = [index for index, part in enumerate(parts) if _overlap(place, part.place)]
            words = _letters(remark.words)
            owners = [index for index in near if words and words in letters[index]] or near
        for owner in owners or [_part_above(place, parts)]:
            of_parts[owner].append(remark)
    return of_parts


def _letters(text: str) -> str:
    """The letters and digits of a text, as remarks give divided words in two pieces."""
    return "".join(filter(str.isalnum, text))


def _part_above(place: Place | None, parts: Sequence[Part]) -> int:
    """The index of the last part that begins above a place, or of the first part."""
    above = (
        index
        for index, part in enumerate(parts)
        if place and part.place and part.place.first < place.first
    )
    return max(above, default=0)


def _footnotes_of_parts(
    footnotes: Sequence[TextBlock], parts: Sequence[Part]
) -> list[list[TextBlock]]:
    """The footnotes of each part: those on its pages whose mark is in its text.

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
