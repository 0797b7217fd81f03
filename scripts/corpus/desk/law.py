"""What opinions cite: an authority that is new, or that has changed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from corpus.analysis.impact import edition_impacts, reviews
from corpus.analysis.index import build_index
from corpus.build.atomic import replace_file, write_new_file
from corpus.checks.registry import CHECKS, RULE_OF_FAULT, Scope
from corpus.checks.runner import check
from corpus.checks.showable import showable_corpus
from corpus.citations.names import Names
from corpus.desk.collection import Collection
from corpus.desk.fields import cleaned
from corpus.desk.not_finished import NotFinishedError
from corpus.desk.plain_words import hint_of, message_of
from corpus.desk.workspace import ChangedElsewhereError
from corpus.library.ledger import digest
from corpus.library.record_layout import field_lines
from corpus.library.record_writer import rewrite_fields
from corpus.library.references import References
from corpus.model.authority import Authority, Citation, authority_model
from corpus.model.authority_kind import AuthorityKind
from corpus.parsing.front_matter import RawFile
from corpus.parsing.parsed_file import ParsedFile, parse_file
from corpus.parsing.yaml_text import YamlText
from corpus.parsing.yaml_values import Value, parse_yaml


@dataclass(frozen=True, slots=True)
class Change:
    """A change of an authority that is not written yet."""

    path: str
    before: str
    after: str
    problems: tuple[str, ...]
    """What is wrong with it, in sentences."""
    to_review: tuple[str, ...]
    """The earlier opinions that cite what changed."""


def add_authority(sent: Mapping[str, Any], collection: Collection) -> None:
    """Write the file of an authority that the collection does not have.

    Raises `NotFinishedError` if something is missing, or the collection has it already.
    """
    kind = _kind(sent, collection)
    citation = Citation.parse(kind, str(cleaned(sent.get("id", ""))))
    if citation is None:
        raise NotFinishedError("The desk cannot tell what this is.")
    source = {name: sent.get(f"source_{name}", "") for name in ("title", "url")}
    fields: dict[str, Value] = {
        "id": citation.authority,
        "title": cleaned(sent.get("title", "")),
        "source": {name: cleaned(value) for name, value in source.items() if value},
    }
    lines = (line for name in fields for line in field_lines(name, fields[name], ""))
    path = _path(kind, citation.authority, collection)
    text = "\n".join(["---", *lines, "---", ""])
    if problems := _problems(_parsed(kind, path, text)):
        raise NotFinishedError(" ".join(problems))
    try:
        write_new_file(collection.paths.root / path, text)
    except FileExistsError:
        raise NotFinishedError("The collection has it already.") from None


def change_of(sent: Mapping[str, Any], collection: Collection) -> Change:
    """What a form says about a change of an authority; raises `NotFinishedError`."""
    kind, authority = _kind(sent, collection), str(sent.get("id", ""))
    references = collection.references
    if (kind, authority) not in references.authorities:
        raise NotFinishedError("Choose what changed.")
    path = _path(kind, authority, collection)
    before = (collection.paths.root / path).read_text(encoding="utf-8")
    fields = _parsed(kind, path, before).raw.fields
    if not isinstance(fields, dict):
        raise NotFinishedError("Its file cannot be read. Ask a developer.")
    editions = fields.get("editions", [])
    known = editions if isinstance(editions, list) else []
    names = [name for name in fields if name != "editions"]
    wanted = {name: fields[name] for name in names}
    after = rewrite_fields(before, {**wanted, "editions": [*known, _edition(sent)]})
    parsed = _parsed(kind, path, after)
    problems = _problems(parsed)
    to_review = () if problems else tuple(_reviews(kind, parsed.value, collection))
    return Change(path, before, after, problems, to_review)


def write_change(change: Change, collection: Collection) -> None:
    """Write the file of an authority; raises `ChangedElsewhereError` or `NotFinishedError`."""
    if change.problems:
        raise NotFinishedError(" ".join(change.problems))
    file = collection.paths.root / change.path
    if digest(file.read_text(encoding="utf-8")) != digest(change.before):
        raise ChangedElsewhereError
    replace_file(file, change.after)


def _kind(sent: Mapping[str, Any], collection: Collection) -> AuthorityKind:
    kind = collection.references.commission.kind(str(sent.get("kind", "")))
    if kind is None:
        raise NotFinishedError("Choose what changed.")
    return kind


def _path(kind: AuthorityKind, authority: str, collection: Collection) -> str:
    folder = collection.paths.authority_folder(kind.plural)
    return collection.paths.relative(folder / f"{kind.slug(authority)}.md")


def _edition(sent: Mapping[str, Any]) -> Value:
    """An edition with the fields that were filled in."""
    provisions = [part.strip() for part in str(sent.get("provisions", "")).split(",")]
    source = {name: cleaned(sent.get(f"source_{name}", "")) for name in ("title", "url")}
    fields: dict[str, Value] = {
        "effective": cleaned(sent.get("effective", "")),
        "provisions": [part for part in provisions if part],
        "event": cleaned(sent.get("event", "")),
        "text": cleaned(sent.get("text", "")),
        "source": {name: value for name, value in source.items() if value},
    }
    required = {"effective", "event", "source"}
    return {name: value for name, value in fields.items() if value or name in required}


def _parsed(kind: AuthorityKind, path: str, text: str) -> ParsedFile[Authority]:
    front_matter = text.split("---\n", 2)[1]
    yaml = YamlText(path, front_matter, first_line=2)
    fields, faults = parse_yaml(yaml)
    return parse_file(RawFile(yaml, fields, faults=faults), authority_model(kind))


def _problems(file: ParsedFile[Authority]) -> tuple[str, ...]:
    faults = [
        RULE_OF_FAULT[fault.kind].finding(fault.location, fault.message) for fault in file.faults
    ]
    others = [finding for rule in CHECKS[Scope.FILE] for finding in rule.findings(file)]
    findings = [*faults, *others]
    return tuple(f"{message_of(finding)}. {hint_of(finding)}".strip() for finding in findings)


def _reviews(
    kind: AuthorityKind, changed: Authority | None, collection: Collection
) -> tuple[str, ...]:
    """The earlier opinions that cite what the newest edition changed."""
    shown = showable_corpus(collection.corpus, check(collection.corpus))
    if shown is None or changed is None:
        return ()
    authorities = {**shown.references.authorities, (kind, changed.id): changed}
    references: References = replace(shown.references, authorities=authorities)
    index = build_index(references, shown.records, shown.seals)
    impacts = edition_impacts(Citation(kind, changed.id), index)
    names, newest = Names(references.commission), changed.editions[-1]
    return tuple(
        review
        for impact in impacts
        if impact.edition == newest
        for review in reviews(impact, names)
    )
