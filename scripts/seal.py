"""Seal what is published: from then on, a lost address or a changed word is refused."""

from collections.abc import Iterable
from pathlib import Path

from corpus import command
from corpus.check import check, has_errors, is_within
from corpus.ledger import Seal, seal_path
from corpus.load import load
from corpus.report import as_text
from corpus.sealing import due
from corpus.whole import write_all


def main() -> int:
    """Write the seals that are missing, or that the rules allow to change."""
    parser = command.parser(__doc__)
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="only these records")
    arguments = parser.parse_args()
    places = command.places(arguments)
    library = load(places)
    names = command.names(arguments.paths, places) or (".",)
    command.refuse_unknown(names, places, library.frame.opinions)
    findings = check(library)
    if has_errors(findings):
        print(as_text(findings))
        return command.FOUND
    seals = [one for one in due(library) if _is_named(one, names)]
    try:
        write_all({places.root / seal_path(one.id): str(one) for one in seals})
    except OSError as error:
        return command.refused(f"nothing was sealed: {error}")
    for one in seals:
        print(f"sealed opinion {one.id}")
    done = {*library.frame.seals, *(one.id for one in seals)}
    print(f"{len(done)} of {len(library.records)} opinions are sealed")
    return command.CLEAN


def _is_named(seal: Seal, names: Iterable[str]) -> bool:
    return any(is_within(f"opinions/{seal.id}.md", name) for name in names)


if __name__ == "__main__":
    command.run(main)
