"""What an editor must look at in a web page, such as pictures, tables and words left out."""

import re
from collections.abc import Iterable, Iterator

from lxml import etree
from lxml.html import HtmlElement

from corpus.intake.document import NO_LETTER, TextBlock, clean_text
from corpus.intake.hidden_signs import words_with_zero_width
from corpus.intake.quoted_words import first_words
from corpus.intake.remarks import Remark, RemarkKind
from corpus.intake.web_page_left_out import (
    HIDDEN_BY_STYLE,
    STRUCK_BY_STYLE,
    WITHOUT_TEXT,
    hides,
    is_around_text,
    is_hidden,
    is_hidden_text,
    is_struck,
)

_RAISED = {"sup", "sub", "rt"}
_ORDINALS = {"st", "nd", "rd", "th"}
_WHITE = r"(?:white|transparent|#fff(?:fff)?|rgb\(\s*255\s*,\s*255\s*,\s*255\s*\))"
_FAINT = re.compile(
    rf"(?i)(?<![-\w])color\s*:\s*{_WHITE}\s*(?:;|$)|font-size\s*:\s*[01](?:px|pt)?\s*(?:;|$)"
)
_BACKGROUND = re.compile(r"(?i)background(?:-image)?\s*:[^;]*url\(")
_CAPITALS = re.compile(r"(?i)text-transform\s*:\s*uppercase")
_SHOWN_ELSEWHERE = re.compile(
    r"(?i)unicode-bidi\s*:[^;}]*override|(?:row|column)-reverse|writing-mode\s*:"
    r"|position\s*:\s*(?:absolute|fixed)|(?<![-\w])order\s*:\s*-?[1-9]"
    r"|(?<![-\w])transform\s*:[^;}]*(?:rotate|scale|matrix|translate)"
)
_ADDED_BY_STYLE = re.compile(
    r"content\s*:\s*[\"'][^\"']*\w[^\"']*[\"']|content\s*:[^;}]*\bcounters?\([^;}]*"
)
_LETTERED = re.compile(r"(?i)list-style(?:-type)?\s*:[^;}]*(?:alpha|latin|roman|greek|zero)")
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_SELECTOR = re.compile(r"([\w-]*)((?:[.#][\w-]+)*)")
_CHANGING_RULES = (
    _ADDED_BY_STYLE,
    _CAPITALS,
    HIDDEN_BY_STYLE,
    _LETTERED,
    _SHOWN_ELSEWHERE,
    STRUCK_BY_STYLE,
)
"""What the rules of a style sheet say if readers see other words because of them."""
_WRITES = re.compile(
    r"(?:text|textContent|innerText|innerHTML|outerHTML|nodeValue)\s*\+?=(?!=)"
    r"|document\.write|insertAdjacent|createTextNode|\.(?:text|html|append)\("
)
"""What the code of a script has if it writes words into the page."""
_EMBEDDED = {"iframe", "frame", "embed", "object"}
_WITHOUT_WORDS = {"hidden", "submit", "button", "reset", "checkbox", "radio", "image", "file"}
"""The kinds of form fields that hold no typed words."""
_BLANKS = re.compile(r"[ \t\r\n\f]+")


def inline_text(text: str | None) -> str:
    """Text as a browser shows it: a stretch of white space is one space."""
    return clean_text(_BLANKS.sub(" ", text or ""))


def remarks_of_elements(root: HtmlElement) -> Iterator[tuple[HtmlElement, Remark]]:
    """Yield each visible thing that an editor must look at, with its element."""
    selectors = list(_hiding_selectors(root))
    for element in _not_in_hidden(root):
        if words := words_with_zero_width(_own_text(element)):
            yield element, Remark(RemarkKind.HIDDEN_SIGN, None, words)
        yield from ((element, remark) for remark in _remarks_on(element))
        words = inline_text(element.text_content()).strip()
        is_matched = any(_matches(element, selector) for selector in selectors)
        if words and is_matched and not is_hidden(element):
            yield element, Remark(RemarkKind.UNKNOWN, None, words)


def _own_text(element: HtmlElement) -> str:
    """The text of an element without the text of the elements in it."""
    if element.tag in WITHOUT_TEXT or is_hidden(element):
        return ""
    return "".join((element.text or "", *(child.tail or "" for child in element)))


def _not_in_hidden(element: HtmlElement) -> Iterator[HtmlElement]:
    """Yield an element and those in it, but nothing within a hidden one."""
    yield element
    for child in element.iterchildren(etree.Element) if not is_hidden_text(element) else ():
        yield from _not_in_hidden(child)


def _hiding_selectors(root: HtmlElement) -> Iterator[tuple[str, set[str], set[str]]]:
    """Yield the tag, the classes and the ids that a rule hides, whatever they must be in."""
    for sheet in root.iter("style"):
        for selectors, style in _RULE.findall(sheet.text_content()):
            last_parts = (selector.split()[-1:] for selector in selectors.split(","))
            for part in (part for parts in last_parts for part in parts if hides(style)):
                if (match := _SELECTOR.fullmatch(part)) and part:
                    names = set(re.findall(r"[.#][\w-]+", match[2]))
                    classes = {name[1:] for name in names if name[0] == "."}
                    yield match[1].lower(), classes, {name[1:] for name in names} - classes


def _matches(element: HtmlElement, selector: tuple[str, set[str], set[str]]) -> bool:
    tag, classes, ids = selector
    has_all = classes <= set(element.get("class", "").split()) and ids <= {element.get("id", "")}
    return has_all and tag in {"", element.tag}


def _remarks_on(element: HtmlElement) -> Iterator[Remark]:
    words = inline_text(element.text_content()).strip()
    if element.tag == "img" or _BACKGROUND.search(element.get("style", "")):
        yield Remark(RemarkKind.PICTURE, None, element.get("alt", ""))
    elif element.tag == "math":
        yield Remark(RemarkKind.EQUATION)  # its notes may be hidden, so nothing is quoted
    elif element.tag == "blockquote" and _is_of_mail(element) and words:
        yield Remark(RemarkKind.QUOTED_MAIL, None, first_words(words))
    elif element.tag == "table":
        yield Remark(RemarkKind.TABLE)
    elif element.tag in _EMBEDDED:
        yield Remark(RemarkKind.EMBEDDED)
    elif element.tag == "input" and element.get("type", "text").lower() not in _WITHOUT_WORDS:
        yield Remark(RemarkKind.FORM_FIELD, None, element.get("value", ""))
    elif is_around_text(element) and words and not is_hidden(element):
        yield Remark(RemarkKind.HEADER, None, words)
    elif is_struck(element) and words:
        yield Remark(RemarkKind.STRUCK, None, words)
    elif words and (element.tag in {"noscript", "template"} or is_hidden_text(element)):
        yield Remark(RemarkKind.HIDDEN, unquoted=len(words.split()))
    else:
        yield from _remarks_on_look(element, words)


def _is_of_mail(quotation: HtmlElement) -> bool:
    """Whether a mail program made a quotation."""
    return quotation.get("type", "").lower() == "cite" or "quote" in quotation.get("class", "")


def _remarks_on_look(element: HtmlElement, words: str) -> Iterator[Remark]:
    """Yield what an editor must look at because of how a browser shows words."""
    if element.tag in _RAISED and any(map(str.isalpha, words)) and words not in _ORDINALS:
        yield Remark(RemarkKind.RAISED, None, words)
    elif element.tag == "style":
        rules = (match[0] for rule in _CHANGING_RULES for match in rule.finditer(words))
        yield from (Remark(RemarkKind.UNKNOWN, None, rule) for rule in rules)
    elif element.tag == "script" and _WRITES.search(words):
        yield Remark(RemarkKind.UNKNOWN, None, "a script that writes words")
    elif element.tag == "link" and "stylesheet" in element.get("rel", "").lower():
        yield Remark(RemarkKind.UNKNOWN, None, element.get("href", ""))
    elif element.tag == "bdo" and words:
        yield Remark(RemarkKind.SHOWN_ELSEWHERE, None, words)
    elif words:
        style = f"{element.get('style', '')};color:{element.get('color', '')}"
        shown = (
            (_FAINT, RemarkKind.FAINT),
            (_CAPITALS, RemarkKind.CAPITALS),
            (_SHOWN_ELSEWHERE, RemarkKind.SHOWN_ELSEWHERE),
        )
        yield from (Remark(kind, None, words) for sign, kind in shown if sign.search(style))


def sign_remarks(blocks: Iterable[TextBlock]) -> Iterator[Remark]:
    """Yield a remark on each word with a character that has no known letter."""
    for block in blocks:
        words = block.text.split()
        signs = filter(NO_LETTER.search, words)
        yield from (Remark(RemarkKind.UNREADABLE_SIGN, block.place, word) for word in signs)
