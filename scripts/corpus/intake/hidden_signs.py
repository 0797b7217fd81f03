"""Invisible characters in a document that change how its letters are shown."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from corpus.intake.document import SourceDocument, TextBlock
from corpus.intake.remarks import Remark, RemarkKind

_DIRECTION = re.compile("[\u061c\u202a-\u202e\u2066-\u2069]")
"""What changes the direction of letters."""
_ZERO_WIDTH = re.compile("[\u200b-\u200f\u2060-\u2064]")
"""What stands unseen between letters; `clean_text` leaves it out."""


def without_hidden_signs(document: SourceDocument) -> SourceDocument:
    """The document without such characters, and with a remark on each block that had one."""
    blocks = (*document.blocks, *document.footnotes)
    remarks = tuple(remark for block in blocks for remark in _remarks(block))
    if not remarks:
        return document
    reading = document.second_reading
    return replace(
        document,
        blocks=tuple(_visible(document.blocks)),
        footnotes=tuple(_visible(document.footnotes)),
        second_reading=None if reading is None else _DIRECTION.sub("", reading),
        remarks=(*document.remarks, *remarks),
    )


def words_with_zero_width(text: str) -> str:
    """The words of a text in which characters without width stand, without them."""
    return _words_around(_ZERO_WIDTH, text)


def _words_around(signs: re.Pattern[str], text: str) -> str:
    words = (signs.sub("", word) for word in text.split() if signs.search(word))
    return " ".join(filter(None, words))


def _remarks(block: TextBlock) -> Iterator[Remark]:
    text = block.text
    if _DIRECTION.search(text):
        yield Remark(RemarkKind.HIDDEN_SIGN, block.place, _words_around(_DIRECTION, text))


def _visible(blocks: Iterable[TextBlock]) -> Iterator[TextBlock]:
    """Yield the blocks without these characters."""
    for block in blocks:
        runs = (replace(run, text=_DIRECTION.sub("", run.text)) for run in block.runs)
        yield replace(block, runs=tuple(runs))
