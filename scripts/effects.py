"""Show what a change does for readers: texts, statuses, lists, addresses and feeds."""

from contextlib import ExitStack

from corpus import cli
from corpus.build.effects import effects
from corpus.build.effects_report import as_json, as_markdown
from corpus.paths import CorpusPaths


def main() -> int:
    """Compare two folders, or two revisions of the repository in --root."""
    parser = cli.parser(__doc__)
    parser.add_argument("base", metavar="BASE", help="a folder or a revision")
    parser.add_argument("head", metavar="HEAD", nargs="?", help="the same (default: --root)")
    parser.add_argument("--format", choices=("md", "json"), default="md")
    arguments = parser.parse_args()
    with ExitStack() as scratch:
        before, after = (
            cli.load_valid_corpus(CorpusPaths(cli.folder_at(name, arguments.root, scratch)))
            for name in (arguments.base, arguments.head or str(arguments.root))
        )
        differences = effects(before, after)
    print(as_json(differences) if arguments.format == "json" else as_markdown(differences))
    return cli.OK


if __name__ == "__main__":
    cli.run(main)
