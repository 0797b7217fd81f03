"""The text of Word paragraphs in runs: bold and italic words, symbols and equations."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from lxml.etree import _Element

from corpus.intake.document import TextRun, clean_text
from corpus.intake.word_fields import Fields, field_symbol
from corpus.intake.word_package import MC, M, W, value
from corpus.intake.word_styles import Styles
from corpus.intake.word_symbols import symbol, with_symbols

_NOTE_REFERENCES = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
_CHARACTERS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}
"""The elements that stand for a character."""
CUT_WORD = re.compile(r"(?<=\w-)\n\s*")
"""A line break, of which nothing is left, after a hyphen."""
_EQUATION_SIGNS = {f"{M}f": "/", f"{M}sSup": "^", f"{M}sSub": "_"}
"""What stands between the two parts of a fraction, a power or an index."""

NoteKey = tuple[str, str]
"""`footnote` or `endnote`, and the id of the note."""


@dataclass(frozen=True, slots=True)
class RunReader:
    """How the runs of one document are read."""

    styles: Styles
    fields: Fields
    note_marks: Mapping[NoteKey, str]

    def runs(self, paragraph: _Element) -> Iterator[TextRun]:
        """Yield the runs that hold text; a line feed is a line break, a form feed a page break."""
        for element in own_elements(paragraph, f"{W}r", f"{M}oMath"):
            if element.tag == f"{M}oMath":
                yield TextRun(equation_text(element))
            elif not self.is_left_out(element) and (text := self.text(element)):
                bold, italic = (self.styles.is_on(element, name) for name in "bi")
                yield TextRun(clean_text(text), bold, italic)

    def is_left_out(self, run: _Element) -> bool:
        """Whether a run is hidden or struck out."""
        return self.is_hidden(run) or self.is_struck(run)

    def is_hidden(self, run: _Element) -> bool:
        """Whether a run is hidden, so that it is never printed."""
        return self.styles.is_on(run, "vanish")

    def is_struck(self, run: _Element) -> bool:
        """Whether a run is struck out."""
        return self.styles.is_on(run, "strike") or self.styles.is_on(run, "dstrike")

    def text(self, run: _Element) -> str:
        """Return the text of a run, whether it is left out or not."""
        font = _font(run)
        return "".join(self._element_text(child, font) for child in run)

    def has_symbols(self, run: _Element) -> bool:
        """Whether characters of a run have another meaning in its font than in Unicode."""
        instructions = self.fields.without_result.intersection(run)
        texts = [element.text or "" for element in run.iter(f"{W}t")]
        return (
            run.find(f"{W}sym") is not None
            or any(map(field_symbol, instructions))
            or any(with_symbols(text, _font(run)) != text for text in texts)
        )

    def _element_text(self, element: _Element, font: str) -> str:
        tag = str(element.tag)
        if tag == f"{W}t" and element not in self.fields.in_instructions:
            return with_symbols(element.text or "", font).replace("\u2011", "-")
        if tag == f"{W}instrText" and element in self.fields.without_result:
            return field_symbol(element)
        if tag == f"{MC}AlternateContent":
            forms = ("".join(self._element_text(child, font) for child in form) for form in element)
            return next(filter(None, forms), "")
        if note := _NOTE_REFERENCES.get(tag):
            return self.note_marks.get((note, element.get(f"{W}id", "")), "")
        return symbol_text(element) if tag == f"{W}sym" else _character(element)


def own_elements(paragraph: _Element, *tags: str) -> Iterator[_Element]:
    """Yield elements of a paragraph, but not of a text box in it or of deleted or moved text."""
    outside = (f"{W}p", f"{W}del", f"{W}moveFrom", f"{MC}Fallback", f"{W}rt")
    for element in paragraph.iter(*tags):
        if next(element.iterancestors(*outside)) is paragraph:
            yield element


def _character(element: _Element) -> str:
    is_page_break = element.get(f"{W}type") in {"page", "column"}
    return "\f" if is_page_break else _CHARACTERS.get(str(element.tag), "")


def _font(run: _Element) -> str:
    fonts = run.find(f"{W}rPr/{W}rFonts")
    return "" if fonts is None else fonts.get(f"{W}ascii", "")


def symbol_text(element: _Element) -> str:
    """Return the character of a `w:sym`."""
    number = value(element, "@w:char")
    is_number = re.fullmatch("[0-9A-Fa-f]{1,6}", number)
    return symbol(value(element, "@w:font"), int(number, 16) if is_number else 0)


def equation_text(element: _Element) -> str:
    """Return an equation on one line: `(a+b)/2`, `x^2`."""
    if element.tag == f"{M}t":
        return clean_text(element.text or "")
    parts = [text for child in element if (text := equation_text(child))]
    if element.tag == f"{M}rad":
        return f"√({parts[-1]})" if parts else ""
    if sign := _EQUATION_SIGNS.get(str(element.tag)):
        return sign.join(f"({part})" if len(part) > 1 else part for part in parts)
    return "".join(parts)


def without_cut_words(runs: Iterable[TextRun]) -> tuple[TextRun, ...]:
    """Return the runs with a word that is hyphenated at a line break in one piece."""
    joined, before = list[TextRun](), ""
    for run in runs:
        text = CUT_WORD.sub("", before + run.text)[len(before) :]
        joined.append(replace(run, text=text))
        before = (before + text)[-2:]
    return tuple(joined)
