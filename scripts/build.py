"""Build the site: check the records, build and verify every page, publish."""

from pathlib import Path

from corpus import cli
from corpus.build.publish import NotPublishedError, publish


def main() -> int:
    """Put the finished site in `--out`, or leave the previous one unchanged."""
    parser = cli.parser(__doc__)
    parser.add_argument(
        "--out", type=Path, metavar="DIR", help="the folder of the site (default: ROOT/site)"
    )
    arguments = parser.parse_args()
    paths = cli.corpus_paths(arguments)
    try:
        publish(paths, (arguments.out or paths.site).absolute(), print)
    except NotPublishedError as error:
        print(error)
        return cli.FINDINGS
    return cli.OK


if __name__ == "__main__":
    cli.run(main)
