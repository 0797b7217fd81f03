"""How single values are written: each type reads the text of a scalar, or says why it cannot."""

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, NoReturn, TypeVar
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
)
from pydantic_core import PydanticCustomError

from corpus.findings import FaultKind, did_you_mean

T = TypeVar("T")


class UnreadFieldError(Exception):
    """A field was asked for that could not be read, as the faults of its document tell."""


class StrictModel(BaseModel):
    """A frozen value with known fields only; an unread field raises `UnreadFieldError`."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> NoReturn:
            """Called for what is not there: the fields of a draft that could not be read."""
            raise (
                UnreadFieldError(name) if name in type(self).model_fields else AttributeError(name)
            )


def reject(kind: FaultKind, message: str, value: str = "") -> NoReturn:
    """Refuse a value; `{value}` in the message is where it is named."""
    raise PydanticCustomError(kind.value, message, {"value": value})


def _written(convert: Callable[[str], T]) -> BeforeValidator:
    """A conversion of text; anything else is left for the schema to refuse."""
    return BeforeValidator(lambda value: convert(value) if isinstance(value, str) else value)


def _matching(pattern: str, kind: FaultKind, message: str) -> BeforeValidator:
    """A text of this shape."""
    shape = re.compile(pattern)
    return _written(lambda value: value if shape.fullmatch(value) else reject(kind, message, value))


def _not_empty(value: tuple[T, ...]) -> tuple[T, ...]:
    return value or reject(FaultKind.EMPTY, "the list is empty")


_SPACE = re.compile(r"[ \t\n]+")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WHOLE = re.compile("[0-9]{1,6}")
_YEAR = re.compile("(19|20)[0-9]{2}")


def _on_one_line(value: str) -> str:
    is_so = "  " not in value and "\n" not in value and "\t" not in value
    return value if is_so else _SPACE.sub(" ", value)


def _day(value: str) -> date:
    if not _DAY.fullmatch(value):
        reject(FaultKind.DAY, "`{value}` is not a date written YYYY-MM-DD", value)
    try:
        return date.fromisoformat(value)
    except ValueError:
        reject(FaultKind.DAY, "`{value}` is not a day of the calendar", value)


def _whole(value: str) -> int:
    if not _WHOLE.fullmatch(value) or not int(value):
        reject(FaultKind.WHOLE, "`{value}` is not a whole number from 1", value[:20])
    return int(value)


def _year(value: str) -> int:
    if not _YEAR.fullmatch(value):
        reject(FaultKind.YEAR, "`{value}` is not a year of four digits", value[:20])
    return int(value)


def _url(value: str) -> str:
    try:
        parts = urlsplit(value)
        whole = parts.scheme in {"http", "https"} and bool(parts.hostname)
        whole = whole and "@" not in parts.netloc  # a name there looks like the host
    except ValueError:
        whole = False
    if not whole or re.search(r"[\s<>\"'\\]", value):
        reject(FaultKind.URL, "`{value}` is not a web address", value)
    return value


def _date_format(value: str) -> str:
    day = date(2003, 11, 7)
    try:
        back = datetime.strptime(day.strftime(value), value).date()  # noqa: DTZ007 - a day
    except (ValueError, re.error):
        back = None
    if back != day:
        reject(FaultKind.FORM, "`{value}` does not write a day, its month and its year", value)
    return value


def one_of(*choices: str) -> BeforeValidator:
    """One of these words."""
    listed = ", ".join(f"`{choice}`" for choice in choices)

    def check(value: str) -> str:
        if value not in choices:
            reject(
                FaultKind.CHOICE,
                f"`{{value}}` is none of {listed}{did_you_mean(value, choices)}",
                value,
            )
        return value

    return _written(check)


def form(*names: str, may_have: tuple[str, ...] = ()) -> BeforeValidator:
    """A form of words in which each of these names stands once in braces, and no other.

    Of the names that it may have, it has one at most.
    """

    def check(value: str) -> str:
        blanks = re.findall(r"{(.*?)}", value)
        others = [blank for blank in blanks if blank not in may_have]
        if sorted(others) != sorted(names) or len(blanks) > len(others) + 1:
            wanted = " and ".join(f"{{{name}}}" for name in names)
            reject(FaultKind.FORM, f"`{{value}}` must have {wanted} in it, once", value)
        return value

    return _written(check)


NonEmpty = Annotated[
    tuple[T, ...], AfterValidator(_not_empty), Field(json_schema_extra={"minItems": 1})
]
"""A list with at least one entry."""

Text = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1),
    _written(_on_one_line),
]
"""Words for readers on one line, never empty; no page and no other program sees where it broke."""

Day = Annotated[date, _written(_day)]
"""A day of the calendar, written YYYY-MM-DD."""

PositiveInt = Annotated[int, _written(_whole), Field(json_schema_extra={"minimum": 1})]
"""A whole number from 1; `05` is 5."""

Year = Annotated[int, _written(_year), Field(json_schema_extra={"minimum": 1900, "maximum": 2099})]
"""A year of four digits."""

SLUG = r"[a-z0-9]+(-[a-z0-9]+)*"
"""What a short name in an address looks like."""

Slug = Annotated[
    str,
    Field(json_schema_extra={"type": ["string", "integer"], "pattern": f"^{SLUG}$"}),
    _matching(
        SLUG,
        FaultKind.SLUG,
        "`{value}` is not a short name of small letters, digits and hyphens",
    ),
]
"""A short name that stands in URLs: `contact-after-mediation`."""

Url = Annotated[str, _written(_url), Field(json_schema_extra={"pattern": "^https?://"})]
"""A web address with its scheme."""

Sha256 = Annotated[
    str,
    Field(json_schema_extra={"pattern": "^[0-9a-f]{64}$"}),
    _matching(
        r"[0-9a-f]{64}", FaultKind.FILE, "`{value}` is not a SHA-256 of 64 hexadecimal digits"
    ),
]
"""The SHA-256 of a file's bytes, in hexadecimal."""

RelativePath = Annotated[
    str,
    _matching(
        r"(?!.*(^|/)\.\.?(/|$))[\w][\w./ -]*",
        FaultKind.FILE,
        "`{value}` is not the path of a file below the root",
    ),
]
"""A file's path below the root of the corpus."""

DateFormat = Annotated[str, _written(_date_format)]
"""How dates are written, in the codes of `strftime`: `%B %d, %Y`."""
