"""Build the staged folder with other engines too, and tell how their sites differ."""

from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from corpus import command, engine
from corpus.engines import ENGINES, differences
from corpus.outside import OutsideError
from corpus.parts import keyed
from corpus.places import Places
from corpus.shared import lay
from corpus.stage import stage
from corpus.turns import turn

_MOST = 20


def main() -> int:
    """Print a report, engine by engine; that one differs or fails is no error."""
    places = command.places(command.parser(__doc__).parse_args())
    corpus = command.sound(places)
    places.build.mkdir(exist_ok=True)
    with (
        turn(places.build, lambda: print("a build is at work; waiting for it")),
        TemporaryDirectory(dir=places.build) as folder,
    ):
        stage(keyed(corpus), places.staged)
        built = Path(folder) / "site"
        lay(engine.build(places, corpus.references.commission, Path(folder)), built)
        for name in ENGINES:
            print(f"{name}: {report(name, places, built)}")
    return command.CLEAN


def report(name: str, places: Places, built: Path) -> str:
    """How the site of one engine differs, or why there is none."""
    try:
        found = list(islice(differences(name, places, built), _MOST))
    except OutsideError as error:
        return str(error)
    return "\n".join(["", *found]) if found else "the same addresses, the same texts"


if __name__ == "__main__":
    command.run(main)
