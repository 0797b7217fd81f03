"""Findings as text for people, as JSON for programs, and as annotations for GitHub."""

import json
from collections.abc import Sequence

from corpus.checks.registry import RULES, Rule
from corpus.findings import Finding, Level, Location
from corpus.text.markdown_escape import escape_markdown

SHOWN_BY_GITHUB = 10
"""How many annotations of each level GitHub keeps for a step. It silently drops the rest."""


def as_text(findings: Sequence[Finding]) -> str:
    """Two lines for each finding: where and what, then what to type instead."""
    lines = [f"{_first_line(finding)}\n    {finding.hint}" for finding in findings]
    return "\n".join([*lines, total(findings)])


def as_json(findings: Sequence[Finding]) -> str:
    """A JSON list with one object for each finding."""
    return json.dumps([_entry(finding) for finding in findings], ensure_ascii=False, indent=2)


def as_github(findings: Sequence[Finding]) -> str:
    """Workflow commands that annotate lines, errors first, ten of each level at most."""
    shown = [finding for level in Level for finding in _of(findings, level)[:SHOWN_BY_GITHUB]]
    return "\n".join([*map(_annotation, shown), total(findings)])


def as_summary(findings: Sequence[Finding]) -> str:
    """Every finding as a Markdown table, errors first, for the summary of a GitHub job."""
    head = f"## {total(findings)}\n"
    if not findings:
        return head
    rows = [_row(finding) for level in Level for finding in _of(findings, level)]
    return "\n".join([head, "| where | what | what to type instead |", "|---|---|---|", *rows, ""])


def rule_list() -> str:
    """One line for each rule: its code, name and requirement."""
    rules = sorted(RULES.values(), key=lambda rule: rule.code)
    return "\n".join(f"{rule.code} {rule.name}: {rule.requirement}" for rule in rules)


def rule_explanation(rule: Rule) -> str:
    """Everything that a clerk can read about a rule."""
    examples = [("Wrong", rule.bad), ("Right", rule.good)]
    shown = [f"{title}:\n\n{_indented(text)}" for title, text in examples if text]
    if shown:
        shown.insert(0, "The examples are of a body that does not exist.")
    parts = [
        f"{rule.code} {rule.name} ({rule.level})",
        rule.requirement,
        rule.why,
        *shown,
        rule.hint,
    ]
    return "\n\n".join(parts)


def _of(findings: Sequence[Finding], level: Level) -> list[Finding]:
    return [finding for finding in findings if finding.level is level]


def _annotation(finding: Finding) -> str:
    location = finding.location
    position = f"file={_property(location.path)},line={location.line},col={location.column}"
    title = _property(f"{finding.code} {finding.rule}")
    text = _escaped(f"{finding.message}\n{finding.hint}")
    return f"::{finding.level} {position},title={title}::{text}"


def _escaped(text: str) -> str:
    """The text of a workflow command, which would end at a line break."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """A property of a workflow command, which would end at a comma or a colon."""
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def _row(finding: Finding) -> str:
    what = f"{finding.level} {finding.code}: {finding.message}"
    cells = (_position(finding.location), what, finding.hint)
    return f"| {' | '.join(map(escape_markdown, cells))} |"


def _first_line(finding: Finding) -> str:
    """Where and what, with a ? for each character that would move the cursor."""
    what = f"{finding.level} {finding.code} {finding.message} ({finding.rule})"
    line = f"{_position(finding.location)}: {what}"
    return "".join(character if character.isprintable() else "?" for character in line)


def _position(location: Location) -> str:
    return f"{location.path}:{location.line}:{location.column}"


def total(findings: Sequence[Finding]) -> str:
    """`2 errors, 1 warning`."""
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
