"""What is said of topics, programs and authorities, and what of it changes."""

from collections.abc import Iterator

from corpus.citations.names import Names
from corpus.library.references import References
from corpus.model.authority import Citation
from corpus.review.changes.field_changes import FieldChange, source_in_words


def description_changes(old: References, new: References) -> Iterator[FieldChange]:
    """Each description of what both states have, with the old and the new words."""
    before, after = dict(_descriptions(old)), dict(_descriptions(new))
    subjects = {subject for subject, _ in before} & {subject for subject, _ in after}
    for subject, field in {**after, **before}:
        was, now = before.get((subject, field), ""), after.get((subject, field), "")
        if was != now and subject in subjects:
            yield FieldChange(subject, field, was, now)


def removed_subjects(old: References, new: References) -> Iterator[str]:
    """Each topic, program and authority that only the old state has, with its title."""
    subjects = {subject for (subject, _), _ in _descriptions(new)}
    for (subject, field), words in _descriptions(old):
        if field == "title" and subject not in subjects:
            yield f"{subject}: {words}" if words else subject


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
