"""Types for names, and for forms that are compared with texts character by character."""

import re
from typing import Annotated

from pydantic import AfterValidator

from corpus.findings import FaultKind
from corpus.parsing.field_types import Text, in_words, reject

_OTHER_SPACE = re.compile(r"[^\S ]")
_PAIRS = (("“", "”"), ("«", "»"))
_AT_AN_END = re.compile("^'|'$")


def _readable(value: str) -> str:
    if _OTHER_SPACE.search(value):
        message = "`{value}` has a no-break space, which only a text with the same one would match"
        hint = f"Type an ordinary space in its place: `{_OTHER_SPACE.sub(' ', value)}`."
        reject(FaultKind.FORM, message, value, hint)
    if _has_stray_quote(value):
        message = "`{value}` has one quotation mark without the other"
        reject(FaultKind.FORM, message, value, "Delete it, or type the other one too.")
    return value


def _has_stray_quote(value: str) -> bool:
    """Whether a quotation mark has no partner; an apostrophe within the words is none."""
    is_unpaired = any(value.count(first) != value.count(last) for first, last in _PAIRS)
    return is_unpaired or value.count('"') % 2 == 1 or len(_AT_AN_END.findall(value)) == 1


Form = Annotated[Text, AfterValidator(_readable)]
"""Words that texts print, with places for what changes."""

Name = Annotated[Text, AfterValidator(in_words)]
"""A name for readers, which has a letter or a digit."""
