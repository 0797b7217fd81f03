"""Plain citations, which mean the same in every text: `See Canon 3(c). The `.

Nothing beside one can change what it means, so that each is read only once. A text in which all
citations are plain needs no other look; any other text is read as a whole by the finder.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from corpus.citations.doubts import may_point_back
from corpus.citations.found_citation import (
    NOTHING_FOUND,
    CitationsInText,
    CitationTarget,
    FoundCitation,
)
from corpus.citations.introducers import Introducers
from corpus.citations.masks import masked, may_have_numbers_alone
from corpus.citations.number_lists import VERB
from corpus.citations.ordinary_words import JOINING_WORDS
from corpus.citations.parts_alone import may_have_parts_alone
from corpus.citations.pinpoints import ANY_PART_WORD

_SUBJECT = "(?:any|each|every|he|it|she|the|these|they|this|those|we|you)"
_NUMBER = re.compile(
    r"\s(?:§\s?|No\.\s)?(?!I(?!\w))[0-9IVX]\w*(?:[.:]\w+|-[0-9]\w*)*(?:\([0-9A-Za-z]{1,3}\))*"
    r"(?:\s\((?:19|20)[0-9]{2}\))?"
    r"(?=[.?!]?\Z|[.?!]\s+[A-Z][a-z]|\)"  # Canon 3(c). The
    rf"|,?\s+(?:{VERB}|{_SUBJECT})(?!\w)"  # Canon 3(c), the
    rf"|(?<=\))\s+(?!{ANY_PART_WORD}|plus|versus)[a-z]{{3,}}s(?!\w))"  # Canon 3(c) lets
)
"""A number with its sign, parts and year, before words that do not change what it means."""

_CAPITALIZED = "|".join(sorted(word.capitalize() for word in JOINING_WORDS - {"in"}))
_MAY_CHANGE = "(?:and|her|his|in|my|of|or|the|their|under|whose|your)"
_WORD_BEFORE = re.compile(
    rf"\(?(?:{_CAPITALIZED}"  # Under
    rf"|(?!{_MAY_CHANGE}\s)[a-z]+[.?!]?"  # requires
    r"|(?<=[a-z][a-z] )(?:of|under))\s"  # violation of; not (c) of
)
"""A word before a citation that does not change what it means."""


class PlainCitations:
    """Reads texts in which all citations are plain."""

    def __init__(self, introducers: Introducers, read: Callable[[str], CitationsInText]) -> None:
        """Keep the introducing words, and what reads any text."""
        self._introducers = introducers
        self._read_any = read
        self._target = lru_cache(maxsize=10_000)(self._target_of)

    def read_each(self, paragraphs: Sequence[str]) -> Iterator[CitationsInText | None]:
        """The citations in each paragraph; None if one may not be plain, or for doubts."""
        return map(self._read, paragraphs, self._introducers.first_letters.places_in(paragraphs))

    def _read(self, words: str, places: Iterable[int]) -> CitationsInText | None:
        """The citations in a paragraph with introducing words in some of the places."""
        found = list[FoundCitation]()
        end = 0
        for place in places:
            name = self._introducers.pattern.match(words, place) if place >= end else None
            if name is None:
                continue
            end = name.end()
            if not _is_after_a_letter(words, place):
                citation = self._citation_at(words, name)
                if citation is None:
                    return None
                found.append(citation)
                end = citation.end
        rest = masked(found, words) if found else words
        if may_have_numbers_alone(rest) or may_point_back(rest):
            return None
        if not found:
            return NOTHING_FOUND
        return None if may_have_parts_alone(rest) else CitationsInText(tuple(found))

    def _citation_at(self, words: str, name: re.Match[str]) -> FoundCitation | None:
        """The citation that introducing words begin, if it is plain."""
        start = name.start()
        number = _NUMBER.match(words, name.end())
        if number is None or not _is_only_led_to(words, start):
            return None
        end = number.end()
        target = self._target(words[start:end])
        return FoundCitation(start, end, target) if target else None

    def _target_of(self, citation: str) -> CitationTarget | None:
        """What a citation means, read alone; None if its name needs the words around it."""
        name = self._introducers.pattern.match(citation)
        meaning = self._introducers.meaning(name[0]) if name else None
        if meaning is None or meaning.is_common or meaning.is_shared or citation[0].islower():
            return None
        match self._read_any(citation):
            case CitationsInText((FoundCitation(0, end, target),), (), ()) if end == len(citation):
                return target
        return None


def _is_after_a_letter(words: str, start: int) -> bool:
    """Whether a name is no name, but the end of a word: `rules` of `overrules`."""
    return start > 0 and words[start - 1].isalpha()


def _is_only_led_to(words: str, start: int) -> bool:
    """Whether what stands right before a citation does not say whose it is, or which part."""
    start_of_word = words.rfind(" ", 0, max(start - 1, 0)) + 1
    return start == 0 or _WORD_BEFORE.fullmatch(words, start_of_word, start) is not None
