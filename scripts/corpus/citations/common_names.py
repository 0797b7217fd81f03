"""Whether a number after a word that all texts use is a citation: `section 12-4`, `standard 3`."""

import re

from corpus.citations.found_citation import FoundCitation
from corpus.citations.introducers import NameInText
from corpus.citations.ordinary_words import (
    is_after_a_document,
    is_before_a_noun,
    is_of_a_document,
    is_of_something,
    is_ordinary,
)
from corpus.citations.other_bodies import OtherBodies
from corpus.citations.pinpoints import DASH
from corpus.citations.section_numbers import has_short_numbers, may_be_a_range, names_its_chapter
from corpus.model.authority import Citation
from corpus.model.authority_kind import NUMBER, SETS

_PLAIN_LETTERS = re.compile(r"[A-Z]{2,4}\s*")
"""`GS `, which has another meaning than `G.S.`."""

_LETTER_AFTER_A_DASH = re.compile(rf"{DASH}[A-Za-z]\Z")
"""`-A` of `standard III-A`, which may be a type of anything."""


def is_clear(words: str, citations: tuple[FoundCitation, ...], others: OtherBodies) -> bool:
    """Whether numbers after a common word are sections of a code and nothing else.

    `Pier 4(f)` is a rule, as is `Pier .0104`; `Pier 4` is not.
    """
    target = citations[0].target if citations else None
    if isinstance(target, Citation) and target.kind.is_in_sets:
        return len(target.parts) > 1 or target.pinpoint.startswith(".")
    if not isinstance(target, Citation) or not names_its_chapter(target):
        return False
    if _may_be_of_a_document(words, citations[0].start, target):
        return False
    end = citations[-1].end
    is_of_others = others.after.is_named(words, end)
    is_plain = re.fullmatch("[0-9-]+", str(target)) is not None
    return not may_be_a_range(target) and not (
        is_plain and (is_of_others or is_of_something(words, end))
    )


def _may_be_of_a_document(words: str, start: int, section: Citation) -> bool:
    """Whether a number such as `12-4` after a common word may be of a contract; `2A-34` is not."""
    if re.fullmatch("[0-9-]+", section.authority) is None:
        return False
    has_small_numbers = re.fullmatch("[0-9]-[0-9]", section.authority) is not None
    return has_small_numbers or is_after_a_document(words, start)


def is_ordinary_english(words: str, name: NameInText, citations: tuple[FoundCitation, ...]) -> bool:
    """Whether a name in lowercase and its numbers cite nothing: `section 3.2 of the lease`."""
    if not words[name.start].islower():
        return False
    citation = citations[0]
    end = citations[-1].end
    if len(citations) > 1:
        return is_of_a_document(words, end)
    names_a_set = isinstance(citation.target, Citation) and citation.target.kind.is_in_sets
    if names_a_set and citation.start < name.start:
        return False
    if _is_plain(citation) and is_ordinary(words, name.start, end):
        return True
    has_dash = _LETTER_AFTER_A_DASH.search(words, name.start, end) is not None
    return (has_dash and is_before_a_noun(words, end)) or is_of_a_document(words, end)


def may_be_a_grade(words: str, name: NameInText, citations: tuple[FoundCitation, ...]) -> bool:
    """Whether letters and a range before a noun may be anything: `GS 12-14 federal employee`."""
    target = citations[0].target
    if len(citations) > 1 or not isinstance(target, Citation) or not target.kind.is_code:
        return False
    is_letters = _PLAIN_LETTERS.fullmatch(words, name.start, name.number_start) is not None
    is_range = has_short_numbers(target) and may_be_a_range(target)
    return is_letters and is_range and is_before_a_noun(words, citations[0].end)


def _is_plain(citation: FoundCitation) -> bool:
    """Whether a number is one that anything may have: a whole one such as `3`, without a part."""
    target = citation.target
    if not isinstance(target, Citation) or target.kind.numbering not in (NUMBER, SETS):
        return False
    return re.fullmatch("[0-9]*", target.pinpoint) is not None
