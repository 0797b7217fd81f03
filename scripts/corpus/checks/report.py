"""Findings as text for people, as JSON for programs, and as GitHub shows them beside a change."""

import json
from collections.abc import Sequence

from corpus.checks.registry import RULES, Rule
from corpus.findings import Finding, Level
from corpus.text.markdown_escape import escape_markdown

SHOWN_BY_GITHUB = 10
"""How many annotations of one level GitHub keeps of a step; the rest it drops without a word."""


def as_text(findings: Sequence[Finding]) -> str:
    """One finding in two lines: where and what, then what to type instead."""
    lines = [f"{_told(finding)}\n    {finding.hint}" for finding in findings]
    return "\n".join([*lines, _total(findings)])


def as_json(findings: Sequence[Finding]) -> str:
    """A list of objects, one a finding."""
    return json.dumps([_entry(finding) for finding in findings], ensure_ascii=False, indent=2)


def as_github(findings: Sequence[Finding]) -> str:
    """Workflow commands that annotate the lines, errors first; GitHub shows ten of each level."""
    shown = [one for level in Level for one in _of(findings, level)[:SHOWN_BY_GITHUB]]
    return "\n".join([*map(_annotation, shown), _total(findings)])


def as_summary(findings: Sequence[Finding]) -> str:
    """Every finding as a Markdown table, errors first, for the summary of a job on GitHub."""
    head = f"## {_total(findings)}\n"
    if not findings:
        return head
    rows = [_row(one) for level in Level for one in _of(findings, level)]
    return "\n".join([head, "| where | what | what to type instead |", "|---|---|---|", *rows, ""])


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


def _of(findings: Sequence[Finding], level: Level) -> list[Finding]:
    return [finding for finding in findings if finding.level is level]


def _annotation(finding: Finding) -> str:
    location = finding.location
    place = f"file={_property(location.path)},line={location.line},col={location.column}"
    title = _property(f"{finding.code} {finding.rule}")
    words = _data(f"{finding.message}\n{finding.hint}")
    return f"::{finding.level} {place},title={title}::{words}"


def _data(text: str) -> str:
    """Words of a workflow command, which ends at the end of the line."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """A property of a workflow command, which ends at a comma or a colon."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _row(finding: Finding) -> str:
    location = finding.location
    place = f"{location.path}:{location.line}:{location.column}"
    what = f"{finding.level} {finding.code}: {finding.message}"
    return "| " + " | ".join(map(escape_markdown, (place, what, finding.hint))) + " |"


def _told(finding: Finding) -> str:
    location = finding.location
    place = f"{location.path}:{location.line}:{location.column}"
    return _in_a_line(f"{place}: {finding.level} {finding.code} {finding.message} ({finding.rule})")


def _in_a_line(words: str) -> str:
    """The words with a ? for each sign that would move a line or a cursor."""
    return "".join(sign if sign.isprintable() else "?" for sign in words)


def _total(findings: Sequence[Finding]) -> str:
    errors = sum(finding.level is Level.ERROR for finding in findings)
    return f"{_count(errors, 'error')}, {_count(len(findings) - errors, 'warning')}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _entry(finding: Finding) -> dict[str, str | int]:
    location = finding.location
    return {
        "path": location.path,
        "line": location.line,
        "column": location.column,
        "code": finding.code,
        "rule": finding.rule,
        "level": finding.level,
        "message": finding.message,
        "hint": finding.hint,
    }


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.splitlines())
