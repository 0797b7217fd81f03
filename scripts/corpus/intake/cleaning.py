"""Signs that only the setting of a page needs: ligatures, soft hyphens, invisible marks."""

import re
import unicodedata

_LIGATURE = re.compile("[\ufb00-\ufb06]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff\x00-\x08\x0e-\x1f\x7f-\x9f]")
_DIGITS, _RAISED = "0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"
_RAISING, _LOWERING = str.maketrans(_DIGITS, _RAISED), str.maketrans(_RAISED, _DIGITS)


def cleaned(words: str) -> str:
    """Words with plain letters for ligatures and without what nobody sees; quotes stay."""
    plain = _LIGATURE.sub(lambda found: unicodedata.normalize("NFKC", found[0]), words)
    return _INVISIBLE.sub("", plain.replace("\uf0b7", "•"))


def raised(number: str) -> str:
    """The mark of a footnote: `¹²`."""
    return number.translate(_RAISING)


def plain_numbers(words: str) -> str:
    """Words with plain numbers for raised ones."""
    return words.translate(_LOWERING)
