"""Whether a number counts the noun after it, or is cited: `Opinion 30 days`, `Opinion 5 page 2`."""

import re

from corpus.citations.ordinary_words import (
    COUNTED,
    MEASURE,
    PERSON,
    PLACE_IN_A_TEXT,
    counts_something,
)
from corpus.citations.pinpoints import DASH

_LONGEST_LEAD = 16

_COUNTED_NOUN = re.compile(rf"\s+{COUNTED}\b")
_TO_A_NUMBER = rf"(?:\s?{DASH}\s?[0-9]{{1,4}})?"
_OF_A_MEASURE = re.compile(rf"{_TO_A_NUMBER}\s+{MEASURE}\b")
_OF_PERSONS = re.compile(rf"{_TO_A_NUMBER}\s+{PERSON}\b")
_NUMBER_IN_WORDS = "one|two|three|four|five|six|seven|eight|nine|ten"
_BEFORE_A_PLACE = re.compile(
    rf"{_TO_A_NUMBER}\s+(?:at\s+)?{PLACE_IN_A_TEXT}\s+(?:[Nn]os?\.?\s+|#|\()?"
    rf"(?:[0-9]{{1,3}}|[IVX]{{1,5}}|[A-Za-z](?=\))|[A-Z]|{_NUMBER_IN_WORDS})(?!\w)"
)
"""` paragraphs 4 and 5`, ` answer two`: a place in what the number before it cites."""

_AND_MORE = rf"(?:,\s*(?:and|&)?|and|&|to|through|{DASH})"
AT_A_PLACE = (
    rf"(?:,?\s*(?:(?:¶¶+|[Pp]aras\.?|(?:[Pp]aragraph|[Aa]nswer|[Hh]olding|[Pp]age|[Qq]uestion)s|pp\.)"
    rf"\s*[0-9]+(?:\s*{_AND_MORE}\s*¶*\s*[0-9]+)*"
    r"|(?:¶|[Pp]ara(?:graph)?\.?|at|[Aa]nswer|[Hh]olding|[Pp]age|[Qq]uestion|p\.)"
    rf"\s*[0-9]+(?:\s*(?:,|{DASH})\s*[0-9]+)*))?"
)
"""What may stand between the number of an opinion and its year: `, ¶ 4`, ` answers 1 and 2`."""

_LEADS_TO_A_LAW = re.compile(
    r"\b(?:[Uu]nder|[Pp]ursuant\s+to|[Vv]iolat(?:e|ed|es|ing)|[Vv]iolations?\s+of)\s+$"
)
_LEADS_TO_ANY = re.compile(
    r"\b(?:an?|another|any|each|every|her|his|its|my|no|one|our|some|their|whose|your)\s+$",
    re.IGNORECASE,
)
"""`an ` before `Opinion 30 pages long`: no certain one, so the number is not its number."""
_LEADS_TO_ONE = re.compile(
    r"(?:\b(?:said|same|such|that|the|these|this|those|which)|['\u2019]s?)\s+$", re.IGNORECASE
)
"""`the ` before `Opinion 5 brokers`: those who asked for it, or whom it binds."""
_STARTS_A_SENTENCE = re.compile(r"(?:^|[.!?:;\n])[^\w.!?:;\n]*$")
_ORDINARY_NAME = re.compile(r"[A-Z][a-z]+\s*")
"""`Opinion ` or `Canon `, which has its capital from the start of a sentence; not `AO `."""
_HAS_A_SIGN = re.compile(r"(?:\b(?i:n(?:umbers?|os?))\b\.?|#)\s*$")
"""`No. ` of `Opinion No. 5`."""
_AFTER_AN_AND = re.compile(r"(?<!\w)(?:and|or|&)\s+$")


def is_led_to(text: str, start: int) -> bool:
    """Whether the word before leads to a law: `Under Canon 3 brokers may not`."""
    return _LEADS_TO_A_LAW.search(text, max(start - _LONGEST_LEAD, 0), start) is not None


def is_before_counted_noun(text: str, end: int) -> bool:
    """Whether a noun that is counted follows a number: `Canon 3 attorneys`."""
    return _COUNTED_NOUN.match(text, end) is not None


def is_a_count(text: str, name_start: int | None, start: int, end: int) -> bool:
    """Whether a number seems to count what follows, after a name or in a list without one."""
    if not counts_something(text, end):
        return False
    if _BEFORE_A_PLACE.match(text, end):
        return False
    if name_start is None:
        return not _is_last_of_list(text, start, end)
    return not _is_cited(text, name_start, start, end)


def may_be_cited(text: str, name_start: int, end: int) -> bool:
    """Whether a number that seems to count nouns may still be cited: `Opinion 5 letters`."""
    is_noun = is_before_counted_noun(text, end) or _OF_PERSONS.match(text, end) is not None
    if not is_noun or _OF_A_MEASURE.match(text, end):
        return False
    return not _is_before(_LEADS_TO_ANY, text, name_start)


def may_bind(text: str, name_start: int, end: int) -> bool:
    """Whether persons follow a name with a capital and its number: `Canon 3 brokers`."""
    is_of_persons = text[name_start].isupper() and _OF_PERSONS.match(text, end) is not None
    return is_of_persons and not _is_before(_LEADS_TO_ANY, text, name_start)


def _is_cited(text: str, name_start: int, start: int, end: int) -> bool:
    """Whether the number after a name is its number, whatever may be counted after it."""
    name = text[name_start:start]
    if is_before_counted_noun(text, end) and (
        _HAS_A_SIGN.search(name) or is_led_to(text, name_start)
    ):
        return True
    if not may_bind(text, name_start, end) or _is_before(_LEADS_TO_ONE, text, name_start):
        return False
    return not (_ORDINARY_NAME.fullmatch(name) and _is_before(_STARTS_A_SENTENCE, text, name_start))


def _is_last_of_list(text: str, start: int, end: int) -> bool:
    """Whether persons follow the last number of a list: `Opinions 5 and 30 brokers`."""
    return _OF_PERSONS.match(text, end) is not None and _is_before(_AFTER_AN_AND, text, start)


def _is_before(pattern: re.Pattern[str], text: str, start: int) -> bool:
    return pattern.search(text, max(start - _LONGEST_LEAD, 0), start) is not None
