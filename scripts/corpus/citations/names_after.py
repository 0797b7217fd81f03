"""Names after a citation that show which body it is of: ` of the State Bar`, `, in our Rules`."""

import re

from corpus.citations.capitalized_names import WORD

BEGINS_TO_FOLLOW = re.compile(r",?\s|[(\[]")
"""What every pattern below but that of a speaker begins with; nothing follows a period."""

SMALL = "(?:of|for|the|and|on|in)"
_NAME = rf"(?P<name>{WORD}(?:\s+(?:(?:{SMALL}\s+)*{WORD})){{0,9}})"
_QUALIFIED = (
    r"\s+(?:(?:an?|the|its|our|these|those)\s+)?"
    r"(?:(?:[12][0-9]{3}|amended|current|joint|new|revised)\s+){0,2}"
    r"(?:(?:[a-z]+\s+){0,2}(?:board|commission|committee|council|division|office|panel)\s+"
    r"(?:on\s+(?:[a-z]+\s+){1,3})?of\s+(?:the\s+)?)?"
)
_GIVEN = "(?:given|issued|published|released|rendered|written)"
NAME_AFTER = re.compile(
    r"(?:,\s+an?\s+(?:[a-z]+\s+){0,2}(?:canon|opinion|rule|standard|statute))?"
    rf",?\s+(?:of|{_GIVEN}\s+by){_QUALIFIED}{_NAME}"
)
"""The capitalized words after `of the` or `issued by the`, without what qualifies them."""

GIVER_AFTER = re.compile(
    rf",?\s+(?:adopted|approved|promulgated)\s+by{_QUALIFIED}{_NAME}"
    rf"|,?\s+(?:that|which){_QUALIFIED}(?P<giver>{WORD}(?:\s+{WORD}){{0,5}})"
    rf"\s+(?:has\s+)?(?:{_GIVEN}|adopted|gave|wrote)"
    rf"|,\s+an?\s+(?P<origin>{WORD}(?:\s+{WORD}){{0,3}})"
    r"\s+(?:[a-z]+\s+){0,2}(?:canon|opinion|rule|standard|statute)(?!\w)"
)
"""`, which the State Bar issued`, `, a Florida opinion`."""

SOURCE_AFTER = re.compile(
    rf",?\s+(?:by|from){_QUALIFIED}{_NAME}"
    rf"|,\s+(?P<apposition>{WORD}(?:\s+(?:(?:{SMALL}\s+)*{WORD})){{0,9}})"
    r"(?=\s*(?:[,;.)\]]|$))(?<![0-9IVX])"
)
"""` from the Florida `, `, State Bar,`."""

DOCUMENT_AFTER = re.compile(
    r",?\s+(?:(?:as\s+)?(?:contained|found|printed|published|set\s+(?:forth|out)|stated)\s+)?"
    rf"(?:in|under|within){_QUALIFIED}{_NAME}"
)
"""`, in the Model Rules`."""

PLAIN_WORD = r"[A-Z][\w&/'\u2019-]*"
SPEAKER_AFTER = re.compile(
    rf",?\s+(?:the|our)\s+(?P<name>{PLAIN_WORD}(?:\s+{PLAIN_WORD}){{0,5}})\s+(?:also\s+)?"
    r"(?:adopted|advised|answered|approved|concluded|decided|explained|found|gave|held|holds|opined"
    r"|ruled|said|says|stated|told|took|wrote)(?!\w)"
)
"""` the State Bar held` after `In Opinion 5`."""

LETTERS_AFTER = re.compile(
    r",?\s+(?P<letters>(?:[A-Z]\.\s?){2,}(?!\s?[A-Z][a-z])|[A-Z]{3,}(?![\w.]))"
)
"""`, H.C.C.` or ` HCC` after a number; not the initials of a person."""
PARENTHESIS = re.compile(r"\s*[(\[](?P<name>[^()\[\]]{1,40})[)\]]")
