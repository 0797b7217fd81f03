"""The effects of a change to the corpus: what readers will find different on the site."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from corpus.analysis.impact import edition_impacts, reviews
from corpus.analysis.index import CorpusIndex, build_index
from corpus.build.contents import site_tasks
from corpus.library.corpus import ValidCorpus
from corpus.library.ledger import digest
from corpus.model.authority import Citation
from corpus.output.exports.data_models import HoldingData, OpinionData
from corpus.output.exports.feeds import opinion_events
from corpus.output.exports.opinion_data import opinion_data
from corpus.output.task import files_of
from corpus.paths import page_url
from corpus.text.markdown_escape import escape_markdown

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

    words: tuple[str, ...]
    """A sentence for each paragraph of approved text that changes, is new or is removed."""
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
    reviews: tuple[str, ...] = ()
    """Each citation to review because an authority changed after the opinion."""
    links: tuple[str, ...] = ()
    """Each link to a question or an answer that shows other words, with the old and the new."""
    paragraphs: tuple[str, ...] = ()
    """The numbered paragraphs of each opinion whose text is new or changes."""
    pages: tuple[str, ...] = ()
    """The address of each page or file that is there before and after, with other contents."""
    has_other_settings: bool = False
    """Whether a file other than a record differs, even if no page shows it."""


@dataclass(frozen=True, slots=True)
class _SiteState:
    """What readers find on the site of one state of the corpus."""

    opinions: _Opinions
    rows: frozenset[str]
    addresses: Mapping[str, str]
    """The hash of what is at each address."""
    entries: frozenset[str]
    reviews: frozenset[str]


def effects(before: ValidCorpus, after: ValidCorpus) -> Effects:
    """Compare two states of a corpus."""
    old, new = _site_state(before), _site_state(after)
    return Effects(
        tuple(_text_changes(old.opinions, new.opinions)),
        _difference(old.opinions, new.opinions),
        tuple(_field_changes(old.opinions, new.opinions)),
        tuple(_status_changes(old.opinions, new.opinions)),
        _difference(_relations(old.opinions), _relations(new.opinions)),
        _difference(old.rows, new.rows),
        _difference(old.addresses, new.addresses),
        _difference(old.entries, new.entries),
        _difference(old.reviews, new.reviews).gained,
        tuple(_link_changes(old.opinions, new.opinions)),
        tuple(_new_paragraphs(old.opinions, new.opinions)),
        tuple(_changed_pages(old.addresses, new.addresses)),
        before.digest != after.digest,
    )


def as_json(effects: Effects) -> str:
    """The effects for programs, without what only people read."""
    fields = asdict(effects)
    for name in ("reviews", "links", "paragraphs", "pages", "has_other_settings"):
        del fields[name]
    return json.dumps(fields, ensure_ascii=False, indent=2)


def as_markdown(effects: Effects) -> str:
    """The effects for a pull request: changes to the approved text first, what is longest last."""
    text = "## The approved text of no opinion changes"
    if effects.words:
        text = "\n".join(["## The approved text changes", "", *_items(effects.words)])
    others = [
        *_section("Citations to review, because the law changed", effects.reviews),
        *_gained_and_lost("Opinions", effects.opinions),
        *_section("What changes in the details of an opinion", effects.changed),
        *_section("Links to questions and answers that show other words", effects.links),
        *_section("Changes of status", effects.statuses),
        *_gained_and_lost("Cited by", effects.cited_by),
        *_gained_and_lost("Rows in lists of opinions", effects.rows),
        *_gained_and_lost("Addresses", effects.addresses),
        *_gained_and_lost("Entries of feeds", effects.feeds),
        *_section("Pages and files with other contents", effects.pages),
        *_section("Paragraphs of new and changed texts, with their numbers", effects.paragraphs),
    ]
    nothing = "Readers will find no other change."
    if effects.has_other_settings:
        nothing = "No page has other contents. The change is in a setting or in the ledger."
    return "\n\n".join([text, *(others or [nothing])])


def _site_state(corpus: ValidCorpus) -> _SiteState:
    index = build_index(corpus.references, corpus.records, corpus.seals)
    opinions = {str(record.id): opinion_data(record, index) for record in index.records}
    events = (event for record in index.records for event in opinion_events(record, index))
    return _SiteState(
        opinions,
        frozenset(_list_rows(opinions.values())),
        {page_url(path): digest(text) for path, text in files_of(site_tasks(corpus))},
        frozenset(f"{event.day}: {event.title}" for event in events),
        frozenset(_reviews(index)),
    )


def _reviews(index: CorpusIndex) -> Iterator[str]:
    for kind, number in index.references.authorities:
        for impact in edition_impacts(Citation(kind, number), index):
            day, event = index.names.day(impact.edition.day), impact.edition.event
            yield from (f"{day}, {event}: {review}" for review in reviews(impact, index.names))


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


def _text_changes(old: _Opinions, new: _Opinions) -> Iterator[str]:
    for before, after in _in_both(old, new):
        changes = list(_paragraph_changes(before, after))
        yield from changes
        if not changes and before.sha256 != after.sha256:
            yield f"{after.label}: a heading or the approval line changes"


def _paragraph_changes(old: OpinionData, new: OpinionData) -> Iterator[str]:
    before = {paragraph.number: paragraph.sha256 for paragraph in old.paragraphs}
    after = {paragraph.number: paragraph.sha256 for paragraph in new.paragraphs}
    for number in sorted(before.keys() | after.keys()):
        name = f"{new.label}: paragraph {number}"
        if number not in before:
            yield f"{name} is new"
        elif number not in after:
            yield f"{name} is removed"
        elif before[number] != after[number]:
            yield f"{name} changes"


def _new_paragraphs(old: _Opinions, new: _Opinions) -> Iterator[str]:
    for key, after in sorted(new.items()):
        before = old.get(key)
        if before is None or before.sha256 != after.sha256:
            yield from (f"{after.label} ¶ {item.number}: {item.text}" for item in after.paragraphs)


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


def _gained_and_lost(title: str, difference: Difference) -> Iterator[str]:
    """A section of a difference; what is lost comes first."""
    lost = [f"lost: {item}" for item in difference.lost]
    yield from _section(title, [*lost, *(f"new: {item}" for item in difference.gained)])


def _section(title: str, sentences: Iterable[str]) -> Iterator[str]:
    """A folded section of the Markdown, if there is anything to list."""
    items = _items(sentences)
    if items:
        summary = f"<details><summary>{title}: {len(items)}</summary>"
        yield "\n".join([summary, "", *items, "", "</details>"])


def _items(sentences: Iterable[str]) -> list[str]:
    """List items in which no word of a record is Markdown."""
    return [f"- {escape_markdown(sentence)}" for sentence in sentences]
