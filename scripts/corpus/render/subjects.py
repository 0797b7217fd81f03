"""The pages of topics and programs, and the questions that opinions answer."""

from collections.abc import Iterator
from dataclasses import replace

from corpus.page import Page
from corpus.records import Record
from corpus.render.press import Press
from corpus.vocabulary import Program, Topic


def topics(press: Press) -> Iterator[Page]:
    """The list of topics, and the opinions on each, which can be followed and cited together."""
    entries, groups = press.references.topics, press.citing.relations.by_topic
    yield press.page("topics/", "Topics", "index.html", entries=entries, groups=groups)
    for key, topic in entries.items():
        told = _about(topic, groups.get(key, ()), above=("Topics", "topics/"))
        page = press.page(f"topics/{key}/", topic.title, "topic.html", **told)
        yield replace(page, feed="feed.xml")


def programs(press: Press) -> Iterator[Page]:
    """The list of programs, and the opinions on each."""
    entries, groups = press.references.programs, press.citing.relations.by_program
    yield press.page("programs/", "Programs", "index.html", entries=entries, groups=groups)
    for key, program in entries.items():
        told = _about(program, groups.get(key, ()), above=("Programs", "programs/"))
        yield press.page(f"programs/{key}/", program.title, "listing.html", **told)


def questions(press: Press) -> Iterator[Page]:
    """Every question with its answer, by topic."""
    groups = press.citing.relations.by_topic
    yield press.page("questions/", "Questions answered", "questions.html", groups=groups)


def _about(
    subject: Topic | Program, records: tuple[Record, ...], above: tuple[str, str]
) -> dict[str, object]:
    """What a list of opinions is told of what they have in common."""
    return {"subject": subject, "records": records, "above": above}
