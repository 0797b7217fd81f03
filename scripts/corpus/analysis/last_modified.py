"""The day on which an opinion or what is known about it last changed."""

from collections.abc import Iterator
from datetime import date
from itertools import chain

from corpus.analysis.index import CorpusIndex, once
from corpus.library.record import Record
from corpus.model.partial_date import PartialDate


def last_modified(record: Record, index: CorpusIndex) -> PartialDate | None:
    """The last known date of approval, withdrawal or correction, or of a later opinion about it.

    The approval and the withdrawal of the later opinion both count. A month or a year counts as
    its last day, so that the date is never earlier than the last change.
    """
    incoming = index.incoming_relations.get(record.id, ())
    opinions = [record.opinion, *(relation.record.opinion for relation in incoming)]
    withdrawals = (opinion.withdrawn.on for opinion in opinions if opinion.withdrawn)
    corrections = (PartialDate.of_day(each.on) for each in record.opinion.corrections)
    approvals = (opinion.approved for opinion in opinions if opinion.approved)
    dates = [*approvals, *withdrawals, *corrections]
    return max(dates, key=lambda when: when.last_day, default=None)


@once
def latest_entry(index: CorpusIndex) -> date:
    """The latest day of all that is recorded: of opinions, of the law, and in the ledger.

    It tells how recent a printed status is and, unlike today's date, does not change the bytes of
    a file that is made again. Of a month or a year it is the first day.
    """
    return max(_days(index), default=date(1970, 1, 1))


@once
def status_as_of(index: CorpusIndex) -> str:
    """`as of May 1, 2020, the day through which the collection is declared complete`.

    It also names the latest change of the law, which that day does not limit. If no day is
    declared, it says which opinion and which change of the law are the latest.
    """
    latest = latest_entry(index)
    until = index.commission.complete_until
    if until is None:
        return f"{_records(index)}; the collection is incomplete and may lack later changes"
    later = "; it may include later changes" if latest > until else ""
    law = max(_days_of_law(index), default=None)
    of_law = (
        f"; the latest recorded change of the law is from {index.names.day(law)}" if law else ""
    )
    return (
        f"as of {index.names.day(until)}, the day through which the collection is declared"
        f" complete{later}{of_law}"
    )


def _records(index: CorpusIndex) -> str:
    """`from records whose latest opinion is from 2022 and whose latest change of the law is …`."""
    names = index.names
    opinions = filter(None, (record.approved_or_year for record in index.records))
    opinion = max(opinions, key=lambda when: when.last_day, default=None)
    law = max(_days_of_law(index), default=None)
    latest = []
    if opinion:
        word = index.commission.words.opinion
        latest.append(f"latest {word} is from {names.partial_date(opinion)}")
    if law:
        latest.append(f"latest change of the law is from {names.day(law)}")
    return f"from records whose {' and whose '.join(latest)}" if latest else "from undated records"


def state_of_collection(index: CorpusIndex) -> str:
    """What a cite check looks at: `from a collection declared complete through May 1, 2020`."""
    latest = latest_entry(index)
    until = index.commission.complete_until
    if until is None:
        return _records(index)
    later = f", with records up to {index.names.day(latest)}" if latest > until else ""
    return f"from a collection declared complete through {index.names.day(until)}{later}"


def checked_on(day: date, written: date | None, index: CorpusIndex) -> str:
    """The day of a cite check, the day of the checked text, and the state of the collection."""
    document = f", for a document dated {index.names.day(written)}" if written else ""
    return f"Checked on {index.names.day(day)}{document}, {state_of_collection(index)}."


def _days(index: CorpusIndex) -> Iterator[date]:
    modified = (last_modified(record, index) for record in (*index.records, *index.drafts))
    yield from (when.first_day for when in modified if when)
    yield from index.sealed_days.values()
    yield from _days_of_law(index)
    if index.commission.complete_until:
        yield index.commission.complete_until


def _days_of_law(index: CorpusIndex) -> Iterator[date]:
    of_kinds = (kind.editions for kind in index.commission.authorities.values())
    of_laws = (law.editions for law in index.references.authorities.values())
    editions = chain.from_iterable((*of_kinds, *of_laws))
    yield from (edition.day for edition in editions if not edition.after)
