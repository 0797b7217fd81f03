"""Measure each step against the least time it could take; pages/speed.md explains the figures."""

from json import dumps
from pathlib import Path
from tempfile import TemporaryDirectory

from corpus import cli
from corpus.paths import REPOSITORY, CorpusPaths
from corpus.today import today
from devtools.bench.report import page, table
from devtools.bench.steps import measure_size

_SIZES = (60, 100, 1_000, 10_000)
"""The numbers of opinions that are measured unless others are given."""


def main() -> int:
    """Print the tables, and write all figures to `build/bench.json`."""
    parser = cli.parser(__doc__)
    parser.add_argument("--sizes", nargs="+", type=int, default=_SIZES, metavar="N")
    parser.add_argument("--page", type=Path, metavar="FILE", help="write the page of the results")
    arguments = parser.parse_args()
    build = CorpusPaths(REPOSITORY).build
    build.mkdir(exist_ok=True)
    with TemporaryDirectory(prefix="bench-", dir=build) as folder:
        sizes = [
            measure_size(size, Path(folder, str(size)), print) for size in sorted(arguments.sizes)
        ]
    figures = {"sizes": [figures.model_dump(by_alias=True) for figures in sizes]}
    (build / "bench.json").write_text(dumps(figures, indent=1) + "\n", encoding="utf-8")
    print(table(sizes))
    if arguments.page:
        arguments.page.write_text(page(sizes, today()), encoding="utf-8")
    return cli.OK


if __name__ == "__main__":
    cli.run(main)
