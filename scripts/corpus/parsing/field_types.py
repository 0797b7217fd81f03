"""Types of fields. Each converts the text of a YAML scalar, or says why it cannot."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, ClassVar, NoReturn, TypeVar
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
    """A field was used that could not be read; the faults of its file say why."""


class StrictModel(BaseModel):
    """A frozen value that has no fields but its own; an unread one raises `UnreadFieldError`."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    not_typed: ClassVar[Mapping[str, str]] = {}
    """What readers see but no file says, and what to do instead of typing it."""
    words_alone: ClassVar[Mapping[str, str]] = {}
    """The fields that words in the place of all fields may be for, by the form of the words."""
    numbers_alone: ClassVar[tuple[str, ...]] = ()
    """The fields that numbers alone may be for, in the order of the numbers: `5-1`."""
    entry: ClassVar[str] = ""
    """What messages call one entry of a list of these, if not an entry: `answer`."""

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> NoReturn:
            """Called for fields of a partial value that could not be read."""
            raise (
                UnreadFieldError(name) if name in type(self).model_fields else AttributeError(name)
            )


WITHOUT_SOURCE = {"use_attribute_docstrings": False}
"""The settings of a model that is made while the program runs, so that no docstring describes it.

Without them, pydantic looks for its source, which takes most of the time."""


def reject(
    kind: FaultKind, message: str, value: str = "", hint: str = "", inner_field: str = ""
) -> NoReturn:
    """Refuse a value; `{value}` in the message stands for it, and the hint says what to type.

    If one of its inner fields is wrong, `inner_field` is the name of that field.
    """
    context = {"value": value, "hint": hint, "inner_field": inner_field}
    raise PydanticCustomError(kind.value, message, context)


def _from_text(convert: Callable[[str], T]) -> BeforeValidator:
    """Convert text; leave anything else for the schema to refuse."""
    return BeforeValidator(lambda value: convert(value) if isinstance(value, str) else value)


def _matching(pattern: str, kind: FaultKind, message: str) -> BeforeValidator:
    """Accept text that matches a pattern."""
    regex = re.compile(pattern)
    return _from_text(
        lambda value: value if regex.fullmatch(value) else reject(kind, message, value)
    )


def _not_empty(value: tuple[T, ...]) -> tuple[T, ...]:
    return value or reject(FaultKind.EMPTY, "the list is empty")


_SPACE = re.compile(r"[ \t\n]+")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_POSITIVE_INT = re.compile("[0-9]{1,6}")
_WITH_LETTER = re.compile("([0-9]{1,6})([A-Za-z])")
_DIGITS = re.compile("[0-9]{1,3}")
_RANGE = re.compile(r"([0-9]{1,3})\s*[-–—]\s*([0-9]{1,3})")
_LONGEST_RANGE = 30
_YEAR = re.compile("(19|20)[0-9]{2}")


def _on_one_line(value: str) -> str:
    is_folded = "  " not in value and "\n" not in value and "\t" not in value
    return value if is_folded else _SPACE.sub(" ", value)


_IN_WORDS = "Type it in words, or delete the field if you can leave it out."


def in_words(value: str) -> str:
    """Accept words; refuse signs alone."""
    if value.strip() and not any(map(str.isalnum, value)):
        reject(FaultKind.EMPTY, "`{value}` has no letter and no digit", value[:20], _IN_WORDS)
    return value


NOT_A_DATE = "`{value}` is not a date in the form YYYY-MM-DD"
"""What a reader of dates says of anything else."""


def read_day(value: str) -> date:
    """Read a day in the form YYYY-MM-DD; refuse anything else."""
    if value == "YYYY-MM-DD":
        reject(FaultKind.DAY, "`{value}` is only the form of a date", value, "Type the day.")
    if not _DAY.fullmatch(value):
        hint = _day_to_type(value)
        reject(FaultKind.DAY, NOT_A_DATE, value, hint)
    try:
        return date.fromisoformat(value)
    except ValueError:
        reject(FaultKind.DAY, "`{value}` is not a day in the calendar", value)


def _day_to_type(value: str) -> str:
    """What to type for a date as Americans write it, or without a zero."""
    for form in ("%Y-%m-%d", "%B %d, %Y", "%b %d, %Y", "%m/%d/%Y"):
        try:
            day = datetime.strptime(value, form).date()  # noqa: DTZ007 - a day
        except ValueError:
            continue
        return f"Type `{day}`, if {day:%B} {day.day}, {day.year} is meant."
    return ""


def _positive_int(value: str) -> int:
    if not _POSITIVE_INT.fullmatch(value) or not int(value):
        hint = _numbers_to_type(value)
        reject(FaultKind.NUMBER, "`{value}` is not a whole number of 1 or more", value[:20], hint)
    return int(value)


def _count(value: str) -> int:
    if not _POSITIVE_INT.fullmatch(value):
        reject(FaultKind.NUMBER, "`{value}` is not a whole number of 0 or more", value[:20])
    return int(value)


def _opinion_number(value: str) -> int:
    if match := _WITH_LETTER.fullmatch(value):
        hint = f"Type `number: {match[1]}` and, on a line of its own, `letter: {match[2]}`."
        reject(FaultKind.NUMBER, "`{value}` is a number and a letter", value, hint)
    return _positive_int(value)


def _numbers_to_type(value: str) -> str:
    """What to type for a range, numbers without commas, or a number with a sign."""
    words = value.split()
    are_many = len(words) > 1 and all(map(_DIGITS.fullmatch, words))
    if numbers := words if are_many else numbers_in_range(value):
        return f"In a list, type each number: `{', '.join(numbers)}`."
    digits = _DIGITS.findall(value)
    return f"Type `{int(digits[0])}`." if len(digits) == 1 and int(digits[0]) else ""


def numbers_in_range(words: str) -> tuple[str, ...]:
    """The numbers that a short range such as `2-4` stands for; none for other words."""
    match = _RANGE.fullmatch(words.strip())
    first, last = (int(match[1]), int(match[2])) if match else (0, 0)
    is_short = 0 < last - first < _LONGEST_RANGE
    return tuple(map(str, range(first, last + 1))) if is_short else ()


def _year(value: str) -> int:
    if not _YEAR.fullmatch(value):
        reject(FaultKind.YEAR, "`{value}` is not a year from 1900 to 2099", value[:20])
    return int(value)


def _url(value: str) -> str:
    if not _is_web_address(value):
        reject(FaultKind.URL, "`{value}` is not a web address", value)
    return value


def _is_web_address(value: str) -> bool:
    try:
        parts = urlsplit(value)
        has_host = parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        return False
    # A name before `@` looks like the host.
    return has_host and "@" not in parts.netloc and not re.search(r"[\s<>\"'\\]", value)


def one_of(*choices: str) -> BeforeValidator:
    """Accept one of these words."""
    listed = ", ".join(f"`{choice}`" for choice in choices)

    def check(value: str) -> str:
        if value not in choices:
            message = f"`{{value}}` is not one of {listed}{did_you_mean(value, choices)}"
            reject(FaultKind.CHOICE, message, value)
        return value

    return _from_text(check)


def with_placeholders(*names: str, optional: tuple[str, ...] = ()) -> BeforeValidator:
    """Accept text that has each of these names in braces once, and at most one optional name."""

    def check(value: str) -> str:
        placeholders = re.findall(r"{(.*?)}", value)
        required = [name for name in placeholders if name not in optional]
        if sorted(required) != sorted(names) or len(placeholders) > len(required) + 1:
            wanted = " and ".join(f"{{{name}}}" for name in names)
            message = f"`{{value}}` must contain {wanted} exactly once"
            allowed = ", ".join(f"{{{name}}}" for name in (*names, *optional))
            hint = f"Only this can stand in braces: {allowed}."
            reject(FaultKind.FORM, message, value, hint)
        return value

    return _from_text(check)


NonEmpty = Annotated[
    tuple[T, ...], AfterValidator(_not_empty), Field(json_schema_extra={"minItems": 1})
]
"""A list with at least one entry."""

Text = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1), _from_text(_on_one_line)
]
"""Words for readers, folded to one line and never empty."""

Reason = Annotated[Text, _from_text(in_words)]
"""Why or what in words, not only in signs."""

Day = Annotated[date, _from_text(read_day)]
"""A day in the form YYYY-MM-DD."""

PositiveInt = Annotated[int, _from_text(_positive_int), Field(json_schema_extra={"minimum": 1})]
"""A whole number of 1 or more; `05` is 5."""

Count = Annotated[int, _from_text(_count), Field(json_schema_extra={"minimum": 0})]
"""A whole number of 0 or more."""

OpinionNumber = Annotated[int, _from_text(_opinion_number), Field(json_schema_extra={"minimum": 1})]
"""The number of an opinion, without its letter."""

Year = Annotated[
    int, _from_text(_year), Field(json_schema_extra={"minimum": 1900, "maximum": 2099})
]
"""A year from 1900 to 2099."""

SLUG = r"[a-z0-9]+(-[a-z0-9]+)*"
"""The pattern of a short name in an address."""

_SLUG_FOR_EDITORS = Field(json_schema_extra={"type": ["string", "integer"], "pattern": f"^{SLUG}$"})

Slug = Annotated[
    str,
    _SLUG_FOR_EDITORS,
    _matching(
        SLUG,
        FaultKind.SLUG,
        "`{value}` is not a short name of lowercase letters, digits and hyphens",
    ),
]
"""A short name for URLs: `duty-to-report`."""

ListedSlug = Annotated[Text, _SLUG_FOR_EDITORS]
"""A short name from a list; a rule looks it up there, and says which one to type instead."""

Url = Annotated[str, _from_text(_url), Field(json_schema_extra={"pattern": "^https?://"})]
"""A web address with its scheme."""

Sha256 = Annotated[
    str,
    Field(json_schema_extra={"pattern": "^[0-9a-f]{64}$"}),
    _matching(
        r"[0-9a-f]{64}",
        FaultKind.PATH,
        "`{value}` is not a SHA-256, which has 64 characters from 0 to 9 and a to f",
    ),
]
"""The SHA-256 of a file's bytes, in hexadecimal."""

RelativePath = Annotated[
    str,
    _matching(
        r"(?!.*(^|/)\.\.?(/|$))[\w][\w./ -]*",
        FaultKind.PATH,
        "`{value}` is not the path of a file inside the collection",
    ),
]
"""A file's path relative to the root of the corpus."""
