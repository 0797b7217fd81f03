"""The marks that a browser shows before the items of lists."""

import re
from collections.abc import Callable

from lxml.html import HtmlElement

from corpus.model.roman_numerals import to_roman

_LIST_STYLE = re.compile(r"(?i)list-style(?:-type)?\s*:\s*([a-z-]+)")
_FORMATS: dict[str, Callable[[int], str]] = {
    "a": lambda number: chr(ord("a") + (number - 1) % 26),
    "A": lambda number: chr(ord("A") + (number - 1) % 26),
    "i": lambda number: to_roman(number).lower(),
    "I": to_roman,
}
_NUMBERS = {"1", "decimal", *_FORMATS}
"""The kinds of list marks that count."""


def mark_of_item(item: HtmlElement) -> str:
    """The mark that a browser shows before a list item."""
    parent = item.getparent()
    if parent is None:
        return "•"
    style = _LIST_STYLE.search(parent.get("style", ""))
    kind = style[1].lower() if style else parent.get("type", "")
    if kind == "none" and style:
        return ""
    if parent.tag != "ol" and kind not in _NUMBERS:
        return "•"
    is_reversed = "reversed" in parent.attrib
    length = len(list(parent.iterchildren("li")))
    number = _number(parent.get("start", ""), length if is_reversed else 1)
    for sibling in parent.iterchildren("li"):
        number = _number(sibling.get("value", ""), number)
        if sibling is item:
            break
        number += -1 if is_reversed else 1
    return f"{_FORMATS.get(kind, str)(number)}."


def _number(digits: str, otherwise: int) -> int:
    return int(digits) if re.fullmatch("[0-9]{1,4}", digits) else otherwise


_FORMATS |= {
    "lower-alpha": _FORMATS["a"],
    "lower-latin": _FORMATS["a"],
    "upper-alpha": _FORMATS["A"],
    "upper-latin": _FORMATS["A"],
    "lower-roman": _FORMATS["i"],
    "upper-roman": _FORMATS["I"],
    "decimal-leading-zero": "{:02}".format,
}


def is_same_number(mark: str, typed: str) -> bool:
    """Whether two marks have the same number or letter, such as `1.` and `1)`."""
    return bool(typed) and mark.strip("(). ").casefold() == typed.strip("(). ").casefold()
