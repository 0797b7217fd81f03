"""Make the bound volume as a PDF file; a large collection has one for each year."""

from pathlib import Path

from corpus import cli
from corpus.analysis.index import build_index
from corpus.build.pdf_files import write_volumes
from corpus.paths import CorpusPaths
from corpus.pdf.typesetting import TypesettingError


def main() -> int:
    """Write the volumes to `--out`, if the corpus has no errors."""
    parser = cli.parser(__doc__)
    parser.add_argument(
        "--out", type=Path, metavar="DIR", help="the folder of the files (default: ROOT/build)"
    )
    arguments = parser.parse_args()
    paths = CorpusPaths(arguments.root)
    corpus = cli.load_valid_corpus(paths)
    index = build_index(corpus.references, corpus.records, corpus.seals)
    try:
        for path in write_volumes(arguments.out or paths.build, index):
            print(f"volume written: {path}")
    except (OSError, TypesettingError) as error:
        return cli.fail(f"The volume cannot be written: {error}")
    return cli.OK


if __name__ == "__main__":
    cli.run(main)
