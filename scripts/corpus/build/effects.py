"""The effects of a change to the corpus: what readers will find different on the site."""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from corpus.analysis.index import build_index
from corpus.build.contents import site_tasks
from corpus.build.description_changes import description_changes
from corpus.build.law_changes import (
    LawChange,
    NoteChange,
    Reviews,
    law_changes,
    note_changes,
    reviews_by_key,
)
from corpus.build.new_opinion_report import NewOpinion
from corpus.build.record_changes import (
    FieldChange,
    NewCorrection,
    RecordChanges,
    WithdrawalChange,
    changes_in_valid_records,
)
from corpus.build.text_changes import TextChange
from corpus.library.corpus import ValidCorpus
from corpus.library.record import Record
from corpus.library.references import References
from corpus.output.exports.data_models import HoldingData, OpinionData
from corpus.output.exports.feeds import opinion_events
from corpus.output.exports.opinion_data import opinion_data
from corpus.output.task import files_of, parts_by_path
from corpus.paths import page_url

_COMPUTED_FIELDS: Any = {
    **dict.fromkeys(("status", "status_label", "changes", "cited_by"), True),
    **dict.fromkeys(("paragraphs", "sha256", "citation"), True),
    "holdings": {"__all__": {"status", "status_label"}},
}
"""The fields that follow from others and are reported separately."""

_FIELDS_IN_WORDS = {
    "approved": "day of approval",
    "text": "whether the text is here",
    "withdrawn": "withdrawal",
    "issues": "questions",
    "holdings": "answers",
    "cites": "authorities that it cites",
    "opinions": "earlier opinions that it cites",
    "aliases": "other forms of its number",
    "url": "address",
}
"""What readers call a field, if they do not use its name."""

_MOST_PAGES = 100
"""How many pages, and how many files, are listed as changed."""

_Opinions = Mapping[str, OpinionData]
"""The data of opinions by their id."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What only the new state has, and what only the old state had."""

    gained: tuple[str, ...]
    lost: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Effects:
    """Every difference that readers will find."""

    words: tuple[TextChange, ...]
    """Each paragraph of approved text whose words or emphasis change, is new or is removed."""
    opinions: Difference
    changed: tuple[str, ...]
    """Each opinion whose fields change, with what readers call them."""
    statuses: tuple[str, ...]
    """Each opinion or holding whose status changes, with the old and the new status."""
    cited_by: Difference
    rows: Difference
    """The rows in lists of opinions, each with its page."""
    addresses: Difference
    feeds: Difference
    """The entries of the feeds."""
    corrections: tuple[NewCorrection, ...] = ()
    withdrawals: tuple[WithdrawalChange, ...] = ()
    law: tuple[LawChange, ...] = ()
    """Each entry on a change of an authority that is new or was removed."""
    unchecked: tuple[str, ...] = ()
    """If the law changed, the opinions of which nobody here knows whether they cite it."""
    notes: tuple[NoteChange, ...] = ()
    reviews: tuple[str, ...] = ()
    """Each other citation to review because an authority changed after the opinion."""
    links: tuple[str, ...] = ()
    """Each link to a question or an answer that shows other words, with the old and the new."""
    paragraphs: tuple[str, ...] = ()
    """The numbered paragraphs of each opinion whose text is new or changes."""
    pages: tuple[str, ...] = ()
    """The address of each page or file that is there before and after, with other contents."""
    new_opinions: tuple[NewOpinion, ...] = ()
    """The new opinions whose text is here."""
    has_other_settings: bool = False
    """Whether a file other than a record differs, even if no page shows it."""
    approvals: tuple[FieldChange, ...] = ()
    """Each day of approval that changes."""
    details: tuple[FieldChange, ...] = ()
    """Each title, summary, question or answer that changes, with the old and the new words."""
    descriptions: tuple[FieldChange, ...] = ()
    """What is said of topics, programs and authorities, if it changes."""


@dataclass(frozen=True, slots=True)
class _SiteState:
    """What readers find on the site of one state of the corpus."""

    references: References
    opinions: _Opinions
    records: Mapping[str, Record]
    rows: frozenset[str]
    addresses: Mapping[str, str]
    """The hash of what is at each address."""
    entries: frozenset[str]
    reviews: Reviews


def effects(
    before: ValidCorpus, after: ValidCorpus, changes: RecordChanges | None = None
) -> Effects:
    """Compare two states of a corpus; `changes` may be of more opinions than these have."""
    old, new = _site_state(before), _site_state(after)
    law = law_changes(old.references, new.references, new.reviews)
    changes = changes or changes_in_valid_records(before, after)
    return Effects(
        changes.texts,
        _difference(old.opinions, new.opinions),
        tuple(_field_changes(old.opinions, new.opinions)),
        tuple(_status_changes(old.opinions, new.opinions)),
        _difference(_relations(old.opinions), _relations(new.opinions)),
        _difference(old.rows, new.rows),
        _difference(old.addresses, new.addresses),
        _difference(old.entries, new.entries),
        changes.corrections,
        tuple(_with_effects(change, old, new) for change in changes.withdrawals),
        law,
        tuple(_without_text(new.opinions)) if law else (),
        tuple(note_changes(old.references, new.references)),
        tuple(_other_reviews(old.reviews, new.reviews, law)),
        tuple(_link_changes(old.opinions, new.opinions)),
        tuple(_new_paragraphs(old.opinions, new.opinions)),
        tuple(_changed_pages(old.addresses, new.addresses)),
        tuple(_new_with_text(old.opinions, new)),
        before.digest != after.digest,
        changes.approvals,
        changes.details,
        tuple(description_changes(old.references, new.references)),
    )


def effects_on_records(changes: RecordChanges) -> Effects:
    """What is known of the effects if no page can be made of one of the states."""
    unknown = Difference((), ())
    return Effects(
        changes.texts,
        unknown,
        (),
        (),
        *(unknown,) * 4,
        corrections=changes.corrections,
        withdrawals=changes.withdrawals,
        approvals=changes.approvals,
        details=changes.details,
    )


def _site_state(corpus: ValidCorpus) -> _SiteState:
    index = build_index(corpus.references, corpus.records, corpus.seals)
    opinions = {str(record.id): opinion_data(record, index) for record in index.records}
    events = (event for record in index.records for event in opinion_events(record, index))
    return _SiteState(
        index.references,
        opinions,
        {str(record.id): record for record in index.records},
        frozenset(_list_rows(opinions.values())),
        dict(_digests(parts_by_path(files_of(site_tasks(corpus))))),
        frozenset(f"{event.day}: {event.title}" for event in events),
        reviews_by_key(index),
    )


def _digests(files: Iterable[tuple[str, Iterable[str]]]) -> Iterator[tuple[str, str]]:
    """The address and the hash of each file."""
    for path, parts in files:
        sha256 = hashlib.sha256()
        for part in parts:
            sha256.update(part.encode())
        yield page_url(path), sha256.hexdigest()


def _list_rows(opinions: Iterable[OpinionData]) -> Iterator[str]:
    """Each page that lists an opinion, with the opinion."""
    for opinion in opinions:
        pages = [f"opinions/{opinion.year}/", *(f"topics/{topic}/" for topic in opinion.topics)]
        pages += [f"programs/{program}/" for program in opinion.programs]
        pages += [authority.url for authority in opinion.cites]
        yield from (f"{page}: {opinion.label}" for page in pages)


def _relations(opinions: _Opinions) -> Iterator[str]:
    """A sentence for each earlier opinion that an opinion cites."""
    for opinion in opinions.values():
        for earlier in opinion.opinions:
            yield f"{opinion.label} {earlier.effect} {earlier.opinion}"


def _in_both(old: _Opinions, new: _Opinions) -> Iterator[tuple[OpinionData, OpinionData]]:
    """The old and the new data of each opinion that both states have."""
    return ((old[key], new[key]) for key in sorted(old.keys() & new.keys()))


def _with_effects(change: WithdrawalChange, old: _SiteState, new: _SiteState) -> WithdrawalChange:
    """The withdrawal, with what it changes for the opinions that pages show."""
    record = new.records.get(change.id)
    if record is None:
        return change
    earlier = (str(relation.cites) for relation in record.opinion.opinions)
    statuses = _status_changes_among(old.opinions, new.opinions, {change.id, *earlier})
    cited_by = _cited_by(new.opinions, change.id) if change.after else ()
    return replace(change, statuses=tuple(statuses), cited_by=tuple(cited_by))


def _cited_by(opinions: _Opinions, key: str) -> Iterator[str]:
    """The opinions that cite one, each with what it says and where."""
    for later in opinions[key].cited_by:
        places = ", ".join(f"¶ {number}" for number in later.at)
        where = f" ({places})" if places else ""
        yield f"{opinions[later.opinion].label} {later.effect} it{where}"


def _other_reviews(old: Reviews, new: Reviews, law: Iterable[LawChange]) -> Iterator[str]:
    """The new citations to review for which no new change of the law is the reason."""
    explained = {change.key for change in law}
    for key, review in new.items():
        if key not in old and key.change not in explained:
            yield review


def _new_paragraphs(old: _Opinions, new: _Opinions) -> Iterator[str]:
    for key, after in sorted(new.items()):
        before = old.get(key)
        if before is None or before.sha256 != after.sha256:
            yield from (f"{after.label} ¶ {item.number}: {item.text}" for item in after.paragraphs)


def _new_with_text(old: _Opinions, new: _SiteState) -> Iterator[NewOpinion]:
    for key, opinion in sorted(new.opinions.items()):
        before = old.get(key)
        if opinion.paragraphs and not (before and before.paragraphs):
            yield NewOpinion(opinion, new.records[key])


def _without_text(opinions: _Opinions) -> Iterator[str]:
    """The opinions that are only listed, without their text and what they cite."""
    for _, opinion in sorted(opinions.items()):
        if not (opinion.paragraphs or opinion.cites):
            yield opinion.label


def _field_changes(old: _Opinions, new: _Opinions) -> Iterator[str]:
    for before, after in _in_both(old, new):
        was, now = (data.model_dump(exclude=_COMPUTED_FIELDS) for data in (before, after))
        changed = [name for name in now if now[name] != was[name]]
        if changed:
            yield f"{after.label}: {', '.join(_field_in_words(name) for name in changed)}"


def _field_in_words(name: str) -> str:
    """A field of an opinion as readers call it."""
    return _FIELDS_IN_WORDS.get(name, name.replace("_", " "))


def _link_changes(old: _Opinions, new: _Opinions) -> Iterator[str]:
    for before, after in _in_both(old, new):
        words = _words_at_links(before)
        for link, now in _words_at_links(after).items():
            was = words.get(link, now)
            if was != now:
                yield f"{after.url}#{link}: from “{was}” to “{now}”"


def _words_at_links(opinion: OpinionData) -> dict[str, str]:
    """The question or the answer at each link within the page of an opinion: `holding-1`."""
    questions = {f"issue-{issue.id}": issue.question for issue in opinion.issues}
    return questions | {f"holding-{holding.id}": holding.text for holding in opinion.holdings}


def _status_changes(old: _Opinions, new: _Opinions) -> Iterator[str]:
    for before, after in _in_both(old, new):
        yield from _status_changes_of(before, after)


def _status_changes_among(old: _Opinions, new: _Opinions, keys: Collection[str]) -> Iterator[str]:
    """The changes of status of some opinions."""
    for before, after in _in_both(old, new):
        if after.id in keys:
            yield from _status_changes_of(before, after)


def _status_changes_of(before: OpinionData, after: OpinionData) -> Iterator[str]:
    if before.status_label != after.status_label:
        yield f"{after.label}: from “{before.status_label}” to “{after.status_label}”"
    labels = {holding.id: holding.status_label for holding in before.holdings}
    for holding in after.holdings:
        label, now = labels.get(holding.id, holding.status_label), holding.status_label
        if label != now:
            yield f"{_answer(after, holding)}: from “{label}” to “{now}”"


def _answer(opinion: OpinionData, holding: HoldingData) -> str:
    """An answer by its question, as the page shows it; with its id if the question has more."""
    others = [other for other in opinion.holdings if other.answers == holding.answers]
    number = f" {holding.id}" if len(others) > 1 else ""
    return f"{opinion.label}, answer{number} to question {holding.answers}"


def _changed_pages(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[str]:
    """Yield the addresses with other contents: the first hundred pages, then so many files."""
    changed = [
        address or "/"
        for address in sorted(old.keys() & new.keys())
        if old[address] != new[address]
    ]
    pages = [address for address in changed if address.endswith("/")]
    files = [address for address in changed if not address.endswith("/")]
    for addresses in (pages, files):
        yield from addresses[:_MOST_PAGES]
        if len(addresses) > _MOST_PAGES:
            yield f"and {len(addresses) - _MOST_PAGES:,} more"


def _difference(old: Iterable[str], new: Iterable[str]) -> Difference:
    before, after = set(old), set(new)
    return Difference(tuple(sorted(after - before)), tuple(sorted(before - after)))
