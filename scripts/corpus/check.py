"""Every rule over everything that was read."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import chain
from typing import Any

from corpus.documents import Document
from corpus.findings import Finding, Level
from corpus.records import Library, Record, References, Sound
from corpus.rules import CLAIMS, RULES, Scope
from corpus.waive import waived


def check(library: Library) -> tuple[Finding, ...]:
    """All findings, by path, line and column."""
    return tuple(sorted(_findings(library)))


def within(findings: Iterable[Finding], names: Collection[str]) -> tuple[Finding, ...]:
    """The findings in the files or folders of these names; all where none is named."""
    if not names:
        return tuple(findings)
    return tuple(one for one in findings if any(is_within(one.spot.path, name) for name in names))


def is_within(path: str, name: str) -> bool:
    """Whether a file is the one that is named, or lies in the folder that is; `.` is the root."""
    return name in {".", path} or path.startswith(f"{name}/")


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether any of the findings keeps the site from being published."""
    return any(finding.level is Level.ERROR for finding in findings)


def sound(library: Library, findings: Iterable[Finding]) -> Sound | None:
    """The corpus, where none of its findings is an error."""
    if has_errors(findings) or library.references is None:
        return None
    paths = tuple(document.path for document in library.documents)
    return Sound(library.references, library.records, library.pages, paths)


def _findings(library: Library) -> Iterator[Finding]:
    for document in library.documents:
        yield from _of_document(document)
    across = defaultdict(list)
    for rule in _RULES[Scope.LIBRARY]:
        for finding in rule.findings(library):
            across[finding.spot.path].append(finding)
    if library.references:
        for record in library.records:
            found = across.pop(record.document.path, [])
            yield from _of_record(record, library.references, found)
    yield from chain.from_iterable(across.values())


def _of_document(document: Document[Any]) -> Iterator[Finding]:
    for fault in document.faults:
        rule = CLAIMS[fault.flaw]
        yield rule.finding(*rule.judge(fault))
    for rule in _RULES[Scope.DOCUMENT]:
        yield from rule.findings(document)


def _of_record(
    record: Record, references: References, across: Iterable[Finding]
) -> Iterable[Finding]:
    """What is found in a record, by itself and beside the others, without what it waives."""
    alone = (one for rule in _RULES[Scope.RECORD] for one in rule.findings(record, references))
    found = [*alone, *across]
    if not record.waivers:
        return found
    firm = [one for one in found if RULES[one.code].is_firm]
    soft = [one for one in found if not RULES[one.code].is_firm]
    left = waived(soft, record.waivers)[0]
    on_waivers = _RULES[Scope.WAIVERS]
    return chain(firm, left, *(rule.findings(record, soft) for rule in on_waivers))


_RULES = {scope: [rule for rule in RULES.values() if rule.scope is scope] for scope in Scope}
