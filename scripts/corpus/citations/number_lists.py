"""Whether a list of numbers goes on, as in `4 and 5 apply`, and what leads to them: `#3 and #5`."""

import re

from corpus.citations.pinpoints import DASH

AND = r"(?:and/or|as\s+well\s+as|together\s+with|along\s+with|and|AND|nor|NOR|or|OR|&|plus)"

_JOINING = re.compile(rf"{AND}|not|through|thru|to|THROUGH|TO|{DASH}")
"""What a separator has besides a comma."""

_ITEM = r"(?!I(?![\w(]))(?:[0-9]|[IVX])[\w.()\[\]-]{0,24}(?<!\.)(?:\s?\([12][0-9]{3}\))?"
_VERBS = """
    address(?:es)? agrees? allows? appl(?:y|ies|ied) are binds? can cannot concerns? could did do
    does forbids? governs? had has have held holds? is may means? must permits? prohibits? protects?
    provides? remains? requires? said says? shall should was were will would
"""
VERB = rf"(?:{'|'.join(_VERBS.split())})"
"""A verb that may follow what is cited, and is no noun."""
_PREPOSITIONS = """
    after also as at because before both but by each for from if in not on since that under when
    which who with
"""
_AFTER_A_LIST = (
    r"\s*(?:$|[,;:)\]\u201d\"?!]|\.(?!\w)|['\u2019])"
    rf"|\s+(?:{VERB}|{'|'.join(_PREPOSITIONS.split())})(?!\w)"
    rf"|\s+of\s+(?:the\s+|this\s+)?[A-Z]|\s+[(\[]|\s+{AND}\s+[A-Z\u00a7]"
)
_LIST_GOES_ON = re.compile(
    rf"{_ITEM}(?:(?:\s*[,;]\s*(?:(?P<and>{AND})\s+)?|\s+(?P<last>{AND})\s+){_ITEM}){{0,15}}(?={_AFTER_A_LIST})"
)
"""Numbers that go on with a list: no noun follows them, as in `4 and 5 persons`."""

_ANY_SIGN = r"(?:§+|#|\b[Nn](?:umber|o)s?\b\.?)\s*"
_SIGN_IN_A_LIST = re.compile(rf"{_ANY_SIGN}(?=[0-9IVX])")
"""`#`, `No. ` or `§ ` before a further number."""
_ENDS_WITH_A_SIGN = re.compile(rf"{_ANY_SIGN}$")

_ASIDE = re.compile(r"\([a-z]{2,}\s[^()]{2,60}\)\s*(?=\()")
"""`(if all consent) ` before a further part."""


def after_aside(text: str, start: int) -> int:
    """The end of words in parentheses that stand before a part; `start` if there are none."""
    aside = _ASIDE.match(text, start)
    return aside.end() if aside else start


def after_sign(text: str, start: int, words: str, separator: str, *, is_plural: bool) -> int:
    """The end of the sign before a further number of a list; `start` if it has none.

    In `Canon 3, No. 5` the 5 is of something else, unless the words before the first number end
    with a sign, too. A `§` continues only a list that begins with one.
    """
    sign = _SIGN_IN_A_LIST.match(text, start)
    if sign is None:
        return start
    has_sign = _ENDS_WITH_A_SIGN.search(words) is not None
    may_follow = has_sign or is_plural or separator.strip() != ","
    is_of_a_law = sign[0].startswith("§") and "§" not in words
    goes_on = may_follow and not is_of_a_law and is_in_a_list(text, sign.end())
    return sign.end() if goes_on else start


def is_in_a_list(text: str, start: int) -> bool:
    """Whether the number that begins here is of a list or at its end: no noun follows it."""
    return _LIST_GOES_ON.match(text, start) is not None


def goes_on_as_a_list(text: str, separator: re.Match[str]) -> bool:
    """Whether plain numbers after words in the singular continue a list.

    `Canon 3, 4 and 5 apply` is a list, because it has `and` and no noun after it; `Canon 3 and 4
    persons` and `Canon 3, 12 of them` are not.
    """
    match = _LIST_GOES_ON.match(text, separator.end())
    if match is None:
        return False
    return bool(match["and"] or match["last"] or _JOINING.search(separator[0]))
