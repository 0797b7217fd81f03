"""Findings as text for people and as JSON for programs."""

import json
from collections.abc import Sequence

from corpus.findings import Finding, Level
from corpus.rules import RULES, Rule


def as_text(findings: Sequence[Finding]) -> str:
    """One finding in two lines: where and what, then what to type instead."""
    lines = [f"{_told(finding)}\n    {finding.hint}" for finding in findings]
    return "\n".join([*lines, _total(findings)])


def as_json(findings: Sequence[Finding]) -> str:
    """A list of objects, one a finding."""
    return json.dumps([_entry(finding) for finding in findings], ensure_ascii=False, indent=2)


def rule_list() -> str:
    """Every rule in one line: its code, name and law."""
    rules = sorted(RULES.values(), key=lambda rule: rule.code)
    return "\n".join(f"{rule.code} {rule.name}: {rule.law}" for rule in rules)


def explained(rule: Rule) -> str:
    """All that is told of one rule."""
    examples = [("Wrong", rule.bad), ("Right", rule.good)]
    shown = [f"{title}:\n\n{_indented(text)}" for title, text in examples if text]
    parts = [f"{rule.code} {rule.name} ({rule.level})", rule.law, rule.why, *shown, rule.hint]
    return "\n\n".join(parts)


def _told(finding: Finding) -> str:
    spot = finding.spot
    place = f"{spot.path}:{spot.line}:{spot.column}"
    return f"{place}: {finding.level} {finding.code} {finding.message} ({finding.rule})"


def _total(findings: Sequence[Finding]) -> str:
    errors = sum(finding.level is Level.ERROR for finding in findings)
    return f"{_count(errors, 'error')}, {_count(len(findings) - errors, 'warning')}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _entry(finding: Finding) -> dict[str, str | int]:
    spot = finding.spot
    return {
        "path": spot.path,
        "line": spot.line,
        "column": spot.column,
        "code": finding.code,
        "rule": finding.rule,
        "level": finding.level,
        "message": finding.message,
        "hint": finding.hint,
    }


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.splitlines())
