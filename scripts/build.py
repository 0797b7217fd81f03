"""Build the site: check, stage, run MkDocs strictly, finish."""

from pathlib import Path

from corpus import command
from corpus.publish import NotPublishedError, publish


def main() -> int:
    """Leave the finished site in `--out`, or the previous one as it was."""
    parser = command.parser(__doc__)
    parser.add_argument("--out", type=Path, metavar="DIR", help="where to (default: ROOT/site)")
    arguments = parser.parse_args()
    places = command.places(arguments)
    try:
        publish(places, (arguments.out or places.site).absolute(), print)
    except NotPublishedError as error:
        print(error)
        return command.FOUND
    return command.CLEAN


if __name__ == "__main__":
    command.run(main)
