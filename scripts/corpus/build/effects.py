"""What a change of the corpus does to its readers: said before it is merged."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass

from corpus.library.corpus import ValidCorpus
from corpus.output.exports.data import OpinionData, opinion_data
from corpus.output.exports.feeds import happened
from corpus.citations.names import Names
from corpus.paths import page_url
from corpus.output.task import files_of
from corpus.build.contents import site_tasks
from corpus.analysis.index import build_index
from corpus.text.markdown_escape import escape_markdown

_DERIVED = frozenset(
    {"status", "status_label", "changes", "cited_by", "paragraphs", "sha256", "citation"}
)
"""What follows from other fields or records, and is told by itself."""


@dataclass(frozen=True, slots=True)
class Shift:
    """What was gained and what was lost."""

    gained: tuple[str, ...]
    lost: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Effects:
    """Everything that readers will find otherwise than before."""

    words: tuple[str, ...]
    """Paragraphs of approved text that changed, came or went, each in a sentence."""
    opinions: Shift
    changed: tuple[str, ...]
    """Opinions whose fields changed, each with their names."""
    statuses: tuple[str, ...]
    """Opinions and holdings whose status changed, each from what to what."""
    cited_by: Shift
    rows: Shift
    """Rows of indexes, each with its page."""
    addresses: Shift
    feeds: Shift
    """Entries of the feeds."""


@dataclass(frozen=True, slots=True)
class _State:
    """One state of the corpus as its readers find it."""

    opinions: Mapping[str, OpinionData]
    rows: frozenset[str]
    addresses: frozenset[str]
    entries: frozenset[str]


def effects(before: ValidCorpus, after: ValidCorpus) -> Effects:
    """What leads from one state of the corpus to another."""
    old, new = _state(before), _state(after)
    return Effects(
        tuple(_words(old.opinions, new.opinions)),
        _shift(old.opinions, new.opinions),
        tuple(_changed(old.opinions, new.opinions)),
        tuple(_statuses(old.opinions, new.opinions)),
        _shift(_citing(old.opinions), _citing(new.opinions)),
        _shift(old.rows, new.rows),
        _shift(old.addresses, new.addresses),
        _shift(old.entries, new.entries),
    )


def as_json(found: Effects) -> str:
    """The effects for programs."""
    return json.dumps(asdict(found), ensure_ascii=False, indent=2)


def as_markdown(found: Effects) -> str:
    """The effects for a pull request, the approved text first."""
    first = "## The approved text of no opinion changes"
    if found.words:
        first = "\n".join(["## The approved text changes", "", *_items(found.words)])
    parts = [
        first,
        *_shifted("Opinions", found.opinions),
        *_listed("Opinions with other fields", found.changed),
        *_listed("Changes of status", found.statuses),
        *_shifted("Cited by", found.cited_by),
        *_shifted("Rows of indexes", found.rows),
        *_shifted("Addresses", found.addresses),
        *_shifted("Entries of feeds", found.feeds),
    ]
    return "\n\n".join(parts if len(parts) > 1 else [first, "Readers find nothing else changed."])


def _state(corpus: ValidCorpus) -> _State:
    index = build_index(corpus.references, corpus.records)
    data = {str(one.id): opinion_data(one, index) for one in index.records}
    events = (event for one in index.records for event in happened(one, index))
    return _State(
        data,
        frozenset(_rows(data.values())),
        frozenset(page_url(path) for path, _ in files_of(site_tasks(corpus))),
        frozenset(f"{event.day}: {event.title}" for event in events),
    )


def _rows(opinions: Iterable[OpinionData]) -> Iterator[str]:
    """Each row of an index: the page, and the opinion in it."""
    for one in opinions:
        pages = [f"opinions/{one.year}/", *(f"topics/{topic}/" for topic in one.topics)]
        pages += [f"programs/{program}/" for program in one.programs]
        pages += [cited.url for cited in one.cites]
        yield from (f"{page}: {one.label}" for page in pages)


def _citing(opinions: Mapping[str, OpinionData]) -> dict[str, None]:
    """Who cites whom, in a sentence."""
    return {
        f"{one.label} {relation.effect} {relation.opinion}": None
        for one in opinions.values()
        for relation in one.opinions
    }


def _words(old: Mapping[str, OpinionData], new: Mapping[str, OpinionData]) -> Iterator[str]:
    for key in sorted(old.keys() & new.keys()):
        before = {one.number: one.sha256 for one in old[key].paragraphs}
        after = {one.number: one.sha256 for one in new[key].paragraphs}
        for number in sorted(before.keys() | after.keys()):
            if before.get(number) != after.get(number):
                what = "is new" if number not in before else "changes"
                what = "is gone" if number not in after else what
                yield f"{new[key].label}: paragraph {number} {what}"
        if before == after and old[key].sha256 != new[key].sha256:
            yield f"{new[key].label}: a heading or the approval line changes"


def _changed(old: Mapping[str, OpinionData], new: Mapping[str, OpinionData]) -> Iterator[str]:
    for key in sorted(old.keys() & new.keys()):
        names = OpinionData.model_fields.keys() - _DERIVED
        other = [one for one in names if getattr(old[key], one) != getattr(new[key], one)]
        if other:
            yield f"{new[key].label}: {', '.join(sorted(other))}"


def _statuses(old: Mapping[str, OpinionData], new: Mapping[str, OpinionData]) -> Iterator[str]:
    for key in sorted(old.keys() & new.keys()):
        if old[key].status_label != new[key].status_label:
            yield f"{new[key].label}: from “{old[key].status_label}” to “{new[key].status_label}”"
        before = {one.id: one.status for one in old[key].holdings}
        for one in new[key].holdings:
            if one.id in before and before[one.id] != one.status:
                yield f"{new[key].label}, holding {one.id}: from {before[one.id]} to {one.status}"


def _shift(old: Iterable[str], new: Iterable[str]) -> Shift:
    before, after = set(old), set(new)
    return Shift(tuple(sorted(after - before)), tuple(sorted(before - after)))


def _shifted(title: str, shift: Shift) -> Iterator[str]:
    """A part of the Markdown, where anything was gained or lost; what is lost stands first."""
    if shift.lost or shift.gained:
        lost = [f"lost: {one}" for one in shift.lost]
        yield from _listed(title, [*lost, *(f"new: {one}" for one in shift.gained)])


def _listed(title: str, sentences: Iterable[str]) -> Iterator[str]:
    items = _items(sentences)
    if items:
        head = f"<details><summary>{title}: {len(items)}</summary>"
        yield "\n".join([head, "", *items, "", "</details>"])


def _items(sentences: Iterable[str]) -> list[str]:
    """Items of a list in which no word of a record is a mark."""
    return [f"- {escape_markdown(one)}" for one in sentences]
