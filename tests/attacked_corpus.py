"""Attacks laid into a corpus: many in one record, page or Standard, each at a place of its own."""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePosixPath
from typing import NamedTuple, TypeAlias

from attacks import Attack
from factories import COMMISSION, PROGRAMS, STANDARD, TOPICS, full_record, page_text, with_fields

FIRST_NUMBER = 101
"""The number of the first record with an attack; the sound corpus has none as high."""


class FilePart(NamedTuple):
    """What an attack adds to a file: fields, words of its text, or all that stands in it."""

    path: str
    fields: str = ""
    words: str = ""
    whole: str = ""


Placement: TypeAlias = Callable[[str, int], tuple[FilePart, ...]]
"""Where the text of an attack goes, in the record or file of this number."""

_OWN = "standards/commission.yml"
_VOCABULARIES = {"opinions/topics.yml": TOPICS, "opinions/programs.yml": PROGRAMS}
_SAME = {"url": "source", "about": "topic", "part": "edition", "wording": "edition"}
"""Places of which a record or file has one together."""


def files_with_attacks(attacks: Iterable[Attack]) -> dict[str, str]:
    """A corpus in which all of these attacks stand."""
    files: defaultdict[str, list[FilePart]] = defaultdict(list)
    for number, attack in numbered_attacks(attacks):
        for part in _PLACES[attack.where](attack.text, number):
            files[part.path].append(part)
    return {path: _written(path, parts) for path, parts in files.items()}


def numbered_attacks(attacks: Iterable[Attack]) -> Iterator[tuple[int, Attack]]:
    """Each attack with the number of the first record that has none at its place yet."""
    taken: Counter[str] = Counter()
    for attack in attacks:
        place = _SAME.get(attack.where, attack.where)
        yield FIRST_NUMBER + taken[place], attack
        taken[place] += 1


def _written(path: str, parts: list[FilePart]) -> str:
    if parts[0].whole:
        return parts[0].whole
    if path in _VOCABULARIES:
        return _VOCABULARIES[path] + "".join(part.fields for part in parts)
    fields = ""
    for part in parts:
        fields = with_fields(fields, part.fields)
    if path == _OWN:
        return with_fields(COMMISSION, fields)
    number = PurePosixPath(path).stem
    if path.startswith("standards/"):
        front = with_fields(STANDARD.strip("-\n") + "\n", f"id: {number}\neditions: []")
        return f"---\n{with_fields(front, fields)}---\n"
    words = "\n\n".join(filter(None, (part.words for part in parts)))
    return full_record(int(number), 2003, fields, words or "It may.")


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)


def _record(number: int, fields: str = "", words: str = "") -> FilePart:
    return FilePart(f"opinions/2003/{number}.md", fields, words)


def _field(form: str) -> Placement:
    """A place in the front matter of a record; `%s` is where the text goes, quoted."""
    return lambda text, number: (_record(number, form.replace("%s", _quoted(text))),)


def _text(form: str) -> Placement:
    """A place in the approved text."""
    return lambda text, number: (_record(number, words=form.replace("%s", text)),)


def _vocabulary(name: str, form: str) -> Placement:
    """A place in a vocabulary, with a record that names its entry."""

    def lay(text: str, number: int) -> tuple[FilePart, ...]:
        entry = f"x-{number}: {form.replace('%s', _quoted(text))}\n"
        return FilePart(f"opinions/{name}.yml", entry), _record(number, f"{name}: [x-{number}]")

    return lay


def _standard(form: str) -> Placement:
    """A place in the file of a Standard, with a record that cites it."""

    def lay(text: str, number: int) -> tuple[FilePart, ...]:
        cited = _record(number, f'standards: ["{number}"]', f"It may (see Standard {number}).")
        return FilePart(f"standards/{number}.md", form.replace("%s", _quoted(text))), cited

    return lay


def _edition(form: str) -> Placement:
    """A place in what is known of a change."""
    source = "source: {title: Minutes}"
    return _standard(f"editions:\n  - {{effective: 2020-03-01, {form}, {source}}}")


def _own(form: str) -> Placement:
    """A place in the Commission's own file."""
    return lambda text, _: (FilePart(_OWN, form.replace("%s", _quoted(text))),)


def _file(path: str, number: int) -> tuple[FilePart, ...]:
    """A file that says nothing evil, at a place where none belongs."""
    if path.startswith("pages/"):
        return (FilePart(path, whole=page_text("# Words")),)
    whole = STANDARD if path.startswith("standards/") else full_record(number, 2003)
    return (FilePart(path, whole=whole),)


def _page(text: str, number: int) -> tuple[FilePart, ...]:
    return (FilePart(f"pages/p-{number}.md", whole=page_text(f"# Words\n\n{text}")),)


_ANSWERS = "holdings:\n  - {id: %s, answers: %s, text: It may., at: [2]}\n"

_PLACES: dict[str, Placement] = {
    "title": _field("title: %s"),
    "summary": _field("summary: %s"),
    "question": _field("issues:\n  - {id: 1, question: %s, at: [1]}\n"),
    "answer": _field("holdings:\n  - {id: 1, answers: 1, text: %s, at: [2]}\n"),
    "withdrawn": _field("withdrawn: {on: 2004-01-01, reason: %s}"),
    "source": _field("source: {title: %s}"),
    "source file": _field("source: {title: Minutes, file: %s}"),
    "sha256": _field("source: {title: Minutes, file: a.txt, sha256: %s}"),
    "url": _field("source: {title: Minutes, url: %s}"),
    "alias": _field("aliases: [%s]"),
    "correction": _field("corrections: [{on: 2004-01-01, at: [2], what: %s}]"),
    "number": _field("number: %s"),
    "year": _field("year: %s"),
    "approved": _field("approved: %s"),
    "id": _field(f"issues:\n  - {{id: %s, question: May it?, at: [1]}}\n{_ANSWERS}"),
    "topics": _field("topics: [%s]"),
    "standards": _field("standards: [%s]"),
    "statutes": _field("statutes: [%s]"),
    "rules": _field("rules: [%s]"),
    "opinions": _field("opinions: [{cites: %s, effect: cites}]"),
    "effect": _field("opinions: [{cites: 2003/05, effect: %s}]"),
    "extra": lambda text, number: (_record(number, f"extra: {text}"),),
    "paragraph": _text("%s"),
    "heading": _text("## %s\n\nIt may."),
    "item": _text("1) %s"),
    "quote": _text("> %s"),
    "topic": _vocabulary("topics", "{title: %s, about: What belongs here.}"),
    "about": _vocabulary("topics", "{title: A topic, about: %s}"),
    "program": _vocabulary("programs", "{title: %s, source: {title: Minutes}}"),
    "standard": _standard("title: %s"),
    "note": _standard("note: %s"),
    "roman": _standard("roman: %s"),
    "edition": _edition("event: %s"),
    "part": _edition("event: Amended, part: %s"),
    "wording": _edition("event: Amended, text: %s"),
    "page": _page,
    "file": _file,
    "name": _own("name: %s"),
    "short name": _own("short_name: %s"),
    "opinion": _own("opinion: %s"),
    "short opinion": _own("opinion_short: %s"),
    "author": _own("citation: {author: %s, title: Advisory Op.}"),
    "document": _own("source: {title: %s}"),
}
