"""The pages of topics and programs, and the questions that opinions answer."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus.page import Page
from corpus.records import Record
from corpus.relate import yearly
from corpus.render.press import MOST_ROWS, Press
from corpus.vocabulary import Program, Topic


@dataclass(frozen=True, slots=True)
class _Subject:
    """What opinions have in common, its page, and the opinions."""

    entry: Topic | Program
    url: str
    above: tuple[str, str]
    """The title and the address of the list of all such subjects."""
    records: tuple[Record, ...]


def topics(press: Press) -> Iterator[Page]:
    """The list of topics, and the opinions on each, which can be followed and cited together."""
    entries, groups = press.references.topics, press.citing.relations.by_topic
    title, url = above = "Topics", "topics/"
    yield press.page(url, title, "index.html", entries=entries, groups=groups)
    for key, topic in entries.items():
        subject = _Subject(topic, f"{url}{key}/", above, groups.get(key, ()))
        page, *years = _about(subject, "topic.html", press)
        yield from (replace(page, feed="feed.xml"), *years)


def programs(press: Press) -> Iterator[Page]:
    """The list of programs, and the opinions on each."""
    entries, groups = press.references.programs, press.citing.relations.by_program
    title, url = above = "Programs", "programs/"
    yield press.page(url, title, "index.html", entries=entries, groups=groups)
    for key, program in entries.items():
        subject = _Subject(program, f"{url}{key}/", above, groups.get(key, ()))
        yield from _about(subject, "subject.html", press)


def questions(press: Press) -> Iterator[Page]:
    """Every question with its answer, by topic; those of a large collection year by year."""
    url, title, relations = "questions/", "Questions answered", press.citing.relations
    if len(relations.records) <= MOST_ROWS:
        yield press.page(url, title, "questions.html", groups=relations.by_topic, above=[])
        return
    yield press.page(url, title, "questions_years.html", groups=relations.by_topic)
    by_topic = {key: yearly(group) for key, group in relations.by_topic.items()}
    for year in relations.by_year:
        groups = {key: years[year] for key, years in by_topic.items() if year in years}
        told = {"groups": groups, "above": [(title, url)]}
        yield press.page(f"{url}{year}/", f"{title} in {year}", "questions.html", **told)


def _about(subject: _Subject, template: str, press: Press) -> Iterator[Page]:
    """The opinions on a subject; a long list is split into years, each with its page."""
    url, title, records = subject.url, subject.entry.title, subject.records
    years = yearly(records) if len(records) > MOST_ROWS else {}
    told = {"subject": subject.entry, "records": records, "years": years}
    yield press.page(url, title, template, above=[subject.above], **told)
    for year, group in years.items():
        above, name = [subject.above, (title, url)], f"{title} in {year}"
        yield press.page(f"{url}{year}/", name, "listing.html", above=above, records=group)
