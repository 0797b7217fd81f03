"""What a clerk enters about the law: a new authority, or a change of one."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from corpus.analysis.impact import edition_impacts, reviews
from corpus.analysis.index import build_index
from corpus.checks.runner import check
from corpus.checks.showable import showable_corpus
from corpus.citations.finder import CitationFinder
from corpus.desk.collection import Collection
from corpus.desk.errors import NotFinishedError
from corpus.desk.fields import cleaned
from corpus.desk.in_progress.shared_file_changes import FileChange
from corpus.desk.plain_words import sentence_of
from corpus.findings import Finding
from corpus.library.record_layout import field_lines
from corpus.library.record_writer import rewrite_fields
from corpus.library.references import References
from corpus.model.authority import Authority, Citation, authority_model
from corpus.model.authority_kind import AuthorityKind
from corpus.parsing.front_matter import RawFile
from corpus.parsing.parsed_file import ParsedFile, parse_file
from corpus.parsing.yaml_text import YamlText
from corpus.parsing.yaml_values import Value, parse_yaml

_FOREIGN, _NO_DAY, _UNCLEAR = "OP307", "OP105", "OP124"
"""What the form says in its own words."""
_FOREIGN_PART = (
    "“{part}” is not a part of {name}. Type it as the opinions print it, or leave this empty if "
    "all of it changed."
)
_TYPE_A_DAY = "This is not a day of the calendar. Choose one, or type it as 2003-11-07."
_WORDS_OF_SEVERAL = (
    "Several parts are listed, and new words can be kept for one. Save a change of its own for "
    "each part whose new words you have."
)
_PART_ALONE = re.compile(r"^\(?([A-Za-z])\)?((?:\([^()]+\))*)$")
"""`c`, `(c)` or `(c)(1)`, where `3(c)` is meant."""


class FieldProblem(NamedTuple):
    """A sentence about a field of the form."""

    field: str
    """The name of the field: `effective`; empty if it is about none of them."""
    sentence: str


class WrongFieldsError(NotFinishedError):
    """A form cannot be kept as it is; each problem is at its field."""

    def __init__(self, problems: tuple[FieldProblem, ...]) -> None:
        """The message has all sentences."""
        super().__init__(" ".join(problem.sentence for problem in problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Amendment:
    """A change of an authority that is not written yet."""

    change: FileChange
    problems: tuple[FieldProblem, ...]
    """What is wrong with it."""
    to_review: tuple[str, ...]
    """The earlier opinions that cite what changed."""


def new_authority(sent: Mapping[str, Any], collection: Collection) -> FileChange:
    """The file of an authority that the collection does not have.

    Raises `NotFinishedError` if something is missing, or the collection has it already.
    """
    kind = collection.references.commission.kind(str(sent.get("kind", "")))
    citation = Citation.parse(kind, str(cleaned(sent.get("id", "")))) if kind else None
    if kind is None or citation is None:
        raise NotFinishedError("The desk cannot tell what this is.")
    title, about = (cleaned(sent.get(name, "")) for name in ("title", "about"))
    called = {"about": about} if about and not title else {"title": title}
    fields: dict[str, Value] = {"id": citation.authority, **called, "source": _source(sent)}
    lines = (line for name in fields for line in field_lines(name, fields[name], ""))
    path = citation.file
    text = "\n".join(["---", *lines, "---", ""])
    if (collection.paths.root / path).exists():
        raise NotFinishedError("The collection has it already.")
    if problems := _problems(_parsed(kind, path, text), collection):
        raise WrongFieldsError(problems)
    name = collection.references.names.provision(citation.without_pinpoint)
    return FileChange(path, None, text, f"{name} was added.")


def amendment(sent: Mapping[str, Any], collection: Collection) -> Amendment:
    """What a form says about a change of an authority; raises `NotFinishedError`."""
    kind = _kind(sent, collection)
    authority = str(sent.get("id", ""))
    references = collection.references
    if (kind, authority) not in references.authorities:
        raise WrongFieldsError((FieldProblem("what", "Choose what changed."),))
    path = Citation(kind, authority).file
    before = (collection.paths.root / path).read_text(encoding="utf-8")
    fields = _parsed(kind, path, before).raw.fields
    if not isinstance(fields, dict):
        raise NotFinishedError("Its file cannot be read. Ask the person who looks after the files.")
    editions = fields.get("editions", [])
    known = editions if isinstance(editions, list) else []
    edition = _edition(sent, kind, authority, CitationFinder(references.commission))
    if edition in known:
        raise NotFinishedError("The collection has this change already.")
    others = {name: value for name, value in fields.items() if name != "editions"}
    after = rewrite_fields(before, {**others, "editions": [*known, edition]})
    parsed = _parsed(kind, path, after)
    named = references.names.provision(Citation(kind, authority))
    problems = (*_problems(parsed, collection), *_foreign_parts(edition, kind, authority, named))
    to_review = () if problems else tuple(_reviews(kind, parsed.value, collection))
    return Amendment(FileChange(path, before, after, f"{named} changed."), problems, to_review)


def _foreign_parts(
    edition: Value, kind: AuthorityKind, authority: str, name: str
) -> Iterator[FieldProblem]:
    """A sentence for each part outside what changed, even while other fields are empty."""
    parts = edition.get("provisions", []) if isinstance(edition, dict) else []
    for part in parts:
        citation = Citation.parse(kind, str(part))
        if citation is None or citation.authority != authority:
            yield FieldProblem("provisions", _FOREIGN_PART.format(part=part, name=name))


def _kind(sent: Mapping[str, Any], collection: Collection) -> AuthorityKind:
    kind = collection.references.commission.kind(str(sent.get("kind", "")))
    if kind is None:
        raise WrongFieldsError((FieldProblem("what", "Choose what changed."),))
    return kind


def _edition(
    sent: Mapping[str, Any], kind: AuthorityKind, authority: str, finder: CitationFinder
) -> Value:
    """An edition with the fields that were filled in."""
    typed = [part.strip() for part in str(sent.get("provisions", "")).split(",")]
    whole = Citation(kind, authority)
    fields: dict[str, Value] = {
        "effective": cleaned(sent.get("effective", "")),
        "provisions": [provision_as_cited(part, whole, finder) for part in typed if part],
        "event": cleaned(sent.get("event", "")),
        "text": cleaned(sent.get("text", "")),
        "source": _source(sent),
    }
    required = {"effective", "event", "source"}
    return {name: value for name, value in fields.items() if value or name in required}


def _source(sent: Mapping[str, Any]) -> dict[str, Value]:
    """The source as filled in; an empty title, which the check then names, if nothing was."""
    fields = {name: cleaned(sent.get(f"source_{name}", "")) for name in ("title", "url")}
    return {name: value for name, value in fields.items() if value} or {"title": ""}


def provision_as_cited(typed: str, whole: Citation, finder: CitationFinder) -> str:
    """A part of an authority as records cite it, from how the site prints it or from its end."""
    kind = whole.kind
    authority = whole.authority
    for cited in finder.find(typed, authority if kind.is_in_sets else None):
        if cited.kind == kind.id and (cited.start, cited.end) == (0, len(typed)):
            return str(cited.target)
    if kind.is_in_sets and typed[0].isdigit():
        return f"{authority} {typed}"
    return _PART_ALONE.sub(rf"{authority}(\1)\2", typed)


def _parsed(kind: AuthorityKind, path: str, text: str) -> ParsedFile[Authority]:
    front_matter = text.split("---\n", 2)[1]
    yaml = YamlText(path, front_matter, first_line=2)
    fields, faults = parse_yaml(yaml)
    return parse_file(RawFile(yaml, front_matter, fields, faults=faults), authority_model(kind))


def _problems(file: ParsedFile[Authority], collection: Collection) -> tuple[FieldProblem, ...]:
    """What would be wrong with the file, each at its field of the form."""
    return tuple(
        _problem(file.raw, finding)
        for finding in collection.findings_in(file)
        if finding.code != _FOREIGN
    )


def _problem(file: RawFile, finding: Finding) -> FieldProblem:
    if finding.code == _NO_DAY:
        return FieldProblem(_field(file, finding), _TYPE_A_DAY)
    if finding.code == _UNCLEAR:  # all that a form can make unclear is whose words these are
        return FieldProblem("text", _WORDS_OF_SEVERAL)
    return FieldProblem(_field(file, finding), sentence_of(finding))


def _field(file: RawFile, finding: Finding) -> str:
    """The field of the form that a finding is about."""
    path = file.field_at(finding.location)
    names = [name for name in path if isinstance(name, str) and name != "editions"]
    if names == ["source"]:
        return "source_title"
    return "_".join(names) if names[:1] == ["source"] else next(iter(names), "")


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
    names = references.names
    newest = changed.editions[-1]
    return tuple(
        review
        for impact in impacts
        if impact.edition == newest
        for review in reviews(impact, names)
    )
