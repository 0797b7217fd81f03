"""A date known to the day, the month or only the year, and how a record gives it."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Self

from pydantic import GetPydanticSchema
from pydantic_core import PydanticCustomError, core_schema

from corpus.findings import FaultKind
from corpus.parsing.field_types import NOT_A_DATE, read_day, reject


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date as exact as it is known; dates sort by the first day that they may mean."""

    year: int
    month: int = 0
    """0 if only the year is known."""
    day: int = 0
    """0 if only the month or the year is known."""

    @classmethod
    def of_day(cls, day: date) -> Self:
        """A date that is known to the day."""
        return cls(day.year, day.month, day.day)

    @classmethod
    def from_iso(cls, written: str) -> Self:
        """Read `2011`, `2011-04` or `2011-04-03`; raises `ValueError` for anything else."""
        if re.fullmatch("[0-9]{4}", written):
            return cls(int(written))
        if re.fullmatch("[0-9]{4}-[0-9]{2}", written):
            first_day = date.fromisoformat(f"{written}-01")
            return cls(first_day.year, first_day.month)
        return cls.of_day(date.fromisoformat(written))

    def __str__(self) -> str:
        """The date in ISO 8601: `2011-04-03`, `2011-04`, `2011`."""
        year, *rest = self.known_parts
        return "-".join([f"{year:04}", *(f"{part:02}" for part in rest)])

    @property
    def known_parts(self) -> tuple[int, ...]:
        """The year, and the month and the day as far as they are known."""
        return tuple(filter(None, (self.year, self.month, self.day)))

    @property
    def is_day(self) -> bool:
        """Whether the day is known."""
        return bool(self.day)

    @property
    def first_day(self) -> date:
        """The day, or the first of its month or year."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def middle_day(self) -> date:
        """The day, or one in the middle of its month or year."""
        return date(self.year, self.month or 7, self.day or (15 if self.month else 1))

    @property
    def last_day(self) -> date:
        """The day, or the last of its month or year."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])


_MONTH = re.compile("((?:19|20)[0-9]{2})-([0-9]{2})")
_YEAR = re.compile("(?:19|20)[0-9]{2}")
_DAY_UNKNOWN = re.compile(r"((?:19|20)[0-9]{2})-(0[1-9]|1[0-2])-(?:00|[xX?]{1,2})")
_MONTH_UNKNOWN = re.compile(r"((?:19|20)[0-9]{2})-(?:00|[xX?]{1,2})(?:-(?:00|[xX?]{1,2}))?")
_MONTH_FIRST = re.compile(r"(0?[1-9]|1[0-2])[-/.]((?:19|20)[0-9]{2})")
_MONTH_OF_ONE_DIGIT = re.compile(r"((?:19|20)[0-9]{2})[-/.]([1-9]|1[0-2])")
_MONTH_NAMED = re.compile(r"([A-Za-z]{3,9})\.?,? ((?:19|20)[0-9]{2})")
_MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.casefold(): number for number, name in enumerate(calendar.month_abbr) if name}


def _partial_date(value: str) -> PartialDate:
    if _YEAR.fullmatch(value):
        return PartialDate(int(value))
    if match := _MONTH.fullmatch(value):
        if 1 <= int(match[2]) <= 12:  # noqa: PLR2004 - months
            return PartialDate(int(match[1]), int(match[2]))
        hint = _to_type(value) or "Type the month as two digits from 01 to 12, such as `2011-04`."
        reject(FaultKind.DAY, "`{value}` is not a month in the calendar", value, hint)
    try:
        return PartialDate.of_day(read_day(value))
    except PydanticCustomError:
        if hint := _to_type(value):
            reject(FaultKind.DAY, NOT_A_DATE, value, hint)
        raise


def month_or_year(value: str) -> PartialDate | None:
    """A month or a year as people write it: `2011-07`, `7/2011`, `July 2011`; or None."""
    if match := _YEAR.fullmatch(value) or _MONTH_UNKNOWN.fullmatch(value):
        return PartialDate(int(match[0][:4]))
    year, month = _year_and_month(value)
    return PartialDate(year, month) if 1 <= month <= 12 else None  # noqa: PLR2004 - months


def _year_and_month(value: str) -> tuple[int, int]:
    """The year and the month; zeros if the value is not a month."""
    for pattern in (_MONTH, _DAY_UNKNOWN, _MONTH_OF_ONE_DIGIT):
        if match := pattern.fullmatch(value):
            return int(match[1]), int(match[2])
    if match := _MONTH_FIRST.fullmatch(value):
        return int(match[2]), int(match[1])
    if match := _MONTH_NAMED.fullmatch(value):
        return int(match[2]), _MONTHS.get(match[1].casefold(), 0)
    return 0, 0


def _to_type(value: str) -> str:
    """What to type for a month or a year as people write it; empty for anything else."""
    known = month_or_year(value)
    if known is None:
        return ""
    if _DAY_UNKNOWN.fullmatch(value):
        return f"If the day is not known, type only `{known}`."
    if not known.month:
        return f"If the month is not known, type only `{known}`."
    return f"Type `{known}`, if {calendar.month_name[known.month]} {known.year} is meant."


DateAsKnown = Annotated[
    PartialDate,
    GetPydanticSchema(
        lambda _source, _handler: core_schema.no_info_after_validator_function(
            _partial_date, core_schema.str_schema()
        ),
        lambda _schema, _handler: {
            "anyOf": [
                {"type": "string", "format": "date"},
                {"type": "string", "pattern": "^(19|20)[0-9]{2}(-(0[1-9]|1[0-2]))?$"},
                {"type": "integer", "minimum": 1900, "maximum": 2099},
            ]
        },
    ),
]
"""A day in the form YYYY-MM-DD, or only its month, `2011-04`, or its year, `2011`."""
