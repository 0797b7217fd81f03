"""The standings of a cite check and its sentences."""

from enum import StrEnum

from corpus.analysis.index import CorpusIndex
from corpus.citations.found_citation import Doubt


class Standing(StrEnum):
    """What became of a cited opinion or authority; of an opinion, its `status_code`.

    They are in order of gravity; a summary begins with the gravest, which is the last.
    """

    CURRENT = "current"
    """The opinion stands: every later one is here."""
    NO_CHANGE_RECORDED = "no_later_change_recorded"
    LATER_OPINIONS_NOT_CHECKED = "later_opinions_not_checked"
    NO_HISTORY_RECORDED = "no_history_recorded"
    """No edition of the authority is recorded at all."""
    DRAFT = "draft"
    """It is only a draft for comment."""
    FULL_TEXT_NOT_AVAILABLE = "text_not_held"
    """The opinion is only listed, so nobody can tell from this collection."""
    UNRESOLVED = "unresolved"
    """The words look like a citation, but what they cite cannot be read."""
    UNKNOWN = "unknown"
    """It is not in this collection."""
    COMPARE_THE_DAY = "compare_the_day"
    """The authority changed at some time, but the day of the text or of the change is not known."""
    OLD_NUMBER = "old_number"
    """The authority had the cited number in an edition before the day of the text."""
    MODIFIED_ELSEWHERE = "modified_elsewhere"
    """Later opinions changed only other parts of the opinion than the cited paragraph."""
    SEPARATE_OPINION = "separate_opinion"
    """The cited paragraph is in a concurrence or a dissent, and nothing changed it or its law."""
    LAW_MAY_HAVE_CHANGED = "law_may_have_changed_since"
    """Nobody can tell whether the law of the opinion changed before it or since."""
    LAW_RENUMBERED = "law_renumbered_since"
    """Only the number or the form of the law changed."""
    LAW_CHANGED = "law_changed_since"
    """The authority changed, or one on which the opinion rests did."""
    MODIFIED = "modified"
    SUPERSEDED = "superseded"
    REPEALED = "repealed"
    """The authority was repealed; if the day of the text is known, by that day."""
    WITHDRAWN = "withdrawn"

    @property
    def in_words(self) -> str:
        """`no history recorded` for `no_history_recorded`, as a summary says it."""
        return _OTHER_WORDS.get(self, self.replace("_", " "))

    @property
    def is_unchanged(self) -> bool:
        """Whether nothing here changed the opinion or its law."""
        return self in _UNCHANGED


_OTHER_WORDS = {
    Standing.NO_CHANGE_RECORDED: "no change recorded",
    Standing.COMPARE_THE_DAY: "may have changed or been renumbered since",
    Standing.OLD_NUMBER: "may be an old number",
    Standing.MODIFIED_ELSEWHERE: "changed only elsewhere",
    Standing.SEPARATE_OPINION: "in a separate opinion",
    Standing.LAW_MAY_HAVE_CHANGED: "law may have changed or been renumbered since",
    Standing.LAW_RENUMBERED: "law changed or renumbered since",
    Standing.LAW_CHANGED: "law changed or renumbered since",
    Standing.FULL_TEXT_NOT_AVAILABLE: "status not checked",
}

_UNCHANGED = {
    Standing.CURRENT,
    Standing.NO_CHANGE_RECORDED,
    Standing.LATER_OPINIONS_NOT_CHECKED,
}


class Statement(StrEnum):
    """What is said about an opinion or an authority, apart from the status of an opinion."""

    NO_OPINION = "This opinion is not in the collection"
    NO_OPINION_YET = (
        "This opinion is not in the collection, which is not complete, so it may still exist"
    )
    OTHER_YEAR = "The year may be wrong: Opinion {number} is from {year}"
    NO_AUTHORITY = "Not in this collection"
    NO_CHANGE = "No change is recorded"
    NO_CHANGE_SINCE = "No change is recorded since it was {verb} ({day})"
    NO_HISTORY = "No history of it is recorded here"
    NOTE = "No change with a day is recorded; the note on its page says more"
    UNDATED = "Changed on {day}: {event}"
    OLD_NUMBER = "May be an old number: {event}"
    LAST_CHANGE = "Last recorded change ({day}): {event}"
    CHANGED = "Later {events}"
    ADOPTED = "May have changed ({day}): {event}"
    MAY_HAVE_CHANGED = "May have changed since: {events}"
    STATUS_NOT_CHECKED = "status not checked: {label}"
    NO_PLACE = "It has no {place}. {statement}"
    NO_PLACE_MARK = "no {place}"
    IN_SEPARATE = "{place} is in a {kind}, not part of what was decided. {statement}"
    IN_SEPARATE_MARK = "in a {kind}"
    PLACE_AND_MARK = "{place} ({mark})"
    SINCE = "{change}, after the date of your document"
    BEFORE = "{change}, on or before the date of your document"
    PARTLY_SINCE = "{change}, at least part of this after the date of your document"
    BEFORE_OR_SINCE = "{change}, not known whether before or after the date of your document"
    MARK_UNCHECKED = "{mark}, {caution}"
    MARK_CORRECTED = "{mark}, text corrected"
    MARK_SINCE = "{mark} since the date of your document"
    MARK_BEFORE = "{mark} on or before the date of your document"
    MARK_PARTLY_SINCE = "{mark}, with a change since the date of your document"
    MARK_BEFORE_OR_SINCE = "{mark}, perhaps with a change since the date of your document"
    GIVEN_LATER = "This opinion is from {day}, after the date of your document. {statement}"
    PART_NOT_NAMED = (
        "No opinion or recorded change names this part, so check that there is one. {statement}"
    )
    OF_OTHER_BODY = "1 citation of another body’s document was not checked: {citations}."
    OF_OTHER_BODIES = "{count} citations of other bodies’ documents were not checked: {citations}."
    RANGE_HAS_OTHERS = "Not every opinion of this range is in the collection"
    RANGE_OF_SECTIONS = "This range may include sections without a page here; they are not checked"


WHY_UNRESOLVED = {
    Doubt.STOPPED: "The number goes on, but the rest of it cannot be read",
    Doubt.POINTS_BACK: "This points back to another citation; look it up there",
    Doubt.MAY_COUNT: "The number may count what follows, so nothing is looked up. "
    "If it is a citation, put a comma or the year after it",
    Doubt.IN_WORDS: "The number stands in words before the name, so nothing is looked up. "
    "Type the name first, then the number in digits",
    Doubt.NUMERAL: "This Roman numeral is not read here, so nothing is looked up. "
    "Type the number in digits",
    Doubt.DAMAGED: "This is damaged, so nothing is looked up; compare it with the original",
    Doubt.WHOSE: "The word before this may name another body, so nothing is looked up",
    Doubt.NO_YEAR: "No single opinion here has this number and year. "
    "If the citation lacks the year, add it",
}
"""Why words that look like a citation are not resolved."""


def no_opinion(index: CorpusIndex) -> Statement:
    """What is said about an opinion that is not here."""
    return Statement.NO_OPINION if index.commission.is_complete else Statement.NO_OPINION_YET
