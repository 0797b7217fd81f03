"""Check every record: what is wrong, where, and what to type instead."""

import os
from contextlib import ExitStack
from pathlib import Path

from corpus import cli
from corpus.checks.registry import RULES
from corpus.checks.report import (
    as_github,
    as_json,
    as_summary,
    as_text,
    rule_explanation,
    rule_list,
)
from corpus.checks.runner import check_paths, has_errors

FORMATS = {"text": as_text, "github": as_github, "json": as_json}


def main() -> int:
    """Print the findings; return 1 if one of them is an error."""
    parser = cli.parser(__doc__)
    parser.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="check only these files or folders"
    )
    cli.add_published(parser)
    parser.add_argument("--format", choices=FORMATS, default="text")
    parser.add_argument("--list", action="store_true", help="list every rule")
    parser.add_argument("--explain", metavar="CODE", help="explain one rule")
    arguments = parser.parse_args()
    if arguments.list:
        print(rule_list())
        return cli.OK
    if arguments.explain:
        return explain(arguments.explain.upper())
    with ExitStack() as scratch:
        paths = cli.judged_paths(arguments, scratch)
        names = cli.relative_paths(arguments.paths, paths)
        checked = check_paths(paths, names)
    cli.refuse_unknown_paths(names, paths, checked.paths)
    findings = checked.findings
    print(FORMATS[arguments.format](findings))
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if arguments.format == "github" and summary:
        with Path(summary).open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(as_summary(findings))
    return cli.FINDINGS if has_errors(findings) else cli.OK


def explain(code: str) -> int:
    """Print everything about one rule."""
    if code not in RULES:
        return cli.fail(f"there is no rule {code}; --list shows every rule")
    print(rule_explanation(RULES[code]))
    return cli.OK


if __name__ == "__main__":
    cli.run(main)
