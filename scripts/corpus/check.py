"""Every rule over everything that was read."""

from collections.abc import Collection, Iterable, Iterator

from corpus.findings import Finding, Level
from corpus.records import Library
from corpus.rules import CLAIMS, RULES, Rule, Scope


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


def _findings(library: Library) -> Iterator[Finding]:
    on_document, on_record = _rules(Scope.DOCUMENT), _rules(Scope.RECORD)
    for document in library.documents:
        for fault in document.faults:
            rule = CLAIMS[fault.flaw]
            yield rule.finding(*rule.judge(fault))
        for rule in on_document:
            yield from rule.findings(document)
    for record in library.records:
        for rule in on_record:
            yield from rule.findings(record, library.references)
    for rule in _rules(Scope.LIBRARY):
        yield from rule.findings(library)


def _rules(scope: Scope) -> list[Rule]:
    return [rule for rule in RULES.values() if rule.scope is scope]
