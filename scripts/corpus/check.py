"""Every rule over everything that was read."""

from collections.abc import Iterator

from corpus.findings import Finding
from corpus.records import Library
from corpus.rules import RULES, Rule, Scope


def check(library: Library) -> tuple[Finding, ...]:
    """All findings, by path, line and column."""
    return tuple(sorted(_findings(library)))


def _findings(library: Library) -> Iterator[Finding]:
    for rule in _rules(Scope.DOCUMENT):
        for document in library.documents:
            yield from rule.findings(document)
    for rule in _rules(Scope.RECORD):
        for record in library.records:
            yield from rule.findings(record, library.references)
    for rule in _rules(Scope.LIBRARY):
        yield from rule.findings(library)


def _rules(scope: Scope) -> list[Rule]:
    return [rule for rule in RULES.values() if rule.scope is scope]
