"""Propose a pattern for a heading or an approval line that fits none in the settings."""

import re
from collections.abc import Iterator
from itertools import chain, islice, repeat
from typing import NamedTuple

from corpus.model.commission import Commission
from corpus.model.date_format import ORDINAL_FORMATS, read_date
from corpus.model.opinion_id import OpinionId
from corpus.model.partial_date import PartialDate

_WORD = re.compile(r"[^\s,;:()—–]*[^\s,;:().—–]")
_LONGEST_DAY = 5
"""How many words a day has at most: `29th day of July, 2020`."""
_NUMBER = re.compile("[0-9]+(?P<letter>[A-Z](?![A-Za-z]))?")


class WrittenDay(NamedTuple):
    """A day in a line."""

    words: str
    """As the line prints it."""
    day: PartialDate


def days_in(words: str, commission: Commission) -> Iterator[WrittenDay]:
    """The days in a line, in a format of the settings or with an ordinal, in their order."""
    spans = [match.span() for match in _WORD.finditer(words)]
    done = 0
    formats = (commission.date_format, *commission.other_date_formats, *ORDINAL_FORMATS)
    for place, (start, _) in enumerate(spans):
        ends = [end for _, end in spans[place : place + _LONGEST_DAY]]
        for written in (words[start:end] for end in reversed(ends) if start >= done):
            dates = (read_date(written, date_format) for date_format in formats)
            if day := next((date for date in dates if date and date.is_day), None):
                yield WrittenDay(written, day)
                done = start + len(written)
                break


def proposed_approval_form(words: str, commission: Commission) -> str | None:
    """The form that an approval line fits; None if no day can be read in it."""
    form = words
    names = chain(["{date}"], repeat("{other_date}"))
    for written, _ in days_in(words, commission) if "{" not in words else ():
        form = form.replace(written, next(names), 1)
    return form if form != words else None


def proposed_heading_form(words: str, opinion: OpinionId, commission: Commission) -> str | None:
    """The form that the heading of an opinion fits; None if some digits have no meaning."""
    if "{" in words:
        return None
    form = words
    for written, _ in islice(days_in(words, commission), 1):
        form = form.replace(written, "{date}", 1)
    blanks = [_blank(number, opinion) for number in _NUMBER.finditer(form)]
    named = "".join(filter(None, blanks))
    if None in blanks or len({*blanks}) < len(blanks) or "{number}" not in named:
        return None
    in_order = iter(blanks)
    return _NUMBER.sub(lambda _: next(in_order) or "", form)


def _blank(found: re.Match[str], opinion: OpinionId) -> str | None:
    """The blank for digits of a heading; None if they are not clearly the number or the year."""
    letter = found["letter"] or ""
    meanings = {
        "{number}{letter}" if letter else "{number}": f"{opinion.number}{opinion.letter}",
        "{year}": str(opinion.year),
        "{yy}": str(opinion.year % 100),
    }
    digits = found[0].lstrip("0")
    fitting = [blank for blank, meaning in meanings.items() if digits == meaning]
    return fitting[0] if len(fitting) == 1 else None
