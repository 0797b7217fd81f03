"""Lines that look like approval lines, although they fit no pattern in the settings."""

import re

from corpus.model.commission import Commission
from corpus.model.date_format import read_date
from corpus.model.note_marks import without_note_mark
from corpus.model.partial_date import PartialDate
from corpus.model.proposed_forms import days_in

_APPROVAL = re.compile(
    r"\W*(?:\w+\W+){0,3}?(?:approved|adopted|issued|effective|dated|date|decided|rendered)\b",
    re.IGNORECASE,
)
"""How a line begins that gives the date of approval."""

_LONGEST_APPROVAL = 150
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_LAST_NUMBER = re.compile(r"\d\W*$")
_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\W*$")
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_SHORT_MONTH = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b"
_ANY_MONTH = rf"(?:{_MONTH}|{_SHORT_MONTH}\.?)"
_PARTS = (
    rf"(?P<month>{_MONTH})|(?P<short>{_SHORT_MONTH})"
    r"|(?P<year>(?:19|20)[0-9]{2})|(?P<day>[0-9]{1,2})"
)
_WRITTEN_DAY = re.compile(
    rf"\b[0-9]{{1,2}}(?:st|nd|rd|th|d)?(?: day)?(?: of)? {_ANY_MONTH},? (?:19|20)[0-9]{{2}}\b"
    rf"|\b{_ANY_MONTH} (?:the )?[0-9]{{1,2}}(?:st|nd|rd|th)?,? (?:19|20)[0-9]{{2}}\b"
)
"""How lines write a day: `8th day of November, 2024`, `Nov. 8, 2024`."""
_SOLEMN = re.compile(
    rf"\W*(?:\w+\W+){{0,8}}?this,? (?:the )?[\w-]+ day of {_ANY_MONTH},? (?:A\.D\. )?"
    r"(?:19|20)[0-9]{2}\W*",
    re.IGNORECASE,
)
"""How a line that is signed gives its day: `This the 2nd day of February, 2018.`"""
_CODES = {"month": "%B", "short": "%b", "year": "%Y", "day": "%d"}
_DAY_IN_DIGITS = re.compile(r"\b[0-9]{1,2}([./-])[0-9]{1,2}\1(?:[0-9]{4}|[0-9]{2})\b")
_ANY_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")
_DENIAL = re.compile(r"\b(?:not|never)\b", re.IGNORECASE)


def reads_like_approval(words: str, commission: Commission) -> bool:
    """Whether a short line with a number that may be a day has the words of an approval line."""
    if len(words) > _LONGEST_APPROVAL or not any(map(str.isdigit, words)):
        return False
    own_verb = rf"\W*(?:\w+\W+){{0,3}}?{re.escape(commission.words.approved)}\b"
    is_usual = (
        _APPROVAL.match(words)
        or _SOLEMN.fullmatch(words)
        or re.match(own_verb, words, re.IGNORECASE)
    )
    return is_usual is not None or _has_words_of_form(words, commission)


def proposed_day(words: str, commission: Commission) -> PartialDate | None:
    """The only day in a line that reads like an approval line; None if the line does not.

    None also if the line denies the approval, or gives several dates.
    """
    is_doubtful = denies_approval(words) or has_several_dates(words)
    if is_doubtful or not reads_like_approval(words, commission):
        return None
    days = days_in_line(words, commission)
    return days[0] if len(days) == 1 else None


def may_give_day(words: str, commission: Commission) -> bool:
    """Whether a line reads like an approval line and has something like a day."""
    has_day = _WRITTEN_DAY.search(words) or _DAY_IN_DIGITS.search(words)
    is_read = proposed_day(words, commission) is not None
    return is_read or (has_day is not None and reads_like_approval(words, commission))


def denies_approval(words: str) -> bool:
    """Whether a line says that something was not approved."""
    return _DENIAL.search(words) is not None


def has_several_dates(words: str) -> bool:
    """Whether a line has several years, each maybe with its day."""
    return len(_ANY_YEAR.findall(words)) > 1


def _format_of_day(written: str) -> str:
    """`%dth day of %B, %Y` of `8th day of November, 2024`."""
    return re.sub(_PARTS, lambda part: _CODES[part.lastgroup or ""], written)


def days_in_line(words: str, commission: Commission) -> tuple[PartialDate, ...]:
    """Every day in a line, in a format of the settings or with the name of its month."""
    known = (found.day for found in days_in(words, commission))
    written = (read_date(day, _format_of_day(day)) for day in _WRITTEN_DAY.findall(words))
    return tuple(dict.fromkeys((*known, *filter(None, written))))


def reads_as_approval_day(words: str, commission: Commission) -> bool:
    """Whether a line is an approval line with a day, or looks like one that ends with a year."""
    if commission.is_approval_line_with_day(words):
        return True
    is_title = commission.heading_in(words) is not None
    ends_with_year = _YEAR.search(without_note_mark(words)) is not None
    return ends_with_year and not is_title and reads_like_approval(words, commission)


def _has_words_of_form(words: str, commission: Commission) -> bool:
    """Whether a line ends with a number and has most long words of an approval line."""
    has = _long_words(words)
    forms = [_long_words(line.replace("{date}", "")) for line in commission.approval_lines]
    is_like_one = any(2 * len(has & form) > len(form) for form in forms)
    return is_like_one and _LAST_NUMBER.search(words) is not None


def _long_words(words: str) -> set[str]:
    return set(_LONG_WORD.findall(words.casefold()))
