"""The text of Word paragraphs in runs: bold and italic words, symbols and equations."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain, zip_longest

from lxml.etree import _Element

from corpus.intake.document import TO_LOWERED_DIGITS, TO_RAISED_DIGITS, TextRun, clean_text
from corpus.intake.word.field_codes import Fields, field_symbol, form_field_text
from corpus.intake.word.package import MC, M, W, is_on, nodes, to_int, value
from corpus.intake.word.styles import Styles
from corpus.intake.word.symbols import symbol, with_symbols

_NOTE_REFERENCES = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
_CHARACTERS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}
"""The elements that stand for a character."""
_WINDOWS_LETTER = re.compile("[\x80-\x9f]")
CUT_WORD = re.compile(r"(?<=\w-)\n\s*")
"""A line break after a hyphen, which leaves nothing behind."""
_HEIGHTS = {"superscript": 1, "subscript": -1}
_RAISED = 4
"""At least this many half points raise or lower letters."""
_DIGITS: dict[int, dict[int, int]] = {0: {}, 1: TO_RAISED_DIGITS, -1: TO_LOWERED_DIGITS}
_EQUATION_SIGNS = {
    f"{M}f": ("/",),
    f"{M}sSup": ("^",),
    f"{M}sSub": ("_",),
    f"{M}sSubSup": ("_", "^"),
}
"""What stands between the parts of a fraction, a power or an index."""
_ROOT_SIGNS = {"2": "√", "3": "∛", "4": "∜"}

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
            elif not self.styles.is_left_out(element) and (text := self.text(element)):
                bold, italic = (self.styles.is_on(element, name) for name in "bi")
                yield TextRun(clean_text(text), bold, italic)

    def text(self, run: _Element) -> str:
        """The text of a run, whether it is left out or not."""
        font = self._font(run)
        shown = (child for child in run if child not in self.fields.in_instructions)
        text = "".join(self._element_text(child, font) for child in shown)
        return text.translate(_DIGITS[self.height(run)])

    def height(self, run: _Element) -> int:
        """Whether a run is raised (1), lowered (-1) or neither (0)."""
        if named := _HEIGHTS.get(self.styles.value_of(run, "vertAlign")):
            return named
        points = self.styles.value_of(run, "position")
        if not points or self.styles.is_drop_cap(next(run.iterancestors(f"{W}p"))):
            return 0
        if to_int(points.lstrip("-")) < _RAISED:
            return 0
        return -1 if points.startswith("-") else 1

    def symbols(self, run: _Element) -> Iterator[str]:
        """Yield the characters of a run that have another meaning in its font than in Unicode."""
        for child in run:
            if (symbol := self._symbol(child)) is not None:
                yield symbol
            elif child.tag == f"{W}t":
                yield from _letters_that_are_symbols(child.text or "", self._font(run))

    def write_out_symbols(self, run: _Element) -> None:
        """Replace the symbols of a run by the characters that they mean."""
        for child in run:
            if child.tag == f"{W}t":
                child.text = with_symbols(child.text or "", self._font(run))
            elif (symbol := self._symbol(child)) is not None:
                child.text = symbol
                child.tag = f"{W}t"

    def _symbol(self, element: _Element) -> str | None:
        """What an element shows that is a symbol by itself; None for any other element."""
        if element.tag == f"{W}sym":
            return _symbol_text(element)
        return field_symbol(self.fields.without_result.get(element, "")) or None

    def _font(self, run: _Element) -> str:
        return self.styles.value_of(run, "rFonts", "ascii")

    def _element_text(self, element: _Element, font: str) -> str:
        tag = str(element.tag)
        if tag == f"{W}t":
            return with_symbols(element.text or "", font).replace("\u2011", "-")
        if tag == f"{W}fldChar":
            return form_field_text(element)
        if tag == f"{MC}AlternateContent":
            forms = ("".join(self._element_text(child, font) for child in form) for form in element)
            return next(filter(None, forms), "")
        if note := _NOTE_REFERENCES.get(tag):
            return self.note_marks.get((note, element.get(f"{W}id", "")), "")
        return self._symbol(element) or _character(element)


def own_elements(paragraph: _Element, *tags: str) -> Iterator[_Element]:
    """Yield elements of a paragraph, but not of a text box in it or of deleted or moved text."""
    outside = (f"{W}p", f"{W}del", f"{W}moveFrom", f"{MC}Fallback", f"{W}rt")
    for element in paragraph.iter(*tags):
        if next(element.iterancestors(*outside)) is paragraph:
            yield element


def _letters_that_are_symbols(text: str, font: str) -> Iterator[str]:
    for letter in text:
        shown = with_symbols(letter, font)
        if shown != letter or _WINDOWS_LETTER.match(letter):
            yield clean_text(shown)


def _character(element: _Element) -> str:
    is_page_break = element.get(f"{W}type") in {"page", "column"}
    return "\f" if is_page_break else _CHARACTERS.get(str(element.tag), "")


def _symbol_text(element: _Element) -> str:
    """The character of a `w:sym`."""
    number = value(element, "@w:char")
    is_number = re.fullmatch("[0-9A-Fa-f]{1,6}", number)
    return symbol(value(element, "@w:font"), int(number, 16) if is_number else 0)


def equation_text(element: _Element) -> str:
    """An equation on one line: `(a+b)/2`, `x^2`."""
    if element.tag == f"{M}t":
        return "" if _is_hidden(element) else clean_text(element.text or "")
    if element.tag == f"{M}d":
        return _in_brackets(element)
    if element.tag == f"{M}nary":
        return _large_operator(element)
    if element.tag == f"{M}rad":
        return _root(element)
    parts = [text for child in element if (text := equation_text(child))]
    if signs := _EQUATION_SIGNS.get(str(element.tag)):
        grouped = (f"({part})" if len(part) > 1 else part for part in parts)
        return "".join(chain.from_iterable(zip_longest(grouped, signs, fillvalue="")))
    return "".join(parts)


def _is_hidden(text: _Element) -> bool:
    run = text.getparent()
    return run is not None and is_on(run.find(f"{W}rPr/{W}vanish"))


def _root(element: _Element) -> str:
    """A root, such as `√(x)` or `∛(x)`; the fifth is `√(5&x)`, as in Word's own form on a line."""
    degree, operand = (
        "".join(map(equation_text, element.iterchildren(f"{M}{name}"))) for name in ("deg", "e")
    )
    if not degree or is_on(element.find(f"{M}radPr/{M}degHide"), M):
        return f"√({operand})"
    sign = _ROOT_SIGNS.get(degree)
    return f"{sign}({operand})" if sign else f"√({degree}&{operand})"


def _in_brackets(element: _Element) -> str:
    """What is in brackets; Word leaves out the names of the usual ones."""
    begin, separator, end = (
        signs[0] if (signs := nodes(element, f"m:dPr/m:{name}/@m:val")) else usual
        for name, usual in (("begChr", "("), ("sepChr", "|"), ("endChr", ")"))
    )
    parts = [equation_text(part) for part in element.iterchildren(f"{M}e")]
    return f"{begin}{separator.join(parts)}{end}"


def _large_operator(element: _Element) -> str:
    """A sum or an integral with its limits, such as `∑_(i=1)^n x`."""
    limits = ""
    for sign, name in (("_", "sub"), ("^", "sup")):
        if limit := "".join(map(equation_text, element.iterchildren(f"{M}{name}"))):
            limits += f"{sign}({limit})" if len(limit) > 1 else f"{sign}{limit}"
    operand = "".join(map(equation_text, element.iterchildren(f"{M}e")))
    return f"{value(element, 'm:naryPr/m:chr/@m:val') or '∫'}{limits} {operand}"


def without_cut_words(runs: Iterable[TextRun]) -> tuple[TextRun, ...]:
    """The runs with a word that is hyphenated at a line break in one piece."""
    joined = list[TextRun]()
    before = ""
    for run in runs:
        text = CUT_WORD.sub("", before + run.text)[len(before) :]
        joined.append(replace(run, text=text))
        before = (before + text)[-2:]
    return tuple(joined)
