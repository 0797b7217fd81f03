"""Forms of the numbers of opinions: `{yy} FEO {number}`, which prints `07 FEO 2`."""

import re
from difflib import get_close_matches
from functools import cache
from typing import Annotated

from pydantic import AfterValidator

from corpus.findings import FaultKind
from corpus.model.opinion_id import OpinionId
from corpus.parsing.field_types import reject
from corpus.parsing.form_types import Form

BLANK = re.compile(r"{(?P<name>number|year|yy|letter|date)(?:(?<!date):0(?P<digits>[1-6]))?}")
"""A place in a form: `{number}`, `{number:03}` with three digits or more, `{year}`."""

_IN_BRACES = re.compile(r"{[^{}]*}")
_PRINTED_BETWEEN = "Type what the documents print between the date and the number."
_OTHER_WORDS = {"yyyy": "year", "yr": "year", "no": "number"}
"""What else people type in braces, and what they mean."""

_BLANK_PATTERNS = {
    "number": "(?P<number>[0-9]{1,6})",
    "year": "(?P<year>[0-9]{4})",
    "yy": "(?P<yy>[0-9]{2})",
    "letter": "(?P<letter>[A-Za-z]?)",
    "date": "(?P<date>(?=.*[0-9]).{4,40})",
}
_LAST_CENTURY = 70
"""A two-digit year from this one on means 19xx."""


def blanks(form: str) -> list[str]:
    """The names of the blanks of a form, in order: `year` and `number`."""
    return [match["name"] for match in BLANK.finditer(form)]


def prints_year(form: str) -> bool:
    """Whether a form has a blank for the year, with two digits or four."""
    return not {"year", "yy"}.isdisjoint(blanks(form))


def _number_form(value: str) -> str:
    if "date" in blanks(value):
        message, hint = "only the form of a heading line can have {date}", "Delete it here."
        reject(FaultKind.FORM, message, value, hint)
    return _heading_form(value)


def _heading_form(value: str) -> str:
    for words in _IN_BRACES.findall(value):
        if not BLANK.fullmatch(words):
            reject(FaultKind.FORM, "`{value}` is not known", words, _blank_to_type(words))
    if re.search("{date}{|}{date}", value):
        reject(FaultKind.FORM, "`{value}` has no sign beside the date", value, _PRINTED_BETWEEN)
    names = blanks(value)
    is_sound = names.count("number") == 1 and len({"year", "yy"} & {*names}) <= 1
    if not is_sound or len({*names}) < len(names) or re.search("[{}]", BLANK.sub("", value)):
        reject(
            FaultKind.FORM,
            "`{value}` must contain {number} exactly once, and {year}, {yy} or {letter} at most "
            "once",
            value,
            _hint_on_form(value),
        )
    return value


def _blank_to_type(words: str) -> str:
    """What to type for words in braces that no form can have: `{year}` for `{yyyy}`."""
    name, _, digits = words.strip("{}").lower().partition(":")
    near = get_close_matches(name, _BLANK_PATTERNS, n=1)
    meant = _OTHER_WORDS.get(name) or next(iter(near), "")
    if not meant:
        return "Only these can stand in braces: {number}, {year}, {yy}, {letter}."
    return f"Type `{{{meant}}}`." if not digits else f"Type `{{{meant}:03}}` for three digits."


def _hint_on_form(form: str) -> str:
    for brackets in re.findall(r"[(\[<]number[)\]>]", form):
        return f"Type `{{number}}` in place of `{brackets}`."
    return (
        "Only {number}, {year}, {yy} and {letter} stand for what changes; type the rest as it is."
    )


NumberForm = Annotated[Form, AfterValidator(_number_form)]
"""How a number is written: `RPC {number}`, `{yy} FEO {number}`, `MEAC {year}-{number:03}`."""

HeadingForm = Annotated[Form, AfterValidator(_heading_form)]
"""How a heading line is written, maybe with the day too: `CEO {yy}-{number}—{date}`."""


def form_with_zeros(form: str, words: str) -> str:
    """A form that words have, with as many digits of the number as they have if one is a zero."""
    match = line_pattern(form).fullmatch(words)
    return with_zeros(form, match) if match else form


def with_zeros(form: str, heading: re.Match[str]) -> str:
    """The form with as many digits of the number as a heading line has if its first is a zero."""
    number = heading["number"]
    if not number.startswith("0"):
        return form
    return re.sub("{number(:0[0-9])?}", f"{{number:0{len(number)}}}", form)


def year_of(pieces: dict[str, str]) -> int | None:
    """The year that was found as `year`, or by its last digits as `yy`; None if there is none."""
    if pieces.get("year"):
        return int(pieces["year"])
    if not pieces.get("yy"):
        return None
    short = int(pieces["yy"])
    return short + (2000 if short < _LAST_CENTURY else 1900)


def write_number(form: str, opinion: OpinionId) -> str:
    """A number in a form: `MEAC 2019-003`. The day of a heading stays `{date}`."""
    values = {
        "year": str(opinion.year),
        "yy": f"{opinion.year % 100:02}",
        "letter": opinion.letter,
        "number": str(opinion.number),
        "date": "{date}",
    }
    return BLANK.sub(lambda blank: values[blank["name"]].zfill(int(blank["digits"] or 0)), form)


@cache
def line_pattern(form: str) -> re.Pattern[str]:
    """A pattern for a line in a form; its words may be in capitals."""
    pattern, done = "", 0
    for blank in BLANK.finditer(form):
        pattern += _in_both_cases(form[done : blank.start()]) + _BLANK_PATTERNS[blank["name"]]
        done = blank.end()
    return re.compile(pattern + _in_both_cases(form[done:]))


def _in_both_cases(words: str) -> str:
    """A pattern for words as they are, or all in capitals, as headings often are."""
    return f"(?:{re.escape(words)}|{re.escape(words.upper())})"
