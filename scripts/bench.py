"""Measure each step beside the least that it could take; pages/speed.md explains the figures."""

from datetime import UTC, datetime
from json import dumps
from pathlib import Path

from corpus import cli
from corpus.paths import REPOSITORY, CorpusPaths
from devtools.bench.measure import measure_size
from devtools.bench.report import page, table

_SIZES = (100, 1_000, 10_000)
_RUNS, _LARGE = 3, 1_000
"""A corpus that is larger is measured once."""


def main() -> int:
    """Print the table, and write all figures to `build/bench.json`."""
    parser = cli.parser(__doc__)
    parser.add_argument("--sizes", nargs="+", type=int, default=_SIZES, metavar="N")
    parser.add_argument("--page", type=Path, metavar="FILE", help="write the page of the results")
    arguments = parser.parse_args()
    build = CorpusPaths(REPOSITORY).build
    found = [
        measure_size(size, _RUNS if size <= _LARGE else 1, build / "bench" / str(size), print)
        for size in sorted(arguments.sizes)
    ]
    told = {"sizes": [one.model_dump(by_alias=True) for one in found]}
    (build / "bench.json").write_text(dumps(told, indent=1) + "\n", encoding="utf-8")
    print(table(found))
    if arguments.page:
        day = datetime.now(UTC).date()
        arguments.page.write_text(page(found, day), encoding="utf-8")
    return cli.OK


if __name__ == "__main__":
    cli.run(main)
