"""The text of Word paragraphs, bold and italic words included, and of the footnotes."""

from collections.abc import Iterator, Mapping

from lxml.etree import _Element

from corpus.intake.document import TO_RAISED_DIGITS, TextBlock, TextRun, clean_text, text_of
from corpus.intake.word_xml import W, nodes
from corpus.text.blocks import Role

_TEXT = f"{W}t"
_FOOTNOTE_REFERENCE = f"{W}footnoteReference"
_CHARACTERS = {f"{W}tab": "\t", f"{W}br": " ", f"{W}cr": " ", f"{W}noBreakHyphen": "-"}
"""The elements that stand for a character."""


def footnote_marks(root: _Element) -> dict[str, str]:
    """Return the raised number of each footnote by its id, in the order of the text."""
    in_text = "not(ancestor::w:del | ancestor::w:moveFrom)"
    references = nodes(root, f"//w:footnoteReference[{in_text}]/@w:id")
    return {
        note_id: str(number).translate(TO_RAISED_DIGITS)
        for number, note_id in enumerate(dict.fromkeys(references), start=1)
    }


def text_runs(paragraph: _Element, marks: Mapping[str, str]) -> Iterator[TextRun]:
    """Yield the runs of a paragraph that hold text; `marks` are those of the footnotes."""
    for run in _own_elements(paragraph, f"{W}r"):
        if text := "".join(_text(child, marks) for child in run):
            yield TextRun(clean_text(text), _is_on(run, "b"), _is_on(run, "i"))


def reference_text(paragraph: _Element, marks: Mapping[str, str]) -> str:
    """Return the text of a paragraph from its text elements, whatever run they are in."""
    texts = _own_elements(paragraph, _TEXT, _FOOTNOTE_REFERENCE, *_CHARACTERS)
    return " ".join(clean_text("".join(_text(element, marks) for element in texts)).split())


def footnote_blocks(root: _Element | None, marks: Mapping[str, str]) -> Iterator[TextBlock]:
    """Yield the footnotes that the text refers to, in order; `root` is `word/footnotes.xml`."""
    notes = () if root is None else root.iter(f"{W}footnote")
    notes_by_id = {note.get(f"{W}id"): note for note in notes}
    for note_id, mark in marks.items():
        paragraphs = notes_by_id[note_id].iter(f"{W}p") if note_id in notes_by_id else ()
        for paragraph in paragraphs:
            if text := text_of(text_runs(paragraph, marks)):
                yield TextBlock(Role.PARAGRAPH, (TextRun(f"{mark} {text}"),))


def _own_elements(paragraph: _Element, *tags: str) -> Iterator[_Element]:
    """Yield elements of a paragraph, but not of a text box in it or of deleted or moved text."""
    for element in paragraph.iter(*tags):
        if next(element.iterancestors(f"{W}p", f"{W}del", f"{W}moveFrom")) is paragraph:
            yield element


def _text(element: _Element, marks: Mapping[str, str]) -> str:
    if element.tag == _TEXT:
        return element.text or ""
    if element.tag == _FOOTNOTE_REFERENCE:
        return marks.get(element.get(f"{W}id", ""), "")
    return _CHARACTERS.get(element.tag, "")


def _is_on(run: _Element, name: str) -> bool:
    """Whether a run is bold (`b`) or italic (`i`)."""
    setting = run.find(f"{W}rPr/{W}{name}")
    return setting is not None and setting.get(f"{W}val", "true") not in {"0", "false", "none"}
