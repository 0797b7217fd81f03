"""The form of approval lines and dates, worked out from the line of one opinion."""

import re
from calendar import month_name
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.model.date_format import ORDINAL_FORMATS, read_date
from corpus.model.partial_date import PartialDate
from corpus.starter.unreadable import UnreadableError

_DAY_FORMS = (
    "%B %d, %Y",
    "%b. %d, %Y",
    "%d %B %Y",
    "%d. %B %Y",
    "%Y-%m-%d",
    "%B %d %Y",
    "%d-%b-%y",
    "%d-%b-%Y",
    "%m/%d/%Y",
    "%d/%m/%Y",
    "%m.%d.%Y",
    "%d.%m.%Y",
    "%m-%d-%Y",
    "%d-%m-%Y",
    "%m/%d/%y",
    "%d/%m/%y",
    *ORDINAL_FORMATS,
)
"""How bodies write days."""
_PARTIAL_FORMS = {
    "%B %Y": "%B %d, %Y",
    "%B, %Y": "%B %d, %Y",
    "%b. %Y": "%b. %d, %Y",
    "%b., %Y": "%b. %d, %Y",
    "%Y": "%B %d, %Y",
}
"""How they write a month or a year alone, each with the form that a day then has."""
_MONTH = re.compile(rf"\b(?:{'|'.join(filter(None, month_name))})\b")


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line that gives a day."""

    form: str
    """`Approved {date}`."""
    date_format: str
    """`%B %d, %Y`."""
    day: PartialDate
    """The day, or its month or year if the line has no more."""
    other_format: str = ""
    """`%B %Y` if the line has only the month, or `%dth day of %B, %Y` if it has an ordinal."""

    @property
    def written_format(self) -> str:
        """The format of the day in the line."""
        return self.other_format if self.day.is_day and self.other_format else self.date_format

    @property
    def has_number(self) -> bool:
        """Whether the line is the heading, with the number and the day in one."""
        return "{number" in self.form


def read_line(typed: str) -> PrintedLine:
    """Read a line that gives a day, such as `Approved November 7, 2003`."""
    lines = [*_lines_with_a_day(typed), *_lines_with_a_month_or_year(typed)]
    if not lines:
        raise UnreadableError(
            f"`{typed}` has no day that can be read. Type the line as it is printed, with its day "
            "as November 7, 2003, or Nov. 7, 2003, 7 November 2003, 7th day of November, 2003, "
            "11/27/2003, 27.11.2003, 27-Nov-03 or 2003-11-07, or with the month or year alone as "
            "November 2003 or 2003"
        )
    line = lines[0]
    if any(other.form == line.form and other.day != line.day for other in lines):
        raise UnreadableError(
            f"In `{typed}`, it is not clear which number is the day. Use a line from another "
            "opinion, with a day after the 12th, such as `11/27/2003` or `27/11/2003`"
        )
    return line


def has_day(typed: str) -> bool:
    """Whether words have a day."""
    return any(_lines_with_a_day(typed))


def _lines_with_a_day(typed: str) -> Iterator[PrintedLine]:
    """The ways to read a line, the one with the longest day first."""
    for start, end in _stretches(typed):
        for form in _DAY_FORMS:
            if day := read_date(typed[start:end], form):
                is_as_typed = day.first_day.strftime(form) == typed[start:end]
                written = form if is_as_typed else _without_zeros(form)
                line = f"{typed[:start]}{{date}}{typed[end:]}"
                if usual := ORDINAL_FORMATS.get(form):
                    yield PrintedLine(line, usual, day, form)
                else:
                    yield PrintedLine(line, written, day)


def _without_zeros(form: str) -> str:
    """The form of a day in digits alone, without zeros before them; any other form as it is."""
    in_digits = "%B" not in form and "%b" not in form
    return form.replace("%d", "%-d").replace("%m", "%-m") if in_digits else form


def _lines_with_a_month_or_year(typed: str) -> Iterator[PrintedLine]:
    """The ways to read a line that has no digits or name of a month besides."""
    for start, end in _stretches(typed):
        rest = f"{typed[:start]} {typed[end:]}"
        if re.search("[0-9]", rest) or _MONTH.search(rest):
            continue
        for form, with_day in _PARTIAL_FORMS.items():
            if known := read_date(typed[start:end], form):
                line = f"{typed[:start]}{{date}}{typed[end:]}"
                yield PrintedLine(line, with_day, known, form)


def _stretches(typed: str) -> list[tuple[int, int]]:
    """Every stretch of whole words, the longest first, without the marks at its ends."""
    words = [match.span() for match in re.finditer(r"[^\s,;:()—–]*[^\s,;:().—–]", typed)]
    pairs = [(start, end) for start, _ in words for _, end in words if start < end]
    return sorted(pairs, key=lambda pair: pair[0] - pair[1])
