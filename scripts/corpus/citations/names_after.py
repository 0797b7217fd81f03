"""Names after a citation that show whose it is: ` of the State Bar`, `, in our Rules`."""

import re
from collections.abc import Set as AbstractSet

from corpus.citations.names_before import (
    LAWMAKERS,
    PLAIN_WORD,
    SMALL,
    WORD,
    is_collection,
    plain,
    within_its_sentence,
)
from corpus.citations.ordinary_words import MONTH

_BEGINS_TO_FOLLOW = re.compile(r",?\s|[(\[]")
"""What every pattern below but that of a speaker begins with; nothing follows a period."""

_NAME = rf"(?P<name>{WORD}(?:\s+(?:(?:{SMALL}\s+)*{WORD})){{0,9}})"
_QUALIFIED = (
    r"\s+(?:(?:an?|the|its|our|these|those)\s+)?"
    r"(?:(?:[12][0-9]{3}|amended|current|joint|new|revised)\s+){0,2}"
    r"(?:(?:[a-z]+\s+){0,2}(?:board|commission|committee|council|division|office|panel)\s+"
    r"(?:on\s+(?:[a-z]+\s+){1,3})?of\s+(?:the\s+)?)?"
)
_GIVEN = "(?:given|issued|published|released|rendered|written)"
_NAME_AFTER = re.compile(
    r"(?:,\s+an?\s+(?:[a-z]+\s+){0,2}(?:canon|opinion|rule|standard|statute))?"
    rf",?\s+(?:of|{_GIVEN}\s+by){_QUALIFIED}{_NAME}"
)
"""The capitalized words after `of the` or `issued by the`, without what qualifies them."""

_GIVER_AFTER = re.compile(
    rf",?\s+(?:adopted|approved|promulgated)\s+by{_QUALIFIED}{_NAME}"
    rf"|,?\s+(?:that|which){_QUALIFIED}(?P<giver>{WORD}(?:\s+{WORD}){{0,5}})"
    rf"\s+(?:has\s+)?(?:{_GIVEN}|adopted|gave|wrote)"
    rf"|,\s+an?\s+(?P<origin>{WORD}(?:\s+{WORD}){{0,3}})"
    r"\s+(?:[a-z]+\s+){0,2}(?:canon|opinion|rule|standard|statute)(?!\w)"
)
"""`, which the State Bar issued`, `, a Florida opinion`."""

_SOURCE_AFTER = re.compile(
    rf",?\s+(?:by|from){_QUALIFIED}{_NAME}"
    rf"|,\s+(?P<apposition>{WORD}(?:\s+(?:(?:{SMALL}\s+)*{WORD})){{0,9}})"
    r"(?=\s*(?:[,;.)\]]|$))(?<![0-9IVX])"
)
"""` from the Florida `, `, State Bar,`."""

_DOCUMENT_AFTER = re.compile(
    r",?\s+(?:(?:as\s+)?(?:contained|found|printed|published|set\s+(?:forth|out)|stated)\s+)?"
    rf"(?:in|under|within){_QUALIFIED}{_NAME}"
)
"""`, in the Model Rules`."""

_TITLE_OF_RULES = re.compile(r"\b(?:Code|Rules)\s+(?:for|of|on)\s+(?P<subject>[A-Z].*)", re.DOTALL)
"""`Rules of Evidence`."""

_SPEAKER_AFTER = re.compile(
    rf",?\s+(?:the|our)\s+(?P<name>{PLAIN_WORD}(?:\s+{PLAIN_WORD}){{0,5}})\s+(?:also\s+)?"
    r"(?:adopted|advised|answered|approved|concluded|decided|explained|found|gave|held|holds|opined"
    r"|ruled|said|says|stated|told|took|wrote)(?!\w)"
)
"""` the State Bar held` after `In Opinion 5`."""

_LETTERS_AFTER = re.compile(
    r",?\s+(?P<letters>(?:[A-Z]\.\s?){2,}(?!\s?[A-Z][a-z])|[A-Z]{3,}(?![\w.]))"
)
"""`, H.C.C.` or ` HCC` after a number; not the initials of a person."""
_PARENTHESIS = re.compile(r"\s*[(\[](?P<name>[^()\[\]]{1,40})[)\]]")
_IN = re.compile(r"\b[Ii]n\s+$")
_IN_A_MONTH = re.compile(MONTH)


class NamesAfter:
    """Finds the names of other bodies and of their documents after a citation."""

    def __init__(
        self,
        named: re.Pattern[str],
        own: AbstractSet[str],
        collections: AbstractSet[str],
        *,
        are_opinions: bool,
    ) -> None:
        """Keep the names of other bodies, the body's own words and what it calls its documents."""
        self.named = named
        self._own = own
        self._collections = collections
        self._are_opinions = are_opinions

    def is_named(self, words: str, end: int, *, may_be_unknown: bool = False) -> bool:
        """Whether `of the` and the name of another body follow, or its name in parentheses.

        A name that has none of the commission's own words is another body's, unless it
        `may_be_unknown`; a name in capitals always is, such as `UCC`.
        """
        if not _BEGINS_TO_FOLLOW.match(words, end):
            return False
        if match := _NAME_AFTER.match(words, end):
            name = within_its_sentence(match["name"])
            if self._is_in(name):
                return True
            is_own = any(plain(word) in self._own for word in name.split())
            is_acronym = len(name) > 1 and name.isupper()
            return not (is_own or _IN_A_MONTH.match(name) or (may_be_unknown and not is_acronym))
        if may_be_unknown and self._has_letters_after(words, end):
            return True
        if match := _PARENTHESIS.match(words, end):
            return self.named.match(match["name"]) is not None
        return self._is_known_after(words, end)

    def names_other_rules(self, words: str, end: int) -> bool:
        """Whether ` of the` and rules that are surely another body's follow: ` of the Model Rules`.

        They have its name, or a title with none of the words of the body's own rules.
        """
        match = _NAME_AFTER.match(words, end)
        if match is None:
            return self._is_known_after(words, end)
        name = within_its_sentence(match["name"])
        if self._is_in(LAWMAKERS.sub("", name)):
            return True
        title = _TITLE_OF_RULES.search(name)
        return title is not None and self._own.isdisjoint(map(plain, title["subject"].split()))

    def _has_letters_after(self, words: str, end: int) -> bool:
        """Whether the initials of another code follow: `§ 4-101, H.C.C.`, or a known `HCC`."""
        match = _LETTERS_AFTER.match(words, end)
        if match is None:
            return False
        letters = match["letters"].rstrip()
        return self._is_in(letters) or ("." in letters and plain(letters) not in self._own)

    def _is_known_after(self, words: str, end: int) -> bool:
        """Whether the configured name of another body or of its collection follows."""
        if match := _GIVER_AFTER.match(words, end):
            name = _first_group(match)
            return self._is_in(name) and (self._are_opinions or not LAWMAKERS.search(name))
        if match := _SOURCE_AFTER.match(words, end):
            name = _first_group(match)
            return self._is_in(name) and (
                self._are_opinions or is_collection(name, self._collections)
            )
        match = _DOCUMENT_AFTER.match(words, end)
        return (
            match is not None
            and self._is_in(match["name"])
            and is_collection(match["name"], self._collections)
        )

    def end_of_name(self, words: str, end: int) -> int:
        """The end of ` of the State Bar` after a citation; `end` if no name follows."""
        match = _NAME_AFTER.match(words, end)
        name = within_its_sentence(match["name"]).rstrip(".") if match else ""
        return match.start("name") + len(name) if match else end

    def speaks(self, words: str, start: int, end: int) -> bool:
        """Whether another body speaks in the opinion: `In Opinion 5 the State Bar held`."""
        if not self._are_opinions or not _IN.search(words, max(start - 4, 0), start):
            return False
        match = _SPEAKER_AFTER.match(words, end)
        return match is not None and self._is_in(match["name"])

    def _is_in(self, name: str) -> bool:
        """Whether a name contains the name of another body."""
        return self.named.search(name) is not None


def _first_group(match: re.Match[str]) -> str:
    return next(filter(None, match.groups()), "")
