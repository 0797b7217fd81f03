"""Build the staged folder with other engines too, and tell how their sites differ."""

from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from corpus import command, engine
from corpus.engines import ENGINES, differences
from corpus.outside import OutsideError
from corpus.parts import parts
from corpus.stage import stage

_MOST = 20


def main() -> int:
    """Print a report, engine by engine; that one differs or fails is no error."""
    places = command.places(command.parser(__doc__).parse_args())
    corpus = command.sound(places)
    stage(parts(corpus), places.staged)
    with TemporaryDirectory(dir=places.build) as folder:
        built = Path(folder) / "site"
        engine.build(places, corpus.references.commission, built)
        for name in ENGINES:
            print(f"{name}:")
            try:
                found = list(islice(differences(name, places, built), _MOST))
            except OutsideError as error:
                found = [str(error)]
            print("\n".join(found or ["the same addresses, the same texts"]))
    return command.CLEAN


if __name__ == "__main__":
    command.run(main)
