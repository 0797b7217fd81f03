"""Every rule over everything that was read."""

from collections.abc import Collection, Iterable, Iterator
from itertools import chain

from corpus.findings import Finding, Level
from corpus.records import Library, Record, References
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


def _findings(library: Library) -> Iterator[Finding]:
    for document in library.documents:
        for fault in document.faults:
            rule = CLAIMS[fault.flaw]
            yield rule.finding(*rule.judge(fault))
        for rule in _RULES[Scope.DOCUMENT]:
            yield from rule.findings(document)
    if library.references:
        for record in library.records:
            yield from _of_record(record, library.references)
    for rule in _RULES[Scope.LIBRARY]:
        yield from rule.findings(library)


def _of_record(record: Record, references: References) -> Iterable[Finding]:
    """What is found in a record, without what it waives."""
    found = [one for rule in _RULES[Scope.RECORD] for one in rule.findings(record, references)]
    if not record.waivers:
        return found
    left = waived(found, record.waivers)[0]
    on_waivers = _RULES[Scope.WAIVERS]
    return chain(left, *(rule.findings(record, found) for rule in on_waivers))


_RULES = {scope: [rule for rule in RULES.values() if rule.scope is scope] for scope in Scope}
