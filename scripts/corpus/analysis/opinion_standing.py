"""What became of a cited opinion, in words: today, or since the day of a text."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta
from itertools import chain
from typing import NamedTuple

from corpus.analysis.change_labels import label_of_changes, statuses_before_end
from corpus.analysis.changes import changes_by_later
from corpus.analysis.cited_paragraphs import Place
from corpus.analysis.index import CorpusIndex, IncomingRelation
from corpus.analysis.law_labels import ProvisionChange
from corpus.analysis.paragraph_status import (
    cited_answer_status,
    paragraph_status,
    paragraph_statuses,
    said_of_each,
)
from corpus.analysis.standing import Standing, Statement
from corpus.analysis.status import DerivedStatus, Status, opinion_status
from corpus.analysis.status_labels import (
    adopted_changes_of_law,
    changes_of_law,
    changes_of_law_before_end,
    elsewhere_label,
    label_without_caution,
    status_code,
    unchecked_label,
    undecided_label,
)
from corpus.library.record import Record
from corpus.model.edition import Edition
from corpus.model.opinion_parts import Correction
from corpus.model.partial_date import PartialDate
from corpus.model.words import capitalized, uncapitalized


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
    before_end: tuple[Change, ...] = ()
    """What a superseded or withdrawn opinion went through before, and its status leaves out."""
    caution: str = ""
    """`later history not checked`, for the summary; empty if it was, or if the mark says it."""

    @property
    def mark(self) -> str:
        """The standing in a word or two: `superseded`, or `in force` as on the opinion's page."""
        return self.changes[0].words if self.standing.is_unchanged else self.standing.in_words

    def mark_seen_from(self, written: date | None) -> str:
        """The mark in a summary, with what came before and after the day of a text."""
        mark = self.mark
        days = [change.days for change in self.changes if change.days]
        if written and days:
            first, last_begins, last = zip(*days, strict=True)
            all_days = DaysOfChange(min(first), max(last_begins), max(last))
            seen = Statement[f"MARK_{all_days.seen_from(written).name}"]
            mark = seen.format(mark=mark.removesuffix(" since"))
        if self.caution:
            mark = Statement.MARK_UNCHECKED.format(mark=mark, caution=self.caution)
        return Statement.MARK_CORRECTED.format(mark=mark) if self.corrections else mark

    def seen_from(self, written: date | None) -> str:
        """The standing in words, with what came before and after the day of a text."""
        changes = (*self.changes, *self._before_end(written), *self.corrections)
        return capitalized("; ".join(change.seen_from(written) for change in changes))

    def _before_end(self, written: date | None) -> Iterator[Change]:
        """What may have come before a text, if the opinion may have ended only after it."""
        end = self.changes[0].days
        if written and end and end.last > written:
            yield from (
                each for each in self.before_end if each.days and each.days.first <= written
            )


def opinion_standing(record: Record, index: CorpusIndex) -> OpinionStanding:
    """The standing of a whole opinion, with all its corrections."""
    corrections = tuple(_corrections(record.opinion.corrections, index))
    return _standing(opinion_status(record, index), corrections, index)


def given(record: Record) -> PartialDate | None:
    """When an opinion was given, as exactly as it is known; None for a draft, or without a year."""
    if record.opinion.is_draft:
        return None
    return record.opinion.approved or (PartialDate(record.year) if record.year else None)


def paragraph_standings(record: Record, index: CorpusIndex) -> dict[int, OpinionStanding]:
    """The standing of each paragraph by its number, with its own corrections."""
    standings = said_of_each(
        paragraph_statuses(record, index), lambda status: _standing(status, (), index)
    )
    return {
        number: standing._replace(corrections=_corrections_at(record, [number], index))
        for number, standing in standings.items()
    }


def answer_standings(record: Record, index: CorpusIndex) -> dict[str, OpinionStanding]:
    """The standing of each answer by its id, whatever else its paragraphs answer."""
    return {
        answer.id: _standing(
            cited_answer_status(record, answer, index),
            _corrections_at(record, answer.at, index),
            index,
        )
        for answer in record.opinion.holdings
    }


def standing_at(record: Record, place: Place, index: CorpusIndex) -> OpinionStanding:
    """The standing of one of an opinion's paragraphs or answers, or else of the whole opinion."""
    if not place.is_in(record):
        return opinion_standing(record, index)
    if place.answer:
        return answer_standings(record, index)[place.answer]
    paragraph = place.paragraph
    corrections = _corrections_at(record, [paragraph], index)
    return _standing(paragraph_status(record, paragraph, index), corrections, index)


def _standing(
    status: DerivedStatus, corrections: tuple[Change, ...], index: CorpusIndex
) -> OpinionStanding:
    code = Standing(status_code(status))
    changes = tuple(_changes(status, index))
    before_end = tuple(_before_end(status, index))
    caution = "" if code.is_unchanged else unchecked_label(status)
    return OpinionStanding(code, changes, corrections, before_end, caution)


def _corrections_at(
    record: Record, paragraphs: Collection[int], index: CorpusIndex
) -> tuple[Change, ...]:
    there = [each for each in record.opinion.corrections if not set(paragraphs).isdisjoint(each.at)]
    return tuple(_corrections(there, index))


def _corrections(corrections: Sequence[Correction], index: CorpusIndex) -> Iterator[Change]:
    for day in sorted({correction.on for correction in corrections}):
        yield Change(f"text corrected on {index.names.day(day)}", DaysOfChange(day, day, day))


def _changes(status: DerivedStatus, index: CorpusIndex) -> Iterator[Change]:
    by_opinions = label_without_caution(status, index.names).by_opinions
    if by_opinions:
        words = uncapitalized(by_opinions)
        days = _days(_days_by_opinions(status, index))
        if status.status is Status.CURRENT and not status.has_text:
            words = Statement.STATUS_NOT_CHECKED.format(label=words)
        yield Change(words, days)
    if elsewhere := elsewhere_label(status, index.names):
        yield Change(elsewhere, _days(_days_by_opinions(status.elsewhere or status, index)))
    if status.is_changed_since and (caution := unchecked_label(status)):
        yield Change(caution)
    of_law = changes_of_law(status, index.names), adopted_changes_of_law(status, index.names)
    for change in chain.from_iterable(of_law):
        yield _change_of_law(change)
    if undecided := undecided_label(status, index.names):
        yield Change(undecided)


def _before_end(status: DerivedStatus, index: CorpusIndex) -> Iterator[Change]:
    """The earlier changes, each with its own days, that the label of what ended does not name."""
    for earlier in statuses_before_end(status):
        label = label_of_changes(earlier, index.names)
        yield Change(uncapitalized(label), _days(_days_by_opinions(earlier, index)))
    for change in changes_of_law_before_end(status, index.names):
        yield _change_of_law(change)


def _change_of_law(change: ProvisionChange) -> Change:
    return Change(change.words, _days([_of_edition(edition) for edition in change.editions]))


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
    """The days on which an edition may have taken effect: one, or all after another."""
    if edition.has_unknown_effect:
        return edition.day, date.max
    return (edition.day + timedelta(days=1), date.max) if edition.after else (edition.day,) * 2
