"""What is said of topics, programs and authorities, and what of it changes."""

from collections.abc import Iterator

from corpus.build.field_changes import FieldChange, source_in_words
from corpus.citations.names import Names
from corpus.library.references import References
from corpus.model.authority import Citation


def description_changes(old: References, new: References) -> Iterator[FieldChange]:
    """Each description that both states have, or only one of them, with the words of both."""
    before, after = dict(_descriptions(old)), dict(_descriptions(new))
    subjects = {subject for subject, _ in before}
    for subject, field in {**after, **before}:
        was, now = before.get((subject, field), ""), after.get((subject, field), "")
        if was != now and subject in subjects:
            yield FieldChange(subject, field, was, now)


def _descriptions(references: References) -> Iterator[tuple[tuple[str, str], str]]:
    for key, topic in references.topics.items():
        yield (f"Topic {key}", "title"), topic.title
        yield (f"Topic {key}", "about"), topic.about
    for key, program in references.programs.items():
        yield (f"Program {key}", "title"), program.title
        yield (f"Program {key}", "source"), source_in_words(program.source)
    names = Names(references.commission)
    for (kind, number), authority in references.authorities.items():
        subject = names.provision(Citation(kind, number))
        yield (subject, "title"), authority.title or ""
        yield (subject, "about"), authority.about or ""
        yield (subject, "source"), source_in_words(authority.source)
