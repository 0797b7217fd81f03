"""The footnotes and endnotes of a Word document, with the marks that Word gives them."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lxml.etree import _Element

from corpus.intake.document import TO_RAISED_DIGITS, TextBlock, TextRun, text_of
from corpus.intake.place import Place
from corpus.intake.word.package import W, is_inside, nodes, shown_paragraphs
from corpus.intake.word.runs import NoteKey, RunReader, own_elements
from corpus.intake.word.styles import Styles
from corpus.text.blocks import Role

NOTE_KINDS = ("footnote", "endnote")
_REFERENCES = tuple(f"{W}{kind}Reference" for kind in NOTE_KINDS)


def note_marks(document: _Element, styles: Styles) -> dict[NoteKey, str]:
    """The mark of each note in the text, in their order: a raised number.

    Footnotes and endnotes are counted together, so that no two have the same number. A note
    whose mark was typed has an empty one. A note whose mark is hidden or struck out has none.
    """
    marks = dict[NoteKey, str]()
    restarts = nodes(document, "//w:numRestart[@w:val='eachSect']")
    number = 0
    for element in document.iter(*_REFERENCES, f"{W}sectPr"):
        if element.tag == f"{W}sectPr":
            number = 0 if restarts else number
        elif not is_inside(element, f"{W}del", f"{W}moveFrom") and not _is_left_out(
            element, styles
        ):
            key = _key(element)
            is_typed = element.get(f"{W}customMarkFollows", "0") in {"1", "true", "on"}
            number += not is_typed and key not in marks
            marks.setdefault(key, "" if is_typed else str(number).translate(TO_RAISED_DIGITS))
    return marks


def _is_left_out(reference: _Element, styles: Styles) -> bool:
    return any(styles.is_left_out(run) for run in reference.iterancestors(f"{W}r"))


def note_references(paragraph: _Element) -> Iterator[NoteKey]:
    """Yield the notes to which a paragraph refers."""
    return map(_key, own_elements(paragraph, *_REFERENCES))


def _key(reference: _Element) -> NoteKey:
    kind = reference.tag.removeprefix(W).removesuffix("Reference")
    return (kind, reference.get(f"{W}id", ""))


class NoteParagraph(NamedTuple):
    """A paragraph of a note, with the mark of the note if it is the first one with text."""

    element: _Element
    block: TextBlock
    """It has no runs if the paragraph has no text."""


def note_paragraphs(
    kind: str, root: _Element, places: Mapping[NoteKey, Place], reader: RunReader
) -> Iterator[NoteParagraph]:
    """Yield the paragraphs of the notes of a kind, in the order in which the text has them."""
    notes = {(kind, note.get(f"{W}id", "")): note for note in root.iter(f"{W}{kind}")}
    for key, note_mark in reader.note_marks.items():
        mark = note_mark
        for element in shown_paragraphs(notes[key]) if key in notes else ():
            text = text_of(reader.runs(element))
            runs = (TextRun(f"{mark} {text}".strip()),) if text else ()
            yield NoteParagraph(element, TextBlock(Role.PARAGRAPH, runs, place=places.get(key)))
            mark = "" if text else mark
