"""What readers find on the site of one state of the collection."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from corpus.analysis.events import opinion_events
from corpus.analysis.index import CorpusIndex, build_index
from corpus.build.contents import site_tasks
from corpus.library.corpus import ValidCorpus
from corpus.library.record import Record
from corpus.library.references import References
from corpus.output.exports.data_models import OpinionData
from corpus.output.exports.opinion_data import opinion_data
from corpus.output.exports.redirects import redirects
from corpus.output.task import files_of, parts_by_path
from corpus.paths import page_url
from corpus.review.changes.law_changes import Reviews, reviews_by_key

Opinions = Mapping[str, OpinionData]
"""The data of opinions by their id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteState:
    """What readers find on the site of one state of the corpus."""

    references: References
    opinions: Opinions
    """Those that were adopted; the lists, feeds and statuses of the site have only these."""
    drafts: Opinions
    """The drafts for comment."""
    records: Mapping[str, Record]
    """The records of both."""
    relations: frozenset[str]
    """A sentence for each earlier opinion that an opinion cites."""
    rows: frozenset[str]
    """The rows in lists of opinions, each with its page."""
    addresses: Mapping[str, str]
    """The hash of what is at each address."""
    short_addresses: Mapping[str, str]
    """Where the short addresses of an opinion lead, by its address."""
    entries: frozenset[str]
    """The entries of the feeds."""
    reviews: Reviews


def site_state(corpus: ValidCorpus) -> SiteState:
    """Make every page of a corpus, and keep what two states are compared by."""
    index = build_index(corpus.references, corpus.records, corpus.seals)
    records = {str(record.id): record for record in (*index.records, *index.drafts)}
    opinions, drafts = (
        {str(record.id): opinion_data(record, index) for record in listed}
        for listed in (index.records, index.drafts)
    )
    events = (event for record in index.records for event in opinion_events(record, index))
    return SiteState(
        references=index.references,
        opinions=opinions,
        drafts=drafts,
        records=records,
        relations=frozenset(_relations(opinions.values())),
        rows=frozenset(_list_rows(opinions.values())),
        addresses=dict(_digests(parts_by_path(files_of(site_tasks(corpus))))),
        short_addresses=_short_addresses(index),
        entries=frozenset(f"{event.day}: {event.title}" for event in events),
        reviews=reviews_by_key(index),
    )


def opinions_in_both(old: Opinions, new: Opinions) -> Iterator[tuple[OpinionData, OpinionData]]:
    """The old and the new data of each opinion that both states have."""
    return ((old[key], new[key]) for key in sorted(old.keys() & new.keys()))


def _digests(files: Iterable[tuple[str, Iterable[str]]]) -> Iterator[tuple[str, str]]:
    """The address and the hash of each file."""
    for path, parts in files:
        sha256 = hashlib.sha256()
        for part in parts:
            sha256.update(part.encode())
        yield page_url(path), sha256.hexdigest()


def _short_addresses(index: CorpusIndex) -> Mapping[str, str]:
    """By the address of each opinion: `ao/5/, opinions/5/: lead here`."""
    leading: dict[str, dict[str, list[str]]] = {}
    for redirect in redirects(index):
        does = "lead here" if redirect.only_target else "ask which opinion is meant"
        for target in redirect.targets:
            by_what_they_do = leading.setdefault(target.url.removeprefix("../../"), {})
            by_what_they_do.setdefault(does, []).append(page_url(redirect.path))
    return {
        url: "; ".join(f"{', '.join(sorted(found))}: {does}" for does, found in groups.items())
        for url, groups in leading.items()
    }


def _list_rows(opinions: Iterable[OpinionData]) -> Iterator[str]:
    """Each page that lists an opinion, with the opinion."""
    for opinion in opinions:
        pages = [f"opinions/{opinion.year}/", *(f"topics/{topic}/" for topic in opinion.topics)]
        pages += [f"programs/{program}/" for program in opinion.programs]
        pages += [authority.url for authority in opinion.cites]
        yield from (f"{page}: {opinion.label}" for page in pages)


def _relations(opinions: Iterable[OpinionData]) -> Iterator[str]:
    """A sentence for each earlier opinion that an opinion cites."""
    for opinion in opinions:
        for earlier in opinion.opinions:
            yield f"{opinion.label} {earlier.effect} {earlier.opinion}"
