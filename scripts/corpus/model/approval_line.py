"""The patterns of approval lines, and the dates in a line that fits one."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import Annotated, NamedTuple

from pydantic import AfterValidator

from corpus.findings import FaultKind
from corpus.model.date_format import date_in_formats
from corpus.parsing.field_types import reject
from corpus.parsing.form_types import Form

_PLACE = re.compile(r"{(date|other_date)}")
_EVENT = re.compile(r"\W*(?:and\b\W*)?(?P<words>.*?)[\s,;:(]*", re.DOTALL)


class WrittenDates(NamedTuple):
    """The dates of an approval line as it prints them."""

    form: int
    """The place of its form in the settings."""
    date: str
    """The date of approval."""
    others: tuple[str, ...]
    """The other dates, such as dates of revisions."""
    event: str
    """What the line says of the date of approval: `Adopted`, or nothing."""
    other_events: tuple[str, ...]
    """What it says of each other date: `Revised`, or nothing."""

    def can_be_read(self, date_formats: Sequence[str]) -> bool:
        """Whether all of them are dates in one of the formats."""
        return all(date_in_formats(date, date_formats) for date in (self.date, *self.others))


def any_line(forms: Iterable[str]) -> re.Pattern[str]:
    """A pattern for a line in any of the forms."""
    places = (_PLACE.sub("{}", form).split("{}") for form in forms)
    return re.compile("|".join(".+?".join(map(re.escape, words)) for words in places))


@lru_cache(maxsize=1_000)  # several rules read the same line
def dates_in_line(
    words: str, forms: tuple[str, ...], date_formats: tuple[str, ...]
) -> WrittenDates | None:
    """The dates in an approval line, as written; None if the words do not form one.

    Of several forms that it fits, the first counts in which all dates can be read.
    """
    fitting = list(_written_dates(forms, words))
    for dates in fitting:
        if dates.can_be_read(date_formats):
            return dates
    # Any line fits a form that is nothing but the date.
    return next((dates for dates in fitting if dates.date != words), None)


def _written_dates(forms: Sequence[str], words: str) -> Iterator[WrittenDates]:
    """The dates in a line, for each form that the line fits, in the order of the forms."""
    for place, form in enumerate(forms):
        pattern, event, others, other_events = _reader(form)
        if match := pattern.fullmatch(words):
            other_dates = tuple(match.groups()[index] for index in others)
            yield WrittenDates(place, match["date"], other_dates, event, other_events)


class _Reader(NamedTuple):
    """How a form is read; everything that is the same for each line."""

    pattern: re.Pattern[str]
    event: str
    others: tuple[int, ...]
    """Which groups of the pattern are other dates."""
    other_events: tuple[str, ...]


@cache
def _reader(form: str) -> _Reader:
    pieces = _PLACE.split(form)
    events = _events(form)
    names = pieces[1::2]
    pieces[::2] = map(re.escape, pieces[::2])
    pieces[1::2] = ("(?P<date>.+?)" if name == "date" else "(.+?)" for name in names)
    others = tuple(index for index, name in enumerate(names) if name == "other_date")
    return _Reader(
        re.compile("".join(pieces)),
        events[names.index("date")],
        others,
        tuple(events[index] for index in others),
    )


def _events(form: str) -> list[str]:
    """The words of a form before each of its dates, without the marks around them."""
    words_before = re.split("{[a-z_]+}", form)[:-1]
    return [match["words"] for words in words_before if (match := _EVENT.fullmatch(words))]


def _approval_form(value: str) -> str:
    if _PLACE.findall(value).count("date") != 1 or re.search("[{}]", _PLACE.sub("", value)):
        message = "`{value}` must contain {date} exactly once"
        hint = "Only this can stand in braces: {date}, {other_date}."
        reject(FaultKind.FORM, message, value, hint)
    if "{other_date}" in value and not any(map(str.isalpha, _PLACE.sub("", value))):
        message = "`{value}` has no words, so that any line would be taken for it"
        hint = "Type the words that stand before each date: `Adopted {date}; Revised {other_date}`."
        reject(FaultKind.FORM, message, value, hint)
    if re.search("}{", value):
        message = "`{value}` has no sign between two dates"
        reject(FaultKind.FORM, message, value, "Type what the documents print between them.")
    return value


ApprovalForm = Annotated[Form, AfterValidator(_approval_form)]
"""How an approval line is written: `Adopted {date}`, `Adopted {date}; Revised {other_date}`."""
