"""The paragraphs of a Word document as a reader sees them."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from lxml.etree import _Element

from corpus.intake.document import TextRun, text_of
from corpus.intake.opening_number import number_in_other_form
from corpus.intake.place import Place
from corpus.intake.word.package import IS_ON, W, nodes, shown_paragraphs
from corpus.intake.word.runs import RunReader, without_cut_words
from corpus.intake.word.styles import Styles
from corpus.model.commission import Commission

LEFT_OUT_OF_TABLES = f"//w:tr[w:trPr[w:del or w:hidden{IS_ON}]] | //w:tc[w:tcPr/w:cellDel]"
"""Rows that are hidden, and rows and cells whose deletion was tracked."""
_RUNS_INTO_NEXT = f"w:pPr/w:rPr[w:del or w:moveFrom or w:vanish{IS_ON}]"
"""A paragraph whose end was deleted or is hidden."""
_IS_RUN_IN = f"w:pPr/w:rPr/w:specVanish{IS_ON}"
"""A heading that shares its line with the text below it."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with the text of those that run into it."""

    elements: tuple[_Element, ...]
    """What it is made of; the last one has its properties."""
    runs: tuple[TextRun, ...]
    place: Place
    """Its number among the paragraphs with text."""
    is_continued: bool = False
    """Whether it follows a break in its element: then it has no list mark of its own."""

    @property
    def element(self) -> _Element:
        """The element with the properties of the paragraph."""
        return self.elements[-1]

    @property
    def numbered_element(self) -> _Element:
        """The element that has its list number: a heading on its line, or else the last one."""
        run_in = (part for part in self.elements if nodes(part, _IS_RUN_IN))
        return next(run_in, self.element)

    @property
    def text(self) -> str:
        """The text on one line, without a list mark that Word makes."""
        return text_of(self.runs)


def paragraphs(root: _Element, reader: RunReader, commission: Commission) -> Iterator[Paragraph]:
    """Yield the paragraphs of a document, those without text included."""
    number = 1
    before = defaultdict[_Element, tuple[_Element, ...]](tuple)
    left_out = set(nodes(root, LEFT_OUT_OF_TABLES))
    for element in shown_paragraphs(root):
        if _is_left_out(element, left_out, reader):
            continue
        elements = (*before.pop(element, ()), element)
        if runs_into_next(element, reader.styles):
            before[next(element.itersiblings(f"{W}p"))] = elements
            continue
        runs = without_cut_words(run for part in elements for run in reader.runs(part))
        for index, piece in enumerate(_split(runs, commission)):
            yield Paragraph(elements, piece, Place("paragraph", number, number), index > 0)
            number += bool(text_of(piece))


def _is_left_out(element: _Element, parts: Collection[_Element], reader: RunReader) -> bool:
    """Whether a paragraph is in a part of a table, or in a text box, that is left out."""
    around = element.iterancestors(f"{W}tr", f"{W}tc", f"{W}r")
    return any(
        part in parts or (part.tag == f"{W}r" and reader.styles.is_left_out(part))
        for part in around
    )


def runs_into_next(element: _Element, styles: Styles) -> bool:
    """Whether a reader sees no end between a paragraph and the next one."""
    has_next = next(element.itersiblings(f"{W}p"), None) is not None
    return has_next and (bool(nodes(element, _RUNS_INTO_NEXT)) or styles.is_drop_cap(element))


def _split(runs: Sequence[TextRun], commission: Commission) -> list[tuple[TextRun, ...]]:
    """The pieces between page breaks, and between lines if one is a title."""
    lines = _pieces(runs, "[\f\n]")
    texts = [text_of(line) for line in lines]
    has_title = any(
        commission.heading_in(text)
        or commission.is_approval_line(text)
        or number_in_other_form(text, commission)
        for text in (texts if len(lines) > 1 else ())
    )
    pieces = lines if has_title else _pieces(runs, "\f")
    return [piece for piece in pieces if text_of(piece)] or [()]


def _pieces(runs: Sequence[TextRun], separator: str) -> list[tuple[TextRun, ...]]:
    pieces: list[list[TextRun]] = [[]]
    for run in runs:
        first, *others = re.split(separator, run.text)
        pieces[-1].append(replace(run, text=first))
        pieces += [[replace(run, text=text)] for text in others]
    return [tuple(piece) for piece in pieces]
