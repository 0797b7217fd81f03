"""What a rule is, the checks that look for violations, and the list of both."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from inspect import cleandoc, getdoc
from typing import Any, TypeAlias

from corpus.findings import FaultKind, Finding, Level, Location, Violation
from corpus.library.corpus import Corpus
from corpus.library.record import Record
from corpus.library.references import References
from corpus.parsing.field_types import UnreadFieldError
from corpus.parsing.parsed_file import ParsedFile

FileCheck: TypeAlias = Callable[[ParsedFile[Any]], Iterable[Violation]]
RecordCheck: TypeAlias = Callable[[Record, References], Iterable[Violation]]
WaiverCheck: TypeAlias = Callable[[Record, Sequence[Finding]], Iterable[Violation]]
CollectionCheck: TypeAlias = Callable[[Corpus], Iterable[Violation]]


class Scope(StrEnum):
    """What a check looks at."""

    FILE = "file"
    RECORD = "record"
    WAIVERS = "waivers"
    COLLECTION = "collection"


SUBJECTS = (
    "the file",
    "the fields",
    "the text",
    "authorities and citations",
    "the collection",
    "the ledger",
)
"""The subject of a rule by the first digit of its code."""

MOST_PER_FILE = 500
"""How many violations a check looks for in one file. A report shows the first hundred."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule of the collection and what a clerk reads about it."""

    code: str
    name: str
    level: Level = Level.ERROR
    law: str
    """The rule in one sentence."""
    why: str
    """The reason for it."""
    hint: str
    """What to type instead."""
    bad: str = ""
    """Part of a file that breaks the rule."""
    good: str = ""
    """The same part as it should be."""

    @property
    def subject(self) -> str:
        """What the rule is about, such as `the file`."""
        return SUBJECTS[int(self.code[2])]

    @property
    def can_be_waived(self) -> bool:
        """Whether a record can list an exception. The rules on the ledger allow none."""
        return not self.code.startswith("OP5")

    def finding(self, location: Location, message: str) -> Finding:
        """Return a finding of this rule."""
        return Finding(location, self.code, self.name, self.level, message, self.hint)


@dataclass(frozen=True, slots=True)
class Check:
    """The function that looks for violations of a rule."""

    rule: Rule
    scope: Scope
    violations: Callable[..., Iterable[Violation]]

    def findings(self, *subject: object) -> list[Finding]:
        """Return the violations as findings, at most `MOST_PER_FILE` for each file.

        A check ends when it asks for a field that could not be read.
        """
        findings: list[Finding] = []
        count: Counter[str] = Counter()
        try:
            for location, message in self.violations(*subject):
                count[location.path] += 1
                if count[location.path] <= MOST_PER_FILE:
                    findings.append(self.rule.finding(location, message))
                elif self.scope is not Scope.COLLECTION:
                    break
        except UnreadFieldError:
            return findings
        return findings


RULES: dict[str, Rule] = {}
"""Every rule by its code."""

RULE_OF_FAULT: dict[FaultKind, Rule] = {}
"""The rule that reports each kind of fault."""

CHECKS: dict[Scope, list[Check]] = {scope: [] for scope in Scope}
"""Every check by what it looks at."""


def on_fault(kind: FaultKind, rule: Rule) -> None:
    """Register the rule that reports every fault of one kind."""
    if kind in RULE_OF_FAULT:
        raise ValueError(f"two rules report the fault {kind}")
    RULE_OF_FAULT[kind] = _register(rule)


def on_file(
    code: str, *, hint: str, level: Level = Level.ERROR
) -> Callable[[FileCheck], FileCheck]:
    """Register a rule on one file of any kind."""
    return _registering(code, hint, level, Scope.FILE)


def on_record(
    code: str, *, hint: str, level: Level = Level.ERROR
) -> Callable[[RecordCheck], RecordCheck]:
    """Register a rule on one record."""
    return _registering(code, hint, level, Scope.RECORD)


def on_waivers(
    code: str, *, hint: str, level: Level = Level.ERROR
) -> Callable[[WaiverCheck], WaiverCheck]:
    """Register a rule on the waivers of one record, given its findings."""
    return _registering(code, hint, level, Scope.WAIVERS)


def on_collection(
    code: str, *, hint: str, level: Level = Level.ERROR
) -> Callable[[CollectionCheck], CollectionCheck]:
    """Register a rule on all records together."""
    return _registering(code, hint, level, Scope.COLLECTION)


def _registering(code: str, hint: str, level: Level, scope: Scope) -> Callable[[Any], Any]:
    """Return a decorator that registers a function, with the rule in its docstring."""

    def register(violations: Callable[..., Any]) -> Callable[..., Any]:
        text = getdoc(violations) or ""
        rule = Rule(
            code=code,
            name=violations.__name__.replace("_", "-"),
            level=level,
            law=text.partition("\n")[0],
            why=" ".join(_section(text, "Why").split()),
            hint=hint,
            bad=_section(text, "Bad"),
            good=_section(text, "Good"),
        )
        CHECKS[scope].append(Check(_register(rule), scope, violations))
        return violations

    return register


def _section(docstring: str, title: str) -> str:
    """Return the indented lines below a title such as `Why:`."""
    section = re.search(rf"^{title}:\n((?:    .*\n?|\n)+)", docstring, re.MULTILINE)
    return section[1] if section else ""


def _register(rule: Rule) -> Rule:
    """Add a rule to the list, without the indentation of its examples."""
    if rule.code in RULES:
        raise ValueError(f"two rules have the code {rule.code}")
    RULES[rule.code] = replace(rule, bad=cleandoc(rule.bad), good=cleandoc(rule.good))
    return RULES[rule.code]
