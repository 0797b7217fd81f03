"""Notes that someone typed at the end of a document, with their marks in its text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.intake.document import SourceDocument, TextBlock
from corpus.intake.remarks import Remark, RemarkKind

_MARK = re.compile(r"\[[0-9]{1,3}\]|[⁰¹²³⁴-⁹]{1,3}|\*{1,3}")
_MARK_OF_WORD = re.compile(rf"(?<=[^\s*⁰¹²³⁴-⁹])(?:{_MARK.pattern})")


def with_remarks_on_typed_notes(document: SourceDocument) -> SourceDocument:
    """The document with a remark on each paragraph whose mark is in the text above it."""
    return replace(document, remarks=(*document.remarks, *_remarks(document.blocks)))


def _remarks(blocks: Sequence[TextBlock]) -> Iterator[Remark]:
    marks = set[str]()
    for block in blocks:
        text = block.text
        first = _MARK.match(text)
        if first and first[0] in marks:
            yield Remark(RemarkKind.TYPED_NOTE, block.place, text)
        marks.update(_MARK_OF_WORD.findall(text))
