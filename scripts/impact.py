"""List the earlier opinions that each new edition of an authority touches, to be looked at."""

from datetime import date
from pathlib import Path

from corpus import command
from corpus.authorities import Citation, slug
from corpus.collection import Sound
from corpus.impact import as_checklist, impacts
from corpus.names import Names
from corpus.places import Places
from corpus.relate import relate


def main() -> int:
    """Print a checklist for every edition of one authority since a day."""
    parser = command.parser(__doc__)
    parser.add_argument("path", type=Path, metavar="FILE", help="as in standards/3.md")
    parser.add_argument("--since", type=date.fromisoformat, default=date.min, metavar="YYYY-MM-DD")
    arguments = parser.parse_args()
    places = command.places(arguments)
    corpus = command.sound(places)
    found = authority(places, corpus, arguments.path)
    if found is None:
        return command.refused(f"{arguments.path} is no authority; give one as standards/3.md")
    names, relations = Names(corpus.references.commission), relate(corpus.records)
    every = reversed(impacts(found, corpus.references, relations))
    asked = [one for one in every if one.edition.day >= arguments.since]
    told = [as_checklist(one, names) for one in asked]
    print("\n\n".join(told or ["No change of it is recorded in this time."]))
    return command.CLEAN


def authority(places: Places, corpus: Sound, path: Path) -> Citation | None:
    """The authority whose file this is."""
    (name,) = command.names([path], places)
    command.refuse_unknown([name], places, corpus.paths)
    for kind, key in corpus.references.authorities:
        if name == places.relative(places.shelf(kind) / f"{slug(kind, key)}.md"):
            return Citation(kind, key)
    return None


if __name__ == "__main__":
    command.run(main)
