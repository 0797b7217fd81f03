"""Build the site: check, stage, run MkDocs strictly, finish."""

from pathlib import Path

from corpus import cli
from corpus.build.publish import NotPublishedError, publish


def main() -> int:
    """Leave the finished site in `--out`, or the previous one as it was."""
    parser = cli.parser(__doc__)
    parser.add_argument("--out", type=Path, metavar="DIR", help="where to (default: ROOT/site)")
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
