"""Word documents: paragraphs with their styles, lists with the numbers that Word shows."""

import re
from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element

from corpus.intake.cleaning import cleaned, raised
from corpus.intake.document import Paper, Passage, Piece, RefusedError, typed_mark, without
from corpus.intake.file_kinds import part
from corpus.intake.word_numbering import DEEPEST, Numbering, Place, W, whole
from corpus.model.commission import Commission
from corpus.text.blocks import Role

_HEADING = re.compile(r"(?i)(?:heading|überschrift)\s*(\d)|(title)")
_QUOTE = re.compile(r"(?i)quot|block text")
_ENDS = re.compile(r"[.?!:;,][”’\"')\]]*$")
_LONGEST_HEADING = 80
_DEEPEST_HEADING = 5
_QUOTED_FROM = 300
"""An indentation on both sides, in twentieths of a point, from which a paragraph is a quotation."""

_SKIPPED = {f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}delText"}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SIGNS = {f"{W}tab": "\t", f"{W}br": " ", f"{W}cr": " ", f"{W}noBreakHyphen": "-"}

_TOLD = {
    f"{W}ins": "Changes were tracked: what was inserted is in, what was deleted is not.",
    f"{W}del": "Changes were tracked: what was inserted is in, what was deleted is not.",
    f"{W}commentReference": "Comments were left out.",
    f"{W}tbl": "A table was read cell by cell, row after row; look whether it reads well.",
    f"{W}txbxContent": "A text box was put where it is anchored; look whether it belongs there.",
    f"{W}drawing": "A picture was left out.",
    f"{W}footnoteReference": "Footnotes stand at the end, with raised numbers.",
}


def read(data: bytes, commission: Commission) -> Paper:
    """The paper of a Word document; raises `RefusedError`."""
    root = _tree(data, "word/document.xml")
    if root is None:
        raise RefusedError("it is a zip file, but no Word document")
    document = _Document(data, commission)
    read = [(one, passage) for one in _paragraphs(root) if (passage := document.passage(one))]
    notes = tuple(document.notes())
    marked = [_marked(document.raw(one), passage.mark) for one, passage in read]
    seen = {element.tag for element in root.iter()}
    told = dict.fromkeys(words for tag, words in _TOLD.items() if tag in seen)
    source = "\n".join([*marked, *(one.words for one in notes)])
    return Paper((*(passage for _, passage in read), *notes), source, tuple(told))


class _Document:
    """What the paragraphs of one document have in common."""

    def __init__(self, data: bytes, commission: Commission) -> None:
        """Read the parts beside the text."""
        self._commission = commission
        self._numbering = Numbering(_tree(data, "word/numbering.xml"))
        styles = _tree(data, "word/styles.xml")
        found = styles.iter(f"{W}style") if styles is not None else ()
        self._styles = {one.get(f"{W}styleId", ""): one for one in found}
        self._notes = _tree(data, "word/footnotes.xml")
        self._order: dict[str, int] = {}

    def passage(self, paragraph: _Element) -> Passage | None:
        """A paragraph as a passage; None where nothing is in it."""
        pieces = _trimmed(list(self._pieces(paragraph)))
        if not pieces:
            return None
        words = " ".join("".join(piece.words for piece in pieces).split())
        if heading := self._heading(paragraph, pieces, words):
            return Passage(Role.HEADING, tuple(Piece(one.words) for one in pieces), heading)
        return self._item(paragraph, pieces, words) or Passage(self._role(paragraph), pieces)

    def notes(self) -> Iterator[Passage]:
        """The footnotes that the text refers to, in its order."""
        if self._notes is None:
            return
        by_id = {one.get(f"{W}id"): one for one in self._notes.iter(f"{W}footnote")}
        for note_id, number in tuple(self._order.items()):
            note = by_id.get(note_id)
            for paragraph in [] if note is None else note.iter(f"{W}p"):
                words = "".join(one.words for one in self._pieces(paragraph)).strip()
                if words:
                    yield Passage(Role.PARAGRAPH, (Piece(f"{raised(str(number))} {words}"),))

    def raw(self, paragraph: _Element) -> str:
        """The words of a paragraph by a shorter way: whatever Word holds as text."""
        words = []
        for one in paragraph.iter(f"{W}t", f"{W}footnoteReference", *_SIGNS):
            above = [up.tag for up in one.iterancestors()]
            is_own = next(one.iterancestors(f"{W}p")) is paragraph
            if is_own and not _SKIPPED.intersection(above[: above.index(f"{W}p")]):
                words.append((one.text or "") if one.tag == f"{W}t" else self._sign(one))
        return " ".join(cleaned("".join(words)).split())

    def _item(self, paragraph: _Element, pieces: tuple[Piece, ...], words: str) -> Passage | None:
        place = self._place(paragraph)
        mark = self._numbering.mark(place) if place else ""
        if place and typed_mark(f"{mark} x"):
            return Passage(Role.ITEM, pieces, place[1] + 1, mark)
        if mark:
            return Passage(Role.PARAGRAPH, (Piece(f"{mark} "), *pieces))
        mark = typed_mark(words)
        if not mark or self._commission.tells_approval(words):
            return None
        return Passage(Role.ITEM, without(pieces, mark), 1, mark)

    def _heading(self, paragraph: _Element, pieces: tuple[Piece, ...], words: str) -> int:
        """The level of a heading from 1; 0 where it is none."""
        if self._commission.heading_in(words):
            return 1
        if found := _HEADING.search(self._style_name(paragraph)):
            return min(max(whole(found[1]) - 1, 1), _DEEPEST_HEADING)
        is_strong = all(one.strong for one in pieces if one.words.strip())
        is_short = len(words) <= _LONGEST_HEADING and not _ENDS.search(words)
        return int(is_strong and is_short and not self._place(paragraph))

    def _role(self, paragraph: _Element) -> Role:
        indent = paragraph.find(f"{W}pPr/{W}ind")
        sides = [] if indent is None else [_points(indent, one) for one in ("left", "right")]
        is_set_in = bool(sides) and min(sides) >= _QUOTED_FROM
        is_quote = is_set_in or _QUOTE.search(self._style_name(paragraph))
        return Role.QUOTE if is_quote else Role.PARAGRAPH

    def _style(self, paragraph: _Element) -> _Element | None:
        return self._styles.get(_value(paragraph, "pPr", "pStyle"))

    def _style_name(self, paragraph: _Element) -> str:
        style = self._style(paragraph)
        return "" if style is None else _value(style, "name")

    def _place(self, paragraph: _Element) -> Place | None:
        """Where in which list a paragraph stands, by its own word or by that of its style."""
        style, seen = self._style(paragraph), 0
        sources = [paragraph]
        while style is not None and seen < len(self._styles):
            sources.append(style)
            style, seen = self._styles.get(_value(style, "basedOn")), seen + 1
        for one in sources:
            number_id = _value(one, "pPr", "numPr", "numId")
            if number_id:
                depth = whole(_value(one, "pPr", "numPr", "ilvl"))
                return (number_id, min(depth, DEEPEST))
        return None

    def _pieces(self, element: _Element) -> Iterator[Piece]:
        for run in _runs(element):
            words = "".join(self._signs(run))
            if words:
                strong, emphasis = (_is_on(run, name) for name in ("b", "i"))
                yield Piece(cleaned(words), strong, emphasis)

    def _signs(self, run: _Element) -> Iterator[str]:
        for one in run:
            yield (one.text or "") if one.tag == f"{W}t" else self._sign(one)

    def _sign(self, element: _Element) -> str:
        """What an element stands for that is no text."""
        if element.tag != f"{W}footnoteReference":
            return _SIGNS.get(str(element.tag), "")
        note_id = element.get(f"{W}id", "")
        return raised(str(self._order.setdefault(note_id, len(self._order) + 1)))


def _tree(data: bytes, name: str) -> _Element | None:
    found = part(data, name)
    if found is None:
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(found, parser)
    except etree.XMLSyntaxError:
        raise RefusedError(f"the Word document is damaged: {name} cannot be read") from None
    if root.getroottree().docinfo.doctype:
        raise RefusedError(f"{name} in it declares entities, as no Word document does")
    return root


def _paragraphs(root: _Element) -> Iterator[_Element]:
    """Every paragraph in reading order, those of tables and text boxes too."""
    for paragraph in root.iter(f"{W}p"):
        above = {one.tag for one in paragraph.iterancestors()}
        if _FALLBACK not in above:
            yield paragraph


def _runs(paragraph: _Element) -> Iterator[_Element]:
    """The runs of a paragraph that count, without those of a paragraph within it."""
    for run in paragraph.iter(f"{W}r"):
        above = []
        for one in run.iterancestors():
            if one is paragraph:
                break
            above.append(one.tag)
        if not _SKIPPED.intersection(above) and f"{W}p" not in above:
            yield run


def _marked(words: str, mark: str) -> str:
    """Words with the mark that Word makes for them, if it was not typed."""
    return words if words.startswith(mark) else f"{mark} {words}"


def _is_on(run: _Element, name: str) -> bool:
    found = run.find(f"{W}rPr/{W}{name}")
    return found is not None and found.get(f"{W}val", "true") not in {"0", "false", "none"}


def _value(element: _Element, *names: str) -> str:
    found = element.find("/".join(f"{W}{name}" for name in names))
    return "" if found is None else found.get(f"{W}val", "")


def _points(indent: _Element, side: str) -> int:
    other = {"left": "start", "right": "end"}[side]
    return whole(indent.get(f"{W}{side}") or indent.get(f"{W}{other}"))


def _trimmed(pieces: list[Piece]) -> tuple[Piece, ...]:
    """The pieces, or none where they hold nothing but space."""
    return tuple(pieces) if any(piece.words.strip() for piece in pieces) else ()
