"""Characters that belong to the typesetting and not to the text, and raised digits."""

import re
import unicodedata

_LIGATURE = re.compile("[\ufb00-\ufb06]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff\x00-\x08\x0e-\x1f\x7f-\x9f]")
_SYMBOL_FONT_BULLET = "\uf0b7"
_DIGITS, _RAISED_DIGITS = "0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"
_RAISE = str.maketrans(_DIGITS, _RAISED_DIGITS)
_LOWER = str.maketrans(_RAISED_DIGITS, _DIGITS)


def clean_text(text: str) -> str:
    """Return text with letters for ligatures and no invisible characters; quotes stay."""
    letters = _LIGATURE.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    return _INVISIBLE.sub("", letters.replace(_SYMBOL_FONT_BULLET, "•"))


def raise_digits(number: str) -> str:
    """Return a footnote number as its mark: `¹²`."""
    return number.translate(_RAISE)


def lower_digits(text: str) -> str:
    """Return text with plain digits for raised ones."""
    return text.translate(_LOWER)
