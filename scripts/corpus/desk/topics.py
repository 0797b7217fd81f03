"""Topics at the desk: the words that find one, and a new one for the list."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any

from corpus.desk.collection import Collection
from corpus.desk.errors import NotFinishedError
from corpus.desk.fields import cleaned
from corpus.desk.in_progress.shared_file_changes import FileChange
from corpus.desk.plain_words import sentence_of
from corpus.library.record_layout import field_lines
from corpus.model.vocabularies import Topic, Topics
from corpus.parsing.front_matter import RawFile
from corpus.parsing.parsed_file import parse_file
from corpus.parsing.yaml_text import YamlText
from corpus.parsing.yaml_values import parse_yaml

_LONGEST_TITLE = 80
_LONGEST_SENTENCE = 400
_SHORT = 3
"""How many letters words such as `the` have."""
_NOT_WORDS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
"""Words that YAML readers take for something other than text."""


def search_words(topic: Topic, thesaurus: Mapping[str, tuple[str, ...]]) -> str:
    """The words by which a topic is found: its own, and those that readers type for them."""
    own = f"{topic.title} {topic.about}"
    known = f" {_spaced(own)} "
    entries = ([term, *others] for term, others in thesaurus.items())
    meant = (terms for terms in entries if any(f" {_spaced(term)} " in known for term in terms))
    return " ".join([own, *(term for terms in meant for term in terms)])


def meanings(title: str, thesaurus: Mapping[str, tuple[str, ...]]) -> list[list[list[str]]]:
    """What stands for a title in a text: one of the first list, or one of each further list."""
    entries = [(term, *others) for term, others in thesaurus.items()]
    words = _spaced(title).split()
    return [[_synonyms(" ".join(words), entries)], [_synonyms(word, entries) for word in words]]


def phrases(title: str, titles: Iterable[str]) -> list[list[list[str]]]:
    """What stands for a title in a text if synonyms do not: all of it, or two words of it alone.

    Two words stand for it if they begin it, or if no other of these titles has them.
    """
    pairs = _pairs(title)
    others = [other for other in titles if other != title]
    elsewhere = {pair for other in others for pair in _pairs(other)}
    telling = [*pairs[:1], *(pair for pair in pairs[1:] if pair not in elsewhere)]
    return [[[_spaced(title)]], *([[pair]] for pair in telling)]


def _pairs(title: str) -> list[str]:
    """The words of a title two by two, from the first ones on; a short word makes no pair."""
    words = _spaced(title).split()
    pairs = (pair for pair in pairwise(words) if min(map(len, pair)) > _SHORT)
    return list(map(" ".join, pairs)) or [" ".join(words[:2])]


def _synonyms(term: str, entries: Iterable[tuple[str, ...]]) -> list[str]:
    """A term and the terms of each entry that has it."""
    known = (entry for entry in entries if term in map(_spaced, entry))
    return list(dict.fromkeys([term, *(other for entry in known for other in entry)]))


def new_topic(sent: Mapping[str, Any], collection: Collection) -> tuple[str, FileChange]:
    """The id of a topic with this title, and the list with the topic at its end.

    Raises `NotFinishedError` if something is missing, or the list has it already.
    """
    title, about = (cleaned(sent.get(name, "")) for name in ("title", "about"))
    if not title or not about:
        raise NotFinishedError("Give the topic a name, and say what it is about.")
    if len(str(title)) > _LONGEST_TITLE or len(str(about)) > _LONGEST_SENTENCE:
        raise NotFinishedError("Use a few words for the name, and one sentence for the rest.")
    topic = _id(str(title))
    if not topic:
        raise NotFinishedError("The name of a topic needs a letter.")
    topics = collection.references.topics
    if topic in topics:
        raise NotFinishedError(f"There is a topic “{topics[topic].title}” already.")
    file = collection.paths.opinions / "topics.yml"
    path = collection.paths.relative(file)
    before = file.read_text(encoding="utf-8")
    lines = field_lines(_key(topic), {"title": title, "about": about}, "")
    after = "\n".join([*before.rstrip("\n").split("\n"), *lines, ""]).lstrip("\n")
    yaml = YamlText(path, after)
    fields, faults = parse_yaml(yaml)
    findings = collection.findings_in(
        parse_file(RawFile(yaml, after, fields, faults=faults), Topics)
    )
    if findings:
        raise NotFinishedError(" ".join(map(sentence_of, findings)))
    return topic, FileChange(path, before, after, f"The topic “{title}” was added.")


def _spaced(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.lower()))


def _key(topic: str) -> str:
    """An id as the name of a field: in quotation marks if it could be read as a number or `yes`."""
    return f'"{topic}"' if topic.isdecimal() or topic in _NOT_WORDS else topic


def _id(title: str) -> str:
    """A title in lowercase letters, digits and hyphens."""
    letters = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", letters))
