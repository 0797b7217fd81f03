"""Web pages and mail in HTML: elements become headings, list items, quotations and paragraphs."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

import turbohtml
from lxml import etree, html
from lxml.html import HtmlElement

from corpus.intake.document import (
    NO_LETTER,
    TO_LOWERED_DIGITS,
    TO_RAISED_DIGITS,
    RefusedError,
    SourceDocument,
    TextBlock,
    TextRun,
    clean_text,
    is_bold,
    list_mark,
    remove_mark,
    text_of,
)
from corpus.intake.remarks import Place, Remark, RemarkKind
from corpus.intake.woven_reading import ReadLine, left_out_lines, woven
from corpus.model.commission import Commission
from corpus.model.roman_numerals import to_roman
from corpus.text.blocks import Role

_WITHOUT_TEXT = {"head", "script", "style", "noscript", "template", "title"}
_STRUCK = {"s", "strike", "del"}
_BOLD, _ITALIC = {"b", "strong"}, {"i", "em", "cite"}
_HEADINGS = {f"h{level}": max(level - 1, 1) for level in range(1, 7)}
_INLINE = {
    *("a", "abbr", "acronym", "big", "code", "dfn", "font", "ins", "kbd", "label", "mark", "q"),
    *("samp", "small", "span", "sub", "sup", "tt", "u", "var", "wbr", "img", "time", "data"),
    *_BOLD,
    *_ITALIC,
    *_STRUCK,
}
_DIGITS = {"sup": TO_RAISED_DIGITS, "sub": TO_LOWERED_DIGITS}
_ORDINALS = {"st", "nd", "rd", "th"}
_WHITE = r"(?:white|#fff(?:fff)?|rgb\(\s*255\s*,\s*255\s*,\s*255\s*\))"
_FAINT = re.compile(
    rf"(?i)(?<![-\w])color\s*:\s*{_WHITE}\s*(?:;|$)|font-size\s*:\s*[01](?:px|pt)?\s*(?:;|$)"
)
_CAPITALS = re.compile(r"(?i)text-transform\s*:\s*uppercase")
_STRUCK_BY_STYLE = re.compile(r"(?i)text-decoration(?:-line)?\s*:[^;]*line-through")
_ADDED_BY_STYLE = re.compile(r"content\s*:\s*[\"'][^\"']*\w[^\"']*[\"']")
_LIST_STYLE = re.compile(r"(?i)list-style(?:-type)?\s*:\s*([a-z-]+)")
_LETTERED = re.compile(r"(?i)list-style(?:-type)?\s*:[^;}]*(?:alpha|latin|roman|greek|zero)")
_HIDDEN = re.compile(
    r"(?i)(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)"
    r"|(?<![-\w])opacity\s*:\s*0*\.?0+\s*(?:;|$)"
)
_CHANGING_RULES = (_ADDED_BY_STYLE, _CAPITALS, _HIDDEN, _LETTERED, _STRUCK_BY_STYLE)
"""What the rules of a style sheet say if readers see other words because of them."""
_EMBEDDED = {"iframe", "frame", "embed", "object"}
_WITHOUT_WORDS = {"hidden", "submit", "button", "reset", "checkbox", "radio", "image", "file"}
"""The kinds of form fields in which nobody types words."""
_DEEPEST = 200
_LAID_OUT = {"br", "hr", "pre", "table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th"}
"""The elements that the second reading lays out as our own does."""
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_LONGEST_HEADING = 80
_SENTENCE_END = re.compile(r"[.?!:;,][”’\"')\]]*$")


def read(data: bytes, commission: Commission) -> SourceDocument:
    """Read a web page; raise `RefusedError` if it cannot be read as a browser shows it."""
    return read_html(data, commission)


def read_html(
    source: str | bytes, commission: Commission, remarks: Sequence[Remark] = ()
) -> SourceDocument:
    """Return a page as a document, with remarks on how it was made; raise `RefusedError`."""
    root = _parsed(source)
    found = list(_remarks(root))
    for element in list(_left_out(root)):
        element.drop_tree()
    _write_out(root)
    paragraphs = [paragraph for paragraph in _paragraphs(root) if text_of(paragraph.runs)]
    blocks = tuple(
        replace(_block(paragraph, commission), place=Place("paragraph", number, number))
        for number, paragraph in enumerate(paragraphs, 1)
    )
    found += _sign_remarks(blocks)
    lines = [
        ReadLine(f"{block.mark} {text_of(block.runs)}".strip(), block.mark) for block in blocks
    ]
    second = (*woven(lines, _second_lines(root)), *left_out_lines(found))
    return SourceDocument(blocks, "\n".join(second), remarks=(*remarks, *found))


def _parsed(source: str | bytes) -> HtmlElement:
    """Return the page as browsers understand it, though its elements are in disorder."""
    page = turbohtml.parse(source)
    parser = html.HTMLParser(huge_tree=True)
    root = html.document_fromstring(page.serialize() or "<p></p>", parser)
    if any(sum(1 for _ in element.iterancestors()) > _DEEPEST for element in root.iter()):
        raise RefusedError("Its elements are nested too deeply. Save it as .docx or .txt.")
    if _letters(root.text_content()) != _letters(page.text):
        raise RefusedError("Two programs read different words in it. Save it as .docx or .txt.")
    return root


def _letters(text: str) -> str:
    return "".join(text.split())


def _write_out(root: HtmlElement) -> None:
    """Put into the text what a browser shows of it: raised and lowered digits, quotation marks."""
    for tag, digits in _DIGITS.items():
        for part in (part for element in root.iter(tag) for part in element.iter()):
            part.text = (part.text or "").translate(digits)
    for element in root.iter("q"):
        element.text = f"“{element.text or ''}"
        element.tail = f"”{element.tail or ''}"


class _Position(NamedTuple):
    """Where in the page text stands."""

    role: Role = Role.PARAGRAPH
    level: int = 1
    mark: str = ""


class _Paragraph(NamedTuple):
    """Text that nothing but line breaks divides."""

    runs: tuple[TextRun, ...]
    position: _Position


def _paragraphs(root: HtmlElement) -> Iterator[_Paragraph]:
    runs, position = list[TextRun](), _Position()
    for new_position, run in (*_runs(root, _Position(), TextRun("")), (_Position(), None)):
        if run is not None:
            runs, position = [*runs, run], new_position
        elif runs:
            for index, piece in enumerate(_pieces(runs)):
                yield _Paragraph(piece, position if index == 0 else position._replace(mark=""))
            runs = []


def _pieces(runs: Sequence[TextRun]) -> Iterator[tuple[TextRun, ...]]:
    """Yield the runs between empty lines."""
    piece = list[TextRun]()
    for run in runs:
        is_line_start = not piece or piece[-1].text == "\n"
        if run.text == "\n" and is_line_start:
            yield tuple(piece)
            piece = []
        elif run.text.strip() or run.text == "\n" or not is_line_start:
            piece.append(run)
    yield tuple(piece)


def _runs(
    element: HtmlElement, position: _Position, style: TextRun
) -> Iterator[tuple[_Position, TextRun | None]]:
    """Yield each run with its position; None is the beginning or the end of a block."""
    is_block = element.tag not in _INLINE
    if is_block:
        yield position, None
    yield position, replace(style, text=_text(element.text))
    for child in element:
        if child.tag == "br":
            yield position, TextRun("\n")
        elif isinstance(child.tag, str):
            yield from _runs(child, _position(child, position), _style(child, style))
        yield position, replace(style, text=_text(child.tail))
    if is_block:
        yield position, None


def _text(text: str | None) -> str:
    return clean_text(_BLANKS.sub(" ", text or ""))


def _style(element: HtmlElement, style: TextRun) -> TextRun:
    bold, italic = style.bold or element.tag in _BOLD, style.italic or element.tag in _ITALIC
    return TextRun("", bold, italic)


def _position(element: HtmlElement, position: _Position) -> _Position:
    if element.tag == "li":
        depth = len(list(element.iterancestors("ol", "ul")))
        return _Position(Role.ITEM, max(depth, 1), _mark(element))
    if element.tag in _HEADINGS:
        return _Position(Role.HEADING, _HEADINGS[element.tag])
    if element.tag == "blockquote" and position.role is not Role.ITEM:
        return _Position(Role.QUOTE)
    return position


def _mark(item: HtmlElement) -> str:
    """Return the mark that a browser shows before a list item."""
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return "•"
    is_reversed = "reversed" in parent.attrib
    length = len(list(parent.iterchildren("li")))
    number = _number(parent.get("start", ""), length if is_reversed else 1)
    for sibling in parent.iterchildren("li"):
        number = _number(sibling.get("value", ""), number)
        if sibling is item:
            break
        number += -1 if is_reversed else 1
    style = _LIST_STYLE.search(parent.get("style", ""))
    kind = style[1].lower() if style else parent.get("type", "")
    return f"{_FORMATS.get(kind, str)(number)}."


def _number(digits: str, otherwise: int) -> int:
    return int(digits) if re.fullmatch("[0-9]{1,4}", digits) else otherwise


_FORMATS: dict[str, Callable[[int], str]] = {
    "a": lambda number: chr(ord("a") + (number - 1) % 26),
    "A": lambda number: chr(ord("A") + (number - 1) % 26),
    "i": lambda number: to_roman(number).lower(),
    "I": to_roman,
}
_FORMATS |= {
    "lower-alpha": _FORMATS["a"],
    "lower-latin": _FORMATS["a"],
    "upper-alpha": _FORMATS["A"],
    "upper-latin": _FORMATS["A"],
    "lower-roman": _FORMATS["i"],
    "upper-roman": _FORMATS["I"],
    "decimal-leading-zero": "{:02}".format,
}


def _block(paragraph: _Paragraph, commission: Commission) -> TextBlock:
    runs, (role, level, mark) = paragraph
    text = text_of(runs)
    is_short = len(text) <= _LONGEST_HEADING and not _SENTENCE_END.search(text)
    is_title = commission.heading_in(text) is not None
    if is_title or role is Role.HEADING or (is_short and is_bold(runs) and role is not Role.ITEM):
        return TextBlock(Role.HEADING, tuple(TextRun(run.text) for run in runs), level)
    if role is Role.ITEM and mark and list_mark(f"{mark} x"):
        return TextBlock(Role.ITEM, runs, level, mark)
    if (typed := list_mark(text)) and not commission.is_approval_line(text):
        return TextBlock(Role.ITEM, remove_mark(runs, typed), 1, typed)
    return TextBlock(Role.PARAGRAPH if role is Role.ITEM else role, runs)


def _left_out(root: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the elements that a reader does not see, or sees struck out."""
    for element in root.iter(etree.Element):
        if element.tag in _WITHOUT_TEXT or _is_struck(element) or _is_hidden(element):
            yield element


def _is_struck(element: HtmlElement) -> bool:
    style = element.get("style", "")
    return element.tag in _STRUCK or _STRUCK_BY_STYLE.search(style) is not None


def _is_hidden(element: HtmlElement) -> bool:
    is_hidden = "hidden" in element.attrib
    return is_hidden or _HIDDEN.search(element.get("style", "")) is not None


def _is_hidden_text(element: HtmlElement) -> bool:
    return element.tag not in _WITHOUT_TEXT and _is_hidden(element)


def _remarks(root: HtmlElement) -> Iterator[Remark]:
    for element in root.iter(etree.Element):
        words = _text(element.text_content()).strip()
        if element.tag == "img":
            yield Remark(RemarkKind.PICTURE, None, element.get("alt", ""))
        elif element.tag == "table":
            yield Remark(RemarkKind.TABLE)
        elif element.tag in _EMBEDDED:
            yield Remark(RemarkKind.EMBEDDED)
        elif element.tag == "input" and element.get("type", "text").lower() not in _WITHOUT_WORDS:
            yield Remark(RemarkKind.FORM_FIELD, None, element.get("value", ""))
        elif _is_struck(element) and words:
            yield Remark(RemarkKind.STRUCK, None, words)
        elif words and (element.tag == "noscript" or _is_hidden_text(element)):
            yield Remark(RemarkKind.HIDDEN)
        else:
            yield from _remarks_on_look(element, words)


def _remarks_on_look(element: HtmlElement, words: str) -> Iterator[Remark]:
    """Yield what a person must look at because of how a browser shows words."""
    if element.tag in _DIGITS and any(map(str.isalpha, words)) and words not in _ORDINALS:
        yield Remark(RemarkKind.RAISED, None, words)
    elif element.tag == "style":
        rules = (found[0] for rule in _CHANGING_RULES for found in rule.finditer(words))
        yield from (Remark(RemarkKind.UNKNOWN, None, rule) for rule in rules)
    elif element.tag == "link" and "stylesheet" in element.get("rel", "").lower():
        yield Remark(RemarkKind.UNKNOWN, None, element.get("href", ""))
    elif words:
        style = f"{element.get('style', '')};color:{element.get('color', '')}"
        shown = ((_FAINT, RemarkKind.FAINT), (_CAPITALS, RemarkKind.CAPITALS))
        yield from (Remark(kind, None, words) for sign, kind in shown if sign.search(style))


def _sign_remarks(blocks: Iterable[TextBlock]) -> Iterator[Remark]:
    for block in blocks:
        words = text_of(block.runs).split()
        signs = filter(NO_LETTER.search, words)
        yield from (Remark(RemarkKind.UNREADABLE_SIGN, block.place, word) for word in signs)


def _second_lines(root: HtmlElement) -> list[str]:
    """Return the lines of the page as turbohtml reads them, without the marks of lists."""
    for element in root.iter(etree.Element):
        if element.tag not in _INLINE and element.tag not in _LAID_OUT:
            element.tag = "div"
    page = turbohtml.parse(html.tostring(root, encoding="unicode"))
    return clean_text(page.to_text()).splitlines()
