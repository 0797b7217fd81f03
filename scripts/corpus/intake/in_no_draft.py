"""What a document has and no draft does: between the opinions, at page edges, or unread."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from corpus.intake.document import TextBlock
from corpus.intake.draft_places import place_in_document
from corpus.intake.quoted_words import code_span
from corpus.intake.remark_sentences import remark_sentences
from corpus.intake.remarks import Remark, RemarkKind
from corpus.intake.volume.parts import VolumePart

_LEADERS = re.compile(r"(?:\s*[.·_]){5,}\s*")
"""The dots between an entry of a table of contents and its page number."""

_ABOUT_TEXT = {RemarkKind.PERHAPS_HEADER, RemarkKind.TABS}
"""What matters only where the draft has the words."""
_RUNNING = {RemarkKind.HEADER, RemarkKind.PERHAPS_PAGE_NUMBER}
"""What stands at the edge of page after page."""
_UNREAD = {
    RemarkKind.SCANNED_PAGE,
    RemarkKind.DYNAMIC_FORM,
    RemarkKind.EMBEDDED,
    RemarkKind.MAIL_CUT,
}
"""What shows that a part of the document was not read, so that all of its words are missing."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What is before, between or after the opinions of a document, and is in no draft."""

    passages: tuple[str, ...]
    """Each block as its page or line, if it has one, and its words."""
    to_compare: tuple[str, ...]
    """What an editor must look at there, in sentences, without what a draft says already."""
    running: tuple[str, ...]
    """Those of `to_compare` about headers and footers."""
    is_above: bool
    """Whether it stands above the first opinion."""


def left_out(
    part: VolumePart, differences: Sequence[str], of_drafts: Collection[Remark], *, is_above: bool
) -> LeftOut:
    """A part that is in no draft; the remarks `of_drafts` are not repeated."""
    own = tuple(
        remark
        for remark in part.remarks
        if remark not in of_drafts and remark.kind not in _ABOUT_TEXT
    )
    return LeftOut(
        tuple(map(_passage, part.blocks)),
        (*remark_sentences(own, place_in_document), *differences),
        running(own),
        is_above,
    )


def running(remarks: Iterable[Remark]) -> tuple[str, ...]:
    """What was left out at the edge of pages, in sentences."""
    return tuple(remark_sentences(remark for remark in remarks if _is_running(remark)))


def page_numbers(remarks: Iterable[Remark]) -> tuple[str, ...]:
    """The page numbers that were certain."""
    return tuple(remark.words for remark in remarks if remark.kind is RemarkKind.PAGE_NUMBER)


def unread(remarks: Iterable[Remark]) -> tuple[str, ...]:
    """The parts of a document that were not read, in sentences."""
    of_parts = (remark for remark in dict.fromkeys(remarks) if remark.kind in _UNREAD)
    return tuple(remark_sentences(of_parts, place_in_document))


def _is_running(remark: Remark) -> bool:
    is_on_page = remark.place is not None and remark.place.unit == "page"
    return is_on_page and remark.kind in _RUNNING


def _passage(block: TextBlock) -> str:
    text = _LEADERS.sub(" … ", block.text_with_mark)
    place = block.place
    return f"{place}: {code_span(text)}" if place and place.unit != "paragraph" else code_span(text)
