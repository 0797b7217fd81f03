"""The elements of a web page that a draft leaves out: hidden, struck out, or around the text."""

import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement

WITHOUT_TEXT = {"head", "script", "style", "noscript", "template", "title"}
"""The elements whose words are never part of a text."""
STRUCK = {"s", "strike", "del"}
"""The elements that strike out their words."""
STRUCK_BY_STYLE = re.compile(r"(?i)text-decoration(?:-line)?\s*:[^;]*line-through")
HIDDEN_BY_STYLE = re.compile(
    r"(?i)(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)"
    r"|(?<![-\w])opacity\s*:\s*0*\.?0+\s*(?:;|$)"
    r"|(?<![-\w])(?:text-indent|left|right|top)\s*:\s*-(?:999|\d{4})\d*"
    r"|clip-path\s*:\s*(?:inset\(\s*(?:50|100)%|circle\(\s*0)"
    r"|(?<![-\w])clip\s*:\s*rect\([\s,]*(?:[01](?:px)?[\s,]*){4}\)"
)
_CUT = re.compile(r"(?i)overflow\s*:\s*(?:hidden|clip)")
_WITHOUT_ROOM = re.compile(
    r"(?i)(?<![-\w])(?:max-)?(?:height|width)\s*:\s*(?:0(?:px|pt|em|%)?|1px)\s*(?:;|$)"
)
_NOT_SHOWN = {
    *("video", "audio", "canvas", "datalist", "annotation", "annotation-xml", "rp"),
    *("noframes", "noembed"),
}
"""The elements whose words only another program or an old browser shows."""


def left_out(root: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the elements that are not text, or that a reader does not see, or sees struck out."""
    for element in root.iter(etree.Element):
        is_seen = not (is_struck(element) or is_hidden(element))
        if element.tag in WITHOUT_TEXT or not is_seen or is_around_text(element):
            yield element


def is_around_text(element: HtmlElement) -> bool:
    """Whether an element is the menu or the footer of a page, and not of an article in it."""
    is_inside = next(element.iterancestors("main", "article", "blockquote", "section"), None)
    return element.tag in {"nav", "footer"} and is_inside is None


def is_struck(element: HtmlElement) -> bool:
    """Whether an element strikes out its words."""
    style = element.get("style", "")
    return element.tag in STRUCK or STRUCK_BY_STYLE.search(style) is not None


def is_hidden(element: HtmlElement) -> bool:
    """Whether a browser does not show an element."""
    is_closed = element.tag == "dialog" and "open" not in element.attrib
    is_not_chosen = element.tag == "option" and not _is_shown_option(element)
    if is_closed or is_not_chosen or element.tag in _NOT_SHOWN or "hidden" in element.attrib:
        return True
    return hides(element.get("style", ""))


def hides(style: str) -> bool:
    """Whether declarations take words from a page, cut them off or put them beside it."""
    is_cut = _CUT.search(style) is not None and _WITHOUT_ROOM.search(style) is not None
    return is_cut or HIDDEN_BY_STYLE.search(style) is not None


def _is_shown_option(option: HtmlElement) -> bool:
    """Whether an option is chosen in its list, or is the first where none is."""
    choice = next(option.iterancestors("select"), None)
    if choice is None or "multiple" in choice.attrib or "size" in choice.attrib:
        return True
    options = list(choice.iter("option"))
    return option in ([each for each in options if "selected" in each.attrib] or options)[:1]


def is_hidden_text(element: HtmlElement) -> bool:
    """Whether an element of a kind that can have text is hidden."""
    return element.tag not in WITHOUT_TEXT and is_hidden(element)
