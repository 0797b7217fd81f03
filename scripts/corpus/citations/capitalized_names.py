"""Names and possessives before a citation, and functions that compare words."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import pairwise

from corpus.citations.ordinary_words import JOINING_WORDS

_REST_OF_WORD = r"[\w.&/'\u2019-]*"
WORD = f"[A-Z]{_REST_OF_WORD}"
_NAME_BEFORE = re.compile(rf"(?P<name>[A-Z](?<!\w[A-Z]){_REST_OF_WORD}(?:\s+{WORD}){{0,7}})\s+$")
"""The capitalized words right before a citation. Beginning with the letter makes it fast."""

INSTITUTION = r"(?:Bar|Board|Committee|Council|Court|State)(?!\w)"
"""Institutions that every State has."""
LAW = "(?:code|law|rule|statute)s?"
UNDER_ITS_LAW = r"(?<=[Uu]nder\s)[A-Z][\w.\s]{2,30}\slaw,\s+$"
"""`Ohio law, ` after `Under `, which compares: the comma may precede a citation of another law."""
TO_ITS_CITATION = (
    r"(?:,?\s+(?!(?:but|here|however|though|unlike|whereas|while|yet)(?!\w))[a-z][a-z'\u2019-]*)"
    r"{1,12},?\s+$"
)
"""` a broker looks to ` after `In Florida,`: words in lowercase up to a section of its law."""

_ABBREVIATIONS = """
    admin adv agric ann app ass'n att'y bd bus cent ch civ comm comp cons const corp crim ct dep't
    dist educ eth evid fam fed gen inf ins int'l jud lab mun nat op prac prob proc prof r reg rem
    resp rev s stat sup super treas transp univ util veh
"""
ABBREVIATIONS = frozenset(_ABBREVIATIONS.split())
"""Abbreviations in the names of codes and courts, which do not end a sentence."""

ACRONYM = re.compile(r"[A-Z]{3,}|(?:[A-Z]\.){2,}")

_POSSESSIVE = re.compile(
    r"(?:\b(?:my|his|her|your|their|whose)"
    r"|(?<![A-Za-z])(?!(?:he|here|it|let|she|that|there|what|where|who)['\u2019])"
    r"(?P<owner>[a-z]+)['\u2019]s)\s+$"
)
_POSSESSIVES = ("my", "his", "her", "your", "their", "whose", "'s", "\u2019s")
"""How the last word ends if `_POSSESSIVE` matches; quicker to see."""


def name_before(before: str) -> re.Match[str] | None:
    """The capitalized words at the end; the last word tells quickly that there are none."""
    return None if last_word(before).islower() else _NAME_BEFORE.search(before)


def possessive_before(before: str) -> re.Match[str] | None:
    """`his ` or `the tenant's ` at the end."""
    return _POSSESSIVE.search(before) if before.rstrip().endswith(_POSSESSIVES) else None


def last_word(before: str) -> str:
    """The last word of a text, with the signs at its end."""
    return before.rstrip().rpartition(" ")[2]


def within_its_sentence(name: str) -> str:
    """`Commission.` for `Commission. The State Bar`."""
    words = name.split()
    for index, (word, following) in enumerate(pairwise(words), start=1):
        if word.endswith(".") and plain(following) in JOINING_WORDS:
            return " ".join(words[:index])
    return name


@lru_cache(maxsize=10_000)  # the same words stand before many citations
def plain(word: str) -> str:
    """`commission` for `Commission's,`, `us` for `U.S.`."""
    return re.sub(r"['\u2019]s?$", "", word.strip(",;:()")).replace(".", "").lower()


def is_collection(name: str, collections: AbstractSet[str]) -> bool:
    """Whether a name is of a whole body of law, as `Model Rules` or `UCC`."""
    is_acronym = ACRONYM.fullmatch(name) is not None
    return is_acronym or any(plain(word) in collections for word in name.split())


def initials(name: str) -> Iterator[str]:
    """`hbe`, `be` for `Harbor Board of Ethics`."""
    letters = "".join(word[0].lower() for word in name.split() if word[0].isupper())
    return (letters[start:] for start in range(max(len(letters) - 1, 0)))
