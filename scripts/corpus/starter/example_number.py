"""The form of the numbers of a body, worked out from the number of one opinion."""

import re
from dataclasses import dataclass, replace
from datetime import datetime

from corpus.model.number_forms import write_number
from corpus.model.opinion_id import OpinionId
from corpus.starter.unreadable import UnreadableError
from corpus.today import today

_YEAR = re.compile("(?:19|20)[0-9]{2}")
_WORDS_OF_NUMBER = re.compile("^[A-Za-z]|[A-Za-z]{2}")
"""Letters that are not only at the end of a number, as in `5A`."""
_PLURAL = re.compile("(?<=[^s])s$")
"""The ending of `Advisory Opinions`."""
_PLACEHOLDER = re.compile("[{}]")
_ROMAN = re.compile(r"\b[IVXLC]+\b")
_APPENDED_LETTER = re.compile(r"[0-9][-/. ][A-Za-z]$")
"""An ending that a form would put after every number: `2024/7-C`."""
_LAST_CENTURY = 70
"""Two digits from here on are a year rather than a number: `98`."""
_MOST_DIGITS = 6
"""A longer number is not the number of an opinion."""


@dataclass(frozen=True, slots=True)
class NumberForm:
    """The number of an opinion as a body prints it."""

    form: str
    """`Advisory Opinion {year}-{number:02}`."""
    number: int
    letter: str
    year: int | None
    """None if the number has no year."""
    other: "NumberForm | None" = None
    """The number if the other digits are the year, where that is possible: `12-98`."""

    @property
    def as_typed(self) -> str:
        """The number in its form: `CEO 20-3`."""
        return write_number(self.form, OpinionId(self.year or 0, self.number, self.letter))

    @property
    def acronym(self) -> str:
        """Its adjacent capitals, without periods: `EC` of `EC-98-5`, or nothing."""
        match = re.search(r"(?<!\w)(?:[A-Z]\.?){2,}(?!\w)", re.sub("{.*?}", " ", self.form))
        return match[0].replace(".", "") if match else ""


def read_number(typed: str) -> NumberForm:
    """Read the number of an opinion, such as `MEAC 2019-003` or `Opinion 700`."""
    tokens = list(re.finditer("[0-9]+", typed))
    years = _possible_years(tokens)
    form = _number_with_year(typed, tokens, years[0] if years else None)
    if len(years) > 1 and years[0][0] != years[1][0]:
        return replace(form, other=_number_with_year(typed, tokens, years[1]))
    return form


def _possible_years(tokens: list[re.Match[str]]) -> list[re.Match[str]]:
    """The digits that may be the year, the most probable first."""
    if len(tokens) == 1:
        return []
    whole = [token for token in tokens if _YEAR.fullmatch(token[0])]
    this_year = today().year
    short = [token for token in tokens if len(token[0]) == len("98")]
    possible = [token for token in short if _full_year(token[0]) <= this_year] or short
    return whole[:1] or sorted(possible, key=lambda token: int(token[0]) < _LAST_CENTURY)


def _number_with_year(
    typed: str, tokens: list[re.Match[str]], year: re.Match[str] | None
) -> NumberForm:
    """The number if these digits, or none, are its year."""
    numbers = [token for token in tokens if token is not year]
    is_short = all(len(token[0]) <= _MOST_DIGITS for token in numbers)
    is_one = (
        len(numbers) == 1 and is_short and int(numbers[0][0]) and _WORDS_OF_NUMBER.search(typed)
    )
    if typed and not re.search("[A-Za-z]", typed):
        raise UnreadableError(
            f"`{typed}` has no words, and a text cannot be searched for bare numbers. Type it with "
            f"the words before it in texts, such as `Opinion {typed}`"
        )
    if not is_one or _PLACEHOLDER.search(typed):
        raise UnreadableError(
            f"`{typed}` is not the number of one opinion. Type one with its words, as printed, "
            "and with at most a year besides its number, such as `Advisory Opinion 2024-05`"
        )
    (number,) = numbers
    _refuse_unlike_others(typed, number)
    match = re.match("[A-Z](?![A-Za-z])", typed[number.end() :])
    letter = match[0] if match else ""
    blank = "{number" + _width(number[0]) + "}" + ("{letter}" if letter else "")
    blanks = {number.start(): (blank, number.end() + len(letter))}
    if year:
        blanks[year.start()] = ("{year}" if _YEAR.fullmatch(year[0]) else "{yy}", year.end())
    return NumberForm(
        _with_blanks(typed, blanks),
        int(number[0]),
        letter,
        _full_year(year[0]) if year else None,
    )


def _refuse_unlike_others(typed: str, number: re.Match[str]) -> None:
    """Raise `UnreadableError` if no form made from this number would find other numbers."""
    if _YEAR.fullmatch(number[0]) and _ROMAN.search(typed):
        raise UnreadableError(
            f"`{typed}` has a year, and its number is in Roman letters. Type one with its number "
            "in digits, such as `Letter 7 of 2024`"
        )
    if glued := re.search("[A-Za-z](?=(?:19|20)[0-9]{2}(?![0-9])|[0-9]{2}[-/.][0-9])", typed):
        apart = f"{typed[: glued.end()]} {typed[glued.end() :]}"
        raise UnreadableError(
            f"`{typed}` has a year right after a letter; numbers in that form cannot be found in "
            f"texts. Type `{apart}`"
        )
    if _APPENDED_LETTER.search(typed):
        raise UnreadableError(
            f"`{typed}` ends with a letter that other numbers do not have. Type one without it, "
            "such as `Opinion 2014-30`"
        )


def read_name(typed: str) -> str:
    """Read what one opinion is called, such as `Advisory Opinion`."""
    if re.search(r"[0-9]\S*$", typed):
        raise UnreadableError(
            f"`{typed}` ends with a number. Type the name without it, such as `Advisory Opinion`"
        )
    if _PLURAL.search(typed):
        raise UnreadableError(
            f"`{typed}` is the name of several. Type the name of one, such as "
            f"`{_PLURAL.sub('', typed)}`"
        )
    return typed


def _width(digits: str) -> str:
    """What a blank says of the width of a number that begins with a zero."""
    return f":0{len(digits)}" if digits.startswith("0") else ""


def _full_year(digits: str) -> int:
    if len(digits) > len("98"):
        return int(digits)
    return datetime.strptime(digits, "%y").year  # noqa: DTZ007 - a year


def _with_blanks(typed: str, blanks: dict[int, tuple[str, int]]) -> str:
    """The text with blanks in the place of what begins at these offsets."""
    form, done = "", 0
    for start, (blank, end) in sorted(blanks.items()):
        form = form + typed[done:start] + blank
        done = end
    return form + typed[done:]
