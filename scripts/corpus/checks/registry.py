"""Rules, the checks that look for violations, and the registers of both."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from inspect import cleandoc, getdoc
from typing import Any, Generic, TypeAlias, TypeVar

from corpus.findings import FaultKind, Finding, Level, Violation
from corpus.library.corpus import Corpus
from corpus.library.record import Record
from corpus.library.references import References
from corpus.parsing.field_types import UnreadFieldError
from corpus.parsing.parsed_file import ParsedFile

FileCheck: TypeAlias = Callable[[ParsedFile[Any]], Iterable[Violation]]
RecordCheck: TypeAlias = Callable[[Record, References], Iterable[Violation]]
WaiverCheck: TypeAlias = Callable[[Record, Sequence[Finding]], Iterable[Violation]]
CollectionCheck: TypeAlias = Callable[[Corpus], Iterable[Violation]]
F = TypeVar("F", FileCheck, RecordCheck, WaiverCheck, CollectionCheck)


class Scope(StrEnum):
    """What a check looks at."""

    FILE = "file"
    SHARED_FILE = "shared file"
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

UNKNOWN_HEADING, UNSEALED, CHANGED_CORRECTION = "OP203", "OP504", "OP506"
"""The codes of rules whose findings the desk or the comment shows in a way of their own."""

MOST_REPORTED = 100
"""How many findings of one rule are reported for a file."""
MOST_PER_FILE = 500
"""How many violations a check looks for in a file. Waivers may leave out some of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule of the collection and what a clerk reads about it."""

    code: str
    name: str
    level: Level = Level.ERROR
    requirement: str
    """The rule in one sentence."""
    why: str
    """The reason for it."""
    hint: str
    """What to type instead."""
    bad: str = ""
    """Part of a file that breaks the rule."""
    good: str = ""
    """The same part as it should be."""
    only_by_hand: bool = False
    """Whether only who types into the file can break it and mend it, and nobody with a form."""
    misleads: str = ""
    """The code of a rule that wrongly reports records while this one on the settings is broken."""

    @property
    def subject(self) -> str:
        """What the rule is about, such as `the file`."""
        return SUBJECTS[int(self.code[2])]

    @property
    def can_be_waived(self) -> bool:
        """Whether a record can list an exception. The rules on the ledger allow none."""
        return not self.code.startswith("OP5")

    def finding(self, violation: Violation) -> Finding:
        """A violation of this rule as it is reported, with its own hint or that of the rule."""
        location, message, hint, subject, field_path = violation
        found = Finding(location, self.code, self.name, self.level, message, hint or self.hint)
        return replace(found, subject=subject, field_path=field_path)


@dataclass(frozen=True, slots=True)
class Check:
    """The function that looks for violations of a rule."""

    rule: Rule
    scope: Scope
    violations: Callable[..., Iterable[Violation]]

    def findings(self, *subject: object) -> list[Finding]:
        """The violations as findings, at most `MOST_PER_FILE` for each file.

        A check ends when it asks for a field that could not be read.
        """
        findings: list[Finding] = []
        counts: dict[str, int] = {}
        try:
            for violation in self.violations(*subject):
                path = violation.location.path
                counts[path] = count = counts.get(path, 0) + 1
                if count <= MOST_PER_FILE:
                    findings.append(self.rule.finding(violation))
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


def on_faults(rules: Mapping[FaultKind, Rule]) -> None:
    """Register the rules that report every fault of these kinds."""
    for kind, rule in rules.items():
        if kind in RULE_OF_FAULT:
            raise ValueError(f"two rules report the fault {kind}")
        RULE_OF_FAULT[kind] = _register(rule)


@dataclass(frozen=True, slots=True)
class _Registrar(Generic[F]):
    """Makes decorators that register a function, with the rule in its docstring."""

    scope: Scope

    def __call__(
        self,
        code: str,
        *,
        hint: str,
        level: Level = Level.ERROR,
        only_by_hand: bool = False,
        misleads: str = "",
    ) -> Callable[[F], F]:
        """The decorator for the rule with this code."""

        def register(violations: F) -> F:
            text = getdoc(violations) or ""
            rule = Rule(
                code=code,
                name=violations.__name__.replace("_", "-"),
                level=level,
                requirement=text.partition("\n")[0],
                why=" ".join(_section(text, "Why").split()),
                hint=hint,
                bad=_section(text, "Bad"),
                good=_section(text, "Good"),
                only_by_hand=only_by_hand,
                misleads=misleads,
            )
            CHECKS[self.scope].append(Check(_register(rule), self.scope, violations))
            return violations

        return register


on_file: _Registrar[FileCheck] = _Registrar(Scope.FILE)
"""Registers a rule on one file of any kind."""

on_shared_file: _Registrar[FileCheck] = _Registrar(Scope.SHARED_FILE)
"""Registers a rule on settings, a list, an authority or a page, but not on records."""

on_record: _Registrar[RecordCheck] = _Registrar(Scope.RECORD)
"""Registers a rule on one record."""

on_waivers: _Registrar[WaiverCheck] = _Registrar(Scope.WAIVERS)
"""Registers a rule on the waivers of one record, given its findings."""

on_collection: _Registrar[CollectionCheck] = _Registrar(Scope.COLLECTION)
"""Registers a rule on all records together."""


def _section(docstring: str, title: str) -> str:
    """What follows a title such as `Why:`, on its line or indented below it."""
    section = re.search(rf"^{title}:(.*(?:\n(?: .*)?)*)$", docstring, re.MULTILINE)
    return section[1] if section else ""


def _register(rule: Rule) -> Rule:
    """Add a rule to the list, without the indentation of its examples."""
    if rule.code in RULES:
        raise ValueError(f"two rules have the code {rule.code}")
    RULES[rule.code] = replace(rule, bad=cleandoc(rule.bad), good=cleandoc(rule.good))
    return RULES[rule.code]
