"""The code knows no body: what is particular to one comes from its settings."""

import ast
import re
from collections.abc import Iterator

import pytest

from corpus.checks.registry import RULES
from corpus.paths import REPOSITORY, SCRIPTS, files_below

NAMES = re.compile(
    r"""
      North\ Carolina | \bN\.\s?C\. | NCDRC | Dispute\ Resolution   # the first body
    | \bMSC\b | \bFFS\b | \bDCC\b | \b7A-                           # its rules and statutes
    | [Mm]ediat(?:or|ion)                                           # its readers
    | [Tt]he\ Commission\b                                         # its kind of body
    | \bStandards?\b(?!\ (?:error|input|output))                    # its kinds of authority
    | ["'`]standard["'`] | [!=]=\ ["']standards["']
    """,
    re.VERBOSE,
)
ALLOWED = {
    "corpus/citations/ordinary_words.py": "people count mediators, as they count lawyers",
    "corpus/checks/rules/": "the examples are about the small corpus of the tests",
    "corpus/checks/own_examples.py": "it puts a body's own names in the place of those examples",
}
"""Where a name may stand, and why it makes nothing special there."""
TEXTS = (".py", ".html", ".js", ".css", ".typ", ".yml", ".md", ".txt", ".svg")


def lines() -> Iterator[tuple[str, str]]:
    """Yield each line of the code with its place."""
    for name in files_below(SCRIPTS):
        if name.endswith(TEXTS) and not name.startswith(tuple(ALLOWED)):
            text = (SCRIPTS / name).read_text(encoding="utf-8")
            for number, line in enumerate(text.splitlines(), start=1):
                yield f"{name}:{number}", line


def test_no_line_of_the_code_names_a_body_its_readers_or_its_law() -> None:
    named = [f"{place}: {line.strip()}" for place, line in lines() if NAMES.search(line)]
    assert not named, "\n".join(named)


def test_what_a_rule_says_names_no_body_either() -> None:
    said = {code: f"{rule.requirement} {rule.why} {rule.hint}" for code, rule in RULES.items()}
    assert not {code: text for code, text in said.items() if NAMES.search(text)}


def test_only_the_examples_of_rules_name_a_body() -> None:
    for path in (SCRIPTS / "corpus/checks/rules").glob("*.py"):
        code = without_examples(path.read_text(encoding="utf-8"))
        assert not NAMES.search(code), f"{path.name}: {NAMES.search(code)}"


def without_examples(source: str) -> str:
    """The code without docstrings and without the examples that rules are given by name."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            node.keywords = [word for word in node.keywords if word.arg not in {"bad", "good"}]
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef):
            node.body = [line for line in node.body if not is_docstring(line)] or [ast.Pass()]
    return ast.unparse(tree)


def is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def test_every_exception_is_needed() -> None:
    for name in ALLOWED:
        texts = [
            (SCRIPTS / path).read_text(encoding="utf-8")
            for path in files_below(SCRIPTS)
            if path.startswith(name) and path.endswith(TEXTS)
        ]
        assert any(map(NAMES.search, texts)), name


@pytest.mark.parametrize(
    "line",
    [
        'if kind == "standard":',
        'if kind.plural == "standards":',
        "the Standards of Conduct",
        "what a mediator asks",
        "N. C. Gen. Stat.",
        "`7A-38.2`",
        "the Commission's document",
    ],
)
def test_such_a_line_would_be_found(line: str) -> None:
    assert NAMES.search(line)
    assert not NAMES.search("standard error, Standard output and a standard")


def test_the_first_body_is_in_the_settings() -> None:
    assert NAMES.search((REPOSITORY / "standards/commission.yml").read_text(encoding="utf-8"))
