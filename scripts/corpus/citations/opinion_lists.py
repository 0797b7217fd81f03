"""Lists of opinions, and opinions cited by number alone."""

import re
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from corpus.citations.counts import AT_A_PLACE, is_a_count, may_be_cited
from corpus.citations.found_citation import Doubt, FoundCitation, UnresolvedCitation
from corpus.citations.introducers import NameInText
from corpus.citations.names_before import LOOK_BEHIND
from corpus.citations.number_lists import goes_on_as_a_list, is_in_a_list
from corpus.citations.opinion_numbers import (
    DIGITS,
    JOINED,
    PLAIN_NUMBER,
    OpinionNumber,
    OpinionNumbers,
)
from corpus.citations.ordinary_words import counts_something
from corpus.citations.pinpoints import DASH, DASHES
from corpus.citations.ranges import LIST_SEPARATOR, RANGE_SIGN

_LEADS_TO_AN_OPINION = re.compile(
    r"(?:^|[(;\[]|\),|\b(?:[Ss]ee|[Ii]n|[Aa]nd|[Oo]r|[Aa]lso|[Bb]y|[Oo]f|[Uu]nder|[Cc]f\.|[Aa]ccord)(?:\s+[Nn]o\.)?)\s*$"
)
"""What stands before the number and year of an opinion without the word: `(43 (2022))`."""

_LEADS_TO_A_SHORT_NUMBER = re.compile(
    r"(?:\(|\b(?:[Ss]ee|[Aa]lso|[Cc]f\.|[Aa]ccord)|[)\0],?(?:\s+(?:and|or|&)|;)?)\s*$"
)
"""What stands before `12-22` for opinion 22 of 2012: `see `, or another citation."""

_IN_A_LIST_OF_NUMBERS = re.compile(r"[0-9]\)?(?:,|,?\s+(?:and|or|&))\s*$")
"""`12 and ` before `43 (2022)`: the list is of whatever the 12 is."""

_SEPARATOR_AFTER_A_PLACE = re.compile(
    rf"{AT_A_PLACE}{LIST_SEPARATOR.pattern}"
    r"(?=[0-9]{1,4}(?:\s?\([^()0-9]{0,12}|,?\s+of\s+)(?:19|20)[0-9]{2}(?!\d))"
)
"""`, ¶ 4 and ` before `30 (2014)`, whose year shows that it is no paragraph."""

_NUMBER_SIGN = re.compile(r"(?:#|[Nn](?:umber|o)s?\b\.?)\s*(?=[0-9])")
"""`#` or `No. ` before a further number of a list."""

_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_WITH_YEARS = re.compile(
    rf"(?P<number>[0-9]{{1,4}})\s*\((?P<years>(?:all|both)\s+(?:(?:from|in|of)\s+)?{_YEAR.pattern}"
    rf"|{_YEAR.pattern}(?:\s*(?:,(?:\s*(?:and|&))?|and|&|to|through|{DASH})\s*[0-9]{{2}}(?:[0-9]{{2}})?(?![0-9]))+)\)"
)
"""`43 (2021–22)` or `42 (both 2021)`: the years of all opinions of a list after the last one."""


def read_opinion_list(
    words: str, name: NameInText, numbers: OpinionNumbers
) -> Iterator[FoundCitation | UnresolvedCitation]:
    """A list of opinions; plain numbers after words in the singular need an `and`.

    A number without a year is unresolved unless exactly one opinion has it; the list continues.
    """
    may_be_alone = not name.meaning.is_common
    place = _Place(name.start, name.number_start, may_be_alone, is_first=True)
    number = _with_years(words, place.number_start, numbers) or numbers.read(
        words, name.number_start, may_be_alone=place.may_be_alone, name_start=name.start
    )
    if name.meaning.is_common and number and not _is_clear(words, number, numbers):
        return
    while opinion := number or _without_year(words, place):
        if isinstance(opinion, OpinionNumber):
            yield FoundCitation(min(place.start, opinion.start), opinion.end, opinion.opinion)
        else:
            yield opinion
        separator = _separator_at(words, opinion.end)
        if separator is None:
            return
        place = _place_after(words, name, separator, number)
        if not place.may_be_alone and number and separator[0].strip() == ",":
            place = place._replace(may_be_meant=_may_be_meant(words, place.number_start, numbers))
        following = _with_years(words, place.number_start, numbers) or numbers.read(
            words, place.number_start, may_be_alone=place.may_be_alone
        )
        if following and number and number.is_after_year and not following.has_year:
            return
        number = following


def _with_years(words: str, start: int, numbers: OpinionNumbers) -> OpinionNumber | None:
    """The only opinion with a number that is of one of the years after it, or between them."""
    match = _WITH_YEARS.match(words, start)
    if match is None:
        return None
    written = DIGITS.findall(match["years"])
    years = sorted(int(written[0][: -len(year)] + year) for year in written)
    found = [
        opinion
        for opinion in numbers.by_number.get(int(match["number"]), ())
        if years[0] <= opinion.year <= years[-1]
    ]
    return OpinionNumber(found[0], start, match.end()) if len(found) == 1 else None


def _separator_at(words: str, end: int) -> re.Match[str] | None:
    """What leads from an opinion to the next one of the list, perhaps past a place in the first."""
    after_a_place = _SEPARATOR_AFTER_A_PLACE.match(words, end)
    return after_a_place or RANGE_SIGN.match(words, end) or LIST_SEPARATOR.match(words, end)


def _is_clear(words: str, number: OpinionNumber, numbers: OpinionNumbers) -> bool:
    """Whether a number after a common word is that of an opinion: a known one, or `5 (2003)`."""
    return number.opinion in numbers.known or words[number.end - 1] == ")"


class _Place(NamedTuple):
    """Where the next number of a list may be."""

    start: int
    """Where the number or the sign before it begins."""
    number_start: int
    may_be_alone: bool
    """Whether the number may stand without its year."""
    is_first: bool = False
    """Whether it follows the introducing words."""
    may_be_meant: bool = False
    """Whether nobody can tell if the number is that of an opinion or of a page."""


def _may_be_meant(words: str, start: int, numbers: OpinionNumbers) -> bool:
    """Whether the 33 of `AO 30 (2014), 33` is the number of an opinion and no noun follows it."""
    number = PLAIN_NUMBER.match(words, start)
    return (
        number is not None
        and int(number["number"]) in numbers.by_number
        and is_in_a_list(words, start)
    )


def _place_after(
    words: str, name: NameInText, separator: re.Match[str], previous: OpinionNumber | None
) -> _Place:
    """Where the number after a comma, an `and` or a dash is."""
    start = separator.end()
    if sign := _NUMBER_SIGN.match(words, start):
        may_have_sign = _may_have_signs(words, name, separator) and is_in_a_list(words, sign.end())
        return _Place(start, sign.end(), may_have_sign)
    return _Place(start, start, name.is_plural or _goes_on(words, separator, previous))


def _may_have_signs(words: str, name: NameInText, separator: re.Match[str]) -> bool:
    """Whether `No. 42` can continue a list: not after `AO 41, `."""
    has_sign = words[name.end : name.number_start].strip() != ""
    return name.is_plural or has_sign or separator[0].strip() != ","


def _goes_on(words: str, separator: re.Match[str], previous: OpinionNumber | None) -> bool:
    """Whether a number without its year may follow one after words in the singular."""
    if sign := separator.groupdict().get("sign"):
        if previous is None or previous.has_year:
            return False
        if sign in DASHES:
            return True
    return goes_on_as_a_list(words, separator)


def _without_year(words: str, place: _Place) -> UnresolvedCitation | None:
    """The number of an opinion that only its year would make clear."""
    may_be = place.may_be_alone or place.may_be_meant
    plain = PLAIN_NUMBER.match(words, place.number_start) if may_be else None
    number = plain or _WITH_YEARS.match(words, place.number_start)
    if number is None or _YEAR.fullmatch(number[0]):
        return None
    start, end = place.start, number.end()
    name_start = start if place.is_first else None
    if not is_a_count(words, name_start, place.number_start, end):
        return UnresolvedCitation(start, _end_after_year(words, number), Doubt.NO_YEAR)
    is_doubtful = may_be_cited(words, start, end)
    return UnresolvedCitation(start, end, Doubt.MAY_COUNT) if is_doubtful else None


def _end_after_year(words: str, number: re.Match[str]) -> int:
    """The end of `20-05`, whose year no opinion 5 has; that of `20` if it may begin a range."""
    joined = JOINED.match(words, number.end())
    is_year = joined is not None and int(joined["last"]) <= int(number["number"])
    return joined.end() if joined and is_year else number.end()


def opinions_alone(words: str, groups: Sequence[OpinionNumbers]) -> Iterator[FoundCitation]:
    """Known opinions by number and year after words such as `see`: `see 43 (2022)`."""
    everywhere = {number for numbers in groups for number in numbers.everywhere(words)}
    end_of_list = 0
    for number in sorted(everywhere, key=attrgetter("start", "end")):
        if number.start >= end_of_list and _stands_alone(words, number, end_of_list):
            end_of_list = number.end
            yield FoundCitation(number.start, number.end, number.opinion)


def _stands_alone(words: str, number: OpinionNumber, end_of_list: int) -> bool:
    """Whether a number means an opinion without the word; `end_of_list` is that of the last."""
    before = words[max(number.start - LOOK_BEHIND, 0) : number.start]
    leads = _LEADS_TO_AN_OPINION if number.has_year else _LEADS_TO_A_SHORT_NUMBER
    if not leads.search(before) or counts_something(words, number.end):
        return False
    follows = end_of_list and LIST_SEPARATOR.fullmatch(words, end_of_list, number.start)
    return bool(follows) or _IN_A_LIST_OF_NUMBERS.search(before) is None
