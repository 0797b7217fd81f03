"""What the styles and properties of a Word paragraph say: heading, quotation, list item."""

import re
from collections.abc import Iterator

from lxml.etree import _Element

from corpus.intake.word_numbering import DEEPEST, ListPosition
from corpus.intake.word_xml import W, to_int, value

_HEADING_STYLE = re.compile(r"(?i)(?:heading|überschrift)\s*(\d)|(title)")
_QUOTATION_STYLE = re.compile(r"(?i)quot|block text")
_DEEPEST_HEADING = 5
_QUOTATION_INDENT = 300
"""A paragraph indented this much on both sides is a quotation; in twentieths of a point."""


class Styles:
    """The paragraph styles of a document, by their ids."""

    def __init__(self, root: _Element | None) -> None:
        """Read `word/styles.xml`; None if there is no such part."""
        elements = root.iter(f"{W}style") if root is not None else ()
        self._styles = {style.get(f"{W}styleId", ""): style for style in elements}

    def heading_level(self, paragraph: _Element) -> int:
        """Return the level of a paragraph in a heading style, from 1; 0 in any other style."""
        match = _HEADING_STYLE.search(self._name(paragraph))
        return min(max(to_int(match[1]) - 1, 1), _DEEPEST_HEADING) if match else 0

    def is_quotation(self, paragraph: _Element) -> bool:
        """Whether a paragraph has a quotation style, or is indented on both sides."""
        indent = paragraph.find(f"{W}pPr/{W}ind")
        if indent is not None and min(_indents(indent)) >= _QUOTATION_INDENT:
            return True
        return _QUOTATION_STYLE.search(self._name(paragraph)) is not None

    def list_position(self, paragraph: _Element) -> ListPosition | None:
        """Return where in which list a paragraph is, by its own properties or its style."""
        for element in (paragraph, *self._style_and_bases(paragraph)):
            if list_id := value(element, "pPr", "numPr", "numId"):
                level = to_int(value(element, "pPr", "numPr", "ilvl"))
                return (list_id, min(level, DEEPEST))
        return None

    def _name(self, paragraph: _Element) -> str:
        style = self._style(paragraph)
        return "" if style is None else value(style, "name")

    def _style(self, paragraph: _Element) -> _Element | None:
        return self._styles.get(value(paragraph, "pPr", "pStyle"))

    def _style_and_bases(self, paragraph: _Element) -> Iterator[_Element]:
        """Yield the style of a paragraph and those it is based on; circles of styles end."""
        style = self._style(paragraph)
        for _ in self._styles:
            if style is None:
                return
            yield style
            style = self._styles.get(value(style, "basedOn"))


def _indents(indent: _Element) -> Iterator[int]:
    """Yield the indentation on both sides; newer documents call them start and end."""
    for side, new_name in (("left", "start"), ("right", "end")):
        yield to_int(indent.get(f"{W}{side}") or indent.get(f"{W}{new_name}"))
