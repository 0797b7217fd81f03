"""Build the site: check the records, build and verify every page, publish."""

from pathlib import Path

from corpus import cli
from corpus.build.publish import NotPublishedError, publish

_NO_ADDRESS = """\
standards/commission.yml: error the address of the site is missing
    Add a line with the address at which readers will find it: site: https://example.org/opinions/
"""


def main() -> int:
    """Put the finished site in `--out`, or leave the previous one unchanged."""
    parser = cli.parser(__doc__)
    parser.add_argument(
        "--out", type=Path, metavar="DIR", help="the folder of the site (default: ROOT/site)"
    )
    parser.add_argument(
        "--publish", action="store_true", help="refuse to build a site whose address is not known"
    )
    arguments = parser.parse_args()
    paths = cli.corpus_paths(arguments)
    if arguments.publish and not cli.load_settings(paths)[1].site:
        print(_NO_ADDRESS)
        return cli.FINDINGS
    try:
        publish(paths, (arguments.out or paths.site).absolute(), print)
    except NotPublishedError as error:
        print(error)
        return cli.FINDINGS
    return cli.OK


if __name__ == "__main__":
    cli.run(main)
