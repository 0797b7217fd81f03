"""Lists of opinions, and opinions without the word."""

import re
from collections.abc import Iterator, Sequence

from corpus.citations.found_citation import FoundCitation
from corpus.citations.introducers import NameInText
from corpus.citations.opinion_numbers import OpinionNumbers
from corpus.citations.ordinary_words import counts_something
from corpus.citations.other_bodies import LOOK_BEHIND
from corpus.citations.pinpoints import DASHES
from corpus.citations.ranges import LIST_SEPARATOR, RANGE_SIGN

_LEADS_TO_AN_OPINION = re.compile(
    r"(?:^|[(;\[]|\),|\b(?:[Ss]ee|[Ii]n|[Aa]nd|[Oo]r|[Aa]lso|[Bb]y|[Oo]f|[Uu]nder|[Cc]f\.|[Aa]ccord))\s*$"
)
"""What stands before the number and year of an opinion without the word: `(43 (2022))`."""

_LEADS_TO_A_SHORT_NUMBER = re.compile(
    r"(?:\(|\b(?:[Ss]ee|[Aa]lso|[Cc]f\.|[Aa]ccord)|[)\0],?(?:\s+(?:and|or|&)|;)?)\s*$"
)
"""What stands before `12-22` for opinion 22 of 2012: `see `, or another citation."""


def opinion_list(words: str, name: NameInText, numbers: OpinionNumbers) -> Iterator[FoundCitation]:
    """Read a list of opinions; without a year only the first, or all after a plural."""
    start = name.start
    number = numbers.read(words, name.number_start, may_be_alone=True, name_start=name.start)
    while number:
        yield FoundCitation(min(start, number.start), number.end, number.opinion)
        range_sign = RANGE_SIGN.match(words, number.end)
        separator = range_sign or LIST_SEPARATOR.match(words, number.end)
        if separator is None:
            return
        start, previous = separator.end(), number
        is_range = range_sign is not None and not number.has_year
        may_be_alone = name.is_plural or (is_range and separator["sign"] in DASHES)
        number = numbers.read(words, start, may_be_alone=may_be_alone)
        if number and previous.is_after_year and not number.has_year:
            return


def opinions_alone(words: str, groups: Sequence[OpinionNumbers]) -> Iterator[FoundCitation]:
    """Find known opinions by number and year after words such as `see`: `see 43 (2022)`."""
    everywhere = dict.fromkeys(number for numbers in groups for number in numbers.everywhere(words))
    for number in everywhere:
        start = number.start
        before = words[max(start - LOOK_BEHIND, 0) : start]
        leads = _LEADS_TO_AN_OPINION if number.has_year else _LEADS_TO_A_SHORT_NUMBER
        if leads.search(before) and not counts_something(words, number.end):
            yield FoundCitation(start, number.end, number.opinion)
