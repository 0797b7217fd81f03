"""Plain text as Markdown that GitHub shows as typed."""

import re
from html import escape

_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+!|~-])")
_BEFORE_A_LINK = re.compile(r"@|\\#|(?<=www)(?=\.)|:(?=//|[^\s:]*[^\s:\d][^\s:]*:)", re.IGNORECASE)
"""After these characters GitHub links a person, an issue or a web address, or shows a picture."""
_EMPTY_COMMENT = "<!-- -->"
_DOLLAR = "<span>&#36;</span>"
"""A dollar sign that begins and ends no formula on GitHub."""
_CODE = re.compile(r"(?<!`)`[^`]+`(?!`)")


def escape_markdown(text: str) -> str:
    """The text on one line, without formatting, links, formulas, emoji or mentions of people.

    An invisible character is shown as its code.
    """
    return _escape_part(" ".join(text.split()))


def escape_but_code(text: str) -> str:
    """The text as `escape_markdown` gives it, except that what is in backticks is code."""
    line = " ".join(text.split())
    words = _CODE.split(line)
    codes = _CODE.findall(line)
    pairs = zip(map(_escape_part, words), [*codes, ""], strict=True)
    return "".join(f"{escaped}{code}" for escaped, code in pairs)


def with_codes_of_invisible_characters(text: str) -> str:
    """The text with `<U+202E>` for each invisible character except a plain space."""
    return "".join(sign if sign.isprintable() else f"<U+{ord(sign):04X}>" for sign in text)


def _escape_part(text: str) -> str:
    seen = with_codes_of_invisible_characters(text)
    escaped = _SPECIAL.sub(r"\\\1", escape(seen, quote=False))
    return _BEFORE_A_LINK.sub(rf"\g<0>{_EMPTY_COMMENT}", escaped).replace("$", _DOLLAR)
