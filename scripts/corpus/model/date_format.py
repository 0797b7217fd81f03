"""How a body writes dates: reading and writing them in the format codes of `strftime`.

Besides those codes, `%-d` and `%-m` are a day and a month without a zero, on every system.
"""

import re
import warnings
from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache
from itertools import permutations
from typing import Annotated

from pydantic import AfterValidator

from corpus.findings import FaultKind
from corpus.model.partial_date import PartialDate
from corpus.parsing.field_types import reject
from corpus.parsing.form_types import Form

_DAY_CODE = re.compile("%-?d")
_YEAR_CODE = re.compile("%[Yy]")
_MONTH_CODE = re.compile("%(?:-?m|[Bb])")
_DAY_AND_WEEKDAY = re.compile("%(?:-?d|[Aa])[^%]*")
_ORDINAL_CODE = re.compile("(?<=%d)(?:st|nd|rd|th)(?![a-z])|(?<=%-d)(?:st|nd|rd|th)(?![a-z])")
"""The ending after a day in a format, which stands for every ending: `%dth day of %B, %Y`."""
_ORDINAL = re.compile("(?<=[0-9])(?:st|nd|rd|th)(?![a-z])", re.IGNORECASE)
_ENDINGS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}
"""The ending of each day of a month that has another than `th`."""
_WITHOUT_ZERO = re.compile("%-([dm])")
_LEADING_ZERO = re.compile(r"(?<![\d./-])0(?=\d(?![\d./-]))")
"""The zero of `November 07`, but not of `2003-11-07`."""
_MONTH_WITHOUT_PERIOD = re.compile(r"\b(May|Ju[nl])[ey]?\b(?!\.)", re.IGNORECASE)
"""Short months that are often printed in full among others: `June`, with `Jan.` and `Sept.`"""
_SEPTEMBER = re.compile(r"\bSept\b", re.IGNORECASE)
_CODE = re.compile("%-?[A-Za-z]")
_KNOWN_CODES = ("%B", "%b", "%m", "%-m", "%d", "%-d", "%Y", "%y", "%A", "%a")
_CODES_TO_TYPE = {"%e": "%-d", "%-e": "%-d", "%h": "%b", "%-B": "%B", "%-b": "%b", "%-Y": "%Y"}
_CODES_TO_TYPE |= {"%D": "%m/%d/%y", "%F": "%Y-%m-%d", "%x": "%m/%d/%Y", "%G": "%Y"}
"""What is typed for codes that other programs know."""
_SAMPLES = (date(2004, 3, 2), date(2010, 9, 8))
ORDINAL_FORMATS = {
    "%dth day of %B, %Y": "%B %d, %Y",
    "%dth day of %B %Y": "%B %d, %Y",
    "%dth of %B, %Y": "%B %d, %Y",
    "%dth of %B %Y": "%B %d, %Y",
    "%B %dth, %Y": "%B %d, %Y",
    "%dth %B %Y": "%d %B %Y",
}
"""How solemn lines write days, each with the format for the same day elsewhere."""
_USUAL_FORMATS = (
    *("%B %d, %Y", "%d %B %Y", "%B %Y", "%b %d, %Y", "%b. %d, %Y", "%d %b %Y", "%d-%b-%y"),
    *("%d-%b-%Y", "%B, %Y", "%b %Y", "%b. %Y", "%Y", *ORDINAL_FORMATS),
)
"""Usual formats, in which no digits can be taken for others."""


def write_date(when: PartialDate, date_format: str) -> str:
    """A date in a format that has its day; what is not known is left out: `April 2011`."""
    day = when.first_day
    numbers = {"d": str(day.day), "m": str(day.month)}
    known = _ORDINAL_CODE.sub(_ENDINGS.get(day.day, "th"), _known_part(when, date_format))
    known = _WITHOUT_ZERO.sub(lambda code: numbers[code[1]], known)
    return _LEADING_ZERO.sub("", day.strftime(known))


@lru_cache(maxsize=1_000)  # several rules read the same approval line
def read_date(words: str, date_format: str) -> PartialDate | None:
    """The date that words name in a format, as exact as the format; None if they name none."""
    try:
        day = _parse(words, date_format)
    except ValueError:
        return None
    has_month = _MONTH_CODE.search(date_format)
    has_day = _DAY_CODE.search(date_format)
    return PartialDate(day.year, day.month if has_month else 0, day.day if has_day else 0)


def date_in_formats(words: str, date_formats: Iterable[str]) -> PartialDate | None:
    """The date that words name in the first of some formats in which they name one."""
    for date_format in date_formats:
        if day := read_date(words, date_format):
            return day
    return None


def usual_format(words: str, when: PartialDate) -> str | None:
    """The usual format in which words name a date; None if they name it in another."""
    return next((form for form in _USUAL_FORMATS if read_date(words, form) == when), None)


def contradiction(date_formats: Iterable[str]) -> tuple[str, str] | None:
    """Two formats in which the same words are different dates; None if there are none."""
    for first, second in permutations(date_formats, 2):
        for sample in _SAMPLES:
            words = sample.strftime(_WITHOUT_ZERO.sub(r"%\1", first))
            if read_date(words, second) not in {None, read_date(words, first)}:
                return first, second
    return None


def _parse(words: str, date_format: str) -> date:
    with_zeros = _WITHOUT_ZERO.sub(r"%\1", date_format)
    if _ORDINAL_CODE.search(with_zeros):
        words = _ORDINAL.sub("th", words)
        with_zeros = _ORDINAL_CODE.sub("th", with_zeros)
    if "%b" in date_format:
        words = _with_three_letter_month(words, "." if "%b." in date_format else "")
    return datetime.strptime(words, with_zeros).date()  # noqa: DTZ007 - a day


def _with_three_letter_month(words: str, period: str) -> str:
    """`Sep. 5` for `Sept. 5`, and `Jun. 5` for `June 5`."""
    return _SEPTEMBER.sub("Sep", _MONTH_WITHOUT_PERIOD.sub(rf"\g<1>{period}", words))


def _known_part(when: PartialDate, date_format: str) -> str:
    """`%B %Y` of `%B %d, %Y` if the day is not known, and `%Y` if the month is not known."""
    if when.is_day:
        return date_format
    if not when.month:
        return "%Y"
    without_day = _DAY_AND_WEEKDAY.sub("", date_format).replace("%y", "%Y")
    return without_day[without_day.index("%") :].rstrip(" ,./-")


def _date_format(value: str) -> str:
    _refuse_unknown_codes(value)
    day = date(2003, 11, 7)
    if _read_again(day, value) != day:
        message = "`{value}` does not give the day, the month and the year"
        hint = "Type `%B %d, %Y` for November 7, 2003, or `%d %B %Y` for 7 November 2003."
        reject(FaultKind.FORM, message, value, hint)
    return value


def _other_format(value: str) -> str:
    _refuse_unknown_codes(value)
    day = date(2003, 11, 7)
    known = {day, day.replace(day=1), day.replace(month=1, day=1)}
    if not _YEAR_CODE.search(value) or _read_again(day, value) not in known:
        message = "`{value}` gives neither a day nor a month nor a year"
        hint = (
            "Type `%d/%m/%Y` for 07/11/2003, `%B %Y` for November 2003, or `%Y` for 2003, each "
            "in quotation marks."
        )
        reject(FaultKind.FORM, message, value, hint)
    return value


def _refuse_unknown_codes(value: str) -> None:
    unknown = [code for code in _CODE.findall(value) if code not in _KNOWN_CODES]
    for code in unknown[:1]:
        known = ", ".join(f"`{each}`" for each in _KNOWN_CODES)
        is_alone = value == code
        instead = "%d" if code == "%D" and not is_alone else _CODES_TO_TYPE.get(code)
        hint = f"Type `{instead}` in its place." if instead else f"These can be read: {known}."
        reject(FaultKind.FORM, "no part of a date is read from `{value}`", code, hint)


def _read_again(day: date, date_format: str) -> date | None:
    """What is read from a day that is written in a format; None if nothing can be."""
    try:
        with warnings.catch_warnings(
            action="ignore", category=DeprecationWarning
        ):  # 3.13 warns: no year
            return _parse(day.strftime(_WITHOUT_ZERO.sub(r"%\1", date_format)), date_format)
    except (ValueError, re.error):
        return None


DateFormat = Annotated[Form, AfterValidator(_date_format)]
"""A date format in the format codes of `strftime`, or `%-d` and `%-m`: `%B %d, %Y`."""

OtherDateFormat = Annotated[Form, AfterValidator(_other_format)]
"""A date format that may leave out the day, or the day and the month: `%B %Y`, `%Y`."""
