"""Seal what is published: from then on, a lost address or a changed word is refused."""

from corpus import command
from corpus.check import check, has_errors
from corpus.ledger import seal_path
from corpus.load import load
from corpus.report import as_text
from corpus.sealing import due
from corpus.whole import write_all


def main() -> int:
    """Write the seals that are missing, or that the rules allow to change."""
    arguments = command.parser(__doc__).parse_args()
    places = command.places(arguments)
    library = load(places)
    findings = check(library)
    if has_errors(findings):
        print(as_text(findings))
        return command.FOUND
    seals = tuple(due(library))
    try:
        write_all({places.root / seal_path(one.id): str(one) for one in seals})
    except OSError as error:
        return command.refused(f"nothing was sealed: {error}")
    for one in seals:
        print(f"sealed opinion {one.id}")
    print(f"{len(library.records)} opinions are sealed")
    return command.CLEAN


if __name__ == "__main__":
    command.run(main)
