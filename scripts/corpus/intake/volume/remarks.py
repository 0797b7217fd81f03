"""Remarks on a volume: where it may have been split in a wrong place."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from corpus.citations.finder import CitationFinder
from corpus.intake.document import TextBlock
from corpus.intake.headings import SENTENCE_OR_NOTE_END
from corpus.intake.place import Place
from corpus.intake.remarks import Remark, RemarkKind
from corpus.intake.volume.headings_by_citation import NEAR_HEADING, cited_lines
from corpus.intake.volume.parts import VolumePart
from corpus.intake.volume.sections import is_earlier
from corpus.model.commission import Commission
from corpus.text.approved_text import closing_line

_NEAR_TOP = 3
"""This many blocks at the top are the heading, the approval line and the first words."""
_NUMBER = r"(?:[0-9]+|[IVXLC]+|[A-Z]|one|two|three|four|five|six|seven|eight|nine|ten)"
_TITLE = re.compile(
    rf"""(?ix)
    (?: (?:appendi(?:x|ces)|annex(?:es)?|exhibit|attachment)(?:\ {_NUMBER})?
      | (?:(?:subject|topical|general|alphabetical|cumulative)\ )?index(?:\ (?:of|to|by)\ .+)?
      | (?:part|chapter|volume|book)\ {_NUMBER}
      | table\ of\ .+ | glossary | bibliography | afterword | epilogue | foreword | preface
      | (?:advisory\ )?opinions\ (?:of|from|for|issued)\ .*[0-9]{{4}}
    )
    (?:\s*[:.–—-]\s*\S.*)?
    """
)
_LONGEST_TITLE = 80
_EDITOR = re.compile(r"(?i)\[?(?:editor(?:['’]s|s['’]|ial)?|publisher(?:['’]s)?)(?: note)?[:.]")
_SEPARATOR = re.compile(r"[\W_]+")


def volume_remarks(parts: Sequence[VolumePart], commission: Commission) -> Iterator[list[Remark]]:
    """Yield the remarks on each part: headings, approval lines and ends that may be wrong."""
    finder = CitationFinder(commission)
    are_quoted = [*_are_perhaps_quoted(parts, commission), False]
    for part, following, (is_quoted, below_is_quoted) in zip(
        parts, [*parts[1:], None], pairwise(are_quoted), strict=True
    ):
        yield [
            *_heading_remarks(part, finder, commission),
            *_approval_remarks(part, commission),
            *_end_remarks(part, following, commission, is_quoted=below_is_quoted),
            *_quotation_remarks(part, is_quoted=is_quoted),
            *(_back_matter_remarks(part.blocks) if part.is_opinion else ()),
        ]


def _heading_remarks(
    part: VolumePart, finder: CitationFinder, commission: Commission
) -> Iterator[Remark]:
    """Yield a remark on each line of an opinion that may be the heading of another one.

    It only cites an opinion. Below a heading in a form of the settings, a date of approval must
    be below it too.
    """
    if not part.is_opinion:
        return
    heading, *blocks = part.blocks
    has_form = commission.heading_in(heading.text) is not None
    for line in cited_lines(blocks, finder, commission):
        is_own = part.id is not None and line.printed.number == part.id.number
        is_named = line.block.text in _named_headings(part)
        if not (is_own or is_named) and (line.is_dated or not has_form):
            yield Remark(RemarkKind.MORE_OPINIONS, line.block.place, line.block.text)
    if not has_form:
        yield from _cited_in_text(part, commission)


def _cited_in_text(part: VolumePart, commission: Commission) -> Iterator[Remark]:
    """Yield a remark on each line in a form of the settings that has no approval line below it."""
    words = [block.text for block in part.blocks]
    for block, text, below in zip(part.blocks, words, [*words[1:], ""], strict=True):
        is_cited = commission.heading_in(text) and text not in _named_headings(part)
        if is_cited and not commission.is_approval_line(below):
            yield Remark(RemarkKind.OTHER_HEADING, block.place, text)


def _approval_remarks(part: VolumePart, commission: Commission) -> Iterator[Remark]:
    """Yield a remark on each approval line of an opinion that is not at its begin or its end."""
    lines = list(pairwise(part.blocks[NEAR_HEADING:])) if part.is_opinion else []
    words = [block.text for block in part.blocks]
    has_opening = any(map(commission.is_approval_line, words[1 : NEAR_HEADING + 1]))
    closing = 0 if has_opening else closing_line(words, commission.is_further_approval_line)
    for place, (above, block) in enumerate(lines, start=NEAR_HEADING + 1):
        text = words[place]
        title = above.text
        is_end = place == closing and commission.heading_in(title) is None
        is_named = is_end or title in _named_headings(part)
        if commission.is_approval_line(text) and not is_named:
            yield Remark(RemarkKind.SECOND_APPROVAL, block.place, f"{above.text} {text}")


def _named_headings(part: VolumePart) -> set[str]:
    return {remark.words for remark in part.remarks if remark.kind is RemarkKind.OTHER_HEADING}


def _end_remarks(
    part: VolumePart, following: VolumePart | None, commission: Commission, *, is_quoted: bool
) -> Iterator[Remark]:
    """Yield a remark if an opinion ends above a heading that may begin no opinion.

    That is one that the opinion may quote. Below an approved opinion, it is also one in no draft,
    as the same heading is elsewhere, or one without an approval line.
    """
    if not (part.is_opinion and following and (is_quoted or _is_approved(part, commission))):
        return
    heading = following.blocks[0]
    is_heading = commission.heading_in(heading.text) is not None
    begins_opinion = following.is_opinion and _is_approved(following, commission)
    if (is_heading and not begins_opinion) or is_quoted:
        yield Remark(RemarkKind.OPEN_END, heading.place, heading.text)


def _quotation_remarks(part: VolumePart, *, is_quoted: bool) -> Iterator[Remark]:
    """Yield a remark if the opinion above may quote the heading of this one."""
    if is_quoted:
        heading = part.blocks[0]
        yield Remark(RemarkKind.PERHAPS_QUOTED, heading.place, heading.text)


def _are_perhaps_quoted(parts: Sequence[VolumePart], commission: Commission) -> list[bool]:
    """Whether the opinion above each part may quote its heading.

    It may if it ends with a colon, if a sentence continues below the heading, if the part is an
    opinion that is out of order, or if only the opinion above has a date of approval.
    """
    ids = [part.id for part in parts if part.is_opinion]
    out_of_order = {
        middle
        for before, middle, after in zip(ids, ids[1:], ids[2:], strict=False)
        if is_earlier(before, after, commission)
        if is_earlier(middle, before, commission) or is_earlier(after, middle, commission)
    }
    below = (
        above.is_opinion
        and part.is_opinion
        and (
            part.id in out_of_order
            or _announces(above)
            or _goes_on(above, part)
            or _is_only_approved(above, part, commission)
        )
        for above, part in pairwise(parts)
    )
    return [False, *below]


def _announces(part: VolumePart) -> bool:
    """Whether an opinion ends with a colon."""
    return part.blocks[-1].text.endswith(":")


def _goes_on(above: VolumePart, part: VolumePart) -> bool:
    """Whether a sentence of an opinion seems to continue below the heading of the next one."""
    last = above.blocks[-1]
    below = part.blocks[1:2]
    is_open = not SENTENCE_OR_NOTE_END.search(last.text)
    return is_open and any(block.text[:1].islower() for block in below)


def _is_only_approved(above: VolumePart, part: VolumePart, commission: Commission) -> bool:
    """Whether an opinion has a date of approval, and the one below its end has none."""
    is_heading = commission.heading_in(part.blocks[0].text) is not None
    return is_heading and _is_approved(above, commission) and not _is_approved(part, commission)


def _is_approved(part: VolumePart, commission: Commission) -> bool:
    below = part.blocks[1 : 1 + NEAR_HEADING]
    return any(commission.is_approval_line(block.text) for block in below)


def _back_matter_remarks(blocks: Sequence[TextBlock]) -> Iterator[Remark]:
    """Yield a remark on the first line of an opinion below which its text may have ended."""
    for index, block in enumerate(blocks[_NEAR_TOP:], _NEAR_TOP):
        words = block.text
        if _is_title(words) or _EDITOR.match(words):
            signs = len(list(takewhile(_is_separator, reversed(blocks[:index]))))
            first, last = blocks[index - signs], blocks[-1]
            place = Place.spanning(first.place, last.place)
            yield Remark(RemarkKind.PERHAPS_OUTSIDE, place, words)
            return


def _is_title(words: str) -> bool:
    return len(words) <= _LONGEST_TITLE and _TITLE.fullmatch(words) is not None


def _is_separator(block: TextBlock) -> bool:
    return _SEPARATOR.fullmatch(block.text) is not None
