"""Names before a citation that show whose it is: `Florida, `, `Canons of the Guild, `."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import pairwise

from corpus.citations.ordinary_words import JOINING_WORDS

LOOK_BEHIND = 100
"""How many characters before a citation are read."""

_REST_OF_WORD = r"[\w.&/'\u2019-]*"
WORD = f"[A-Z]{_REST_OF_WORD}"
PLAIN_WORD = r"[A-Z][\w&/'\u2019-]*"
SMALL = "(?:of|for|the|and|on|in)"
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

COLLECTIONS_OF_LAW = frozenset(("act", "acts", "code", "laws", "stat", "statutes"))
"""Words for a body of law, of which a citation names a part."""

_LAWMAKERS = ("assembly", "court", "courts", "legislature", "state")
LAWMAKERS = re.compile(rf"\b(?:{'|'.join(_LAWMAKERS)})\b", re.IGNORECASE)
"""Who adopts the rules of any body."""
_OF_LAWMAKERS = frozenset((*_LAWMAKERS, "supreme"))
"""The words in their names, such as `Supreme Court`."""

ACRONYM = re.compile(r"[A-Z]{3,}|(?:[A-Z]\.){2,}")

_POSSESSIVE = re.compile(
    r"(?:\b(?:my|his|her|your|their|whose)"
    r"|(?<![A-Za-z])(?!(?:he|here|it|let|she|that|there|what|where|who)['\u2019])"
    r"(?P<owner>[a-z]+)['\u2019]s)\s+$"
)
_POSSESSIVES = ("my", "his", "her", "your", "their", "whose", "'s", "\u2019s")
"""How the last word ends if `_POSSESSIVE` matches; quicker to see."""

_TITLE_BEFORE = re.compile(
    rf"(?<![\w.])(?P<noun>[A-Z][a-z]+)\s+(?:of|for)"
    rf"(?P<rest>(?:\s+(?:{SMALL}\s+){{0,2}}{PLAIN_WORD}){{1,8}}),\s+$"
)
"""`Canons of the Guild, `."""

_SPEAKER_BEFORE = re.compile(
    rf"(?:^|[.;:!?]\s+)(?:The\s+|An?\s+)?(?P<name>{PLAIN_WORD}(?:\s+(?:{SMALL}\s+)*{PLAIN_WORD}){{0,6}})"
    r"(?:,\s+|\s+(?:also\s+|has\s+|have\s+)?(?:adopted|advised|agreed|answered|concluded|decided"
    r"|disagreed|explained|found|held|holds|opined|reached|ruled|said|says|took|wrote)"
    r"(?:\s+[a-z]+){0,6},?\s+)in\s+$"
)
"""`The Guild reached the same result in ` before `Opinion 5`."""

_EDITION = r"\((?:First|Second|Third|Fourth|[0-9](?:d|st|nd|rd|th)|(?:19|20)[0-9]{2})\)"
"""`(Third)` of `Restatement (Third) § 8`."""

_IN_CONTRAST_TO = re.compile(
    rf"\b(?:[Uu]nlike|[Cc]ontrary\s+to|(?:[Cc]ompared|[Ii]n\s+contrast)\s+(?:to|with))"
    rf"\s+(?:(?:{SMALL}|{WORD})\s+)*$"
)
"""`Unlike ` before `Florida, Canon 3`: what follows the comma is not of that body."""

_LEADS_TO_A_BODY = re.compile(
    r"\b(?:[Aa]ccording\s+to|[Aa]t|[Bb]efore|[Bb]y|[Ff]or|[Ff]rom|[Ii]n|[Tt]o|[Uu]nder|[Ww]ith(?:in)?)"
    rf"\s+(?:(?:an?|any|each|our|the|that|this)\s+)?(?:{WORD}\s+)*$"
)
"""`heard in the District ` before `Court, Canon 3`: what follows the comma may be of any body."""


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


def unknown_title_before(
    before: str, own: AbstractSet[str], collections: AbstractSet[str]
) -> int | None:
    """Where a title of a collection begins that has words besides a body's `own`; or None."""
    match = _TITLE_BEFORE.search(before) if before.rstrip().endswith(",") else None
    if match is None or plain(match["noun"]) not in collections:
        return None
    names = (plain(word) for word in match["rest"].split() if word[0].isupper())
    return None if all(word in own | _OF_LAWMAKERS for word in names) else match.start()


def speaker_before(words: str, start: int, named: re.Pattern[str]) -> int | None:
    """Where the subject of the sentence begins, if its name has one that is `named`."""
    match = _SPEAKER_BEFORE.search(words, max(start - LOOK_BEHIND, 0), start)
    return match.start("name") if match and named.search(match["name"]) else None


def is_own_title(title: str, own: AbstractSet[str], collections: AbstractSet[str]) -> bool:
    """Whether a title is a body's own, by who adopts it: `Court Canons of Conduct`."""
    words = [plain(word) for word in title.split()]
    known = own | _OF_LAWMAKERS | JOINING_WORDS
    return all(word in known for word in words) and not collections.isdisjoint(words)


class BodiesBeforeComma:
    """Finds the names of other bodies before a comma."""

    def __init__(
        self, any_name: str, own: AbstractSet[str], collections: AbstractSet[str], *, are_laws: bool
    ) -> None:
        """Prepare the pattern; `are_laws` is false for opinions, whose titles say nothing."""
        self.pattern = re.compile(
            rf"(?<!\w)(?!{INSTITUTION}\s+{LAW}|{UNDER_ITS_LAW})(?:{any_name})(?!\w)['\u2019s]*"
            rf"(?:\s+(?:{WORD}|{SMALL}|{LAW}))*(?:,|\s+{_EDITION})\s+$"
        )
        self._own = own
        self._collections = collections
        self._are_laws = are_laws

    def is_named(self, before: str) -> bool:
        """Whether a name at the end shows that what follows is of another body."""
        return self.name(before) is not None and self.start_of_doubt(before) is None

    def start_of_doubt(self, before: str) -> int | None:
        """Where a name begins that leaves open whose the next citation is; None if none does.

        Words such as `According to the` lead to it, and it is not that of a collection.
        """
        name = self.name(before) if before.rstrip().endswith(",") else None
        if name is None or is_collection(name[0].rstrip(", "), self._collections):
            return None
        return name.start() if _LEADS_TO_A_BODY.search(before, 0, name.start()) else None

    def name(self, before: str) -> re.Match[str] | None:
        """The name of another body before a comma at the end; None if there is none."""
        may_match = before.rstrip().endswith((",", ")"))
        match = self.pattern.search(before) if may_match else None
        if match is None or _IN_CONTRAST_TO.search(before, 0, match.start()):
            return None
        is_own = self._are_laws and is_own_title(match[0], self._own, self._collections)
        return None if is_own else match
