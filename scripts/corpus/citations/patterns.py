"""How authorities are numbered: one style for each kind of authority.

To read another form of number, change the pattern of its kind. To add a kind of authority, add
its style to `STYLES`. Words such as `Standard` or `N.C. Gen. Stat.` come from the commission's
file; see `introducers`. The parts of a number are in `pinpoints`.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from corpus.citations.pinpoints import (
    AFTER_A_NUMBER,
    AFTER_A_NUMERAL,
    DASH,
    DASHES,
    HYPHENS,
    PARTS,
    case_of,
    part_names,
    pinpoint,
)
from corpus.citations.roman_numerals import from_roman
from corpus.model.authority import AuthorityKind, Citation

_AS_HYPHEN = dict.fromkeys(map(ord, DASHES), "-")

_END = rf"(?:(?<=\))|(?!\w|\.\d|{DASH}[0-9]|[{HYPHENS}]\w))"
"""After a part in parentheses, or where neither a word nor a number goes on."""
_END_IN_LIST = rf"(?:(?<=\))|(?!\w|\.\d|[{HYPHENS}][a-z]))"
"""The same, but a dash may lead to the end of a range."""

_STANDARD = (
    rf"(?:(?P<number>[0-9]{{1,2}})(?P<parts>{AFTER_A_NUMBER})"
    rf"|(?P<numeral>[IVX]{{1,6}})(?P<numeral_parts>{AFTER_A_NUMERAL}))"
)
"""`3(d)(5)`, `3c`, `III.C.1`, `III (C)`, `IV-B`."""

_RULE = (
    rf"(?:(?P<number>[0-9]{{1,2}})(?P<parts>{AFTER_A_NUMBER})"
    rf"|(?P<code>\.[0-9]{{4}}[A-Z]?)(?P<code_parts>{PARTS}))"
)
"""`4(f)`, `8.E`, `8A(5)`, `5(b)5`, `.0104(b)`."""

_LETTERS = "(?:[A-Z]{1,2}|[a-z])?"
_PIECE = f"[0-9]{{1,5}}{_LETTERS}"


def _sections(name: str, joints: str) -> str:
    """A pattern for a section, as a group with this name, and for the pieces joined to it."""
    return (
        rf"(?P<{name}>[0-9]{{1,5}}){_LETTERS}"
        rf"(?:(?![{DASHES}.:](?P=chapter)[{DASHES}.:])(?!{DASH}(?P={name})\.)"
        rf"(?:{joints}|[.:]){_PIECE})*"
    )


_STATUTE = (
    rf"(?P<id>(?P<chapter>{_PIECE})"
    rf"(?:(?P<dash>{DASH})\s?{_sections('after_dash', '(?P=dash)')}"
    rf"|[.:]{_sections('after_period', DASH)}))"
    rf"(?P<parts>{PARTS})(?:(?<=\))|(?!\w|\.\d))"
)
"""`7A-38.2(b)`, `2A:23C-1`; only the first section of `7A-38.1-7A-38.4A` and `7A-38.1-38.4A`."""

_FURTHER_SECTION = re.compile(
    rf"(?P<dash>{DASH})?(?P<section>(?:[0-9]{{1,4}}{_LETTERS})?(?P<decimal>\.[0-9]{{1,3}}{_LETTERS})?)"
    rf"(?<=\w)(?P<parts>{PARTS}){_END}"
)
"""`38.2`, `-38.4A` or `.4A` after `7A-38.1`."""

_IS_DECIMAL = re.compile(r"\.[1-9]")
_SECTION_OF_CHAPTER = re.compile(r"(.+?-)([0-9]+)(.*)")
"""`7A-`, `38` and `.1`."""

_TWO_NUMBERS = re.compile("([0-9]+)-([0-9]+)")
_WITH_CHAPTER = re.compile("[0-9]{1,3}[A-Z]{0,2}[-:]")

_MOST_IN_A_RANGE = 30
"""`8-10` may be sections 8 to 10; `8-110` is section 110 of chapter 8."""


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


def following_part(previous: Citation, written: str) -> Citation | None:
    """What a part alone means after a citation: `(d)` after `3(c)` is `3(d)`.

    It replaces the last part of the same case, and all that follow; None if there is no such part.
    """
    names = _in_case_of(previous.kind, part_names(written))
    parts = previous.parts
    for index in reversed(range(len(parts))):
        if parts[index].startswith("(") and case_of(parts[index][1:]) == case_of(names[0]):
            return previous._replace(pinpoint="".join(parts[:index]) + pinpoint(names))
    return None


def with_parts(citation: Citation, written: str) -> Citation:
    """`3(c)` for Standard 3 and `(c)`."""
    names = _in_case_of(citation.kind, part_names(written))
    return citation._replace(pinpoint=citation.pinpoint + pinpoint(names))


def following_section(
    previous: Citation, text: str, start: int, *, is_plural: bool
) -> tuple[Citation, int] | None:
    """The section whose chapter is not written again: `-38.4A` and `.4A` after `7A-38.1`.

    After words in the singular it needs its dash or begins with its period, as `.2`; a number
    without a dash or a decimal must be higher than the one before.
    """
    match = _FURTHER_SECTION.match(text, start)
    joined = _SECTION_OF_CHAPTER.fullmatch(previous.authority)
    if match is None or joined is None:
        return None
    chapter, section, decimal = joined.groups()
    written = match["section"].upper()
    if not (match["dash"] or is_plural or _IS_DECIMAL.match(written)):
        return None
    if written.startswith("."):
        if not decimal.startswith("."):
            return None
        written = section + written
    elif not match["dash"] and not match["decimal"] and not _is_higher(written, section, decimal):
        return None
    return with_parts(
        Citation(AuthorityKind.STATUTE, chapter + written), match["parts"]
    ), match.end()


def may_be_a_range(statute: Citation) -> bool:
    """Whether `8-10` may as well mean sections 8 to 10 of anything."""
    numbers = _TWO_NUMBERS.fullmatch(str(statute))
    return numbers is not None and 0 < int(numbers[2]) - int(numbers[1]) <= _MOST_IN_A_RANGE


def names_its_chapter(statute: Citation) -> bool:
    """Whether a number is a section with its chapter, `7A-38.1`, and not only a section, `38.1`."""
    return _WITH_CHAPTER.match(statute.authority) is not None


def section_of_chapter(section: str, chapter: str) -> Citation:
    """`7A-38.1` for `38.1` and `7A`."""
    return Citation(AuthorityKind.STATUTE, f"{chapter}-{section}".upper())


def _is_higher(written: str, section: str, decimal: str) -> bool:
    return not decimal and written.isdecimal() and int(written) > int(section)


def _in_case_of(kind: AuthorityKind, names: list[str]) -> list[str]:
    """Parts in lowercase, except in rules, whose editions differ in the case of their parts."""
    return names if kind is AuthorityKind.RULE else [name.lower() for name in names]


def _parse_standard(match: re.Match[str], _rule_set: str) -> Citation | None:
    """`3(c)`, or `III.C` and `III(C)` as `3(c)`; None for a numeral such as `IIII`."""
    number, parts = match["number"], match["parts"]
    if number is None:
        arabic = from_roman(match["numeral"])
        if arabic is None:
            return None
        number, parts = str(arabic), match["numeral_parts"]
    return with_parts(Citation(AuthorityKind.STANDARD, number), parts)


def _parse_statute(match: re.Match[str], _rule_set: str) -> Citation:
    number = "".join(match["id"].translate(_AS_HYPHEN).split()).upper()
    return with_parts(Citation(AuthorityKind.STATUTE, number), match["parts"])


def _parse_rule(match: re.Match[str], rule_set: str) -> Citation:
    number, parts = match["number"] or match["code"], match["parts"] or match["code_parts"] or ""
    return with_parts(Citation(AuthorityKind.RULE, rule_set, number), parts)


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
        in_list=re.compile(_STANDARD + _END_IN_LIST),
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
        in_list=re.compile(_RULE + _END_IN_LIST),
        parse=_parse_rule,
        is_unmistakable=_has_parts_of_a_rule,
    ),
}
"""The style of each kind of authority."""
