"""Titles and speakers before a citation: `Canons of the Guild, `, `The Guild agreed in `."""

import re
from collections.abc import Set as AbstractSet

from corpus.citations.capitalized_names import plain
from corpus.citations.names_after import PLAIN_WORD, SMALL
from corpus.citations.ordinary_words import JOINING_WORDS

COLLECTIONS_OF_LAW = frozenset(("act", "acts", "code", "laws", "stat", "statutes"))
"""Words for a body of law, one part of which a citation names."""

_LOOK_BEHIND = 100

_TITLE_BEFORE = re.compile(
    rf"(?<![\w.])(?P<noun>[A-Z][a-z]+)\s+(?:of|for)"
    rf"(?P<rest>(?:\s+(?:{SMALL}\s+){{0,2}}{PLAIN_WORD}){{1,8}}),\s+$"
)
_SPEAKER_BEFORE = re.compile(
    rf"(?:^|[.;:!?]\s+)(?:The\s+|An?\s+)?(?P<name>{PLAIN_WORD}(?:\s+(?:{SMALL}\s+)*{PLAIN_WORD}){{0,6}})"
    r"(?:,\s+|\s+(?:also\s+|has\s+|have\s+)?(?:adopted|advised|agreed|answered|concluded|decided"
    r"|disagreed|explained|found|held|holds|opined|reached|ruled|said|says|took|wrote)"
    r"(?:\s+[a-z]+){0,6},?\s+)in\s+$"
)
"""`The Guild reached the same result in ` before `Opinion 5`."""
_OF_LAWMAKERS = frozenset(("assembly", "court", "courts", "legislature", "state", "supreme"))
"""Words for who adopts the rules of any body."""


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
    match = _SPEAKER_BEFORE.search(words, max(start - _LOOK_BEHIND, 0), start)
    return match.start("name") if match and named.search(match["name"]) else None


def is_own_title(title: str, own: AbstractSet[str], collections: AbstractSet[str]) -> bool:
    """Whether a title is a body's own, by who adopts it: `Court Canons of Conduct`."""
    words = [plain(word) for word in title.split()]
    known = own | _OF_LAWMAKERS | JOINING_WORDS
    return all(word in known for word in words) and not collections.isdisjoint(words)
