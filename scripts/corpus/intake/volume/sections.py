"""The heading lines of a document, and what is below each of them.

Which of them begin an opinion is decided in `split.py`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from corpus.intake.document import TextBlock, TextRun
from corpus.intake.headings import SENTENCE_OR_NOTE_END
from corpus.intake.volume.headings_by_citation import NEAR_HEADING, cited_headings
from corpus.model.approval_words import proposed_day
from corpus.model.commission import Commission
from corpus.model.opinion_id import OpinionId
from corpus.model.series import PrintedNumber
from corpus.text.blocks import Role

_LIST_LENGTH = 2
"""At least this many headings without text are a table of contents or an index."""
_LONGEST_ENTRY = 200
_SURE = 2
"""This many headings above a date of approval are surer than a known one without such a day."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading line and what follows it up to the next one."""

    id: OpinionId | None
    blocks: tuple[TextBlock, ...]
    is_approved: bool
    is_list_entry: bool = False
    """Whether the heading is an entry of a table of contents or an index."""
    is_quoted: bool = False
    """Whether the opinion above quotes the heading, and goes on below the quotation."""

    @property
    def title(self) -> str:
        """Its first line."""
        return self.blocks[0].text

    @property
    def length(self) -> int:
        """How many characters it has."""
        return sum(len(block.text) for block in self.blocks)

    @property
    def ends_with_colon(self) -> bool:
        """Whether its last words announce what is below it."""
        return self.blocks[-1].text.endswith(":")


def sections_of(blocks: Sequence[TextBlock], commission: Commission) -> list[Section]:
    """What is above the first heading line, and each heading line with its text."""
    return list(_mark_quotations(_mark_lists(list(_sections(blocks, commission))), commission))


def _sections(blocks: Sequence[TextBlock], commission: Commission) -> Iterator[Section]:
    blocks = [part for block in blocks for part in _separate_approval(block, commission)]
    headings = [commission.heading_in(block.text) for block in blocks]
    if not _is_heading_approved(blocks, headings, commission):
        blocks, headings = _with_cited_headings(blocks, headings, commission)
    starts = [index for index, heading in enumerate(headings) if heading]
    for start, end in zip([0, *starts], [*starts, len(blocks)], strict=True):
        if start == end:
            continue
        heading = headings[start]
        section = tuple(blocks[start:end])
        if heading is None:
            yield Section(None, section, is_approved=False)
            continue
        below = [block.text for block in section[1 : 1 + NEAR_HEADING]]
        approvals = [heading.date, *map(commission.written_approval_date, below)]
        dates = [commission.date_in(words) for words in approvals if words]
        at_end = [block.text for block in section[1:][-NEAR_HEADING:]]
        proposed = [proposed_day(words, commission) for words in (*below[:1], *at_end)]
        year = next((approved.year for approved in (*dates, *proposed) if approved), None)
        is_approved = any(approvals)
        title = replace(section[0], role=Role.HEADING, level=1)
        yield Section(heading.opinion(year), (title, *section[1:]), is_approved)


def _is_heading_approved(
    blocks: Sequence[TextBlock], headings: Sequence[PrintedNumber | None], commission: Commission
) -> bool:
    """Whether a date of approval is below a known heading, and no sentence between them."""
    lines = [block.text for block in blocks]
    approvals = [commission.is_approval_line(line) for line in lines]
    for index, heading in enumerate(headings):
        near = range(index + 1, min(index + 1 + NEAR_HEADING, len(lines)))
        above = takewhile(lambda i: approvals[i] or not SENTENCE_OR_NOTE_END.search(lines[i]), near)
        is_quoted = index > 0 and lines[index - 1].endswith(":")
        if heading and not is_quoted and (heading.date or any(approvals[i] for i in above)):
            return True
    return False


def _with_cited_headings(
    blocks: list[TextBlock], headings: list[PrintedNumber | None], commission: Commission
) -> tuple[list[TextBlock], list[PrintedNumber | None]]:
    """The blocks, and the number of each that is a heading in a form that no settings list.

    If there are none, the headings that are known stay. So they do if the others are not sure.
    """
    below_colons = [False, *(block.text.endswith(":") for block in blocks)]
    pairs = zip(headings, below_colons, strict=False)
    is_known = any(heading and not is_below_colon for heading, is_below_colon in pairs)
    all_cited = cited_headings(blocks, commission)
    if is_known and sum(cited.is_dated for cited in all_cited) < _SURE:
        return blocks, headings
    if all_cited:
        headings = [None] * len(blocks)
    for cited in reversed(all_cited):
        blocks = [*blocks[: cited.start], cited.block, *blocks[cited.end :]]
        headings = [*headings[: cited.start], cited.printed, *headings[cited.end :]]
    return blocks, headings


def _separate_approval(block: TextBlock, commission: Commission) -> Iterator[TextBlock]:
    """Yield the heading and the approval line of a block that holds both, or the block."""
    text = block.text
    spaces = re.finditer(" ", text) if len(text) < _LONGEST_ENTRY else ()
    for space in spaces:
        heading = text[: space.start()]
        approval = text[space.end() :]
        if commission.heading_in(heading) and commission.is_approval_line(approval):
            yield TextBlock(Role.HEADING, (TextRun(heading),), place=block.place)
            yield TextBlock(Role.PARAGRAPH, (TextRun(approval),), place=block.place)
            return
    yield block


def _mark_lists(sections: Sequence[Section]) -> list[Section]:
    """The sections; sections of a table of contents or an index are marked as such."""
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
            marked[entry] = replace(sections[entry], is_list_entry=True)
        index = end + 1
    return marked


def _mark_quotations(sections: Sequence[Section], commission: Commission) -> Iterator[Section]:
    """Yield the sections; one is quoted if a colon is above it, and a later opinion above that."""
    above: Section | None = None
    for section in sections:
        if above and above.ends_with_colon and is_earlier(section.id, above.id, commission):
            yield replace(section, is_quoted=True)
        else:
            yield section
            above = section


def is_earlier(one: OpinionId | None, other: OpinionId | None, commission: Commission) -> bool:
    """Whether an opinion comes before another one of its series."""
    if one is None or other is None or one.series != other.series:
        return False
    series = commission.series_of(one)
    if series and series.runs_on:
        return one.number < other.number
    return (one.year, one.number) < (other.year, other.number)


def _is_bare(section: Section) -> bool:
    return section.id is not None and len(section.blocks) == 1
