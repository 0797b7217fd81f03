"""What a reader takes for a citation and the finder misses: `Id.`, `2A-34.1.(l)`, `AO 7`."""

import re
from collections.abc import Iterator, Sequence

from corpus.citations.counts import may_bind
from corpus.citations.enumeration import END_OF_A_SENTENCE
from corpus.citations.found_citation import (
    CitationsInText,
    Doubt,
    FoundCitation,
    UnresolvedCitation,
)
from corpus.citations.introducers import NameInText
from corpus.citations.ordinary_words import counts_something, is_before_a_noun
from corpus.citations.pinpoints import (
    BLANK,
    BROKEN_SECTION,
    DASH,
    DASHES,
    NOT_CLOSED,
    PARTS,
    UNREAD,
    UNREAD_IN_WORDS,
)
from corpus.citations.ranges import LIST_SEPARATOR
from corpus.citations.rule_sets import NAMES_OTHER_RULES, SAME_RULES, names_rules_after
from corpus.model.authority_kind import NUMBER

HAVE_A_NUMBER = frozenset((Doubt.STOPPED, Doubt.NO_YEAR, Doubt.NUMERAL))
"""Doubts about words that surely cite something."""

_POINTS_BACK = re.compile(r"\b(?:[Ii]d|[Ii]bid)\.|\b[Ss]upra\b")
_END_OF_SUPRA = re.compile("upra")
_END_OF_ID = re.compile(r"d\.")
_TO_A_SECTION = re.compile(r",?\s*(?:at\s+)?(?=[§0-9])")
"""What stands between `Id.` and a section."""
_POINTING_WORD = re.compile(r"\b(?:[Tt]hat|[Ss]aid|[Tt]he\s+same|[Ss]uch)\s+$")
_NUMBER = re.compile(rf"[0-9](?:(?:[\w./()-]|{DASH}(?=[0-9]))*[\w)])?")
_ORDINAL = re.compile(
    r"\b(?i:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\s+$"
)
_OF_SAME_RULES = re.compile(rf"[0-9][\w.(), ]{{0,40}}?{SAME_RULES.pattern}")
_RULE_ALONE = re.compile(rf"[0-9]{{1,2}}(?!\w|\.\d|{DASH}\w){PARTS}(?!\s?\()")
"""`8(a)`."""
_NUMERAL = re.compile(r"(?:[IVX]{2,6}|[ivx]{2,6})(?![\w'\u2019])(?:[.(][\w.()]*[\w)])?")
"""`IIX` or `iv(b)`, which is never read."""
_CUT_NUMBER = re.compile(
    rf"""
    (?!{DASH})(?:[0-9]{{1,4}}{DASH})?[0-9]{{1,3}}(?:[.(]|{DASH}[A-Z0-9]|[A-Z]).*  # 34.1.(l), 30-A
  | [0-9]{{1,2}}(?:/[0-9]{{1,2}}){{1,4}}                                          # 3/4
  | [0-9]{{4}}{DASH}[0-9]+[A-Z].*                                                 # 2014-30A
    """,
    re.VERBOSE,
)
"""A number that goes on, though the rest of it cannot be read."""
_OF_THAT_DOCUMENT = re.compile(
    r"\s+(?:of|in)\s+(?:that|those|said)\s+(?:code|document|guideline|opinion|rule|standard)s?(?!\w)"
)
_LONGEST_SENTENCE = 200
_UNREAD_PART = re.compile(
    rf"[{DASHES}.]?\s?\([^()\s]{{1,7}}\)|\(\w{{1,2}}\(\w{{1,2}}\)\)?|\[[^\[\]\s]{{1,7}}\]|[{DASHES}.]?\w+"
)
"""`.(l)` or `-x`."""


def with_doubts(
    words: str, name: NameInText, citations: tuple[FoundCitation, ...], end_of_rules: int
) -> CitationsInText:
    """The citations that a name introduces, without one still to be filled in, and the doubts."""
    blank = BLANK.match(words, citations[-1].end) if citations else None
    if blank is None:
        doubts = doubts_after(words, name, citations, end_of_rules)
        return CitationsInText(citations, tuple(doubts))
    *complete, cut = citations
    doubt = UnresolvedCitation(cut.start, blank.end(), Doubt.STOPPED)
    return CitationsInText(tuple(complete), (doubt,))


def doubts_after(
    words: str, name: NameInText, citations: tuple[FoundCitation, ...], end_of_rules: int = 0
) -> Iterator[UnresolvedCitation]:
    """What a reader takes for a citation, or for more of one, besides what was found.

    `end_of_rules` is the end of what was read before the name if that is about rules in sets.
    """
    if citations:
        yield from _unread(words, name, citations[-1].end)
        return
    if name.meaning.is_common:
        return
    is_common_noun = name.meaning.kind is not None and words[name.start].islower()
    if name.is_of_sets and (rule := _of_rules_before(words, name, end_of_rules)):
        yield UnresolvedCitation(name.start, rule.end(), Doubt.POINTS_BACK)
    elif number := _NUMBER.match(words, name.number_start):
        if doubt := _doubt_about(words, number, name):
            yield UnresolvedCitation(name.start, number.end(), doubt)
    elif numeral := _numeral_after(words, name):
        yield UnresolvedCitation(name.start, numeral.end(), Doubt.NUMERAL)
    elif ordinal := _ordinal_before(words, name):
        yield UnresolvedCitation(ordinal.start(), name.end, Doubt.IN_WORDS)
    elif not (name.is_plural or is_common_noun) and (
        word := _POINTING_WORD.search(words, max(name.start - 12, 0), name.start)
    ):
        yield UnresolvedCitation(word.start(), name.end, Doubt.POINTS_BACK)


def _of_rules_before(words: str, name: NameInText, end_of_rules: int) -> re.Match[str] | None:
    """`4(b) of the same Rules`, or `8(a)` of `Rule 8(a)` in the sentence of a rule of a set."""
    if same := _OF_SAME_RULES.match(words, name.number_start):
        return same
    rule = _RULE_ALONE.match(words, name.number_start) if end_of_rules else None
    if rule is None or names_rules_after(words, rule.end()):
        return None
    if LIST_SEPARATOR.fullmatch(words, end_of_rules, name.start):
        return rule
    goes_on = _is_in_the_sentence(words, end_of_rules, name)
    return rule if goes_on and not is_before_a_noun(words, rule.end()) else None


def _is_in_the_sentence(words: str, end_of_rules: int, name: NameInText) -> bool:
    """Whether `Rule 4` stands in the sentence of an earlier rule of a set."""
    if not words[name.start].isupper() or name.start - end_of_rules > _LONGEST_SENTENCE:
        return False
    ends = END_OF_A_SENTENCE.search(words, end_of_rules - 1, name.start + 1)
    return not (ends or NAMES_OTHER_RULES.search(words, end_of_rules, name.start))


def _numeral_after(words: str, name: NameInText) -> re.Match[str] | None:
    """`IIX` of `Pier Rule IIX`; after `rule`, or a name of sections, it is of no citation."""
    kind = name.meaning.kind
    if words[name.start].islower() or _is_of_no_set(name) or (kind is not None and kind.is_code):
        return None
    return _NUMERAL.match(words, name.number_start)


def _ordinal_before(words: str, name: NameInText) -> re.Match[str] | None:
    """`third ` before `Canon`."""
    is_number = name.meaning.kind is not None and name.meaning.kind.numbering == NUMBER
    if not is_number or name.is_plural or not words[name.start].isupper():
        return None
    return _ORDINAL.search(words, max(name.start - 12, 0), name.start)


def _doubt_about(words: str, number: re.Match[str], name: NameInText) -> Doubt | None:
    """Why a number after a name is not read; None if it does not look like part of a citation."""
    if counts_something(words, number.end()):
        is_doubtful = _is_whole_number(number, name) and may_bind(words, name.start, number.end())
        return Doubt.MAY_COUNT if is_doubtful else None
    if name.meaning.kind is None and number[0].isdecimal():
        return Doubt.NO_YEAR
    return None if _is_of_no_set(name) or not _CUT_NUMBER.fullmatch(number[0]) else Doubt.STOPPED


def _is_whole_number(number: re.Match[str], name: NameInText) -> bool:
    """Whether a number such as `3` is that of an authority that has one."""
    kind = name.meaning.kind
    return kind is not None and kind.numbering == NUMBER and number[0].isdecimal()


def _is_of_no_set(name: NameInText) -> bool:
    """Whether a name such as `Rule` leaves open to which set a rule belongs."""
    return name.is_of_sets and not name.meaning.rule_set


def _unread(words: str, name: NameInText, end: int) -> Iterator[UnresolvedCitation]:
    """What comes directly after the end of an authority."""
    kind = name.meaning.kind
    if kind is not None and (
        part := NOT_CLOSED.match(words, end) or UNREAD_IN_WORDS.match(words, end)
    ):
        yield UnresolvedCitation(*part.span(), Doubt.STOPPED)
    elif kind is not None and UNREAD.match(words, end):
        if part := _UNREAD_PART.match(words, end):
            yield UnresolvedCitation(*part.span(), Doubt.STOPPED)
    elif kind is not None and kind.is_code and (rest := BROKEN_SECTION.match(words, end)):
        yield UnresolvedCitation(*rest.span(), Doubt.STOPPED)


def is_of_that_document(words: str, end: int) -> bool:
    """Whether ` of that document` follows, which may be any document named before."""
    return _OF_THAT_DOCUMENT.match(words, end) is not None


def may_point_back(words: str) -> bool:
    """Whether `Id.` or `supra` may be there; their last letters are the quickest to find."""
    if _END_OF_ID.search(words) and ("id." in words or "Id." in words):
        return True
    return _END_OF_SUPRA.search(words) is not None


def pointing_back(words: str, citations: Sequence[FoundCitation]) -> Iterator[UnresolvedCitation]:
    """`Id.` and `supra`, unless a section that was found follows, as in `Id. § 2A-34`."""
    if not may_point_back(words):
        return
    starts = {citation.start for citation in citations}
    for match in _POINTS_BACK.finditer(words):
        section = _TO_A_SECTION.match(words, match.end())
        if section is None or section.end() not in starts:
            yield UnresolvedCitation(*match.span(), Doubt.POINTS_BACK)
