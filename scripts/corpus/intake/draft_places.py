"""Where in a draft an editor finds what a remark is about."""

from collections.abc import Callable

from corpus.intake.document import TextBlock
from corpus.intake.place import Place
from corpus.intake.quoted_words import code_span
from corpus.intake.volume.parts import VolumePart
from corpus.text.approved_text import ApprovedText
from corpus.text.blocks import Block


def place_in_document(place: Place) -> str:
    """A place as an editor finds it in the document itself."""
    return f"{place} of the document" if place.unit == "paragraph" else str(place)


def places_in_draft(part: VolumePart, text: ApprovedText) -> Callable[[Place], str]:
    """What names a place by the numbers of the draft; an empty string is all of it.

    Nobody sees how a document counts its paragraphs, so only pages and lines stay as they are.
    """
    own = text.blocks[: len(part.blocks)]
    if len(text.blocks) != len(part.blocks) + len(part.footnotes):
        return place_in_document
    pairs = list(zip(part.blocks, own, strict=True))
    return lambda place: _name(place, pairs) if place.unit == "paragraph" else str(place)


def _name(place: Place, pairs: list[tuple[TextBlock, Block]]) -> str:
    blocks = [block for source, block in pairs if source.place and source.place.overlaps(place)]
    if len(blocks) == len(pairs):
        return ""
    if not blocks:  # It has no words, and stands below the last paragraph that has.
        blocks = [block for _, block in pairs[-1:]]
    if numbers := [block.number for block in blocks if block.number]:
        return str(Place("paragraph", numbers[0], numbers[-1]))
    return f"the line {code_span(blocks[0].words)}"
