"""The words of a cite check: what became of an opinion, today or since the day of the text."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from corpus.analysis.changes import changes_by_later
from corpus.analysis.index import CorpusIndex, IncomingRelation
from corpus.analysis.paragraph_status import paragraph_status, paragraph_statuses, said_of_each
from corpus.analysis.status import DerivedStatus, opinion_status
from corpus.analysis.status_labels import (
    changes_of_law,
    status_code,
    status_labels,
    unchecked_label,
    undecided_label,
)
from corpus.library.record import Record
from corpus.model.edition import Edition
from corpus.model.opinion_parts import Correction
from corpus.model.partial_date import PartialDate
from corpus.model.words import capitalized


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
    Standing.LAW_MAY_HAVE_CHANGED: "law may have changed or been renumbered since",
    Standing.LAW_RENUMBERED: "law changed or renumbered since",
    Standing.LAW_CHANGED: "law changed or renumbered since",
    Standing.FULL_TEXT_NOT_AVAILABLE: "full text not available",
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
    LAST_CHANGE = "Last recorded change ({day}): {event}"
    CHANGED = "Later {events}"
    NO_PARAGRAPH = "It has no ¶ {paragraph}. {statement}"
    NO_PARAGRAPH_MARK = "no ¶ {paragraph} ({mark})"
    SINCE = "{change}, after the date of your document"
    BEFORE = "{change}, on or before the date of your document"
    PARTLY_SINCE = "{change}, at least part of this after the date of your document"
    BEFORE_OR_SINCE = "{change}, not known whether before or after the date of your document"
    MARK_CORRECTED = "{mark}, text corrected"
    MARK_SINCE = "{mark} since the date of your document"
    MARK_BEFORE = "{mark} on or before the date of your document"
    MARK_PARTLY_SINCE = "{mark}, with a change since the date of your document"
    MARK_BEFORE_OR_SINCE = "{mark}, perhaps with a change since the date of your document"
    GIVEN_LATER = "This opinion was issued {when}, after the date of your document. {statement}"
    PART_NOT_NAMED = (
        "No opinion or recorded change names this part, so check that there is one. {statement}"
    )
    RANGE_HAS_OTHERS = "Not every opinion of this range is in the collection"
    RANGE_OF_SECTIONS = "This range may include sections without a page here; they are not checked"


def no_opinion(index: CorpusIndex) -> Statement:
    """What is said about an opinion that is not here."""
    return Statement.NO_OPINION if index.commission.is_complete else Statement.NO_OPINION_YET


class DaysOfChange(NamedTuple):
    """When the changes behind a standing came; of a month or a year, its first and last day."""

    first: date
    """The first day on which one of them may have come."""
    last_begins: date
    """The first day on which the last of them may have come."""
    last: date
    """The last day on which one of them may have come."""

    def seen_from(self, written: date) -> Statement:
        """How to tell the author of a text of that day about a change."""
        if self.first > written:
            return Statement.SINCE
        if self.last <= written:
            return Statement.BEFORE
        return Statement.PARTLY_SINCE if self.last_begins > written else Statement.BEFORE_OR_SINCE


class Change(NamedTuple):
    """What later opinions did to an opinion, or what happened to its law, within a sentence."""

    words: str
    """`superseded by AO 12 (2010)`; `in force` if nothing changed."""
    days: DaysOfChange | None = None
    """None if nothing changed."""

    def seen_from(self, written: date | None) -> str:
        """The words, with whether it came before or after the day of a text."""
        if self.days is None or written is None:
            return self.words
        return self.days.seen_from(written).format(change=self.words)


class OpinionStanding(NamedTuple):
    """The standing of an opinion or of one of its paragraphs."""

    standing: Standing
    changes: tuple[Change, ...]
    """What opinions did, and what happened to the law; one of them at least."""
    corrections: tuple[Change, ...] = ()
    """The corrections of its own words."""

    @property
    def mark(self) -> str:
        """The standing in a word or two: `superseded`, or `in force` as on the opinion's page."""
        return self.changes[0].words if self.standing.is_unchanged else self.standing.in_words

    def mark_seen_from(self, written: date | None) -> str:
        """The mark, with whether what happened came before or after the day of a text."""
        mark, days = self.mark, [change.days for change in self.changes if change.days]
        if written and days:
            first, last_begins, last = zip(*days, strict=True)
            all_days = DaysOfChange(min(first), max(last_begins), max(last))
            seen = Statement[f"MARK_{all_days.seen_from(written).name}"]
            mark = seen.format(mark=mark.removesuffix(" since"))
        return Statement.MARK_CORRECTED.format(mark=mark) if self.corrections else mark

    def seen_from(self, written: date | None) -> str:
        """The standing in words, with what came before and after the day of a text."""
        changes = (*self.changes, *self.corrections)
        return capitalized("; ".join(change.seen_from(written) for change in changes))


def opinion_standing(record: Record, index: CorpusIndex) -> OpinionStanding:
    """The standing of a whole opinion."""
    corrections = tuple(_corrections(record.opinion.corrections, index))
    return _standing(opinion_status(record, index), corrections, index)


def given(record: Record) -> PartialDate | None:
    """When an opinion was given, as exactly as it is known; None for a draft, or without a year."""
    if record.opinion.is_draft:
        return None
    return record.opinion.approved or (PartialDate(record.year) if record.year else None)


def paragraph_standings(record: Record, index: CorpusIndex) -> dict[int, OpinionStanding]:
    """The standing of each paragraph."""
    standings = said_of_each(
        paragraph_statuses(record, index), lambda status: _standing(status, (), index)
    )
    return {
        number: standing._replace(corrections=_corrections_at(record, number, index))
        for number, standing in standings.items()
    }


def standing_at(record: Record, paragraph: int, index: CorpusIndex) -> OpinionStanding:
    """The standing of one of an opinion's paragraphs, or of the whole opinion without it."""
    if paragraph not in record.text.paragraphs:
        return opinion_standing(record, index)
    corrections = _corrections_at(record, paragraph, index)
    return _standing(paragraph_status(record, paragraph, index), corrections, index)


def _standing(
    status: DerivedStatus, corrections: tuple[Change, ...], index: CorpusIndex
) -> OpinionStanding:
    code = Standing(status_code(status))
    return OpinionStanding(code, tuple(_changes(status, index)), corrections)


def _corrections_at(record: Record, paragraph: int, index: CorpusIndex) -> tuple[Change, ...]:
    of_paragraph = [each for each in record.opinion.corrections if paragraph in each.at]
    return tuple(_corrections(of_paragraph, index))


def _corrections(corrections: Sequence[Correction], index: CorpusIndex) -> Iterator[Change]:
    for day in sorted({correction.on for correction in corrections}):
        yield Change(f"text corrected on {index.names.day(day)}", DaysOfChange(day, day, day))


def _changes(status: DerivedStatus, index: CorpusIndex) -> Iterator[Change]:
    by_opinions, _ = status_labels(status, index.names)
    if by_opinions:
        days = _days(_days_by_opinions(status, index))
        yield Change(by_opinions[0].lower() + by_opinions[1:], days)
    for change in changes_of_law(status, index.names):
        yield Change(change.words, _days([_of_edition(edition) for edition in change.editions]))
    caution = unchecked_label(status) if status.is_changed_since else ""
    yield from (Change(words) for words in (undecided_label(status, index.names), caution) if words)


def _days_by_opinions(status: DerivedStatus, index: CorpusIndex) -> list[tuple[date, date]]:
    if status.withdrawn_on:
        return [_of_date(status.withdrawn_on)]
    return [
        *map(_of_relation, status.causes),
        *(day for change in status.causes for day in _days_of_end(change.record, index)),
    ]


def _days_of_end(later: Record, index: CorpusIndex) -> Iterator[tuple[date, date]]:
    """When an opinion that changed another was withdrawn, or else superseded or modified."""
    if withdrawn := later.opinion.withdrawn:
        yield _of_date(withdrawn.on)
    else:
        yield from map(_of_relation, changes_by_later(later, index))


def _days(changes: Sequence[tuple[date, date]]) -> DaysOfChange | None:
    """The days of changes, each given by the first and the last day that it may mean."""
    if not changes:
        return None
    begin, end = zip(*changes, strict=True)
    return DaysOfChange(min(begin), max(begin), max(end))


def _of_date(when: PartialDate) -> tuple[date, date]:
    return when.first_day, when.last_day


def _of_relation(change: IncomingRelation) -> tuple[date, date]:
    """The days on which a later opinion may have been approved; any day if nothing is known."""
    later = change.record
    if approved := later.opinion.approved:
        return _of_date(approved)
    return _of_date(PartialDate(later.year)) if later.year else (date.min, date.max)


def _of_edition(edition: Edition) -> tuple[date, date]:
    """The day of an edition, or every day after the one after which it came."""
    return (edition.day + timedelta(days=1), date.max) if edition.after else (edition.day,) * 2
