"""New, changed and removed descriptions of topics, programs and authorities."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from corpus.library.references import References
from corpus.model.authority import Citation
from corpus.model.provenance import Provenance
from corpus.review.changes.field_changes import FieldChange, source_in_words


class SubjectKey(NamedTuple):
    """What a topic, a program or an authority keeps when its printed name changes."""

    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class Description:
    """What is said about a subject of the site: a topic, a program, an authority or an opinion."""

    subject: str
    """Its name as readers see it: `Canon 3`."""
    words: Mapping[str, str] = field(default_factory=dict)
    """The words of each field: `title`, `about`."""
    source: Provenance | None = None


def description_changes(old: References, new: References) -> Iterator[FieldChange]:
    """Each description of what both states have, with the old and the new words."""
    before, after = _descriptions(old), _descriptions(new)
    for key in (key for key in after if key in before):
        was, now = _fields(before[key]), _fields(after[key])
        for name in now:
            if was[name] != now[name]:
                yield FieldChange(after[key].subject, name, was[name], now[name])


def new_subjects(old: References, new: References) -> Iterator[Description]:
    """Each topic, program and authority that only the new state has."""
    before = _descriptions(old)
    return (description for key, description in _descriptions(new).items() if key not in before)


def removed_subjects(old: References, new: References) -> Iterator[str]:
    """Each topic, program and authority that only the old state has, with its title."""
    after = _descriptions(new)
    for key, description in _descriptions(old).items():
        if key not in after:
            title = description.words["title"]
            yield f"{description.subject}: {title}" if title else description.subject


def _fields(description: Description) -> Mapping[str, str]:
    """All words of a description by the names of their fields, with the words of the source."""
    return {**description.words, "source": source_in_words(description.source)}


def _descriptions(references: References) -> Mapping[SubjectKey, Description]:
    names = references.names
    topics = {
        SubjectKey("topic", id_): Description(
            f"Topic {id_}", {"title": topic.title, "about": topic.about}
        )
        for id_, topic in references.topics.items()
    }
    programs = {
        SubjectKey("program", id_): Description(
            f"Program {id_}", {"title": program.title}, program.source
        )
        for id_, program in references.programs.items()
    }
    authorities = {
        SubjectKey(f"authority {kind.id}", number): Description(
            names.provision(Citation(kind, number)),
            {
                "title": authority.title or "",
                "about": authority.about or "",
                "number in earlier editions": authority.roman or "",
            },
            authority.source,
        )
        for (kind, number), authority in references.authorities.items()
    }
    return topics | programs | authorities
