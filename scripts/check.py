"""Check every record: what is wrong, where, and what to type instead."""

import os
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
    library = load(places)
    known = {document.path for document in library.documents}
    wanted = [os.path.relpath(os.path.realpath(path), places.root) for path in arguments.paths]
    for path, name in zip(arguments.paths, wanted, strict=True):
        if not any(is_within(one, name) for one in known):
            return command.refused(f"{path} is no file of the corpus in {places.root}")
    findings = [found for found in check(library) if is_wanted(found, wanted)]
    print(FORMATS[arguments.format](findings))
    return command.FOUND if any(f.level is Level.ERROR for f in findings) else command.CLEAN


def explain(code: str) -> int:
    """Print what is told of one rule."""
    if code not in RULES:
        return command.refused(f"there is no rule {code}; --list shows them all")
    print(explained(RULES[code]))
    return command.CLEAN


def is_wanted(finding: Finding, wanted: list[str]) -> bool:
    """Whether the finding is in one of the wanted files or folders; all are where none is named."""
    return not wanted or any(is_within(finding.spot.path, name) for name in wanted)


def is_within(path: str, name: str) -> bool:
    """Whether a file is the one that is named, or lies below the folder that is."""
    return name in {".", path} or path.startswith(f"{name}/")


if __name__ == "__main__":
    command.run(main)
