"""What an editor must look at in a Word document, paragraph by paragraph."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from lxml.etree import _Element

from corpus.intake.document import clean_text, ends_clause, is_bold, is_italic, list_mark
from corpus.intake.hidden_signs import words_with_zero_width
from corpus.intake.place import Place
from corpus.intake.quoted_words import first_words
from corpus.intake.remarks import Remark, RemarkKind
from corpus.intake.typed_columns import has_tab_columns
from corpus.intake.word.field_codes import shows_words
from corpus.intake.word.package import IS_ON, MC, M, W, is_inside, nodes, to_int, value
from corpus.intake.word.paragraphs import Paragraph
from corpus.intake.word.runs import RunReader, equation_text, own_elements
from corpus.intake.word.symbols import UNREADABLE

_CHANGES = (
    "self::w:p[w:pPr/w:rPr/w:ins] | .//w:ins[not(parent::w:rPr)] | .//w:del[not(parent::w:rPr)]"
    " | .//w:moveFrom[not(parent::w:rPr)] | .//w:moveTo[not(parent::w:rPr)]"
)
_REMOVED_END = "self::w:p[w:pPr/w:rPr/w:del or w:pPr/w:rPr/w:moveFrom]"
_PICTURES = (
    ".//w:drawing[.//a:blip or .//a:t or .//*[local-name()='contentPart']"
    " or .//a:graphicData[not(contains(@uri, 'wordprocessing'))]]"
    " | .//v:imagedata | .//v:textpath | .//w:object"
)
_PROMPTS = (
    f".//w:sdt[w:sdtPr/w:showingPlcHdr{IS_ON}]/w:sdtContent"
    f" | self::w:p[ancestor::w:sdt[1]/w:sdtPr/w:showingPlcHdr{IS_ON}]"
)
_REMOVED = ".//w:del/w:r | .//w:moveFrom/w:r"
_REMOVED_NOTES = (
    "//w:footnoteReference[ancestor::w:del or ancestor::w:moveFrom]"
    " | //w:endnoteReference[ancestor::w:del or ancestor::w:moveFrom]"
)
_REMOVED_CELLS = "self::w:trPr[w:del]/..//w:p | self::w:tcPr[w:cellDel]/..//w:p"
_HIDDEN_CELLS = "self::w:hidden/ancestor::w:tr[1]//w:p"
_QUOTED = 12
"""This many words of a tracked deletion are quoted."""
_BETWEEN_PARAGRAPHS = {
    RemarkKind.TRACKED: "//w:trPr[w:del or w:ins] | //w:tcPr[w:cellDel or w:cellIns]",
    RemarkKind.HIDDEN: f"//w:trPr/w:hidden{IS_ON}",
    RemarkKind.EMBEDDED: "//w:altChunk | //w:subDoc",
}
"""What stands between paragraphs, or around several of them."""
_ORDINAL = frozenset({"st", "nd", "rd", "th"})
_WHITE = re.compile("(?i)(?:F[0-9A-F]){3}")
_BLACK = "000000"
_WHITE_THEME = {"background1", "light1"}
_TINY = 4
"""Letters of this many half points are too small to be read."""
_NARROW = 10
"""This many hundredths of their width make letters too narrow to be read."""
_CUT_WORD = re.compile(r"(\w+-)\n\s*(\w+)")
_CHANGING = re.compile(
    r"(?i)(?:^|\s)(?:DATE|TIME|SAVEDATE|PRINTDATE|EDITTIME|FILENAME|FILESIZE|LASTSAVEDBY|REVNUM"
    r"|USERADDRESS|USERINITIALS|USERNAME|PAGE|NUMPAGES|SECTIONPAGES|NUMWORDS|NUMCHARS)(?=\s|$)"
)
"""The instruction of a field that shows the day of opening, the name of the file and the like."""
_ERROR = re.compile(r"Error! [A-Z][^.]{1,60}\.")
"""What Word shows where a field refers to nothing."""
_MERGE_FIELD = re.compile("«[^»]{1,60}»")
_LONGEST_LINE = 80
_KNOWN = frozenset(
    {
        *(f"{W}{name}" for name in ("t", "tab", "ptab", "br", "cr", "noBreakHyphen", "sym")),
        *(f"{W}{name}" for name in ("rPr", "softHyphen", "lastRenderedPageBreak")),
        *(f"{W}{name}" for name in ("fldChar", "instrText", "delText", "delInstrText")),
        *(f"{W}{name}" for name in ("footnoteReference", "footnoteRef", "endnoteReference")),
        *(f"{W}{name}" for name in ("endnoteRef", "separator", "continuationSeparator")),
        *(f"{W}{name}" for name in ("commentReference", "annotationRef")),
        *(f"{W}{name}" for name in ("drawing", "pict", "object")),
        f"{MC}AlternateContent",
    }
)
"""The elements of a run that we read, that have no words, or that another remark names."""


def paragraph_remarks(paragraph: Paragraph, reader: RunReader) -> Iterator[Remark]:
    """Yield what an editor must look at in a paragraph."""
    for element in paragraph.elements:
        yield from element_remarks(element, paragraph.place, reader)
    first_line, line_break, _ = "".join(run.text for run in paragraph.runs).strip().partition("\n")
    if line_break:
        yield Remark(RemarkKind.LINE_BREAK, paragraph.place, first_line)
    if _is_marked_line(paragraph, reader):
        yield Remark(RemarkKind.UNDERLINED, paragraph.place, paragraph.text)
    if paragraph.text and is_inside(paragraph.element, f"{W}txbxContent"):
        yield Remark(RemarkKind.TEXT_BOX, paragraph.place, paragraph.text)
    if paragraph.text and reader.styles.is_framed(paragraph.element):
        yield Remark(RemarkKind.SHOWN_ELSEWHERE, paragraph.place, paragraph.text)


def _is_marked_line(paragraph: Paragraph, reader: RunReader) -> bool:
    """Whether a paragraph is short, ends no sentence and is underlined or italic, but not bold."""
    text = paragraph.text
    is_line = 0 < len(text) <= _LONGEST_LINE and not ends_clause(text)
    if not is_line or list_mark(text) or is_bold(paragraph.runs):
        return False
    if is_italic(paragraph.runs):
        return not reader.styles.heading_level(paragraph.element)
    runs = [run for part in paragraph.elements for run in own_elements(part, f"{W}r")]
    return all(
        reader.styles.value_of(run, "u") not in {"", "none"}
        for run in runs
        if reader.text(run).strip() and not reader.styles.is_left_out(run)
    )


def element_remarks(element: _Element, place: Place | None, reader: RunReader) -> Iterator[Remark]:
    """Yield what an editor must look at in a paragraph of the text, of a note or of a header."""
    yield from _run_remarks(element, place, reader)
    for turned in own_elements(element, f"{W}bdo"):
        yield Remark(RemarkKind.SHOWN_ELSEWHERE, place, " ".join(_words([turned])))
    for equation in own_elements(element, f"{M}oMath"):
        yield Remark(RemarkKind.EQUATION, place, equation_text(equation))
    text = "".join(run.text for run in reader.runs(element))
    for start, end in _CUT_WORD.findall(text):
        yield Remark(RemarkKind.DOUBTFUL_HYPHEN, place, start + end)
    yield from _tracked_remarks(element, place, text)
    if list(own_elements(element, f"{W}commentReference")):
        yield Remark(RemarkKind.COMMENT, place)
    for prompt in nodes(element, _PROMPTS):
        yield Remark(RemarkKind.PROMPT, place, " ".join(_words([prompt])))
    yield from _field_remarks(element, place, text)
    if nodes(element, _PICTURES):
        yield Remark(RemarkKind.PICTURE, place, value(element, ".//v:textpath/@string"))
    for field in own_elements(element, f"{W}instrText", f"{W}fldSimple"):
        instruction = reader.fields.without_result.get(field, "")
        if shows_words(instruction):
            yield Remark(RemarkKind.UNKNOWN, place, instruction.strip())


def _tracked_remarks(element: _Element, place: Place | None, text: str) -> Iterator[Remark]:
    """Yield a remark on tracked changes, and one on the end of a paragraph that they remove."""
    has_removed_end = bool(nodes(element, _REMOVED_END))
    if nodes(element, _CHANGES) or (has_removed_end and not text.strip()):
        yield Remark(RemarkKind.TRACKED, place, _first_words_of(nodes(element, _REMOVED)))
    if has_removed_end and text.strip():
        words = text.split()
        last = " ".join([*(["…"] if len(words) > _QUOTED else []), *words[-_QUOTED:]])
        yield Remark(RemarkKind.TRACKED_END, place, last)


def _field_remarks(element: _Element, place: Place | None, text: str) -> Iterator[Remark]:
    """Yield a remark on words that Word changes, and on fields that show no words of their own."""
    instructions = "".join(nodes(element, ".//w:instrText/text() | .//w:fldSimple/@w:instr"))
    if _CHANGING.search(instructions):
        yield Remark(RemarkKind.CHANGING_WORDS, place, text.strip())
    unfilled = _MERGE_FIELD.findall(text) if "MERGEFIELD" in instructions.upper() else []
    for words in (*_ERROR.findall(text), *unfilled):
        yield Remark(RemarkKind.PROMPT, place, words)


def remarks_between_paragraphs(
    document: _Element, places: Mapping[_Element, Place]
) -> Iterator[Remark]:
    """Yield what an editor must look at, with the place of a paragraph.

    It is the first in the row of the table, or else the last above it.
    """
    for kind, path in _BETWEEN_PARAGRAPHS.items():
        for element in nodes(document, path):
            inside = nodes(element, "self::*[self::w:trPr or self::w:tcPr]/ancestor::w:tr[1]//w:p")
            above = reversed(nodes(element, "preceding::w:p"))
            near = (places.get(other) for other in (*inside, *above))
            removed = _first_words_of(nodes(element, _REMOVED_CELLS))
            count = len(_words(nodes(element, _HIDDEN_CELLS)))
            yield Remark(kind, next(filter(None, near), None), removed, count)


def removed_note_remarks(
    document: _Element, notes: Sequence[_Element], places: Mapping[_Element, Place]
) -> Iterator[Remark]:
    """Yield the words of each note whose reference a tracked change removed."""
    for reference in nodes(document, _REMOVED_NOTES):
        kind = reference.tag.removesuffix("Reference")
        number = reference.get(f"{W}id")
        of_kind = (note for note in notes if note.tag == kind and note.get(f"{W}id") == number)
        removed = [paragraph for note in of_kind for paragraph in note.iter(f"{W}p")]
        place = next(filter(None, map(places.get, reference.iterancestors(f"{W}p"))), None)
        if words := _first_words_of(removed):
            yield Remark(RemarkKind.TRACKED, place, words)


def _first_words_of(elements: Iterable[_Element]) -> str:
    return first_words(" ".join(_words(elements)), _QUOTED)


def _words(elements: Iterable[_Element]) -> list[str]:
    texts = ("".join(element.itertext(f"{W}t", f"{W}delText")) for element in elements)
    return clean_text(" ".join(texts)).split()


def _run_remarks(element: _Element, place: Place | None, reader: RunReader) -> Iterator[Remark]:
    runs = list(own_elements(element, f"{W}r"))
    hidden = [run for run in runs if reader.styles.is_hidden(run) and _has_words(run, reader)]
    if hidden:
        words = (word for run in hidden for word in _all_words(run, reader))
        yield Remark(RemarkKind.HIDDEN, place, unquoted=sum(1 for _ in words))
    struck = [run for run in runs if reader.styles.is_struck(run) and run not in hidden]
    if any(_has_words(run, reader) for run in struck):
        yield Remark(RemarkKind.STRUCK, place, "".join(map(reader.text, struck)).strip())
    for run in runs:
        if not reader.styles.is_left_out(run):
            yield from _shown_run_remarks(run, place, reader)


def _has_words(run: _Element, reader: RunReader) -> bool:
    """Whether a run has text, a text box or the mark of a note."""
    others = run.iter(f"{W}txbxContent", f"{W}footnoteReference", f"{W}endnoteReference")
    return bool(reader.text(run).strip()) or next(others, None) is not None


def _all_words(run: _Element, reader: RunReader) -> list[str]:
    """The words of a run, or else of the text box in it."""
    return reader.text(run).split() or _words(run.iter(f"{W}p"))


def _shown_run_remarks(run: _Element, place: Place | None, reader: RunReader) -> Iterator[Remark]:
    text = reader.text(run)
    if UNREADABLE in text:
        font = value(run, "w:sym/@w:font") or value(run, "w:rPr/w:rFonts/@w:ascii")
        yield Remark(RemarkKind.UNREADABLE_SIGN, place, font)
    else:
        symbols = "".join(reader.symbols(run))
        for words in _words_around(symbols, clean_text(text)):
            yield Remark(RemarkKind.SYMBOL, place, words)
    if words := words_with_zero_width(text):
        yield Remark(RemarkKind.HIDDEN_SIGN, place, words)
    if text.strip() and text.upper() != text and reader.styles.is_on(run, "caps"):
        yield Remark(RemarkKind.CAPITALS, place, text.strip())
    has_letters = any(map(str.isalpha, text))
    if has_letters and text.strip() not in _ORDINAL and reader.height(run):
        yield Remark(RemarkKind.RAISED, place, text.strip())
    if text.strip() and reader.styles.is_on(run, "rtl"):
        yield Remark(RemarkKind.SHOWN_ELSEWHERE, place, text.strip())
    if text.strip() and _is_faint(run, reader):
        yield Remark(RemarkKind.FAINT, place, text.strip())
    for child in run:
        is_in_header = child.tag == f"{W}pgNum" and is_inside(run, f"{W}hdr", f"{W}ftr")
        if isinstance(child.tag, str) and child.tag not in _KNOWN and not is_in_header:
            words = "".join(child.itertext()).strip()
            yield Remark(RemarkKind.UNKNOWN, place, words or child.tag.rpartition("}")[2])


def _words_around(letters: str, text: str) -> Iterator[str]:
    """Yield each word with one of these letters, and the words beside it."""
    words = text.split()
    for index, word in enumerate(words):
        if not set(letters).isdisjoint(word):
            yield " ".join(words[max(index - 1, 0) : index + 2])


def _is_faint(run: _Element, reader: RunReader) -> bool:
    is_tiny = 0 < to_int(reader.styles.value_of(run, "sz")) <= _TINY
    is_on_black = (
        reader.styles.value_of(run, "highlight") == "black"
        or reader.styles.value_of(run, "shd", "fill") == _BLACK
    )
    is_narrow = 0 < to_int(reader.styles.value_of(run, "w").rstrip("%")) <= _NARROW
    return is_tiny or is_narrow or _is_white(run, reader) or is_on_black


def _is_white(run: _Element, reader: RunReader) -> bool:
    """Whether a run has the color of paper, by its own number or by the theme's."""
    color, theme, shade = (
        reader.styles.value_of(run, "color", name) for name in ("val", "themeColor", "themeShade")
    )
    return _WHITE.fullmatch(color) is not None or (theme in _WHITE_THEME and not shade)


def table_remarks(paragraphs: Sequence[Paragraph]) -> Iterator[Remark]:
    """Yield a remark for each table, from its first to its last paragraph."""
    places = dict[_Element, Place]()
    for paragraph in paragraphs:
        tables = list(paragraph.element.iterancestors(f"{W}tbl"))
        if tables and paragraph.text:
            places[tables[-1]] = places.get(tables[-1], paragraph.place).to(paragraph.place)
    for place in places.values():
        yield Remark(RemarkKind.TABLE, place)


def column_remarks(paragraphs: Sequence[Paragraph]) -> Iterator[Remark]:
    """Yield a remark for each two or more paragraphs in which tabs make columns."""
    with_text = [paragraph for paragraph in paragraphs if paragraph.text]
    for has_columns, group in groupby(with_text, key=_has_columns):
        rows = list(group)
        if has_columns and len(rows) > 1:
            yield Remark(RemarkKind.TABS, rows[0].place.to(rows[-1].place))


def _has_columns(paragraph: Paragraph) -> bool:
    return has_tab_columns("".join(run.text for run in paragraph.runs))
