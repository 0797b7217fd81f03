"""What became of a cited authority, in words: today, or since the day of a text."""

from collections.abc import Sequence
from datetime import date

from corpus.analysis.history import (
    affected_parts,
    editions_affecting,
    is_only_adopted,
    provision_history,
)
from corpus.analysis.index import CorpusIndex
from corpus.analysis.old_numbers import old_number
from corpus.analysis.standing import Standing, Statement
from corpus.model.authority import Citation
from corpus.model.edition import BEGINNINGS, ONLY_THE_NUMBER, Edition
from corpus.model.partial_date import PartialDate

_NEW_NUMBERS = ("recodified", "renumbered")
"""The verbs of editions after which an authority has another number."""

_MAY_BE_OF_OLD_NUMBERS = frozenset({Standing.NO_CHANGE_RECORDED, Standing.COMPARE_THE_DAY})
"""The standings of an authority that may have got another number before the text."""

_REPEALED = "repealed"
_BEGIN_OR_END = BEGINNINGS | {_REPEALED}
"""The verbs of editions that say whether an authority has words at all."""


def authority_standing(
    words: str, citation: Citation, index: CorpusIndex, written: date | None
) -> tuple[Standing, str]:
    """The standing of an authority or a part of it, cited in these words, and the same in words.

    The collection does not list the parts of an authority, so nobody can know whether a part that
    nothing names exists.
    """
    standing, statement = _standing_of_law(citation, index, written)
    if written and standing in _MAY_BE_OF_OLD_NUMBERS:
        earlier = _editions_until(written, citation, index)
        if event := old_number(words, citation, earlier, index):
            return Standing.OLD_NUMBER, Statement.OLD_NUMBER.format(event=event)
    is_of_page = citation.pinpoint and standing is not Standing.UNKNOWN
    if is_of_page and citation not in index.named_provisions:
        statement = Statement.PART_NOT_NAMED.format(statement=statement)
    return standing, statement


def _editions_until(day: date, citation: Citation, index: CorpusIndex) -> tuple[Edition, ...]:
    """The editions of all of an authority that were in effect on a day, oldest first."""
    editions = editions_affecting(citation.without_pinpoint, index.references)
    return tuple(each for each in editions if each.has_known_day and each.day <= day)


def mark_of_law(standing: Standing, written: date | None) -> str:
    """The standing of an authority in a few words: today, or since the day of a text."""
    since = {Standing.LAW_CHANGED, Standing.LAW_RENUMBERED, Standing.NO_CHANGE_RECORDED}
    if written and standing in since:
        return Statement.MARK_SINCE.format(mark=standing.in_words.removesuffix(" since"))
    return standing.in_words


def _standing_of_law(
    citation: Citation, index: CorpusIndex, written: date | None
) -> tuple[Standing, str]:
    if not index.references.has_file(citation):
        return Standing.UNKNOWN, Statement.NO_AUTHORITY
    if written and (changes := _changes_since(citation, written, index)):
        events = _events(changes, citation, index)
        if all(is_only_adopted(edition, changes) for edition in changes):
            return Standing.COMPARE_THE_DAY, Statement.MAY_HAVE_CHANGED.format(events=events)
        is_renumbered = all(edition.verb in ONLY_THE_NUMBER for edition in changes)
        standing = Standing.LAW_RENUMBERED if is_renumbered else Standing.LAW_CHANGED
        return standing, Statement.CHANGED.format(events=events)
    editions = editions_affecting(citation, index.references)
    if not editions:
        return _of_unchanged(citation, index)
    return _of_changed(citation, editions, index, written)


def _of_changed(
    citation: Citation, editions: tuple[Edition, ...], index: CorpusIndex, written: date | None
) -> tuple[Standing, str]:
    """The standing of an authority with these editions, none certainly after the text."""
    repeal = _repeal(editions, citation)
    undated = next((edition for edition in editions if edition.after), None)
    adopted = next((each for each in editions if is_only_adopted(each, editions)), None)
    last = repeal or undated or adopted or editions[-1]
    day = day_in_words(last, index)
    event = _what_happened(last, citation, index)
    if repeal:
        return Standing.REPEALED, Statement.LAST_CHANGE.format(day=day, event=event)
    if undated:
        return Standing.COMPARE_THE_DAY, Statement.UNDATED.format(day=day, event=event)
    if adopted:
        return Standing.COMPARE_THE_DAY, Statement.ADOPTED.format(day=day, event=event)
    if editions == (last,) and _is_beginning(last, citation):
        since = Statement.NO_CHANGE_SINCE.format(verb=last.verb, day=day)
        return Standing.NO_CHANGE_RECORDED, since
    standing = Standing.NO_CHANGE_RECORDED if written else Standing.COMPARE_THE_DAY
    return standing, Statement.LAST_CHANGE.format(day=day, event=event)


def day_in_words(edition: Edition, index: CorpusIndex) -> str:
    """`March 1, 2020`; of a change that may have taken effect later, that it was only adopted."""
    day = index.names.edition_day(edition)
    return f"adopted {day}, effective date not known" if edition.has_unknown_effect else day


def _is_beginning(edition: Edition, citation: Citation) -> bool:
    """Whether an edition gave all of a provision its first words."""
    return edition.verb in BEGINNINGS and affected_parts(edition, citation) == (citation,)


def _repeal(editions: Sequence[Edition], citation: Citation) -> Edition | None:
    """The repeal of all of a provision, if nothing was enacted in its place since.

    A repeal that was only adopted may not have taken effect.
    """
    of_all = [
        edition
        for edition in editions
        if affected_parts(edition, citation) == (citation,)
        and not (edition.verb == _REPEALED and is_only_adopted(edition, editions))
    ]
    last = next((each for each in reversed(of_all) if each.verb in _BEGIN_OR_END), None)
    return last if last and last.verb == _REPEALED else None


def _what_happened(edition: Edition, citation: Citation, index: CorpusIndex) -> str:
    """Its event; of a repeal, or of a change of parts, also the verb: `repealed (Chapter 12)`."""
    event = edition.event.rstrip(".")
    action = _action(edition, citation, index)
    is_said = edition.verb != _REPEALED and action == edition.verb
    if is_said or event.lower() == action:
        return event
    return action if event.lower() == edition.verb else f"{action} ({event})"


def _action(edition: Edition, citation: Citation, index: CorpusIndex) -> str:
    """`amended`; `Canon 3(c) repealed` if it was only this part of what is cited."""
    parts = affected_parts(edition, citation)
    if parts == (citation,):
        return edition.verb
    return f"{', '.join(map(index.names.provision, parts))} {edition.verb}"


def _of_unchanged(citation: Citation, index: CorpusIndex) -> tuple[Standing, str]:
    authority = index.references.authority(citation)
    if authority and authority.note:
        return Standing.COMPARE_THE_DAY, Statement.NOTE
    if not editions_affecting(citation.without_pinpoint, index.references):
        return Standing.NO_HISTORY_RECORDED, Statement.NO_HISTORY
    return Standing.NO_CHANGE_RECORDED, Statement.NO_CHANGE


def _changes_since(citation: Citation, day: date, index: CorpusIndex) -> tuple[Edition, ...]:
    return provision_history(citation, PartialDate.of_day(day), index.references).changes


def _events(editions: Sequence[Edition], citation: Citation, index: CorpusIndex) -> str:
    """`amended (May 1, 2021), renumbered (June 1, 2022: 2.E became 8.E)`."""
    return ", ".join(
        f"{_action(edition, citation, index)} ({_day_and_number(edition, index)})"
        for edition in editions
    )


def _day_and_number(edition: Edition, index: CorpusIndex) -> str:
    """The day of an edition; with its event if that says which number the authority has now."""
    day = day_in_words(edition, index)
    return f"{day}: {edition.event.rstrip('.')}" if edition.verb in _NEW_NUMBERS else day
