"""Build the site: check the records, build and verify every page."""

from argparse import Namespace
from contextlib import ExitStack
from pathlib import Path

from corpus import cli
from corpus.build.preview import build_preview
from corpus.build.site import SiteNotBuiltError, build_site
from corpus.paths import CorpusPaths

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
    parser.add_argument(
        "--preview",
        action="store_true",
        help="build what can be shown in ROOT/build/preview, even if there are errors",
    )
    cli.add_published(parser)
    arguments = parser.parse_args()
    if arguments.preview and (arguments.out or arguments.publish):
        return cli.fail("--preview builds in ROOT/build/preview, without --out and --publish")
    with ExitStack() as scratch:
        paths = cli.judged_paths(arguments, scratch)
        return build(arguments, paths)


def build(arguments: Namespace, paths: CorpusPaths) -> int:
    """Build what the arguments ask for."""
    if arguments.publish and not cli.load_settings(paths)[1].site:
        print(_NO_ADDRESS)
        return cli.FINDINGS
    try:
        if arguments.preview:
            build_preview(paths, paths.preview, print)
        else:
            build_site(paths, (arguments.out or paths.site).absolute(), print)
    except SiteNotBuiltError as error:
        print(error)
        return cli.FINDINGS
    return cli.OK


if __name__ == "__main__":
    cli.run(main)
