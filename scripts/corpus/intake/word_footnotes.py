"""The footnotes of a Word document as paragraphs at the end of the text."""

from collections.abc import Iterator

from lxml.etree import _Element

from corpus.intake.document import TextBlock, TextRun
from corpus.intake.word_runs import FootnoteNumbers, text_runs
from corpus.intake.word_xml import W
from corpus.text.blocks import Role


def footnote_blocks(root: _Element | None, footnotes: FootnoteNumbers) -> Iterator[TextBlock]:
    """Yield the footnotes that the text refers to, in order; `root` is `word/footnotes.xml`."""
    if root is None:
        return
    elements = {note.get(f"{W}id"): note for note in root.iter(f"{W}footnote")}
    for note_id in tuple(footnotes.by_id):
        if note_id in elements:
            yield from _paragraphs(elements[note_id], footnotes.mark(note_id), footnotes)


def _paragraphs(note: _Element, mark: str, footnotes: FootnoteNumbers) -> Iterator[TextBlock]:
    for paragraph in note.iter(f"{W}p"):
        text = "".join(run.text for run in text_runs(paragraph, footnotes)).strip()
        if text:
            yield TextBlock(Role.PARAGRAPH, (TextRun(f"{mark} {text}"),))
