"""The files of a corpus with many attacks: at most one at each place of a record or file."""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePosixPath
from typing import NamedTuple, TypeAlias

import yaml

from attacks import Attack
from factories import (
    COMMISSION,
    PROGRAMS,
    STANDARD,
    TOPICS,
    full_record,
    page_text,
    standard_text,
    with_fields,
)

FIRST_NUMBER = 101
"""The number of the first record with attacks, higher than all in `VALID_FILES`."""


class FilePart(NamedTuple):
    """What an attack adds to a file: fields, text, or the whole file."""

    path: str
    fields: str = ""
    text: str = ""
    whole_file: str = ""


Placement: TypeAlias = Callable[[str, int], tuple[FilePart, ...]]
"""Returns the parts of files for the text of an attack and the number of its record or file."""

_COMMISSION = "standards/commission.yml"
_VOCABULARIES = {"opinions/topics.yml": TOPICS, "opinions/programs.yml": PROGRAMS}
_SAME_FIELD = {"url": "source", "about": "topic", "wording": "edition"}
"""Places in the same field as another place: a file has room for only one of them."""


def files_with_attacks(attacks: Iterable[Attack]) -> dict[str, str]:
    """Return the files of a corpus with all of these attacks."""
    files: defaultdict[str, list[FilePart]] = defaultdict(list)
    for number, attack in numbered_attacks(attacks):
        for part in _PLACES[attack.place](attack.text, number):
            files[part.path].append(part)
    return {path: _content(path, parts) for path, parts in files.items()}


def numbered_attacks(attacks: Iterable[Attack]) -> Iterator[tuple[int, Attack]]:
    """Yield each attack with the number of the first record whose place for it is free."""
    taken: Counter[str] = Counter()
    for attack in attacks:
        place = _SAME_FIELD.get(attack.place, attack.place)
        yield FIRST_NUMBER + taken[place], attack
        taken[place] += 1


def _content(path: str, parts: list[FilePart]) -> str:
    if parts[0].whole_file:
        return parts[0].whole_file
    if path in _VOCABULARIES:
        return _VOCABULARIES[path] + "".join(part.fields for part in parts)
    fields = ""
    for part in parts:
        fields = with_fields(fields, part.fields)
    if path == _COMMISSION:
        return with_fields(COMMISSION, fields)
    number = PurePosixPath(path).stem
    if path.startswith("standards/"):
        return standard_text(with_fields(f"id: {number}\neditions: []\n", fields))
    text = "\n\n".join(part.text for part in parts if part.text)
    return full_record(int(number), 2003, fields, text or "It may.")


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _record(number: int, fields: str = "", text: str = "") -> FilePart:
    return FilePart(f"opinions/2003/{number}.md", fields, text)


def _field(template: str) -> Placement:
    """Place the quoted text in the front matter of a record, instead of `%s`."""
    return lambda text, number: (_record(number, template.replace("%s", _quoted(text))),)


def _text(template: str) -> Placement:
    """Place the text in an approved text."""
    return lambda text, number: (_record(number, text=template.replace("%s", text)),)


def _vocabulary(name: str, template: str) -> Placement:
    """Place the text in an entry of a vocabulary, and name the entry in a record.

    Each entry may have its number in its name.
    """

    def place(text: str, number: int) -> tuple[FilePart, ...]:
        values = template.replace("%n", str(number)).replace("%s", _quoted(text))
        entry = f"x-{number}: {values}\n"
        return FilePart(f"opinions/{name}.yml", entry), _record(number, f"{name}: [x-{number}]")

    return place


def _standard(template: str) -> Placement:
    """Place the text in the file of a Standard, and cite the Standard in a record."""

    def place(text: str, number: int) -> tuple[FilePart, ...]:
        standard = 10 + number % 90  # Standards have one or two digits
        cited = _record(number, f'standards: ["{standard}"]', f"It may (see Standard {standard}).")
        return FilePart(f"standards/{standard}.md", template.replace("%s", _quoted(text))), cited

    return place


def _edition(template: str) -> Placement:
    """Place the text in an edition of a Standard."""
    source = "source: {title: Minutes}"
    return _standard(f"editions:\n  - {{effective: 2020-03-01, {template}, {source}}}")


def _commission(template: str) -> Placement:
    """Place the text in the file of the Commission."""
    return lambda text, _: (FilePart(_COMMISSION, template.replace("%s", _quoted(text))),)


def _part_of_standards(text: str, _: int) -> tuple[FilePart, ...]:
    """Place the text in the settings, as the part of the Standards that changed."""
    kinds = yaml.safe_load(COMMISSION)["authorities"]
    change = {"effective": "2020-03-01", "event": "Amended", "part": text}
    kinds["standard"]["editions"] = [change | {"source": {"title": "Minutes"}}]
    return (FilePart(_COMMISSION, f"authorities: {json.dumps(kinds, ensure_ascii=False)}"),)


def _file(path: str, number: int) -> tuple[FilePart, ...]:
    """A harmless file at a path where no file belongs."""
    if path.startswith("pages/"):
        return (FilePart(path, whole_file=page_text("# Words")),)
    text = STANDARD if path.startswith("standards/") else full_record(number, 2003)
    return (FilePart(path, whole_file=text),)


def _page(text: str, number: int) -> tuple[FilePart, ...]:
    return (FilePart(f"pages/p-{number}.md", whole_file=page_text(f"# Words\n\n{text}")),)


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
    "about": _vocabulary("topics", "{title: Topic %n, about: %s}"),
    "program": _vocabulary("programs", "{title: %s, source: {title: Minutes}}"),
    "standard": _standard("title: %s"),
    "note": _standard("note: %s"),
    "roman": _standard("roman: %s"),
    "edition": _edition("event: %s"),
    "part": _part_of_standards,
    "wording": _edition("event: Amended, text: %s"),
    "page": _page,
    "file": _file,
    "name": _commission("name: %s"),
    "short name": _commission("short_name: %s"),
    "opinion": _commission("opinion: %s"),
    "short opinion": _commission("opinion_short: %s"),
    "author": _commission("citation: {author: %s, title: Advisory Op.}"),
    "document": _commission("source: {title: %s}"),
}
