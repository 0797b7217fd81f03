"""How single values are written: each type reads the text of a scalar, or says why it cannot.

A misfit carries a kind, by which a rule claims it, and a sentence with the value in it.
"""

import re
from collections.abc import Callable
from datetime import date
from typing import Annotated, NoReturn, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
)
from pydantic_core import PydanticCustomError

T = TypeVar("T")


class Strict(BaseModel):
    """A frozen value whose fields are all known."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


def misfit(kind: str, message: str, value: str) -> NoReturn:
    """Refuse `value`; `{value}` in the message is where it is named."""
    raise PydanticCustomError(kind, message, {"value": value})


def _written(convert: Callable[[str], T]) -> BeforeValidator:
    """A conversion of text; anything else is left for the schema to refuse."""
    return BeforeValidator(lambda value: convert(value) if isinstance(value, str) else value)


def _matching(pattern: str, kind: str, message: str) -> BeforeValidator:
    shape = re.compile(pattern)

    def match(value: str) -> str:
        return value if shape.fullmatch(value) else misfit(kind, message, value)

    return _written(match)


def _not_empty(value: tuple[T, ...]) -> tuple[T, ...]:
    if not value:
        raise PydanticCustomError("too_short", "a list without entries")
    return value


def _day(value: str) -> date:
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        misfit("day", "`{value}` is not a date written YYYY-MM-DD", value)
    try:
        return date.fromisoformat(value)
    except ValueError:
        misfit("day", "`{value}` is not a day of the calendar", value)


def _whole(value: str) -> int:
    if not re.fullmatch(r"[0-9]{1,6}", value) or not int(value):
        misfit("whole", "`{value}` is not a whole number from 1", value)
    return int(value)


def _year(value: str) -> int:
    if not re.fullmatch(r"(19|20)[0-9]{2}", value):
        misfit("year", "`{value}` is not a year of four digits", value)
    return int(value)


Some = Annotated[
    tuple[T, ...], AfterValidator(_not_empty), Field(json_schema_extra={"minItems": 1})
]
"""A list with at least one entry."""

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""Words for readers, never empty."""

Day = Annotated[date, _written(_day)]
"""A day of the calendar, written YYYY-MM-DD."""

Whole = Annotated[int, _written(_whole)]
"""A whole number from 1; `05` is 5."""

Year = Annotated[int, _written(_year)]
"""A year of four digits."""

Slug = Annotated[
    str,
    _matching(
        r"[a-z0-9]+(-[a-z0-9]+)*",
        "slug",
        "`{value}` is not a short name of small letters, digits and hyphens",
    ),
]
"""A short name that stands in URLs: `contact-after-mediation`."""

Url = Annotated[
    str,
    _matching(r"https?://[^\s<>\"']+", "url", "`{value}` is not a web address"),
]
"""A web address with its scheme."""

Sha256 = Annotated[
    str,
    _matching(r"[0-9a-f]{64}", "sha256", "`{value}` is not a SHA-256 of 64 hexadecimal digits"),
]
"""The SHA-256 of a file's bytes, in hexadecimal."""

RelativePath = Annotated[
    str,
    _matching(
        r"(?!.*(^|/)\.\.?(/|$))[\w][\w./ -]*",
        "path",
        "`{value}` is not the path of a file below the root",
    ),
]
"""A file's path below the root of the corpus."""
