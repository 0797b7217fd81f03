"""The styles of a Word document: what they make of paragraphs and of runs."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from lxml.etree import _Element

from corpus.intake.word.package import W, is_on, nodes, to_int, value

_HEADING_STYLE = re.compile(r"(?i)(?:heading|überschrift)\s*(\d)|(title)")
_QUOTATION_STYLE = re.compile(r"(?i)quot|block text")
_DEEPEST_HEADING = 5
_QUOTATION_INDENT = 300
"""A paragraph indented this much on both sides is a quotation; in twentieths of a point."""
LEFT_EDGE, RIGHT_EDGE = "@w:left | @w:start", "@w:right | @w:end"
"""The names of indentations in older and in newer documents."""
_FEW_RUNS = 64
"""The properties of a run are asked for one after the other."""


class Styles:
    """The styles of a document, by their ids."""

    def __init__(self, root: _Element | None) -> None:
        """Read `word/styles.xml`; None if there is no such part."""
        styles = [] if root is None else list(root.iter(f"{W}style"))
        self._styles = {style.get(f"{W}styleId", ""): style for style in styles}
        self._defaults = [] if root is None else nodes(root, "w:docDefaults/w:rPrDefault/w:rPr")
        default = "w:style[@w:type='paragraph' and @w:default='1']/@w:styleId"
        self._default_paragraph = "" if root is None else value(root, default)
        self._styles_of_run = lru_cache(_FEW_RUNS)(self._read_styles_of_run)
        self._setting_of_style = cache(self._read_setting)
        self._value_of_style = cache(self._read_value)

    def heading_level(self, paragraph: _Element) -> int:
        """The level of a paragraph in a heading style, from 1; 0 in any other style."""
        match = _HEADING_STYLE.search(self._style_name(paragraph))
        return min(max(to_int(match[1] or "") - 1, 1), _DEEPEST_HEADING) if match else 0

    def is_quotation(self, paragraph: _Element) -> bool:
        """Whether a paragraph has a quotation style, or is indented on both sides."""
        for indent in nodes(paragraph, "w:pPr/w:ind"):
            if (
                min(to_int(value(indent, side)) for side in (LEFT_EDGE, RIGHT_EDGE))
                >= _QUOTATION_INDENT
            ):
                return True
        return _QUOTATION_STYLE.search(self._style_name(paragraph)) is not None

    def numbered(self, paragraph: _Element) -> Iterator[_Element]:
        """Yield what can number a paragraph: itself, its style, and the styles below that."""
        yield paragraph
        yield from self._with_bases(value(paragraph, "w:pPr/w:pStyle/@w:val"))

    def list_of(self, style_id: str) -> str:
        """The id of the list that a style has; an empty string if it has none."""
        lists = (
            value(style, "w:pPr/w:numPr/w:numId/@w:val") for style in self._with_bases(style_id)
        )
        return next(filter(None, lists), "")

    def language_of(self, paragraph: _Element) -> str:
        """The language of a paragraph, such as `de-DE`; an empty string if nothing names it."""
        runs = (self.value_of(run, "lang") for run in paragraph.iter(f"{W}r"))
        of_end = value(paragraph, "w:pPr/w:rPr/w:lang/@w:val")
        of_document = (_property(defaults, "lang", "val") for defaults in self._defaults)
        return next(filter(None, (of_end, *runs, *of_document)), "")

    def is_drop_cap(self, paragraph: _Element) -> bool:
        """Whether a paragraph is the large first letter of the next one."""
        kinds = (
            value(element, "w:pPr/w:framePr/@w:dropCap") for element in self.numbered(paragraph)
        )
        return next(filter(None, kinds), "none") != "none"

    def is_framed(self, paragraph: _Element) -> bool:
        """Whether a paragraph is in a frame, which can stand anywhere on the page."""
        return any(nodes(element, "w:pPr/w:framePr") for element in self.numbered(paragraph))

    def value_of(self, run: _Element, name: str, attribute: str = "val") -> str:
        """A property such as `color` of a run, by itself or by its styles."""
        if own := _property(run.find(f"{W}rPr"), name, attribute):
            return own
        styles = self._styles_of_run(run)
        return next(filter(None, (self._value_of_style(s, name, attribute) for s in styles)), "")

    def is_on(self, run: _Element, name: str) -> bool:
        """Whether a property such as `b` (bold) or `vanish` (hidden) is on for a run.

        The property of the run itself comes first. A character style that has the property
        turns it off where the style of the paragraph has it too, as in Word.
        """
        if (own := _setting(run.find(f"{W}rPr"), name)) is not None:
            return own
        of_run, of_paragraph = (
            self._setting_of_style(style, name) for style in self._styles_of_run(run)
        )
        of_document = any(_setting(defaults, name) for defaults in self._defaults)
        return of_paragraph != of_run or of_document

    def is_left_out(self, run: _Element) -> bool:
        """Whether a run is hidden or struck out."""
        return self.is_hidden(run) or self.is_struck(run)

    def is_hidden(self, run: _Element) -> bool:
        """Whether a run is hidden, so that it is never printed."""
        return self.is_on(run, "vanish")

    def is_struck(self, run: _Element) -> bool:
        """Whether a run is struck out."""
        return self.is_on(run, "strike") or self.is_on(run, "dstrike")

    def _read_styles_of_run(self, run: _Element) -> tuple[str, str]:
        """The character style of a run, and the style of its paragraph."""
        paragraph = next(run.iterancestors(f"{W}p"), None)
        style = "" if paragraph is None else _value(paragraph, "pPr", "pStyle")
        return _value(run, "rPr", "rStyle"), style or self._default_paragraph

    def _read_setting(self, style_id: str, name: str) -> bool:
        styles = self._with_bases(style_id)
        settings = (_setting(style.find(f"{W}rPr"), name) for style in styles)
        return next((setting for setting in settings if setting is not None), False)

    def _read_value(self, style_id: str, name: str, attribute: str) -> str:
        styles = self._with_bases(style_id)
        values = (_property(style.find(f"{W}rPr"), name, attribute) for style in styles)
        return next(filter(None, values), "")

    def _style_name(self, paragraph: _Element) -> str:
        style = self._styles.get(value(paragraph, "w:pPr/w:pStyle/@w:val"))
        return "" if style is None else value(style, "w:name/@w:val")

    def _with_bases(self, style_id: str) -> Iterator[_Element]:
        """Yield a style and those it is based on; circles of styles end."""
        style = self._styles.get(style_id)
        for _ in self._styles:
            if style is None:
                return
            yield style
            style = self._styles.get(value(style, "w:basedOn/@w:val"))


def _property(properties: _Element | None, name: str, attribute: str) -> str:
    element = None if properties is None else properties.find(f"{W}{name}")
    return "" if element is None else element.get(f"{W}{attribute}", "")


def _setting(properties: _Element | None, name: str) -> bool | None:
    """Whether a property is on or off; None if nothing is said of it."""
    setting = None if properties is None else properties.find(f"{W}{name}")
    return None if setting is None else is_on(setting)


def _value(element: _Element, *names: str) -> str:
    """The value of a nested element; quicker than an XPath, for what each run needs."""
    nested = element.find("/".join(f"{W}{name}" for name in names))
    return "" if nested is None else nested.get(f"{W}val", "")
