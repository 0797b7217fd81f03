"""Seal published opinions, so that `check` reports a lost address or a changed word."""

from collections.abc import Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

from corpus import cli
from corpus.build.atomic import write_files
from corpus.build.lock import folder_lock
from corpus.checks.report import as_text
from corpus.checks.runner import check, has_errors, is_within
from corpus.library.loader import load
from corpus.library.seals import seals_to_write
from corpus.paths import CorpusPaths


def main() -> int:
    """Write the seals that are missing or out of date, if the corpus has no errors."""
    parser = cli.parser(__doc__)
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="only these records")
    cli.add_published(parser)
    arguments = parser.parse_args()
    try:
        with ExitStack() as scratch:
            paths = cli.judged_paths(arguments, scratch)
            paths.build.mkdir(exist_ok=True)
            lock = folder_lock(paths.build, lambda: print("a build is running; waiting for it"))
            scratch.enter_context(lock)
            return _seal(paths, cli.relative_paths(arguments.paths, paths))
    except OSError as error:
        return cli.fail(f"Nothing was sealed: {error}")


def _seal(paths: CorpusPaths, selected: Sequence[str]) -> int:
    corpus = load(paths)
    cli.refuse_unknown_paths(selected, paths, corpus.record_paths)
    findings = check(corpus)
    if has_errors(findings):
        print(as_text(findings))
        return cli.FINDINGS
    seals = [
        seal
        for seal in seals_to_write(corpus, datetime.now(UTC).date())
        if not selected or any(is_within(f"opinions/{seal.id}.md", path) for path in selected)
    ]
    files = {f"{seal.id}.txt": str(seal) for seal in seals}
    write_files(paths.ledger, files, paths.build)
    for seal in seals:
        print(f"sealed opinion {seal.id}")
    sealed = {*corpus.seals, *(seal.id for seal in seals)}
    print(f"{len(sealed)} of {len(corpus.records)} opinions are sealed")
    return cli.OK


if __name__ == "__main__":
    cli.run(main)
