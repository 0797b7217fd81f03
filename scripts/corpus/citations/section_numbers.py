"""Numbers of sections of a code, with and without their chapter: `2A-34.1`, `-34.4A`, `.4A`."""

import re

from corpus.citations.number_style import END, LETTERS
from corpus.citations.pinpoints import DASH, PARTS, with_parts
from corpus.model.authority import Citation
from corpus.model.authority_kind import AuthorityKind

_FURTHER_SECTION = re.compile(
    rf"(?P<dash>{DASH})?(?P<section>(?:[0-9]{{1,4}}{LETTERS})?(?P<decimal>\.[0-9]{{1,3}}{LETTERS})?)"
    rf"(?<=\w)(?P<parts>{PARTS}){END}"
)
"""`34.2`, `-34.4A` or `.4A` after `2A-34.1`."""

_WHOLE_NUMBER = re.compile("[0-9]+")
_IS_DECIMAL = re.compile(r"\.[1-9]")
_SECTION_OF_CHAPTER = re.compile(r"(.+?-)([0-9]+)(.*)")
"""`2A-`, `34` and `.1`."""

_TWO_NUMBERS = re.compile("([0-9]+)-([0-9]+)")
_TWO_SHORT_NUMBERS = re.compile("[0-9]{1,2}-[0-9]{1,2}")
_PLAIN_SECTION = re.compile(rf"([0-9]+){DASH}([0-9]+)")
_WITH_CHAPTER = re.compile(rf"[0-9]{{1,3}}[A-Z]{{0,2}}(?:{DASH}|:)")

_MOST_IN_A_RANGE = 30
"""`8-10` may be sections 8 to 10; `8-110` is section 110 of chapter 8."""


def following_section(
    previous: Citation, text: str, start: int, *, is_plural: bool, is_list: bool
) -> tuple[Citation, int] | None:
    """The section whose chapter is not written again: `-34.4A` and `.4A` after `2A-34.1`.

    After words in the singular it needs its dash, begins with its period, as `.2`, or continues
    a list of rising numbers; without a dash or a decimal it must be higher than the one before.
    """
    match = _FURTHER_SECTION.match(text, start)
    joined = _SECTION_OF_CHAPTER.fullmatch(previous.authority)
    if match is None or joined is None:
        return None
    chapter, section, decimal = joined.groups()
    written = previous.kind.number_in_normal_case(match["section"])
    goes_on = is_plural or (is_list and _rises(written, section))
    if not (match["dash"] or goes_on or _IS_DECIMAL.match(written)):
        return None
    if written.startswith("."):
        if not decimal.startswith("."):
            return None
        written = section + written
    elif not match["dash"] and not match["decimal"] and not _is_higher(written, section, decimal):
        return None
    return with_parts(
        previous._replace(authority=chapter + written, pinpoint=""), match["parts"]
    ), match.end()


def has_short_numbers(statute: Citation) -> bool:
    """Whether chapter and section are as short as those of `5-1`, so that `7-19` may follow it."""
    return _TWO_SHORT_NUMBERS.fullmatch(statute.authority) is not None


def may_be_a_range(statute: Citation) -> bool:
    """Whether `8-10` may as well mean sections 8 to 10 of anything."""
    numbers = _TWO_NUMBERS.fullmatch(str(statute))
    return numbers is not None and _can_be_a_range(numbers)


def _can_be_a_range(numbers: re.Match[str]) -> bool:
    return 0 < int(numbers[2]) - int(numbers[1]) <= _MOST_IN_A_RANGE


def is_surely_a_section(number: str, words: str) -> bool:
    """Whether a number after some words, or in a list, is a section whatever noun follows.

    `2A-34.1 cases` is one, and so is `§ 9-11 cases`; `GS 9-11 positions` is not.
    """
    plain = _PLAIN_SECTION.fullmatch(number)
    if plain is None:
        return _WITH_CHAPTER.match(number) is not None
    return "§" in words or (words[:1].isupper() and not _can_be_a_range(plain))


def names_its_chapter(statute: Citation) -> bool:
    """Whether a number is a section with its chapter, `2A-34.1`, and not only a section, `34.1`."""
    return _WITH_CHAPTER.match(statute.authority) is not None


def section_of_chapter(kind: AuthorityKind, section: str, chapter: str) -> Citation:
    """`2A-34.1` for `34.1` and `2A`."""
    return Citation(kind, kind.number_in_normal_case(f"{chapter}-{section}"))


def _rises(written: str, section: str) -> bool:
    number = _WHOLE_NUMBER.match(written)
    return number is not None and int(number[0]) >= int(section)


def _is_higher(written: str, section: str, decimal: str) -> bool:
    return not decimal and written.isdecimal() and int(written) > int(section)
