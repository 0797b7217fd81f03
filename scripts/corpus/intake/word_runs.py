"""The text of Word paragraphs, bold and italic words included, and of the footnotes."""

from collections.abc import Iterator

from lxml.etree import _Element

from corpus.intake.cleaning import clean_text, raise_digits
from corpus.intake.document import TextBlock, TextRun
from corpus.intake.word_xml import W
from corpus.text.blocks import Role

_LEFT_OUT = {f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}delText"}
"""Deleted and moved text, and the formulas of fields."""

_TEXT = f"{W}t"
_FOOTNOTE_REFERENCE = f"{W}footnoteReference"
_CHARACTERS = {f"{W}tab": "\t", f"{W}br": " ", f"{W}cr": " ", f"{W}noBreakHyphen": "-"}
"""The elements that stand for a character."""


class FootnoteNumbers:
    """The numbers of footnotes, in the order in which the text refers to them."""

    def __init__(self) -> None:
        """Start at 1."""
        self.by_id: dict[str, int] = {}

    def mark(self, note_id: str) -> str:
        """Return the raised number of a footnote; a new one gets the next number."""
        return raise_digits(str(self.by_id.setdefault(note_id, len(self.by_id) + 1)))


def text_runs(paragraph: _Element, footnotes: FootnoteNumbers) -> Iterator[TextRun]:
    """Yield the runs of a paragraph that hold text."""
    for run in _run_elements(paragraph):
        if text := "".join(_element_text(child, footnotes) for child in run):
            yield TextRun(clean_text(text), _is_on(run, "b"), _is_on(run, "i"))


def reference_text(paragraph: _Element, footnotes: FootnoteNumbers) -> str:
    """Return the text of a paragraph from its text elements, whatever run they are in."""
    elements = paragraph.iter(_TEXT, _FOOTNOTE_REFERENCE, *_CHARACTERS)
    text = "".join(
        _element_text(element, footnotes) for element in elements if _belongs_to(paragraph, element)
    )
    return " ".join(clean_text(text).split())


def footnote_blocks(root: _Element | None, footnotes: FootnoteNumbers) -> Iterator[TextBlock]:
    """Yield the footnotes that the text refers to, in order; `root` is `word/footnotes.xml`."""
    if root is None:
        return
    elements = {note.get(f"{W}id"): note for note in root.iter(f"{W}footnote")}
    for note_id in tuple(footnotes.by_id):
        if note_id in elements:
            yield from _note_paragraphs(elements[note_id], footnotes.mark(note_id), footnotes)


def _note_paragraphs(note: _Element, mark: str, footnotes: FootnoteNumbers) -> Iterator[TextBlock]:
    for paragraph in note.iter(f"{W}p"):
        text = "".join(run.text for run in text_runs(paragraph, footnotes)).strip()
        if text:
            yield TextBlock(Role.PARAGRAPH, (TextRun(f"{mark} {text}"),))


def _run_elements(paragraph: _Element) -> Iterator[_Element]:
    for run in paragraph.iter(f"{W}r"):
        if _belongs_to(paragraph, run):
            yield run


def _belongs_to(paragraph: _Element, element: _Element) -> bool:
    """Whether an element is in this paragraph, not in a text box of it or in deleted text."""
    for ancestor in element.iterancestors():
        if ancestor.tag == f"{W}p":
            return ancestor is paragraph
        if ancestor.tag in _LEFT_OUT:
            return False
    return False


def _element_text(element: _Element, footnotes: FootnoteNumbers) -> str:
    if element.tag == _TEXT:
        return element.text or ""
    if element.tag == _FOOTNOTE_REFERENCE:
        return footnotes.mark(element.get(f"{W}id", ""))
    return _CHARACTERS.get(str(element.tag), "")


def _is_on(run: _Element, name: str) -> bool:
    """Whether a run is bold (`b`) or italic (`i`)."""
    setting = run.find(f"{W}rPr/{W}{name}")
    return setting is not None and setting.get(f"{W}val", "true") not in {"0", "false", "none"}
