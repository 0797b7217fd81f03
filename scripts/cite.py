"""Find the citations in a text: what each means, and where it stands."""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from corpus import command
from corpus.citations import Finder, Found, prose
from corpus.read import read_text


def main() -> int:
    """Run the command that is named."""
    parser = command.parser(__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    finding = commands.add_parser(
        "find", help="list the citations in a file of plain text or Markdown"
    )
    finding.add_argument("file", type=Path, metavar="FILE")
    finding.add_argument("--format", choices=("text", "json"), default="text")
    finding.set_defaults(run=find)
    arguments = parser.parse_args()
    return arguments.run(arguments)  # type: ignore[no-any-return]


def find(arguments: argparse.Namespace) -> int:
    """Print every citation of a file in the order in which they stand."""
    read = read_text(arguments.file, str(arguments.file))
    if read.faults:
        return command.refused(f"{arguments.file}: {read.faults[0].message}")
    corpus = command.sound(command.places(arguments))
    finder = Finder(corpus.references.commission, (record.id for record in corpus.records))
    found = finder.find(prose(read.text))
    print(as_json(read.text, found) if arguments.format == "json" else as_text(read.text, found))
    return command.CLEAN


def as_text(text: str, found: Sequence[Found]) -> str:
    """One citation a line: its words, and what they mean."""
    return "\n".join(f"{' '.join(text[one.start : one.end].split())}: {one.cited}" for one in found)


def as_json(text: str, found: Sequence[Found]) -> str:
    """A list of objects, one a citation; places are counted in characters from 0."""
    entries = [{"text": text[one.start : one.end], **one.entry} for one in found]
    return json.dumps(entries, ensure_ascii=False, indent=2)


if __name__ == "__main__":
    command.run(main)
