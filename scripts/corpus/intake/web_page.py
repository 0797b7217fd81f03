"""Web pages and mail in HTML: elements become headings, list items, quotations and paragraphs."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import NamedTuple, TypeAlias

import turbohtml
from lxml import etree, html
from lxml.html import HtmlElement

from corpus.intake.document import (
    TO_LOWERED_DIGITS,
    TO_RAISED_DIGITS,
    RefusedError,
    SourceDocument,
    TextBlock,
    TextRun,
    clean_text,
    ends_clause,
    is_bold,
    list_mark,
    remove_mark,
    text_of,
)
from corpus.intake.place import Place
from corpus.intake.quoted_mail import remarks_on_mail_in_page
from corpus.intake.remarks import Remark, RemarkKind
from corpus.intake.web_page_left_out import STRUCK, left_out
from corpus.intake.web_page_marks import is_same_number, mark_of_item
from corpus.intake.web_page_remarks import inline_text, remarks_of_elements, sign_remarks
from corpus.intake.woven_reading import ReadLine, left_out_lines, woven
from corpus.model.approval_words import reads_as_approval_day
from corpus.model.commission import Commission
from corpus.text.blocks import Role

_BOLD = {"b", "strong"}
_ITALIC = {"i", "em", "cite"}
_HEADINGS = {f"h{level}": max(level - 1, 1) for level in range(1, 7)}
_INLINE = {
    *("a", "abbr", "acronym", "big", "code", "dfn", "font", "ins", "kbd", "label", "mark", "q"),
    *("samp", "small", "span", "sub", "sup", "tt", "u", "var", "ruby", "rb", "rt", "wbr", "img"),
    *("bdi", "bdo", "data", "nobr", "time"),
    *("math", "mrow", "mi", "mn", "mo", "ms", "mtext", "mfrac", "msqrt", "mroot"),
    *("msub", "msup", "msubsup", "munder", "mover", "munderover", "mstyle", "semantics"),
    *_BOLD,
    *_ITALIC,
    *STRUCK,
}
_DIGITS = {"sup": TO_RAISED_DIGITS, "sub": TO_LOWERED_DIGITS}
_WITH_LINES = {"pre", "listing", "xmp", "textarea"}
"""The elements in which a browser keeps the lines of the file."""
_WHITE_SPACE = re.compile(r"(?i)white-space(?:-collapse)?\s*:\s*([a-z-]+)")
_DEEPEST = 200
_LAID_OUT = {"br", "hr", "pre", "table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th"}
"""The elements that the second reading lays out as our own does."""
_LONGEST_HEADING = 80


def read(data: bytes, commission: Commission) -> SourceDocument:
    """Read a web page; raises `RefusedError` if it cannot be read as a browser shows it."""
    return read_html(data, commission)


def read_html(
    source: str | bytes, commission: Commission, remarks: Sequence[Remark] = ()
) -> SourceDocument:
    """A page as a document, with remarks on how it was made; raises `RefusedError`."""
    root = _parsed(source)
    order = {element: index for index, element in enumerate(root.iter())}
    ends = {element: order[list(element.iter())[-1]] + 0.5 for element in order}
    located = list(remarks_of_elements(root))
    for element in list(left_out(root)):
        element.drop_tree()
    _write_out(root)
    paragraphs = [paragraph for paragraph in _paragraphs(root) if text_of(paragraph.runs)]
    blocks = tuple(
        replace(_block(paragraph, commission), place=Place("paragraph", number, number))
        for number, paragraph in enumerate(paragraphs, 1)
    )
    positions = (paragraph.position for paragraph in paragraphs)
    begun = ((ends if at.is_after else order)[at.element] for at in positions)
    starts = list(accumulate(begun, max))
    own_remarks = [_placed(remark, order[element], starts) for element, remark in located]
    own_remarks += sign_remarks(blocks)
    own_remarks += remarks_on_mail_in_page(blocks)
    own_remarks += _paragraph_remarks(paragraphs, blocks)
    lines = [ReadLine(block.text_with_mark, block.mark) for block in blocks]
    second = (*woven(lines, _second_lines(root)), *left_out_lines(own_remarks))
    return SourceDocument(blocks, "\n".join(second), remarks=(*remarks, *own_remarks))


def _placed(remark: Remark, position: int, starts: Sequence[float]) -> Remark:
    """A remark with the number of the last paragraph that begins before its element."""
    number = bisect_right(starts, position)
    is_on_page = number > 0 or remark.kind is not RemarkKind.UNKNOWN
    number = max(number, 1)
    return remark._replace(place=Place("paragraph", number, number)) if is_on_page else remark


def _parsed(source: str | bytes) -> HtmlElement:
    """The page as browsers understand it, though its elements are in disorder."""
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
    """Put into the text what a browser shows of it: raised and lowered digits, quotation marks.

    What it shows above a word follows it in brackets.
    """
    for tag, digits in _DIGITS.items():
        for part in (part for element in root.iter(tag) for part in element.iter()):
            part.text = (part.text or "").translate(digits)
    for element in root.iter("rt"):
        element.text = f" ({element.text or ''}"
        element.tail = f"){element.tail or ''}"
    for element in root.iter("q"):
        element.text = f"“{element.text or ''}"
        element.tail = f"”{element.tail or ''}"


class _Position(NamedTuple):
    """Where in the page text stands."""

    element: HtmlElement
    """What it is in, or the end of what it follows."""
    is_after: bool = False
    role: Role = Role.PARAGRAPH
    level: int = 1
    mark: str = ""
    keeps_lines: bool = False
    """Whether a browser shows a new line where the file has one."""


_LocatedRun: TypeAlias = tuple[_Position, TextRun]


class _Paragraph(NamedTuple):
    """Text that nothing but line breaks divides."""

    runs: tuple[TextRun, ...]
    position: _Position


def _paragraph_remarks(
    paragraphs: Sequence[_Paragraph], blocks: Sequence[TextBlock]
) -> Iterator[Remark]:
    """Yield a remark where lines were joined, and where a number was typed into a list."""
    for paragraph, block in zip(paragraphs, blocks, strict=True):
        first_line, line_break, _ = (
            "".join(run.text for run in paragraph.runs).strip().partition("\n")
        )
        if line_break:
            yield Remark(RemarkKind.LINE_BREAK, block.place, first_line.strip())
        mark = paragraph.position.mark
        if mark and is_same_number(mark, list_mark(text_of(paragraph.runs))):
            yield Remark(RemarkKind.NUMBER_TWICE, block.place, f"{mark} {text_of(paragraph.runs)}")


def _paragraphs(root: HtmlElement) -> Iterator[_Paragraph]:
    runs = list[_LocatedRun]()
    start = _Position(root)
    for position, run in (*_runs(root, start, TextRun("")), (start, None)):
        if run is not None:
            runs.append((position, run))
        elif runs:
            for index, piece in enumerate(filter(None, _pieces(runs))):
                first = piece[0][0]
                first = first if index == 0 else first._replace(mark="")
                yield _Paragraph(tuple(run for _, run in piece), first)
            runs = []


def _pieces(runs: Sequence[_LocatedRun]) -> Iterator[list[_LocatedRun]]:
    """Yield the runs between empty lines."""
    piece = list[_LocatedRun]()
    for position, run in runs:
        is_line_start = not piece or piece[-1][1].text == "\n"
        if run.text == "\n" and is_line_start:
            yield piece
            piece = []
        elif run.text.strip() or run.text == "\n" or not is_line_start:
            piece.append((position, run))
    yield piece


def _runs(
    element: HtmlElement, position: _Position, style: TextRun
) -> Iterator[tuple[_Position, TextRun | None]]:
    """Yield each run with its position; None is the beginning or the end of a block."""
    is_block = not _is_inline(element)
    position = position._replace(element=element, is_after=False)
    if is_block:
        yield position, None
    yield from _lines_of(element.text, position, style)
    for child in element:
        after = position._replace(element=child, is_after=True)
        if child.tag == "br":
            yield after, TextRun("\n")
        elif isinstance(child.tag, str):
            yield from _runs(child, _position(child, position), _style(child, style))
        yield from _lines_of(child.tail, after, style)
    if is_block:
        yield position, None


def _lines_of(
    text: str | None, position: _Position, style: TextRun
) -> Iterator[tuple[_Position, TextRun]]:
    """Yield the text, with its line breaks where a browser keeps them."""
    lines = (text or "").split("\n") if position.keeps_lines else [text]
    for index, line in enumerate(lines):
        if index:
            yield position, TextRun("\n")
        yield position, replace(style, text=inline_text(line))


def _is_inline(element: HtmlElement) -> bool:
    """Whether an element stands within a line, as those do that HTML does not define."""
    return element.tag in _INLINE or re.search("[:-]", element.tag) is not None


def _style(element: HtmlElement, style: TextRun) -> TextRun:
    bold = style.bold or element.tag in _BOLD
    italic = style.italic or element.tag in _ITALIC
    return TextRun("", bold, italic)


def _position(element: HtmlElement, position: _Position) -> _Position:
    if white_space := _WHITE_SPACE.search(element.get("style", "")):
        position = position._replace(keeps_lines=white_space[1].lower().startswith("pre"))
    elif element.tag in _WITH_LINES:
        position = position._replace(keeps_lines=True)
    if element.tag == "li":
        depth = len(list(element.iterancestors("ol", "ul")))
        return position._replace(role=Role.ITEM, level=max(depth, 1), mark=mark_of_item(element))
    if element.tag in _HEADINGS:
        return position._replace(role=Role.HEADING, level=_HEADINGS[element.tag], mark="")
    if element.tag == "blockquote" and position.role is not Role.ITEM:
        return position._replace(role=Role.QUOTE, level=1, mark="")
    return position


def _block(paragraph: _Paragraph, commission: Commission) -> TextBlock:
    runs, position = paragraph
    role = position.role
    level = position.level
    mark = position.mark
    text = text_of(runs)
    if role is not Role.ITEM and reads_as_approval_day(text, commission):
        return TextBlock(Role.PARAGRAPH, runs)
    is_short = len(text) <= _LONGEST_HEADING and not ends_clause(text)
    is_title = commission.heading_in(text) is not None
    if is_title or role is Role.HEADING or (is_short and is_bold(runs) and role is not Role.ITEM):
        return TextBlock(Role.HEADING, tuple(TextRun(run.text) for run in runs), level)
    typed = list_mark(text)
    if role is Role.ITEM and mark and list_mark(f"{mark} x"):
        if is_same_number(mark, typed):
            return TextBlock(Role.ITEM, remove_mark(runs, typed), level, typed)
        return TextBlock(Role.ITEM, runs, level, mark)
    if typed and not commission.is_approval_line(text):
        return TextBlock(Role.ITEM, remove_mark(runs, typed), 1, typed)
    return TextBlock(Role.PARAGRAPH if role is Role.ITEM else role, runs)


def _second_lines(root: HtmlElement) -> list[str]:
    """The lines of the page as turbohtml reads them, without the marks of lists."""
    for element in root.iter(etree.Element):
        if not _is_inline(element) and element.tag not in _LAID_OUT:
            element.tag = "div"
    page = turbohtml.parse(html.tostring(root, encoding="unicode"))
    return clean_text(page.to_text()).splitlines()
