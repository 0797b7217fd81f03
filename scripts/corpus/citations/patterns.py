"""How citations are numbered: one style for each kind of authority, and the forms of opinions.

To read another form of number, change the pattern of its kind. To add a kind of authority, add
its style to `STYLES`. Words such as `Standard` or `N.C. Gen. Stat.` come from the commission's
file; see `introducers`.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from corpus.citations.roman_numerals import from_roman
from corpus.model.authority import AuthorityKind, Citation
from corpus.model.opinion import OpinionId

DASHES = "-\u2010\u2011\u2012\u2013"
DASH = f"[{DASHES}]"
"""A hyphen, or a dash that is used as one."""

_AS_HYPHEN = dict.fromkeys(map(ord, DASHES), "-")

_PART = r"\((?:[a-z]{1,2}|[ivx]{1,5}|[A-Z]|[0-9]{1,2})\)"
"""`(c)`, `(iv)`, `(D)`, `(12)`."""
_PARTS = rf"(?:\s?{_PART})*"
"""`(c)(1)`, `(c) (1)`, or nothing."""
_DOTTED_PARTS = r"(?:\.[A-Z](?!\w)(?:\.[A-Za-z0-9]{1,2}(?!\w))*)?"
"""`.C.1` of `III.C.1`, or nothing."""

PARTS_ALONE = re.compile(rf"{_PART}{_PARTS}(?!\w)")
"""`(d)` of `3(c) and (d)`."""

_NO_WORD_OR_DECIMAL = r"(?!\w|\.\d)"
"""Not followed by a word or a decimal: `3rd` and `3.5` are not Standard 3."""
_END = rf"(?!\w|\.\d|{DASH}\d)"
"""The same, and not followed by a dash and a number, as in `3-5`."""

_STANDARD = rf"(?P<id>[0-9]{{1,3}}|[IVX]{{1,6}})(?P<dotted>{_DOTTED_PARTS})(?P<parts>{_PARTS})"
"""`3(d)(5)`, `III.C.1`, `III (C)`."""

_RULE = (
    rf"(?P<id>\.[0-9]{{4}}|[0-9]{{1,3}}[A-Z]?)(?P<dotted>{_DOTTED_PARTS})"
    rf"(?P<parts>{_PARTS}(?:(?<=\))[0-9]{{1,2}})?)"
)
"""`4(f)`, `8.E`, `5(b)5`, `.0104(b)`."""

_SECTION_PIECE = "[0-9]+[A-Z]{0,2}"
_SECTION_JOINER = rf"(?:{DASH}|[.:])"
_STATUTE = (
    rf"(?P<id>(?P<chapter>{_SECTION_PIECE}){_SECTION_JOINER}{_SECTION_PIECE}"
    rf"(?:(?!{_SECTION_JOINER}(?P=chapter){_SECTION_JOINER}){_SECTION_JOINER}{_SECTION_PIECE})*)"
    rf"(?P<parts>{_PARTS}){_NO_WORD_OR_DECIMAL}"
)
"""`7A-38.2(b)`, `2A:23C-1`; only the first section of `7A-38.1-7A-38.4A`."""


class NumberStyle(NamedTuple):
    """How the authorities of one kind are numbered, alone and in lists."""

    alone: re.Pattern[str]
    """A number after words in the singular: `3(c)` after `Standard`."""
    in_list: re.Pattern[str]
    """A number after words in the plural, where a dash may lead to the end of a range."""
    parse: Callable[[re.Match[str], str], Citation | None]
    """What a match means, given the set that rules belong to; None if it is not a citation."""
    is_unmistakable: Callable[[Citation, Citation], bool]
    """Whether the second citation continues a list after words in the singular.

    `Standard 3 and 4(a)` is a list; `Standard 3 and 4 persons` is not.
    """
    may_follow: Callable[[Citation, Citation], bool] = lambda _previous, _citation: True
    """Whether the second citation can follow the first in any list."""
    fills_ranges: bool = False
    """Whether `1 to 3` also cites 2."""


def following_part(previous: Citation, match: re.Match[str]) -> Citation | None:
    """What a part alone means after a citation: `(d)` after `3(c)` is `3(d)`.

    It replaces the last part of the same case, and all that follow; None if there is no such part.
    """
    case = _case(match[0])
    parts = previous.parts
    for index in reversed(range(len(parts))):
        if parts[index].startswith("(") and _case(parts[index]) == case:
            return previous._replace(pinpoint="".join(parts[:index]) + _pinpoint(match[0]))
    return None


def _pinpoint(written: str) -> str:
    """`(c)(1)` for `.C.1` or `(c) (1)`, in the case in which it is written."""
    return "".join(f"({name})" for name in re.findall(r"\w+", written)) if written else ""


def _case(written: str) -> str:
    first = written.lstrip("(").partition(")")[0]
    if first.isdecimal():
        return "number"
    return "lower" if first.islower() else "upper"


def _parse_standard(match: re.Match[str], _rule_set: str) -> Citation | None:
    """`3(c)`, or `III.C` and `III(C)` as `3(c)`; None for a numeral such as `IIII`."""
    number, dotted, parts = match["id"], match["dotted"], match["parts"]
    if number.isdecimal():
        return None if dotted else Citation(AuthorityKind.STANDARD, number, _pinpoint(parts))
    arabic = from_roman(number)
    if arabic is None:
        return None
    return Citation(AuthorityKind.STANDARD, str(arabic), _pinpoint(dotted + parts).lower())


def _parse_statute(match: re.Match[str], _rule_set: str) -> Citation:
    number = match["id"].translate(_AS_HYPHEN)
    return Citation(AuthorityKind.STATUTE, number, _pinpoint(match["parts"]))


def _parse_rule(match: re.Match[str], rule_set: str) -> Citation:
    parts = match["dotted"] + match["parts"]
    return Citation(AuthorityKind.RULE, rule_set, match["id"] + _pinpoint(parts))


def _has_pinpoint(_previous: Citation, citation: Citation) -> bool:
    return bool(citation.pinpoint)


def _has_parts_of_a_rule(_previous: Citation, citation: Citation) -> bool:
    """`5(a)` or `.0105`, but not `5`."""
    return len(citation.parts) > 1 or citation.pinpoint.startswith(".")


def _is_joined_alike(previous: Citation, citation: Citation) -> bool:
    """Whether the same sign follows both chapters: `38.2` does not go on from `7A-38.1`."""
    return _joiners(previous)[:1] == _joiners(citation)[:1]


def _is_of_same_chapter_or_long(previous: Citation, citation: Citation) -> bool:
    """Whether a section is of the same chapter, or more than two numbers as in `12-14 days`."""
    is_long = bool(citation.pinpoint) or len(_joiners(citation)) > 1
    return is_long or _chapter(previous) == _chapter(citation)


def _joiners(statute: Citation) -> list[str]:
    return re.findall("[-.:]", statute.authority)


def _chapter(statute: Citation) -> str:
    return re.split("[-.:]", statute.authority, maxsplit=1)[0]


STYLES = {
    AuthorityKind.STANDARD: NumberStyle(
        alone=re.compile(_STANDARD + _END),
        in_list=re.compile(_STANDARD + _NO_WORD_OR_DECIMAL),
        parse=_parse_standard,
        is_unmistakable=_has_pinpoint,
        fills_ranges=True,
    ),
    AuthorityKind.STATUTE: NumberStyle(
        alone=re.compile(_STATUTE),
        in_list=re.compile(_STATUTE),
        parse=_parse_statute,
        is_unmistakable=_is_of_same_chapter_or_long,
        may_follow=_is_joined_alike,
    ),
    AuthorityKind.RULE: NumberStyle(
        alone=re.compile(_RULE + _END),
        in_list=re.compile(_RULE + _NO_WORD_OR_DECIMAL),
        parse=_parse_rule,
        is_unmistakable=_has_parts_of_a_rule,
    ),
}
"""The style of each kind of authority."""

_OPINION_FIELDS = {
    "number": "(?P<number>[0-9]{1,6})",
    "year": "(?P<year>(?:19|20)[0-9]{2})",
    "yy": "(?P<yy>[0-9]{2})",
}
_NOT_A_YEAR = "(?!(?:19|20)[0-9]{2}(?![0-9]))"
"""What must not follow a year of two digits: `05-2003` is not opinion 2003 of 2005."""
_LAST_CENTURY = 70
"""A two-digit year from this one on means 19xx."""


def opinion_pattern(form: str) -> re.Pattern[str]:
    """A pattern for a form such as `{number} ({year})`, with any dash and any white space."""
    pieces = re.split(r"{(\w+)}", form)
    pattern = ""
    for text, field in zip(pieces[::2], [*pieces[1::2], ""], strict=True):
        pattern += re.escape(text).replace(r"\-", DASH).replace(r"\ ", r"\s*")
        pattern += _NOT_A_YEAR if field == "number" and "yy" in pieces else ""
        pattern += _OPINION_FIELDS.get(field, "")
    return re.compile(rf"(?<![\w.]){pattern}{_END}")


def parse_opinion(match: re.Match[str]) -> OpinionId:
    """The opinion that a match of an `opinion_pattern` means."""
    fields = match.groupdict()
    year = int(fields.get("year") or 0)
    if not year:
        short = int(fields["yy"])
        year = short + (2000 if short < _LAST_CENTURY else 1900)
    return OpinionId(year, int(match["number"]))
