"""The forms of approval lines, and the dates that a line has in one of them."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Annotated, NamedTuple

from pydantic import AfterValidator

from corpus.findings import FaultKind
from corpus.parsing.field_types import Text, reject

_PLACE = re.compile(r"{(date|other_date)}")
_EVENT = re.compile(r"\W*(?:and\b\W*)?(?P<words>.*?)[\s,;:(]*", re.DOTALL)


class WrittenDates(NamedTuple):
    """The dates of an approval line as it prints them."""

    form: int
    """The place of its form in the settings."""
    date: str
    """The date of approval."""
    others: tuple[str, ...]
    """The other dates, such as those of revisions."""
    event: str
    """What the line says of the date of approval: `Adopted`, or nothing."""
    other_events: tuple[str, ...]
    """What it says of each other date: `Revised`, or nothing."""


def written_dates(forms: Sequence[str], words: str) -> Iterator[WrittenDates]:
    """The dates in a line, for each form that the line fits, in the order of the forms."""
    for place, form in enumerate(forms):
        if match := _pattern(form).fullmatch(words):
            names, events = _PLACE.findall(form), _events(form)
            of_approval = names.index("date")
            others = [index for index, name in enumerate(names) if name == "other_date"]
            yield WrittenDates(
                place,
                match["date"],
                tuple(match.groups()[index] for index in others),
                events[of_approval],
                tuple(events[index] for index in others),
            )


@cache
def _pattern(form: str) -> re.Pattern[str]:
    pieces = _PLACE.split(form)
    pieces[::2] = map(re.escape, pieces[::2])
    pieces[1::2] = ("(?P<date>.+?)" if name == "date" else "(.+?)" for name in pieces[1::2])
    return re.compile("".join(pieces))


def _events(form: str) -> list[str]:
    """The words of a form before each of its dates, without the marks around them."""
    words_before = re.split("{[a-z_]+}", form)[:-1]
    return [match["words"] for words in words_before if (match := _EVENT.fullmatch(words))]


def _approval_form(value: str) -> str:
    if _PLACE.findall(value).count("date") != 1 or re.search("[{}]", _PLACE.sub("", value)):
        message = "`{value}` must contain {date} exactly once"
        hint = "Only this can stand in braces: {date}, {other_date}."
        reject(FaultKind.TEMPLATE, message, value, hint)
    return value


ApprovalForm = Annotated[Text, AfterValidator(_approval_form)]
"""How an approval line is written: `Adopted {date}`, `Adopted {date}; Revised {other_date}`."""
