"""Read a PDF back as a screen reader does: pikepdf reads its tags, and PDFium their words."""

import ctypes
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import Any, NamedTuple

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

_INLINE = frozenset({"Code", "Em", "Link", "Span", "Strong"})


class Piece(NamedTuple):
    """Words on one page, numbered from 0."""

    page: int
    text: str


@dataclass(frozen=True)
class Element:
    """An element of the tag tree: its tag, and what it holds, words and elements in order."""

    tag: str
    content: tuple["Piece | Element", ...]

    @cached_property
    def words(self) -> str:
        """All words in reading order, with single spaces."""
        return " ".join(self.text.split())

    @property
    def text(self) -> str:
        """All characters in reading order, with spaces around what stands on lines of its own."""
        space = "" if self.tag in _INLINE else " "
        inner = "".join(part.text for part in self.content)
        return f"{space}{inner}{space}"

    @property
    def pages(self) -> list[int]:
        """The pages on which it has words, in reading order."""
        parts = self.content
        return [
            page
            for part in parts
            for page in (part.pages if isinstance(part, Element) else [part.page])
        ]

    @property
    def parts(self) -> tuple["Element", ...]:
        """The elements directly below this one."""
        return tuple(part for part in self.content if isinstance(part, Element))

    def all(self, tag: str) -> Iterator["Element"]:
        """The elements with this tag at any depth, in reading order."""
        for part in self.parts:
            if part.tag == tag:
                yield part
            yield from part.all(tag)


Words = dict[tuple[int, int], str]
"""The words of each piece of marked content, by the numbers of its page and of the piece."""


def read_tags(data: bytes) -> Element:
    """The tag tree of a PDF file. What is not part of it, such as the head of a page, is left out.

    What PDFium takes for the end of a word at the end of a line is a space.
    """
    with pikepdf.open(BytesIO(data)) as pdf:
        pages = {page.objgen: number for number, page in enumerate(pdf.pages)}
        return _element(pdf.Root.StructTreeRoot, _read_words(data), pages, 0)


def _element(node: Any, words: Words, pages: dict[Any, int], page: int) -> Element:
    if "/Pg" in node:
        page = pages[node.Pg.objgen]
    content = tuple(_content(node.get("/K", ()), words, pages, page))
    return Element(str(node.get("/S", "/Root")).removeprefix("/"), content)


def _content(
    kids: Any, words: Words, pages: dict[Any, int], page: int
) -> Iterator[Piece | Element]:
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            yield Piece(page, words.get((page, kid), ""))
        elif "/MCID" in kid:
            place = pages[kid.Pg.objgen] if "/Pg" in kid else page
            yield Piece(place, words.get((place, int(kid.MCID)), ""))
        elif "/S" in kid:
            yield _element(kid, words, pages, page)


def _read_words(data: bytes) -> Words:
    words: Words = {}
    with closing(pypdfium2.PdfDocument(data)) as document:
        for number, page in enumerate(document):
            with closing(page), closing(page.get_textpage()) as text_page:
                for mark, text in _marked_words(page, text_page):
                    words[number, mark] = words.get((number, mark), "") + text
    return words


def _marked_words(page: Any, text_page: Any) -> Iterator[tuple[int, str]]:
    for number in range(pdfium.FPDFPage_CountObjects(page)):
        item = pdfium.FPDFPage_GetObject(page, number)
        if pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_TEXT:
            yield pdfium.FPDFPageObj_GetMarkedContentID(item), _words_of(item, text_page)


def _words_of(item: Any, text_page: Any) -> str:
    length = pdfium.FPDFTextObj_GetText(item, text_page, None, 0)
    buffer = ctypes.create_string_buffer(length)
    pointer = ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR))
    pdfium.FPDFTextObj_GetText(item, text_page, pointer, length)
    return buffer.raw.decode("utf-16-le").rstrip("\0")
