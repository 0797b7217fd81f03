"""Lines that read as approval lines, though no form of the settings fits them."""

import re

from corpus.model.commission import Commission
from corpus.model.partial_date import PartialDate

_APPROVAL = re.compile(
    r"\W*(?:\w+\W+){0,3}?(?:approved|adopted|issued|effective|dated|date|decided|rendered)\b",
    re.IGNORECASE,
)
"""How a line begins that gives the day of approval."""

_LONGEST_APPROVAL = 150
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_LAST_NUMBER = re.compile(r"\d\W*$")
_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\W*$")


def reads_like_approval(words: str, commission: Commission) -> bool:
    """Whether a short line with a number that may be a day has the words of an approval line."""
    if len(words) > _LONGEST_APPROVAL or not any(map(str.isdigit, words)):
        return False
    own_verb = rf"\W*(?:\w+\W+){{0,3}}?{re.escape(commission.words.approved)}\b"
    is_usual = _APPROVAL.match(words) or re.match(own_verb, words, re.IGNORECASE)
    return is_usual is not None or _has_words_of_form(words, commission)


def proposed_day(words: str, commission: Commission) -> PartialDate | None:
    """The only day in a line that reads like an approval line; None if it is no such line."""
    return commission.only_day_in(words) if reads_like_approval(words, commission) else None


def gives_approval_day(words: str, commission: Commission) -> bool:
    """Whether a line is an approval line with a day, or reads as one that ends with a year."""
    if commission.gives_approval_day(words):
        return True
    is_title = commission.heading_in(words) is not None
    ends_with_year = _YEAR.search(words) is not None
    return ends_with_year and not is_title and reads_like_approval(words, commission)


def _has_words_of_form(words: str, commission: Commission) -> bool:
    """Whether a line ends with a number and has most long words of an approval line."""
    has = _long_words(words)
    forms = [_long_words(line.replace("{date}", "")) for line in commission.approval_lines]
    is_like_one = any(2 * len(has & form) > len(form) for form in forms)
    return is_like_one and _LAST_NUMBER.search(words) is not None


def _long_words(words: str) -> set[str]:
    return set(_LONG_WORD.findall(words.casefold()))
