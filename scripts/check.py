"""Check every record: what is wrong, where, and what to type instead."""

from pathlib import Path

from corpus import command
from corpus.check import check
from corpus.findings import Finding, Level
from corpus.library import load
from corpus.report import as_json, as_text, explained, rule_list
from corpus.rules import RULES

FORMATS = {"text": as_text, "json": as_json}


def main() -> int:
    """Print the findings; 1 when there is an error among them."""
    parser = command.parser(__doc__)
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="only these files")
    parser.add_argument("--format", choices=FORMATS, default="text")
    parser.add_argument("--list", action="store_true", help="list every rule")
    parser.add_argument("--explain", metavar="CODE", help="tell all about one rule")
    arguments = parser.parse_args()
    if arguments.list:
        print(rule_list())
        return command.CLEAN
    if arguments.explain:
        return explain(arguments.explain.upper())
    places = command.places(arguments)
    for path in arguments.paths:
        if not path.resolve().is_relative_to(places.root) or not path.exists():
            return command.refused(f"there is no {path} below {places.root}")
    wanted = {places.relative(path.resolve()) for path in arguments.paths}
    findings = [found for found in check(load(places)) if is_wanted(found, wanted)]
    print(FORMATS[arguments.format](findings))
    return command.FOUND if any(f.level is Level.ERROR for f in findings) else command.CLEAN


def explain(code: str) -> int:
    """Print what is told of one rule."""
    if code not in RULES:
        return command.refused(f"there is no rule {code}; --list shows them all")
    print(explained(RULES[code]))
    return command.CLEAN


def is_wanted(finding: Finding, wanted: set[str]) -> bool:
    """Whether the finding is in one of the wanted files, or below one of the wanted folders."""
    path = finding.spot.path
    return not wanted or any(path == name or path.startswith(f"{name}/") for name in wanted)


if __name__ == "__main__":
    command.run(main)
