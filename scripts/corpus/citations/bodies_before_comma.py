"""Other bodies and documents before a comma and a citation: `Florida, Canon 3`."""

import re
from collections.abc import Set as AbstractSet

from corpus.citations.capitalized_names import (
    INSTITUTION,
    LAW,
    UNDER_ITS_LAW,
    WORD,
    is_collection,
)
from corpus.citations.names_after import SMALL
from corpus.citations.titles_before import is_own_title

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
        return self._name(before) is not None and self.start_of_doubt(before) is None

    def start_of_doubt(self, before: str) -> int | None:
        """Where a name begins that leaves open whose the next citation is; None if none does.

        Words such as `According to the` lead to it, and it is not that of a collection.
        """
        name = self._name(before) if before.rstrip().endswith(",") else None
        if name is None or is_collection(name[0].rstrip(", "), self._collections):
            return None
        return name.start() if _LEADS_TO_A_BODY.search(before, 0, name.start()) else None

    def _name(self, before: str) -> re.Match[str] | None:
        may_match = before.rstrip().endswith((",", ")"))
        match = self.pattern.search(before) if may_match else None
        if match is None or _IN_CONTRAST_TO.search(before, 0, match.start()):
            return None
        is_own = self._are_laws and is_own_title(match[0], self._own, self._collections)
        return None if is_own else match
