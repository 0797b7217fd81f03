"""The pages of topics and programs, and the questions that opinions answer."""

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.analysis.index import group_by_year
from corpus.library.record import Record
from corpus.model.vocabularies import Program, Topic
from corpus.output.page import OutputTask
from corpus.pages.environment import MOST_ROWS, Form, PageEnvironment


@dataclass(frozen=True, slots=True)
class _Subject:
    """What opinions have in common, its page, and the opinions."""

    entry: Topic | Program
    form: Form
    above: tuple[str, str]
    """The title and the address of the list of all such subjects."""
    records: tuple[Record, ...]


def topics(environment: PageEnvironment) -> Iterator[OutputTask]:
    """The list of topics, and the opinions on each, which can be followed and cited together."""
    entries, groups = environment.references.topics, environment.index.by_topic
    title, url = above = "Topics", "topics/"
    yield environment.part(Form(url, title, "index.html"), entries=entries, groups=groups)
    for key, topic in entries.items():
        form = Form(f"{url}{key}/", topic.title, "topic.html", feed="feed.xml")
        yield from _about(_Subject(topic, form, above, groups.get(key, ())), environment)


def programs(environment: PageEnvironment) -> Iterator[OutputTask]:
    """The list of programs, and the opinions on each."""
    entries, groups = environment.references.programs, environment.index.by_program
    title, url = above = "Programs", "programs/"
    yield environment.part(Form(url, title, "index.html"), entries=entries, groups=groups)
    for key, program in entries.items():
        form = Form(f"{url}{key}/", program.title, "subject.html")
        yield from _about(_Subject(program, form, above, groups.get(key, ())), environment)


def questions(environment: PageEnvironment) -> Iterator[OutputTask]:
    """Every question with its answer, by topic; those of a large collection year by year."""
    url, title, index = "questions/", "Questions answered", environment.index
    if len(index.records) <= MOST_ROWS:
        form, told = Form(url, title, "questions.html"), {"groups": index.by_topic}
        yield environment.part(form, index.records, above=[], **told)
        return
    yield environment.part(Form(url, title, "questions_years.html"), groups=index.by_topic)
    by_topic = {key: group_by_year(group) for key, group in index.by_topic.items()}
    for year, records in index.by_year.items():
        groups = {key: years[year] for key, years in by_topic.items() if year in years}
        form = Form(f"{url}{year}/", f"{title} in {year}", "questions.html")
        yield environment.part(form, records, groups=groups, above=[(title, url)])


def _about(subject: _Subject, environment: PageEnvironment) -> Iterator[OutputTask]:
    """The opinions on a subject; a long list is split into years, each with its page."""
    form, records = subject.form, subject.records
    years = group_by_year(records) if len(records) > MOST_ROWS else {}
    told = {"subject": subject.entry, "records": records, "years": years}
    yield environment.part(form, () if years else records, above=[subject.above], **told)
    above = [subject.above, (form.title, form.url)]
    for year, group in years.items():
        listing = Form(f"{form.url}{year}/", f"{form.title} in {year}", "listing.html")
        yield environment.part(listing, group, above=above, records=group)
